import { SerialPort } from 'serialport'
import type { PortInfo } from '@core/ports/port-info'
import { within } from './deadline'
import { describePorts, type SeenPort } from './describe'
import { holdersOf } from './holders'
import { linuxPorts } from './linux-ports'
import { seenElsewhere } from './other-ports'

export type { PortHolder, PortInfo, PortRole } from '@core/ports/port-info'

/**
 * The serial ports of this computer, modem AT ports first. Opens none of them. `holders: false` leaves out who has them
 * open, which is the slow part. Rejects with `Fault('port-failed')` when the system does not answer within 5 s.
 */
export async function listPorts(options: { holders?: boolean } = {}): Promise<PortInfo[]> {
  const seen = await within(5000, seenPorts(), 'the system did not list its ports')
  if (options.holders === false) return describePorts(seen)
  const holders = await holdersOf(seen.map((port) => port.path))
  return describePorts(
    seen.map((port) => {
      const holder = holders.get(port.path)?.find((one) => one.pid !== process.pid)
      return holder ? { ...port, holder } : port
    }),
  )
}

async function seenPorts(): Promise<SeenPort[]> {
  const seen = process.platform === 'linux' ? await linuxPorts() : undefined
  return seen ?? seenElsewhere(await SerialPort.list(), process.platform)
}
