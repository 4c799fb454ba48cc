import type { SeenLine, Words } from '../words'
import type { Framing } from './framing'

/** The modem control lines of a serial port; true is asserted. Inputs are absent where the port has none (ptys, TCP). */
export interface LineStates {
  dtr: boolean
  rts: boolean
  cts?: boolean
  dsr?: boolean
  dcd?: boolean
  ri?: boolean
}

/** Why a port is no longer open. `gone`: the device vanished. `closed`: we closed it. `failed`: an error, in words. */
export interface PortEnd {
  reason: 'closed' | 'gone' | 'failed'
  /** Quoted from the system, or a sentence. */
  detail?: SeenLine
}

/**
 * A byte stream in both directions: a serial port, a TCP connection, a simulated modem, one CMUX channel.
 * It is open from the moment one has it; `close` is the owner's duty.
 */
export interface BytePort {
  /** What people see: a path, `tcp:host:port`, `sim:sim7672`, `cmux 2`. */
  readonly label: string
  /** Bytes as they were read, in order, cut anywhere. The array belongs to the listener. Returns the way to stop listening. */
  onBytes(listener: (bytes: Uint8Array) => void): () => void
  /** Called once, when the port ends for whatever reason. */
  onEnd(listener: (end: PortEnd) => void): () => void
  /**
   * Resolves when the bytes were handed on, and must stay as they are until then; rejects with a `Fault` when the port is not open or
   * the write fails.
   */
  write(bytes: Uint8Array): Promise<void>
  close(): Promise<void>
  /** Control lines, where the port has them. `setLines` takes both outputs at once, since drivers fill in what is missing. */
  readonly lines?: {
    set(outputs: { dtr: boolean; rts: boolean }): Promise<void>
    get(): Promise<LineStates>
  }
  /** Changes the speed of an open port, where it has one. */
  setBaudRate?(baudRate: number): Promise<void>
  /** Data bits, parity and stop bits as they are now; absent where the port has none (ptys, TCP, USB without a UART). */
  readonly framing?: Framing | undefined
  /** Changes them on an open port, where it can. */
  setFraming?(framing: Framing): Promise<void>
  /** Holds the line in the break state for so long, where the port can. */
  sendBreak?(ms: number): Promise<void>
  /** Turns RTS/CTS flow control on or off on our side, where the port has it. */
  setFlowControl?(rtscts: boolean): Promise<void>
  /** Octets to send when this program dies, whatever it dies of, where the port can; none at all take it back. */
  whenLost?(bytes: Uint8Array): Promise<void>
  /** What a person should know and no octet tells, where the port has such news. */
  onNote?(listener: (words: Words) => void): () => void
}
