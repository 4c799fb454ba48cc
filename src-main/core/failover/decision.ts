import type { SlotName } from '../modem/slot-names'
import type { SeenLine, Words } from '../words'
import { stopAndCall, triggerWords, connects, staysOn, switches } from './words'

/** What made the machine decide. */
export const triggers = [
  'start',
  'link-lost',
  'port-gone',
  'health-failed',
  'registration-lost',
  'signal-low',
  'manual',
  'return',
  'retry',
] as const
export type Trigger = (typeof triggers)[number]

/** What took how long, in the order of a switch. */
export const phaseNames = ['detect', 'power', 'boot', 'attach', 'ppp', 'first byte'] as const
export type PhaseName = (typeof phaseNames)[number]
export interface PhaseTime {
  readonly phase: PhaseName
  readonly ms: number
}

/**
 * `switch`: traffic moves to the other slot. `connect`: the slot that has (or had) the traffic is connected anew.
 * `stay`: something is wrong, and why nothing is done. `stop`: given up, a person has to come.
 */
export type DecisionKind = 'switch' | 'connect' | 'stay' | 'stop'

/** One decision: when, from where to where, why, on what evidence, and how it went. */
export interface Decision {
  /** Counts up from 1; the same decision comes again when its result is known. */
  readonly id: number
  readonly kind: DecisionKind
  readonly atMs: number
  /** For the place in the log. */
  readonly monoUs: number
  readonly from: SlotName | null
  readonly to: SlotName | null
  readonly trigger: Trigger
  /** The lines that led to it, as they were seen. Never empty. */
  readonly evidence: readonly SeenLine[]
  readonly result: 'open' | 'done' | 'failed'
  /** Known when it is done. `detect` is from the first sign of trouble to the decision. */
  readonly phases: readonly PhaseTime[]
  /** What was seen while it was carried out. */
  readonly seen: readonly SeenLine[]
  readonly words: Words
  /** From the decision to its result. */
  readonly ms: number | null
}

const name = (slot: SlotName | null) => slot?.toUpperCase() ?? '–'

/** The decision in a sentence. */
export function decisionWords(
  kind: DecisionKind,
  trigger: Trigger,
  from: SlotName | null,
  to: SlotName | null,
  reason?: Words,
): Words {
  const why = triggerWords[trigger]
  const what: { readonly [kind in DecisionKind]: Words } = {
    switch: switches(name(from), name(to)),
    connect: connects(name(to)),
    stay: staysOn(name(from)),
    stop: stopAndCall,
  }
  const tail = reason ? { en: ` (${reason.en})`, ja: `（${reason.ja}）` } : { en: '', ja: '' }
  return {
    en: `${why.en}: ${what[kind].en}${tail.en}.`,
    ja: `${why.ja}：${what[kind].ja}${tail.ja}。`,
  }
}
