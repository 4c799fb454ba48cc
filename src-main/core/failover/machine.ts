import type { SlotName } from '../modem/slot-names'
import type { SeenLine, Words } from '../words'
import type { DecisionKind, Trigger } from './decision'
import { closed, decisionOf, type Beginning } from './decision-row'
import { mayMove, mayTry, onTimes, recent, waitingTimes, wake } from './limits'
import { msBetween, type Moment } from './moment'
import { changed, needsPreparing, observe, ready } from './observe'
import { backOffMs, firstSlot, holdMs, otherSlot } from './policy'
import type { Effect, Input, Phase, State, Step } from './state'
import { troubleOf, type Trouble } from './trouble'
import {
  attempt,
  attemptsFailed,
  chosenByHand,
  isFirst,
  mostMovesReached,
  notConnected,
  notReady,
  overriddenByHand,
  rested,
  stoppedByHand,
  wellFor,
} from './words'

/** Decides what a failover does next; does none of it. */
export function next(state: State, input: Input): Step {
  const seen = observe(state, input)
  switch (input.kind) {
    case 'start':
      return started(seen, input.at)
    case 'stop':
      return stopped(seen, input.at)
    case 'manual':
      return byHand(seen, input.to, input.at)
    case 'brought':
      return brought(seen, input)
    case 'prepared':
      return prepared(seen, input)
    default:
      return decide(seen, input.at)
  }
}

const still = (state: State, effects: readonly Effect[] = []): Step => ({
  state,
  effects,
  rows: [],
})
const before = (step: Step, first: Omit<Step, 'state'>): Step => ({
  state: step.state,
  effects: [...first.effects, ...step.effects],
  rows: [...first.rows, ...step.rows],
})

function started(state: State, at: Moment): Step {
  if (state.phase.kind !== 'off' && state.phase.kind !== 'stopped') return still(state)
  const to = firstSlot(state.policy)
  return begin({ ...state, attempts: 0 }, at, {
    to,
    trigger: 'start',
    since: at,
    evidence: [isFirst(to, state.policy.mode)],
  })
}

function stopped(state: State, at: Moment): Step {
  const cut = closed(state, at, 'failed', [], [stoppedByHand])
  const effects: Effect[] = [{ do: 'move', to: null }, { do: 'rest' }]
  return { state: { ...cut.state, phase: { kind: 'off' }, staying: null }, effects, rows: cut.rows }
}

function byHand(state: State, to: SlotName, at: Moment): Step {
  const { phase } = state
  if (phase.kind === 'off') return still(state)
  if (phase.kind === 'on' && phase.slot === to) return decide({ ...state, pinned: to }, at)
  const cut = closed(state, at, 'failed', [], [overriddenByHand])
  const step = begin(changed({ ...cut.state, attempts: 0 }, to, at, { nextTryUs: 0 }), at, {
    to,
    trigger: 'manual',
    since: at,
    evidence: [chosenByHand(to)],
  })
  return before(step, { effects: [], rows: cut.rows })
}

function begin(state: State, at: Moment, why: Beginning): Step {
  const { to, trigger } = why
  const from = state.phase.kind === 'on' ? state.phase.slot : null
  const kind: DecisionKind = state.last !== null && to !== state.last ? 'switch' : 'connect'
  const row = decisionOf(state, at, kind, { ...why, from: from ?? state.last, result: 'open' })
  const job = state.jobs + 1
  const view = state.slots[to]
  const fresh =
    view.link && needsPreparing({ ...state, policy: { ...state.policy, mode: 'hot' } }, view)
  const phase: Phase = { kind: 'bringing', job, to, from, since: at }
  const flaps = flapsAfter(state, at, trigger)
  const effects: Effect[] = [
    ...(why.dead === true ? [{ do: 'move', to: null } as const] : []),
    { do: 'bring', job, to, from: putOut(state, to, from), fresh },
  ]
  const begun: State = {
    ...state,
    phase,
    jobs: job,
    open: row,
    decisions: row.id,
    staying: null,
    flaps,
  }
  return {
    state: changed(begun, to, at, { preparing: false }),
    effects,
    rows: [{ ...row, phases: [{ phase: 'detect', ms: msBetween(why.since, at) }] }],
  }
}

/** Who is put out first: in cold mode only one slot is ever on, whatever came before. */
function putOut({ policy }: State, to: SlotName, from: SlotName | null): SlotName | null {
  if (policy.mode === 'cold') return otherSlot(to)
  return from === to ? null : from
}

/** A slot that is left soon after it took over has not held; one that carried for long starts anew. */
function flapsAfter(state: State, at: Moment, trigger: Trigger): number {
  if (state.phase.kind !== 'on' || trigger === 'manual') return state.flaps
  const carriedMs = msBetween(state.phase.since, at)
  if (trigger === 'return') return state.flaps
  if (carriedMs >= state.policy.limits.flapMs) return 0
  return state.moves.length > 0 ? state.flaps + 1 : state.flaps
}

