import type { Reading } from './evidence'
import { press } from './press'
import {
  goalOf,
  type SequenceEffect,
  type SequenceState,
  type SequenceStep,
  type Waiting,
} from './sequence'
import { say, stateWords } from './sequence-words'
import { after, ended, fail, tell } from './step-parts'
import { stillSo } from './words'

/** A state is believed when it was read twice in a row. */
export const steadyLooks = 2
/** A reset may drop STATUS for less than a second. */
const resetPollMs = 100

/** A reset is seen by STATUS going off; without a wire only the coming back can be seen. */
export function firstGoal(state: SequenceState): 'on' | 'off' {
  if (state.plan.action !== 'reset') return goalOf(state.plan.action)
  return state.status === undefined ? 'on' : 'off'
}

export function wait(
  state: SequenceState,
  goal: 'on' | 'off',
  how: Waiting['after'],
  atUs: number,
): SequenceStep {
  const limitMs = limitOf(state, goal)
  return {
    state: {
      ...state,
      phase: { kind: 'waiting', goal, after: how, sinceUs: atUs, limitMs, steady: 0 },
    },
    effects: [tell(state, atUs, 'wait', say.wait(goal, limitMs)), look(state)],
  }
}

/** Without STATUS, on is what answers, and that takes a boot longer. */
function limitOf({ plan, status }: SequenceState, goal: 'on' | 'off'): number {
  const { onMs, offMs, resetMs, bootMs } = plan.board.wait
  if (goal === 'off') return offMs
  const limitMs = plan.action === 'reset' ? resetMs : onMs
  return status === undefined ? limitMs + bootMs : limitMs
}

export const look = (state: SequenceState): SequenceEffect => ({
  do: 'look',
  at: state.status === undefined,
})

export function waited(
  state: SequenceState,
  phase: Waiting,
  reading: Reading,
  atUs: number,
): SequenceStep {
  const { plan } = state
  const asWanted = reading.power === phase.goal
  const steady = asWanted ? phase.steady + 1 : 0
  const elapsedMs = (atUs - phase.sinceUs) / 1000
  const resetting = plan.action === 'reset' && phase.goal === 'off'
  if (resetting && (state.dropped || steady >= steadyLooks))
    return wait(state, 'on', phase.after, atUs)
  const settled = steady >= steadyLooks || (asWanted && reading.by !== 'status')
  // Insisting against a modem that is as wanted: only the whole wait shows that it stayed so.
  const enough = state.insisted !== 'as wanted' || elapsedMs >= phase.limitMs
  const now = { ...state, sawGoal: state.sawGoal || asWanted, phase: { ...phase, steady } }
  if (settled && enough) return ended(now, atUs, 'done')
  if (elapsedMs >= phase.limitMs) return ranOut(now, phase, atUs)
  const pollMs = plan.action === 'reset' ? resetPollMs : plan.board.wait.pollMs
  const restMs = Math.max(1, Math.min(pollMs, phase.limitMs - elapsedMs))
  return { state: now, effects: [{ do: 'rest', ms: restMs }] }
}

function ranOut(state: SequenceState, phase: Waiting, atUs: number): SequenceStep {
  return {
    state: { ...state, phase: { kind: 'judging', goal: phase.goal, after: phase.after } },
    effects: [
      tell(state, atUs, 'wait', say.ranOut(phase.goal, phase.limitMs)),
      { do: 'look', at: true },
    ],
  }
}

/** The last look before another press: a modem that has followed, or is on its way, is left alone. */
export function judged(
  state: SequenceState,
  phase: { readonly goal: 'on' | 'off'; readonly after: Waiting['after'] },
  reading: Reading,
  atUs: number,
): SequenceStep {
  const { plan } = state
  const resetting = plan.action === 'reset' && phase.goal === 'off'
  const told = reading.contradicted ? [tell(state, atUs, 'warning', say.contradicted)] : []
  if (reading.power === phase.goal && !resetting) return after(told, ended(state, atUs, 'done'))
  if (phase.after === 'soft' && plan.can[plan.action === 'reset' ? 'resetLine' : 'on'])
    return after([tell(state, atUs, 'soft', say.keyNext)], press(state, atUs))
  if (plan.action === 'reset')
    return after(told, fail(state, atUs, resetting ? 'power-no-drop' : 'power-stuck'))
  if (state.insisted === 'unknown' && reading.power === 'unknown')
    return ended(state, atUs, 'pressed')
  if (reading.power === 'unknown') return fail(state, atUs, 'power-unknown')
  const endless = plan.tries === 'forever'
  if (state.insisted === 'as wanted' || (state.sawGoal && !endless))
    return after(told, fail(state, atUs, 'power-wrong-way'))
  if (plan.tries === 'forever' || state.presses < plan.tries)
    return after([tell(state, atUs, 'press', say.again)], press(state, atUs))
  const presses = state.presses === 1 ? 'One press' : `${state.presses} presses`
  const still = stillSo(presses, reading.power, state.presses, stateWords[reading.power])
  return after(told, fail(state, atUs, 'power-stuck', still))
}
