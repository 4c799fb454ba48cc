import type { PortInfo } from '@core/ports/port-info'
import { within } from './deadline'
import { describePorts, type SeenPort } from './describe'
import { holdersOf } from './holders'
import { KnownHolders, type HowOften } from './known-holders'
import { registryPorts } from './ioreg'
import { linuxPorts } from './linux-ports'
import { linuxPortless } from './portless'
import { seenElsewhere } from './other-ports'
import { windowsPorts } from './windows-ports'
import { listSerial } from './system-ports'
import { portsNotListed } from './words'

export type { PortHolder, PortInfo, PortRole } from '@core/ports/port-info'

// Windows is asked by three programs, one after the other, each of which may start slowly.
const listMs = process.platform === 'win32' ? 45_000 : 5000

const known = new KnownHolders(holdersOf, () => performance.now())

/**
 * The serial ports of this computer, modem AT ports first, and behind them (Linux) modems that are plugged in and offer none.
 * Opens none of them. `holders: false` leaves out who has them
 * open, which is the slow part; `'lately'` is content with who had them a few seconds ago, `'seldom'` with a minute. Rejects with `Fault('port-failed')`
 * when the system does not answer in time.
 */
export async function listPorts(options: { holders?: false | HowOften } = {}): Promise<PortInfo[]> {
  const [seen, portless] = await within(
    listMs,
    Promise.all([seenPorts(), process.platform === 'linux' ? linuxPortless() : []]),
    portsNotListed,
  )
  if (options.holders === false) return [...describePorts(seen), ...portless]
  const paths = seen.map((port) => port.path)
  const holders = await known.of(paths, options.holders)
  const held = seen.map((port) => {
    const holder = holders.get(port.path)?.find((one) => one.pid !== process.pid)
    return holder ? { ...port, holder } : port
  })
  return [...describePorts(held), ...portless]
}

async function seenPorts(): Promise<SeenPort[]> {
  switch (process.platform) {
    case 'linux':
      // node-serialport's list starts udevadm, which a container has not, and ends the program where it cannot.
      return linuxPorts()
    case 'win32':
      return seenElsewhere(await windowsPorts(await listSerial()), 'win32')
    case 'darwin': {
      const [reported, registry] = await Promise.all([listSerial(), registryPorts()])
      return seenElsewhere(reported, 'darwin', registry)
    }
    default:
      return seenElsewhere(await listSerial(), process.platform)
  }
}
