import type { SlotName } from '../modem/slot-names'
import type { PhaseTime } from './decision'
import type { SeenLine } from '../words'
import type { HealthKind } from './policy'

/** What is known of a slot now. */
export interface SlotFacts {
  readonly port: boolean
  readonly link: boolean
  readonly registered: boolean | null
  /** RSRP, or RSCP in 3G. */
  readonly dbm: number | null
  readonly cell: string | null
  readonly operator: string | null
  /** Our address on the link. */
  readonly address: string | null
  /** Octets of IP since the program started, over all links of this slot. */
  readonly bytes: { readonly rx: number; readonly tx: number }
  /** Links that came up since the program started. */
  readonly attaches: number
}

export interface Done {
  readonly phases: readonly PhaseTime[]
  readonly seen: readonly SeenLine[]
}

export interface ProbeCheck {
  readonly kind: HealthKind
  readonly target: string
  readonly timeoutMs: number
}
export interface Probed {
  readonly ms: number
  /** `pong.soracom.io answers, 61 ms`. */
  readonly seen: SeenLine
}

export type SlotEvent =
  | { readonly kind: 'link'; readonly up: true }
  | { readonly kind: 'link'; readonly up: false; readonly seen: SeenLine }
  | { readonly kind: 'port'; readonly there: boolean; readonly seen: SeenLine }
  | { readonly kind: 'registration'; readonly registered: boolean }
  | { readonly kind: 'signal'; readonly dbm: number }

/** A slot as the failover drives it. Everything rejects with a Fault, and ends soon after the signal is aborted. */
export interface FailoverSlot {
  readonly facts: SlotFacts
  /** Until IP is up, from wherever the modem is now. A link that is up already is kept. */
  connect(signal: AbortSignal): Promise<Done>
  /** Until the modem is registered, without a call. */
  attach(signal: AbortSignal): Promise<Done>
  /** Ends the call; the attach stays. Nothing happens without a call. */
  hangUp(signal: AbortSignal): Promise<void>
  /** Absent where no board can do it. */
  readonly power?:
    | {
        on(signal: AbortSignal): Promise<Done>
        off(signal: AbortSignal): Promise<Done>
      }
    | undefined
  /** Traffic over this slot's link, whoever has the traffic. */
  probe(check: ProbeCheck, signal: AbortSignal): Promise<Probed>
  on(listener: (event: SlotEvent) => void): () => void
}

export type TwoSlots = { readonly [slot in SlotName]: FailoverSlot }
