import { faultRows, type FaultCode } from '../fault'
import type { Words } from '../words'
import { readingOf, sameReading, type Evidence, type Reading } from './evidence'
import {
  goalOf,
  type PowerEntry,
  type PowerResult,
  type PressLine,
  type SequenceEffect,
  type SequenceInput,
  type SequenceState,
  type SequenceStep,
  type Waiting,
} from './sequence'
import { say } from './sequence-words'

/** A state that settled at once is still read twice; one that bounces is given up after so many looks. */
const steadyLooks = 2
const mostLooks = 8
/** Between the first looks. */
const lookAgainMs = 100
/** A reset may drop STATUS for less than a second. */
const resetPollMs = 100

const unknown: Reading = { power: 'unknown', by: 'nothing' }

/** Decides what a power sequence does next; does none of it. */
export function next(state: SequenceState, input: SequenceInput): SequenceStep {
  if (state.phase.kind === 'ended') return { state, effects: [] }
  switch (input.kind) {
    case 'start':
      return begin(state, input.atUs)
    case 'edge':
      return edge(state, input.status, input.atUs)
    case 'seen':
      return seen(state, input.evidence, input.atUs)
    case 'rested':
      return rested(state, input.atUs)
    case 'pressed':
      return pressed(state, input)
    case 'softly':
      return softly(state, input)
    case 'failed':
      return fail(state, input.atUs, input.code, input.detail)
    case 'cancelled':
      return ended(state, input.atUs, 'cancelled', failureOf('power-cancelled', ''))
  }
}

function begin(state: SequenceState, atUs: number): SequenceStep {
  const { plan } = state
  const effects = [tell(state, atUs, 'look', say.begin(plan.action))]
  if (plan.tries === 'forever') effects.push(tell(state, atUs, 'warning', say.forever))
  if (plan.action === 'cut') effects.push(tell(state, atUs, 'warning', say.destructive))
  return { state, effects: [...effects, { do: 'look', at: true }] }
}

/** STATUS changed, whatever goes on; the edge itself decides nothing. */
function edge(state: SequenceState, status: 'on' | 'off', atUs: number): SequenceStep {
  if (state.status === status) return { state, effects: [] }
  const first = state.status === undefined
  const under = state.presses > 0 || state.phase.kind === 'pressing' || state.phase.kind === 'soft'
  const changed: SequenceState = {
    ...state,
    status,
    dropped: state.dropped || (under && status === 'off'),
    sawGoal: state.sawGoal || (under && status === waitedFor(state)),
  }
  return { state: changed, effects: first ? [] : [tell(state, atUs, 'edge', say.edge(status))] }
}

const waitedFor = ({ phase, plan }: SequenceState) =>
  phase.kind === 'waiting' ? phase.goal : goalOf(plan.action)

function seen(state: SequenceState, evidence: Evidence, atUs: number): SequenceStep {
  const reading = readingOf(evidence, state.answered)
  const noted = evidence.status
    ? edge(state, evidence.status, atUs)
    : { state, effects: [] as readonly SequenceEffect[] }
  const now: SequenceState = {
    ...noted.state,
    answered: state.answered || evidence.at === 'answers',
    last: reading,
  }
  return after(noted.effects, judge(now, reading, state.last, atUs))
}

function judge(
  state: SequenceState,
  reading: Reading,
  before: Reading | undefined,
  atUs: number,
): SequenceStep {
  const { phase } = state
  if (phase.kind === 'looking') return looked(state, phase.looks + 1, reading, before, atUs)
  if (phase.kind === 'waiting') return waited(state, phase, reading, atUs)
  if (phase.kind === 'judging') return judged(state, phase, reading, atUs)
  if (phase.kind === 'closing') return ended(state, atUs, 'done')
  return { state, effects: [] }
}

function looked(
  state: SequenceState,
  looks: number,
  reading: Reading,
  before: Reading | undefined,
  atUs: number,
): SequenceStep {
  if (reading.by !== 'status' || (looks >= steadyLooks && sameReading(reading, before)))
    return decide(state, reading, atUs)
  if (looks >= mostLooks)
    return after(
      [tell(state, atUs, 'warning', say.bouncing)],
      decide({ ...state, last: unknown }, unknown, atUs),
    )
  return {
    state: { ...state, phase: { kind: 'looking', looks } },
    effects: [{ do: 'rest', ms: lookAgainMs }],
  }
}

