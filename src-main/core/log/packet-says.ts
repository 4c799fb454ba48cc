import type { Facts } from '../at/knowledge'
import type { Severity, Words } from '../words'

/** What a packet says, as a person would tell it. */
export interface PacketSays {
  readonly words: Words
  readonly facts: Facts
  readonly severity?: Severity
}
