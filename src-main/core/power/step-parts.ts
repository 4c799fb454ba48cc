import { faultRows, type FaultCode } from '../fault'
import { quoted, twoSentences, wordsOf, type SeenLine, type Words } from '../words'
import type { Reading } from './evidence'
import type {
  PowerEntry,
  PowerResult,
  SequenceEffect,
  SequenceState,
  SequenceStep,
} from './sequence'
import { say } from './sequence-words'

export const unknown: Reading = { power: 'unknown', by: 'nothing' }

type Failure = NonNullable<PowerResult['fault']>
export const failureOf = (code: FaultCode, detail: SeenLine): Failure => ({ code, detail })

export const fail = (
  state: SequenceState,
  atUs: number,
  code: FaultCode,
  detail: SeenLine = quoted(''),
): SequenceStep => ended(state, atUs, 'failed', failureOf(code, detail))

export function ended(
  state: SequenceState,
  atUs: number,
  outcome: PowerResult['outcome'],
  fault?: Failure,
): SequenceStep {
  const result: PowerResult = {
    action: state.plan.action,
    outcome,
    reading: state.last ?? unknown,
    presses: state.presses,
    ms: (atUs - state.startUs) / 1000,
    ...(fault ? { fault } : {}),
  }
  return {
    state: { ...state, phase: { kind: 'ended', result } },
    effects: [tell(state, atUs, 'end', endWords(result)), { do: 'end', result }],
  }
}

function endWords({ outcome, reading, ms, fault }: PowerResult): Words {
  if (fault) {
    const { meaning } = faultRows[fault.code]
    return twoSentences(meaning, wordsOf(fault.detail))
  }
  if (outcome === 'already') return say.already(reading)
  return outcome === 'pressed' ? say.onlyPressed : say.done(reading, ms)
}

export function tell(
  state: SequenceState,
  atUs: number,
  kind: PowerEntry['kind'],
  words: Words,
): SequenceEffect {
  return { do: 'tell', entry: { kind, words, sinceMs: (atUs - state.startUs) / 1000 } }
}

export const after = (effects: readonly SequenceEffect[], step: SequenceStep): SequenceStep => ({
  state: step.state,
  effects: [...effects, ...step.effects],
})
