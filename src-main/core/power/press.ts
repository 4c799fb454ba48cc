import type { PressLine, SequenceState, SequenceStep } from './sequence'
import { say } from './sequence-words'
import { fail, tell } from './step-parts'
import { quoted } from '../words'

export function act(state: SequenceState, atUs: number): SequenceStep {
  const { action, board, offForMs } = state.plan
  const soft =
    action === 'off' ? board.soft?.off : action === 'reset' ? board.soft?.reset : undefined
  if (soft !== undefined && state.answered)
    return {
      state: { ...state, phase: { kind: 'soft' } },
      effects: [tell(state, atUs, 'soft', say.soft(soft)), { do: 'soft', command: soft }],
    }
  const restMs = action === 'on' ? board.wait.offToOnMs - (offForMs ?? Infinity) : 0
  if (restMs > 0)
    return {
      state: { ...state, phase: { kind: 'resting' } },
      effects: [tell(state, atUs, 'wait', say.rest(restMs)), { do: 'rest', ms: restMs }],
    }
  return press(state, atUs)
}

export function press(state: SequenceState, atUs: number): SequenceStep {
  const { action, board, can } = state.plan
  const line: PressLine = action === 'reset' || action === 'cut' ? action : 'power'
  const ms = action === 'on' ? board.pulse.onMs : action === 'off' ? board.pulse.offMs : undefined
  const length = ms ?? (action === 'reset' ? board.pulse.resetMs : board.pulse.cutMs)
  const wired = line === 'power' ? can.on : line === 'reset' ? can.resetLine : can.cut
  if (!wired || length === undefined) return fail(state, atUs, 'power-no-line', quoted(`${line}.`))
  return {
    state: { ...state, phase: { kind: 'pressing', line }, sawGoal: false, dropped: false },
    effects: [
      tell(state, atUs, 'press', say.press(line, length, state.presses + 1)),
      { do: 'press', line, ms: length },
    ],
  }
}