function brought(state: State, input: Extract<Input, { kind: 'brought' }>): Step {
  const { phase } = state
  // Another decision has taken its place.
  if (phase.kind !== 'bringing' || phase.job !== input.job) return decide(state, input.at)
  const { trigger } = state.open ?? { trigger: 'retry' as const }
  const done = closed(state, input.at, input.ok ? 'done' : 'failed', input.phases, input.seen)
  const step = input.ok
    ? tookOver(done.state, phase, trigger, input.at)
    : fellShort(done.state, phase, trigger, input)
  return before(step, { effects: [], rows: done.rows })
}

type Bringing = Extract<Phase, { kind: 'bringing' }>

function tookOver(state: State, { to, from }: Bringing, trigger: Trigger, at: Moment): Step {
  const { mode } = state.policy
  const moved = state.last !== null && state.last !== to
  const left = from !== null && from !== to ? from : null
  let now = changed(state, to, at, {
    link: true,
    port: true,
    lost: null,
    failures: 0,
    nextTryUs: 0,
    health: [],
    preparing: false,
  })
  // A cold slot is off now and says nothing; its hold time runs from here.
  if (moved && mode === 'cold' && state.last)
    now = changed(now, state.last, at, { wellSince: at, link: false, lost: null })
  const pinned = trigger === 'manual' ? to : state.pinned === to ? to : null
  const on: State = {
    ...now,
    phase: { kind: 'on', slot: to, since: at },
    last: to,
    pinned,
    attempts: 0,
    moves: moved ? [...recent(state, at), at.us] : recent(state, at),
  }
  const effects: Effect[] = [{ do: 'move', to }]
  if (left && mode === 'warm') effects.push({ do: 'release', slot: left })
  return before(decide(on, at), { effects, rows: [] })
}

function fellShort(
  state: State,
  { to, from }: Bringing,
  trigger: Trigger,
  { at, seen }: Extract<Input, { kind: 'brought' }>,
): Step {
  const view = state.slots[to]
  const failures = view.failures + 1
  const nextTryUs = at.us + backOffMs(state.policy, failures) * 1000
  const flaps = trigger === 'return' ? state.flaps + 1 : state.flaps
  const restart = state.policy.mode === 'cold' ? { wellSince: at } : {}
  const now = changed({ ...state, flaps }, to, at, { failures, nextTryUs, ...restart })
  const carries = from !== null && from !== to && now.slots[from].link
  if (carries && !troubleOf(now, from, at)?.hard)
    return before(decide({ ...now, phase: { kind: 'on', slot: from, since: at } }, at), {
      effects: [{ do: 'move', to: from }],
      rows: [],
    })
  const attempts = now.attempts + 1
  const { tries } = state.policy.retry
  if (tries !== 'forever' && attempts >= tries) return giveUp({ ...now, attempts }, at, seen)
  const why = seen.length > 0 ? seen : [notConnected(to)]
  const waiting: State = { ...now, attempts, phase: { kind: 'waiting', why } }
  return before(decide(waiting, at), { effects: [{ do: 'move', to: null }], rows: [] })
}

function giveUp(state: State, at: Moment, seen: readonly SeenLine[]): Step {
  const reason: Words = attemptsFailed(state.attempts)
  const evidence = seen.length > 0 ? seen : [reason]
  const row = decisionOf(state, at, 'stop', {
    from: state.last,
    to: null,
    trigger: 'retry',
    since: at,
    evidence,
    reason,
    result: 'done',
  })
  const words = row.words
  return {
    state: { ...state, decisions: row.id, phase: { kind: 'stopped', words } },
    effects: [
      { do: 'move', to: null },
      { do: 'call', words },
    ],
    rows: [{ ...row, ms: 0 }],
  }
}

function prepared(state: State, input: Extract<Input, { kind: 'prepared' }>): Step {
  const { slot, at, ok } = input
  if (!state.slots[slot].preparing) return decide(state, at)
  if (ok) {
    const link = state.policy.mode === 'hot' ? { link: true, health: [], lost: null } : {}
    const well = { failures: 0, nextTryUs: 0, registered: true, unregisteredSince: null }
    return decide(changed(state, slot, at, { preparing: false, ...well, ...link }), at)
  }
  const failures = state.slots[slot].failures + 1
  const nextTryUs = at.us + backOffMs(state.policy, failures) * 1000
  return decide(changed(state, slot, at, { preparing: false, failures, nextTryUs }), at)
}

