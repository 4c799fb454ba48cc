import type { Reading } from '../power/evidence'
import type { PowerEntry, PowerResult } from '../power/sequence'

/** What can switch the modem of a connection on: the board of its slot. */
export interface ConnectPower {
  readonly name: string
  /** How long this board's modem may boot before its first answer. */
  readonly bootMs: number
  /** The person wants one press though nobody knows whether the modem is on. */
  readonly insist: boolean
  /** Reads STATUS; rejects when the adapter cannot be used. */
  look(): Promise<Reading>
  on(signal: AbortSignal, onEntry: (entry: PowerEntry) => void): Promise<PowerResult>
}
