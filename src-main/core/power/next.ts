import { readingOf, sameReading, type Evidence, type Reading } from './evidence'
import { act, press } from './press'
import {
  goalOf,
  type SequenceEffect,
  type SequenceInput,
  type SequenceState,
  type SequenceStep,
} from './sequence'
import { say } from './sequence-words'
import { after, ended, fail, failureOf, tell, unknown } from './step-parts'
import { firstGoal, judged, look, steadyLooks, wait, waited } from './waits'
import { quoted } from '../words'

/** A STATUS that bounces is given up after so many looks. */
const mostLooks = 8
/** Between the first looks. */
const lookAgainMs = 100

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
      return ended(state, input.atUs, 'cancelled', failureOf('power-cancelled', quoted('')))
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

function rested(state: SequenceState, atUs: number): SequenceStep {
  if (state.phase.kind === 'resting') return press(state, atUs)
  if (state.phase.kind === 'looking') return { state, effects: [{ do: 'look', at: false }] }
  if (state.phase.kind === 'waiting') return { state, effects: [look(state)] }
  return { state, effects: [] }
}