/** The state before anything is pressed is known as well as it can be. */
function decide(state: SequenceState, reading: Reading, atUs: number): SequenceStep {
  const { action, insist } = state.plan
  const effects = [tell(state, atUs, 'look', say.looked(reading))]
  if (reading.contradicted) effects.push(tell(state, atUs, 'warning', say.contradicted))
  const asWanted = action !== 'reset' && reading.power === goalOf(action)
  if (asWanted && !insist) return after(effects, ended(state, atUs, 'already'))
  if (action === 'reset' && reading.power === 'off' && !insist)
    return after(effects, fail(state, atUs, 'power-is-off'))
  const blind = reading.power === 'unknown' && action !== 'cut'
  if (blind && !insist) return after(effects, fail(state, atUs, 'power-unknown'))
  const insisted = asWanted ? ('as wanted' as const) : blind ? ('unknown' as const) : undefined
  if (insisted) effects.push(tell(state, atUs, 'warning', say.insisted))
  const going = insisted ? { ...state, insisted } : state
  return after(effects, act(going, atUs))
}

function act(state: SequenceState, atUs: number): SequenceStep {
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

function press(state: SequenceState, atUs: number): SequenceStep {
  const { action, board, can } = state.plan
  const line: PressLine = action === 'reset' || action === 'cut' ? action : 'power'
  const ms = action === 'on' ? board.pulse.onMs : action === 'off' ? board.pulse.offMs : undefined
  const length = ms ?? (action === 'reset' ? board.pulse.resetMs : board.pulse.cutMs)
  const wired = line === 'power' ? can.on : line === 'reset' ? can.resetLine : can.cut
  if (!wired || length === undefined) return fail(state, atUs, 'power-no-line', `${line}.`)
  return {
    state: { ...state, phase: { kind: 'pressing', line }, sawGoal: false, dropped: false },
    effects: [
      tell(state, atUs, 'press', say.press(line, length, state.presses + 1)),
      { do: 'press', line, ms: length },
    ],
  }
}

function pressed(
  state: SequenceState,
  input: Extract<SequenceInput, { kind: 'pressed' }>,
): SequenceStep {
  if (state.phase.kind !== 'pressing') return { state, effects: [] }
  const { line } = state.phase
  const counted = { ...state, presses: state.presses + 1 }
  const effects = [tell(state, input.atUs, 'press', say.pressed(line, input.actualMs))]
  if (line === 'cut')
    return {
      state: { ...counted, phase: { kind: 'closing' } },
      effects: [...effects, { do: 'look', at: false }],
    }
  return after(effects, wait(counted, firstGoal(counted), 'press', input.atUs))
}

function softly(
  state: SequenceState,
  input: Extract<SequenceInput, { kind: 'softly' }>,
): SequenceStep {
  if (state.phase.kind !== 'soft') return { state, effects: [] }
  if (input.result === 'accepted')
    return after(
      [tell(state, input.atUs, 'soft', say.softAccepted)],
      wait(state, firstGoal(state), 'soft', input.atUs),
    )
  const effects = [tell(state, input.atUs, 'soft', say.softRefused(input.seen))]
  return after(effects, press(state, input.atUs))
}

/** A reset is seen by STATUS going off; without a wire only the coming back can be seen. */
function firstGoal(state: SequenceState): 'on' | 'off' {
  if (state.plan.action !== 'reset') return goalOf(state.plan.action)
  return state.status === undefined ? 'on' : 'off'
}

function wait(
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

const look = (state: SequenceState): SequenceEffect => ({
  do: 'look',
  at: state.status === undefined,
})

function waited(
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
function judged(
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
  return after(told, fail(state, atUs, 'power-stuck', `${presses}, still ${reading.power}.`))
}

function rested(state: SequenceState, atUs: number): SequenceStep {
  if (state.phase.kind === 'resting') return press(state, atUs)
  if (state.phase.kind === 'looking') return { state, effects: [{ do: 'look', at: false }] }
  if (state.phase.kind === 'waiting') return { state, effects: [look(state)] }
  return { state, effects: [] }
}

type Failure = NonNullable<PowerResult['fault']>
const failureOf = (code: FaultCode, detail: string): Failure => ({ code, detail })

const fail = (state: SequenceState, atUs: number, code: FaultCode, detail = ''): SequenceStep =>
  ended(state, atUs, 'failed', failureOf(code, detail))

function ended(
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
    const detail = fault.detail ? ` ${fault.detail}` : ''
    return { en: `${meaning.en}${detail}`, ja: `${meaning.ja}${detail}` }
  }
  if (outcome === 'already') return say.already(reading)
  return outcome === 'pressed' ? say.onlyPressed : say.done(reading, ms)
}

function tell(
  state: SequenceState,
  atUs: number,
  kind: PowerEntry['kind'],
  words: Words,
): SequenceEffect {
  return { do: 'tell', entry: { kind, words, sinceMs: (atUs - state.startUs) / 1000 } }
}

const after = (effects: readonly SequenceEffect[], step: SequenceStep): SequenceStep => ({
  state: step.state,
  effects: [...effects, ...step.effects],
})
