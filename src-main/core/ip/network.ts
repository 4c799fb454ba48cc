import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'

/** What the protocols above IP need of the host. */
export interface Network {
  readonly clock: Clock
  readonly chance: Chance
  readonly address: string
  readonly mtu: number
  /** False: the link did not take the packet. */
  send(packet: {
    src: string
    dst: string
    protocol: number
    payload: Uint8Array
    ttl?: number
  }): boolean
}
