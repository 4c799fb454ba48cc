import { slotNames, type SlotName } from '../modem/slot-names'
import type { SeenLine, Words } from '../words'
import type { Decision, PhaseTime, Trigger } from './decision'
import type { HealthWindow } from './health'
import type { Moment } from './moment'
import { defaultPolicy, type Policy } from './policy'

/** What the machine knows of a slot. */
export interface SlotView {
  readonly port: boolean
  /** IP is up. */
  readonly link: boolean
  /** Null: nobody has said. */
  readonly registered: boolean | null
  /** Since when it waits ready for its mode; null while it does not. */
  readonly wellSince: Moment | null
  readonly unregisteredSince: Moment | null
  readonly health: HealthWindow
  readonly dbm: number | null
  readonly lowSince: Moment | null
  /** How the link or the port was lost last. */
  readonly lost: {
    readonly at: Moment
    readonly trigger: 'link-lost' | 'port-gone'
    readonly seen: SeenLine
  } | null
  /** Attempts in a row that failed; none before `nextTryUs`. */
  readonly failures: number
  readonly nextTryUs: number
  /** A standby is being made ready. */
  readonly preparing: boolean
}

export type Phase =
  | { readonly kind: 'off' }
  | { readonly kind: 'on'; readonly slot: SlotName; readonly since: Moment }
  | {
      readonly kind: 'bringing'
      readonly job: number
      readonly to: SlotName
      readonly from: SlotName | null
      readonly since: Moment
    }
  /** Neither works, for the reasons in `why`: the next attempt comes by itself. */
  | { readonly kind: 'waiting'; readonly why: readonly SeenLine[] }
  /** Given up: a person has to come. */
  | { readonly kind: 'stopped'; readonly words: Words }

export interface State {
  readonly policy: Policy
  readonly phase: Phase
  readonly slots: { readonly [slot in SlotName]: SlotView }
  /** When traffic moved to the other slot, for the limit per hour. */
  readonly moves: readonly number[]
  /** Returns to the main slot, or take-overs, that did not last. */
  readonly flaps: number
  /** Chosen by hand: no return until it fails. */
  readonly pinned: SlotName | null
  /** The decision under way, or the one of the trouble that was decided to sit out. */
  readonly open: Decision | null
  readonly staying: Trigger | null
  /** The slot that had the traffic last. */
  readonly last: SlotName | null
  /** Attempts in a row that failed while there was no traffic. */
  readonly attempts: number
  readonly decisions: number
  readonly jobs: number
}

/** What happens. `seen` is evidence, as it was seen. */
export type Input =
  | { readonly kind: 'start'; readonly at: Moment }
  | { readonly kind: 'stop'; readonly at: Moment }
  | { readonly kind: 'manual'; readonly at: Moment; readonly to: SlotName }
  | ({ readonly kind: 'link'; readonly at: Moment; readonly slot: SlotName } & (
      | { readonly up: true }
      | { readonly up: false; readonly seen: SeenLine }
    ))
  | {
      readonly kind: 'port'
      readonly at: Moment
      readonly slot: SlotName
      readonly there: boolean
      readonly seen: SeenLine
    }
  | {
      readonly kind: 'registration'
      readonly at: Moment
      readonly slot: SlotName
      readonly registered: boolean
    }
  | { readonly kind: 'signal'; readonly at: Moment; readonly slot: SlotName; readonly dbm: number }
  | {
      readonly kind: 'health'
      readonly at: Moment
      readonly slot: SlotName
      readonly ok: boolean
      readonly seen: SeenLine
    }
  | {
      readonly kind: 'brought'
      readonly at: Moment
      readonly job: number
      readonly ok: boolean
      readonly phases: readonly PhaseTime[]
      readonly seen: readonly SeenLine[]
    }
  | {
      readonly kind: 'prepared'
      readonly at: Moment
      readonly slot: SlotName
      readonly ok: boolean
      readonly seen: readonly SeenLine[]
    }
  | { readonly kind: 'tick'; readonly at: Moment }

/** What is to be done; the runner does it. */
export type Effect =
  /** Bring a slot to the first octet and answer `brought`. In cold mode `from` is powered off first. */
  | {
      readonly do: 'bring'
      readonly job: number
      readonly to: SlotName
      readonly from: SlotName | null
      /** A link that is up but carries nothing is ended first. */
      readonly fresh: boolean
    }
  /** Make a standby ready for the mode and answer `prepared`. */
  | { readonly do: 'prepare'; readonly slot: SlotName; readonly fresh: boolean }
  /** A standby has no more than its mode allows: PPP ends in warm mode. */
  | { readonly do: 'release'; readonly slot: SlotName }
  | { readonly do: 'move'; readonly to: SlotName | null }
  /** Come again with `tick` at this moment; replaces the one before. */
  | { readonly do: 'wake'; readonly atUs: number }
  | { readonly do: 'call'; readonly words: Words }
  | { readonly do: 'rest' }

export interface Step {
  readonly state: State
  readonly effects: readonly Effect[]
  /** Decisions taken, or with their results. */
  readonly rows: readonly Decision[]
}

const unseen: SlotView = {
  port: true,
  link: false,
  registered: null,
  wellSince: null,
  unregisteredSince: null,
  health: [],
  dbm: null,
  lowSince: null,
  lost: null,
  failures: 0,
  nextTryUs: 0,
  preparing: false,
}

export function newFailover(policy: Policy = defaultPolicy): State {
  const [a, b] = slotNames.map(() => unseen)
  return {
    policy,
    phase: { kind: 'off' },
    slots: { a: a ?? unseen, b: b ?? unseen },
    moves: [],
    flaps: 0,
    pinned: null,
    open: null,
    staying: null,
    last: null,
    attempts: 0,
    decisions: 0,
    jobs: 0,
  }
}
