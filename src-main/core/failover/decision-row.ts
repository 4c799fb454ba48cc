import type { SlotName } from '../modem/slot-names'
import type { SeenLine, Words } from '../words'
import { decisionWords, type Decision, type DecisionKind, type Trigger } from './decision'
import { msBetween, type Moment } from './moment'
import type { State } from './state'

/** Why a slot is given the traffic. */
export interface Beginning {
  readonly to: SlotName
  readonly trigger: Trigger
  readonly since: Moment
  readonly evidence: readonly SeenLine[]
  /** Nothing passes over the present slot. */
  readonly dead?: boolean
  readonly reason?: Words
}

export function decisionOf(
  state: State,
  at: Moment,
  kind: DecisionKind,
  why: Omit<Beginning, 'to'> & {
    from: SlotName | null
    to: SlotName | null
    result: Decision['result']
  },
): Decision {
  const { from, to, trigger, evidence, reason, result, since } = why
  return {
    id: state.decisions + 1,
    kind,
    atMs: at.ms,
    monoUs: at.us,
    from,
    to,
    trigger,
    evidence,
    result,
    phases: [{ phase: 'detect', ms: msBetween(since, at) }],
    seen: [],
    words: decisionWords(kind, trigger, from, to, reason),
    ms: null,
  }
}

/** The decision under way gets its result. */
export function closed(
  state: State,
  at: Moment,
  result: 'done' | 'failed',
  phases: Decision['phases'],
  seen: readonly SeenLine[],
): { state: State; rows: readonly Decision[] } {
  const { open } = state
  if (!open) return { state, rows: [] }
  const ms = (at.us - open.monoUs) / 1000
  const row: Decision = { ...open, result, seen, ms, phases: [...open.phases, ...phases] }
  return { state: { ...state, open: null }, rows: [row] }
}