/** What to do now, from what is known; called after everything that happens. */
function decide(state: State, at: Moment): Step {
  switch (state.phase.kind) {
    case 'on':
      return decideOn(state, state.phase, at)
    case 'waiting':
      return decideWaiting(state, state.phase.why, at)
    case 'off':
    case 'stopped':
    case 'bringing':
      return still(state)
  }
}

function decideOn(state: State, phase: Extract<Phase, { kind: 'on' }>, at: Moment): Step {
  const trouble = troubleOf(state, phase.slot, at)
  if (!trouble) return carryOn({ ...state, staying: null }, phase.slot, at)
  return trouble.hard
    ? leave(state, phase.slot, trouble, at)
    : considerLeaving(state, phase, trouble, at)
}

/** Nothing passes: the other slot, or the same one anew, or as soon as one may be tried. */
function leave(state: State, slot: SlotName, trouble: Trouble, at: Moment): Step {
  const other = otherSlot(slot)
  const allowed = mayMove(state, at)
  if (allowed && mayTry(state, other, at))
    return begin(state, at, { ...trouble, to: other, dead: true })
  if (mayTry(state, slot, at))
    return begin(state, at, {
      ...trouble,
      to: slot,
      dead: true,
      reason: allowed ? notReady(other) : limitReached(state),
    })
  const waiting: State = { ...state, phase: { kind: 'waiting', why: trouble.evidence } }
  return before(decide(waiting, at), { effects: [{ do: 'move', to: null }], rows: [] })
}

/** Something passes still: only a standby that is ready is better. */
function considerLeaving(
  state: State,
  { slot, since }: Extract<Phase, { kind: 'on' }>,
  trouble: Trouble,
  at: Moment,
): Step {
  const other = otherSlot(slot)
  const settled = msBetween(since, at) >= state.policy.limits.stayMs
  const allowed = mayMove(state, at)
  if (settled && allowed && mayTry(state, other, at) && ready(state, state.slots[other]))
    return begin(state, at, { ...trouble, to: other })
  const kept = carryOn(state, slot, at)
  if (!settled || state.staying === trouble.trigger || kept.state.phase.kind !== 'on') return kept
  const reason = allowed ? notReady(other) : limitReached(state)
  const row = decisionOf(kept.state, at, 'stay', {
    ...trouble,
    from: slot,
    to: slot,
    reason,
    result: 'done',
  })
  return {
    state: { ...kept.state, staying: trouble.trigger, decisions: row.id },
    effects: kept.effects,
    rows: [...kept.rows, { ...row, ms: 0 }],
  }
}

const limitReached = ({ policy }: State): Words => mostMovesReached(policy.limits.perHour)

/** The slot keeps the traffic, unless the main one is well again; the other is made ready. */
function carryOn(state: State, slot: SlotName, at: Moment): Step {
  const { roles } = state.policy
  if (roles.kind === 'main' && slot !== roles.main) {
    const back = considerReturn(state, roles.main, at)
    if (back) return back
  }
  const other = otherSlot(slot)
  const view = state.slots[other]
  const due = needsPreparing(state, view) && !view.preparing && view.nextTryUs <= at.us
  const now = due ? changed(state, other, at, { preparing: true }) : state
  const prepare: Effect[] = due ? [{ do: 'prepare', slot: other, fresh: view.link }] : []
  return still(now, [...prepare, ...wake(at, onTimes(now, slot, at))])
}

function considerReturn(state: State, main: SlotName, at: Moment): Step | undefined {
  const { back } = state.policy
  const { wellSince } = state.slots[main]
  if (!back.on || state.pinned !== null || !wellSince) return undefined
  const wellMs = msBetween(wellSince, at)
  if (wellMs < holdMs(state.policy, state.flaps)) return undefined
  if (!mayMove(state, at) || !mayTry(state, main, at)) return undefined
  const [name, s] = [main.toUpperCase(), Math.round(wellMs / 1000)]
  const evidence: readonly Words[] =
    state.policy.mode === 'cold' ? [rested(name, s)] : [wellFor(name, s)]
  return begin(state, at, { to: main, trigger: 'return', since: at, evidence })
}

function decideWaiting(state: State, why: readonly SeenLine[], at: Moment): Step {
  const allowed = mayMove(state, at)
  const first = state.last ?? firstSlot(state.policy)
  const to = [otherSlot(first), first]
    .filter((slot) => mayTry(state, slot, at) && (allowed || slot === first))
    .sort((one, two) => state.slots[one].failures - state.slots[two].failures)[0]
  if (to === undefined) return still(state, wake(at, waitingTimes(state)))
  const count = state.attempts + 1
  const nth: Words = attempt(count)
  return begin(state, at, { to, trigger: 'retry', since: at, evidence: [...why, nth], dead: true })
}
