import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'

/** What is known of the driver behind a port without asking it. */
export interface PortDriver {
  /** A pseudo terminal: it has neither lines nor a speed, and nobody misses them. */
  readonly pty: boolean
  /** No UART is behind it: whatever speed is set, the octets travel at the speed of USB or of the multiplexer. */
  readonly speedless: boolean
}

// The first four keep their 9600 whatever is asked of them, as they have no set_termios (Linux 6.1).
const speedlessDrivers = new Set(['option1', 'qcserial', 'sierra', 'ipw', 'hso', 'cdc_acm'])

export async function driverOf(path: string): Promise<PortDriver> {
  const node = await realpath(path).catch(() => path)
  if (process.platform === 'darwin') return { pty: /^\/dev\/ttys\d+$/.test(node), speedless: false }
  if (process.platform !== 'linux') return { pty: false, speedless: false }
  if (node.startsWith('/dev/pts/')) return { pty: true, speedless: true }
  const name = basename(node)
  const driver = await realpath(`/sys/class/tty/${name}/device/driver`).catch(() => '')
  const speedless = speedlessDrivers.has(basename(driver)) || name.startsWith('gsmtty')
  return { pty: false, speedless }
}
