import type { EndingsOf } from '../at/endings'
import type { BytePort } from '../ports/byte-port'
import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { OpenTls } from '../ports/tls'
import type { PortPurpose } from '../ports/port-info'
import type { Tap } from './tapped-port'

export interface SessionOptions {
  readonly port: BytePort
  readonly clock: Clock
  readonly chance: Chance
  readonly tap: Tap
  /** What ends commands besides the results of V.250, from the catalogue. */
  readonly endings?: EndingsOf
  /** The speed the port was opened with; 115200 when absent. */
  readonly baudRate?: number
  /** Makes connections over the link secure ones; absent: no https. */
  readonly openTls?: OpenTls | undefined
  /** What the port is for, where the system knows; asked before anything but AT and PPP is tried on a silent one. */
  readonly purposeOf?: () => Promise<PortPurpose | undefined>
}
