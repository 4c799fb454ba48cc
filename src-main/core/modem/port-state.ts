import type { LineStates } from '../ports/byte-port'
import type { Framing } from '../ports/framing'
import type { SeenLine } from '../words'

/** The port of a slot. `gone`: the device vanished and is opened again by itself when it returns. */
export interface PortState {
  readonly path: string
  readonly label: string
  readonly baudRate: number
  /** Data bits, parity and stop bits; absent where the port has none of its own. */
  readonly framing?: Framing
  readonly state: 'opening' | 'open' | 'gone' | 'failed'
  readonly openedMs?: number
  /** The modem control lines, where the port has them. */
  readonly lines?: LineStates
  /** Why it is gone or failed: what was seen. */
  readonly detail?: SeenLine
}
