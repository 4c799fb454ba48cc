import type { FaultCode } from '../fault'
import type { SeenLine, Words } from '../words'
import type { BoardAbilities, BoardProfile } from './board'
import type { Evidence, Reading } from './evidence'

export type PowerAction = 'on' | 'off' | 'reset' | 'cut'
export type PressLine = 'power' | 'reset' | 'cut'

/** What a sequence is to do, fixed from its start. */
export interface SequencePlan {
  readonly action: PowerAction
  readonly board: BoardProfile
  readonly can: BoardAbilities
  /** The person wants the press though the modem is as wanted, or nobody knows. */
  readonly insist: boolean
  /** At most so many presses of the key. */
  readonly tries: number | 'forever'
  /** How long the modem has been off, where that was seen. */
  readonly offForMs?: number
}

/** One line of the story: an edge, a press, a wait, a decision. */
export interface PowerEntry {
  readonly kind: 'look' | 'edge' | 'press' | 'soft' | 'wait' | 'warning' | 'end'
  readonly words: Words
  /** From the start of the sequence. */
  readonly sinceMs: number
}

export interface PowerResult {
  readonly action: PowerAction
  /** `pressed`: the person insisted and nothing can tell what became of it. */
  readonly outcome: 'done' | 'already' | 'pressed' | 'failed' | 'cancelled'
  readonly reading: Reading
  readonly presses: number
  readonly ms: number
  readonly fault?: { readonly code: FaultCode; readonly detail: SeenLine }
}

export type Waiting = {
  readonly kind: 'waiting'
  readonly goal: 'on' | 'off'
  readonly after: 'press' | 'soft'
  readonly sinceUs: number
  readonly limitMs: number
  /** Readings in a row that were as wanted. */
  readonly steady: number
}

export type Phase =
  | { readonly kind: 'looking'; readonly looks: number }
  | { readonly kind: 'resting' }
  | { readonly kind: 'soft' }
  | { readonly kind: 'pressing'; readonly line: PressLine }
  | Waiting
  /** A wait ran out: everything is looked at before another press. */
  | { readonly kind: 'judging'; readonly goal: 'on' | 'off'; readonly after: Waiting['after'] }
  /** The supply was cut and is back: what the modem does now is only read. */
  | { readonly kind: 'closing' }
  | { readonly kind: 'ended'; readonly result: PowerResult }

export interface SequenceState {
  readonly plan: SequencePlan
  readonly phase: Phase
  readonly startUs: number
  readonly presses: number
  /** What the person insisted on: against an unknown state, or against one that is as wanted. */
  readonly insisted?: 'unknown' | 'as wanted'
  /** AT was answered at some time in this sequence. */
  readonly answered: boolean
  /** The wanted state was seen since the last press. */
  readonly sawGoal: boolean
  /** STATUS went off since the reset began. */
  readonly dropped: boolean
  readonly status?: 'on' | 'off'
  readonly last?: Reading
}

export type SequenceInput = { readonly atUs: number } & (
  | { readonly kind: 'start' }
  | { readonly kind: 'seen'; readonly evidence: Evidence }
  | { readonly kind: 'edge'; readonly status: 'on' | 'off' }
  | { readonly kind: 'rested' }
  | { readonly kind: 'pressed'; readonly askedMs: number; readonly actualMs: number }
  | {
      readonly kind: 'softly'
      readonly result: 'accepted' | 'refused'
      readonly seen: readonly string[]
    }
  | { readonly kind: 'failed'; readonly code: FaultCode; readonly detail: SeenLine }
  | { readonly kind: 'cancelled' }
)

/** What the runner does next; at most one of a step's effects is answered by an input. */
export type SequenceEffect =
  | { readonly do: 'tell'; readonly entry: PowerEntry }
  /** Reads STATUS and the USB bus; asks AT too where `at`. */
  | { readonly do: 'look'; readonly at: boolean }
  | { readonly do: 'rest'; readonly ms: number }
  | { readonly do: 'press'; readonly line: PressLine; readonly ms: number }
  | { readonly do: 'soft'; readonly command: string }
  | { readonly do: 'end'; readonly result: PowerResult }

export interface SequenceStep {
  readonly state: SequenceState
  readonly effects: readonly SequenceEffect[]
}

export function newSequence(plan: SequencePlan, startUs: number): SequenceState {
  return {
    plan,
    startUs,
    phase: { kind: 'looking', looks: 0 },
    presses: 0,
    answered: false,
    sawGoal: false,
    dropped: false,
  }
}

/** What STATUS should say when the action is done; a reset wants off first. */
export const goalOf = (action: PowerAction): 'on' | 'off' =>
  action === 'on' || action === 'reset' ? 'on' : 'off'
