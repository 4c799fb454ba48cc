import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { IpOutgoing } from './packet'

/** What the protocols above IP need of the host. */
export interface Network {
  readonly clock: Clock
  readonly chance: Chance
  /** Our address of the family of this one. */
  sourceFor(address: string): string
  /** Octets of a packet to this address behind its IP header. */
  roomFor(address: string): number
  /** False: the link did not take the packet. */
  send(packet: IpOutgoing): boolean
}
