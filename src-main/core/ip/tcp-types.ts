import type { Fault } from '../fault'
import type { Clock } from '../ports/clock'
import type { Endpoint } from '../ports/stream'
import type { Segment } from './tcp-segment'

export type TcpState =
  | 'syn-sent'
  | 'syn-received'
  | 'established'
  | 'fin-wait-1'
  | 'fin-wait-2'
  | 'close-wait'
  | 'closing'
  | 'last-ack'
  | 'time-wait'
  | 'closed'

export interface TcpOptions {
  readonly clock: Clock
  readonly local: Endpoint
  readonly remote: Endpoint
  /** Longest segment we can receive: MTU less 40. */
  readonly mss: number
  readonly firstSeq: number
  send(segment: Segment): void
  /** The handshake is done. */
  established(): void
  /** The connection is gone; the fault says why, unless it ended as it should. */
  gone(fault: Fault | undefined): void
}

export interface TcpCounters {
  bytesIn: number
  bytesOut: number
  segmentsIn: number
  segmentsOut: number
  retransmitted: number
  /** Segments that arrived before their turn, or twice. */
  disordered: number
}
