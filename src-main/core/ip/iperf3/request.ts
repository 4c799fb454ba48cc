import type { FamilyChoice } from '../destination'
import { type ThroughputSample } from '../throughput'

export interface Iperf3Request {
  readonly host: string
  /** Default 5201. */
  readonly port?: number | undefined
  readonly protocol: 'tcp' | 'udp'
  /** down: the server sends (`iperf3 --reverse`). */
  readonly direction: 'down' | 'up'
  /** Default 10. */
  readonly seconds?: number | undefined
  /** Octets of IP packets, both ways, after which it stops. Default 10 MB. */
  readonly budgetBytes?: number | undefined
  /** Of UDP. Default 1 Mbit/s, as iperf3 has it. */
  readonly bitsPerSecond?: number | undefined
  readonly family?: FamilyChoice | undefined
  readonly signal?: AbortSignal | undefined
  readonly onSample?: ((sample: ThroughputSample) => void) | undefined
}

/** A request with all that a stream needs. */
export interface Iperf3Options extends Iperf3Request {
  readonly bitsPerSecond: number
  /** UDP: octets of data in a datagram, which fits into one packet. */
  readonly datagramBytes: number
}
