import { expect, test } from 'vitest'
import { Failover } from '@core/failover/runner'
import { backOffMs, defaultPolicy, failoverModes, type Policy } from '@core/failover/policy'
import type { Decision } from '@core/failover/decision'
import { slotNames, type SlotName } from '@core/modem/slot-names'
import { between, seededChance, type Chance } from '@core/ports/chance'
import type { SoakPlan } from '@core/soak/plan'
import { ModelSlot } from '../../support/failover-slots'
import { ManualClock } from '../../support/manual-clock'
import { expectSums, modelRun } from '../../support/soak-run'
import { cases } from '../../support/proofs'

const hours = 3
const hourMs = 3_600_000
const hourUs = hourMs * 1000

const soak: SoakPlan = {
  name: 'random',
  durationMs: hours * hourMs - 600_000,
  upload: { kind: 'get', target: 'http://ip.example/dual', everyMs: 300_000, timeoutMs: 20_000 },
  sampleMs: 300_000,
  faults: [],
  stop: { gapMs: null, switches: null },
  goal: { availabilityPct: 99, longestGapMs: 60_000 },
}

function policyOf(chance: Chance): Policy {
  const mode = failoverModes[between(chance, 0, 2)] ?? 'hot'
  const roles =
    chance.next() < 0.6
      ? ({ kind: 'main', main: 'a' } as const)
      : ({ kind: 'equal', first: 'b' } as const)
  const signal = { on: chance.next() < 0.5, belowDbm: -115, forMs: 30_000 }
  const failures = between(chance, 1, 4)
  const health = {
    ...defaultPolicy.triggers.health,
    everyMs: between(chance, 10, 90) * 1000,
    failures,
    of: failures + between(chance, 0, 3),
  }
  return {
    ...defaultPolicy,
    mode,
    roles,
    triggers: { ...defaultPolicy.triggers, signal, health },
    back: { on: true, holdMs: 120_000, longestHoldMs: 1_800_000 },
    limits: { ...defaultPolicy.limits, perHour: between(chance, 1, 6) },
  }
}

/** Faults at random moments, each with its end. */
function plan(clock: ManualClock, chance: Chance, slots: Record<SlotName, ModelSlot>): void {
  for (let count = between(chance, 2, 14); count > 0; count--) {
    const slot = slots[chance.next() < 0.5 ? 'a' : 'b']
    const atMs = between(chance, 1_000, hours * 3_600_000 - 600_000)
    const forMs = between(chance, 5_000, 1_500_000)
    const [begin, end] = faults(slot)[between(chance, 0, 5)] ?? []
    clock.schedule(atMs, () => begin?.())
    clock.schedule(atMs + forMs, () => end?.())
  }
}

const faults = (slot: ModelSlot): readonly (readonly [() => void, () => void])[] => [
  [() => slot.lose(), () => undefined],
  [
    () => {
      slot.outage = true
      slot.lose()
    },
    () => {
      slot.outage = false
    },
  ],
  [
    () => {
      slot.dead = true
    },
    () => {
      slot.dead = false
    },
  ],
  [() => slot.unplug(), () => slot.plug()],
  [() => slot.signal(-121), () => slot.signal(-85)],
  [() => slot.register(false), () => slot.register(true)],
]

async function night(seed: number) {
  const clock = new ManualClock()
  const chance = seededChance(seed)
  const policy = policyOf(chance)
  const slots = { a: new ModelSlot('a', clock), b: new ModelSlot('b', clock) }
  const moves: Move[] = []
  const errors: unknown[] = []
  const run = modelRun({ clock, slots, plan: soak, report: (error) => errors.push(error) })
  const failover = new Failover({
    slots,
    policy,
    clock,
    onMove: (to) => {
      moves.push({ us: clock.monotonicUs(), to })
      run.moved(to)
    },
    onDecision: (row) => run.decided(row),
    onProbe: (slot, ms) => run.probed(slot, ms),
    onCall: () => run.gaveUp(),
    report: (error) => errors.push(error),
  })
  plan(clock, chance, slots)
  const idleness = watchTrying(clock, slots, failover, policy)
  run.start()
  failover.start()
  await clock.advance(hours * hourMs)
  const { phase } = failover.machine
  await clock.until(failover.stop())
  return { clock, policy, slots, moves, errors, rows: failover.decisions, phase, idleness, run }
}

/** What could carry traffic, were it only tried. */
const workable = (slot: ModelSlot) => slot.facts.port && !slot.outage && !slot.dead

const lookMs = 60_000

/** The longest time in which nobody had the traffic although a slot that may be tried could have had it, in ms. */
function watchTrying(
  clock: ManualClock,
  slots: Record<SlotName, ModelSlot>,
  failover: Failover,
  { limits }: Policy,
) {
  const since: Partial<Record<SlotName, number>> = {}
  const found = { ms: 0 }
  const look = () => {
    clock.schedule(lookMs, look)
    const { moves, last } = failover.machine
    const us = clock.monotonicUs()
    const spent = moves.filter((move) => move > us - hourUs).length >= limits.perHour
    for (const slot of slotNames) {
      const idle = failover.active === null && workable(slots[slot]) && (!spent || last === slot)
      if (!idle) delete since[slot]
      else since[slot] ??= clock.nowMs()
      found.ms = Math.max(found.ms, clock.nowMs() - (since[slot] ?? clock.nowMs()))
    }
  }
  look()
  return found
}

interface Move {
  readonly us: number
  readonly to: SlotName | null
}

const carried = (moves: readonly Move[]) =>
  moves.filter(({ to }, index) => to !== null && moves[index - 1]?.to !== to)

const nights = cases(1_000)

test(`keeps its promises in ${nights} random nights`, async () => {
  for (let seed = 1; seed <= nights; seed++) {
    const { policy, moves, errors, rows, phase, slots, clock, idleness, run } = await night(seed)
    const where = `seed ${seed}`
    expect(errors, where).toEqual([])
    explained(moves, rows, where)
    withinLimit(moves, policy, where)
    // An attempt that fails, then the longest back-off, then one that works.
    const longest = backOffMs(policy, 40) + 2 * policy.limits.bringMs + lookMs
    expect(idleness.ms, where).toBeLessThanOrEqual(longest)
    expect(['on', 'bringing', 'waiting'], where).toContain(phase.kind)
    if (phase.kind === 'on') expect(slots.a.link || slots.b.link, where).toBe(true)
    expect(run.state.state, where).toBe('ended')
    expectSums(run.state.summary, where)
    expect(clock.pending, where).toBeLessThan(40)
  }
})

/** Each change of the slot that has the traffic belongs to a decision that is done, with evidence. */
function explained(moves: readonly Move[], rows: readonly Decision[], where: string): void {
  for (const row of rows)
    if (row.evidence.length === 0) expect.fail(`${where}: no evidence for ${row.words.en}`)
  for (const { us, to } of carried(moves)) {
    const row = rows.find(
      (one) => one.ms !== null && Math.abs(one.monoUs + one.ms * 1000 - us) < 2_000,
    )
    if (!row) expect.fail(`${where}: traffic went to ${to} at ${us / 1e6} s`)
  }
}

function withinLimit(moves: readonly Move[], { limits }: Policy, where: string): void {
  const real = moves.filter(({ to }) => to !== null)
  const changes = real.filter(({ to }, index) => index > 0 && real[index - 1]?.to !== to)
  for (const { us } of changes) {
    const within = changes.filter((other) => other.us > us - hourUs && other.us <= us)
    expect(within.length, where).toBeLessThanOrEqual(limits.perHour)
  }
}
