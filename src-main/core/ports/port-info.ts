import type { SeenLine, Words } from '../words'

/** What a serial function of a modem is for. `qmi` and `log` never answer AT; `unknown` has to be tried. */
export type PortRole =
  | 'at'
  | 'at2'
  | 'ppp'
  | 'diag'
  | 'gps'
  | 'repl'
  | 'audio'
  | 'qmi'
  | 'log'
  | 'unknown'

/** The program that has a port open. */
export interface PortHolder {
  readonly pid: number
  readonly program: string
}

/** A port a person can choose, and what is known of it without opening it. */
export interface PortInfo {
  /** What to open: `/dev/ttyUSB2`, `COM7`, `/dev/cu.usbmodem14101`; of what has no port its identity. */
  readonly path: string
  /** Friendly: `SIM7600: AT port (COM7)`. */
  readonly label: SeenLine
  /** `none`: a modem that is plugged in and offers no port that could be opened; `note` says why, and what to do. */
  readonly kind: 'serial' | 'tcp' | 'simulated' | 'pty' | 'none'
  /** USB ids, four lower-case hex digits each. */
  readonly vid?: string
  readonly pid?: string
  /** Both, as people write them: `1e0e:9001`. */
  readonly usb?: string
  /** Number of the USB interface; macOS does not tell. */
  readonly interfaceNumber?: number
  readonly serialNumber?: string
  /** Where it is plugged: `1-1.2` on Linux, other forms elsewhere. */
  readonly location?: string
  readonly manufacturer?: string
  readonly product?: string
  /** Other names of the same device, such as `/dev/tty3GPI` from a udev rule. */
  readonly aliases?: readonly string[]
  readonly role: PortRole
  /** `no`: leave it alone (DIAG, the system console); `maybe`: nobody knows before trying. */
  readonly use: 'yes' | 'maybe' | 'no'
  readonly note?: Words
  /** What to bind to instead of a path: the device itself, wherever it turns up (platform/serial/identity.ts). */
  readonly identity?: string
  /** Who has it open, where the system tells. */
  readonly holder?: PortHolder
}

/** What a port is for, as far as the system knows. */
export type PortPurpose = Pick<PortInfo, 'role' | 'use'>

const rolesOfAt: readonly PortRole[] = ['at', 'at2', 'ppp', 'unknown']

/** Whether AT, or a modem that was left elsewhere, may be behind a port; on others octets are not for trying. */
export const mayTakeAt = (port: PortPurpose | undefined): boolean =>
  port === undefined || (port.use !== 'no' && rolesOfAt.includes(port.role))
