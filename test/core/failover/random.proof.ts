import { expect, test } from 'vitest'
import { Failover } from '@core/failover/runner'
import { backOffMs, defaultPolicy, failoverModes, type Policy } from '@core/failover/policy'
import type { Decision } from '@core/failover/decision'
import type { SlotName } from '@core/modem/slot-state'
import { between, seededChance, type Chance } from '@core/ports/chance'
import { ModelSlot } from '../../support/failover-slots'
import { ManualClock } from '../../support/manual-clock'

const hours = 3
const hourUs = 3_600_000_000

function policyOf(chance: Chance): Policy {
  const mode = failoverModes[between(chance, 0, 2)] ?? 'hot'
  const roles =
    chance.next() < 0.6
      ? ({ kind: 'main', main: 'a' } as const)
      : ({ kind: 'equal', first: 'b' } as const)
  const signal = { on: chance.next() < 0.5, belowDbm: -115, forMs: 30_000 }
  return {
    ...defaultPolicy,
    mode,
    roles,
    triggers: { ...defaultPolicy.triggers, signal },
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
  const moves: { us: number; to: SlotName | null }[] = []
  const errors: unknown[] = []
  const failover = new Failover({
    slots,
    policy,
    clock,
    onMove: (to) => moves.push({ us: clock.monotonicUs(), to }),
    report: (error) => errors.push(error),
  })
  plan(clock, chance, slots)
  failover.start()
  await clock.advance(hours * 3_600_000)
  const tail = { phase: failover.machine.phase, state: failover.machine }
  await clock.until(failover.stop())
  return { clock, policy, slots, moves, errors, rows: failover.decisions, tail }
}

const carried = (moves: readonly { us: number; to: SlotName | null }[]) =>
  moves.filter(({ to }, index) => to !== null && moves[index - 1]?.to !== to)

test('keeps its promises in 1,000 random nights', { timeout: 300_000 }, async () => {
  for (let seed = 1; seed <= 1_000; seed++) {
    const { policy, moves, errors, rows, tail, slots, clock } = await night(seed)
    const where = `seed ${seed}`
    expect(errors, where).toEqual([])
    explained(moves, rows, where)
    withinLimit(moves, policy, where)
    trying(rows, policy, slots, clock, tail.phase.kind, where)
    expect(clock.pending, where).toBeLessThan(40)
  }
})

/** Each change of the slot that has the traffic belongs to a decision that is done, with evidence. */
function explained(
  moves: readonly { us: number; to: SlotName | null }[],
  rows: readonly Decision[],
  where: string,
): void {
  for (const row of rows)
    expect(row.evidence.length, `${where}, ${row.words.en}`).toBeGreaterThan(0)
  for (const { us, to } of carried(moves)) {
    const row = rows.find(
      (one) => one.ms !== null && Math.abs(one.monoUs + one.ms * 1000 - us) < 2_000,
    )
    expect(row, `${where}: traffic went to ${to} at ${us / 1e6} s`).toBeDefined()
  }
}

function withinLimit(
  moves: readonly { us: number; to: SlotName | null }[],
  { limits }: Policy,
  where: string,
): void {
  const real = moves.filter(({ to }) => to !== null)
  const changes = real.filter(({ to }, index) => index > 0 && real[index - 1]?.to !== to)
  for (const { us } of changes) {
    const within = changes.filter((other) => other.us > us - hourUs && other.us <= us)
    expect(within.length, where).toBeLessThanOrEqual(limits.perHour)
  }
}

/** Without traffic, the next attempt is never further away than the longest back-off. */
function trying(
  rows: readonly Decision[],
  policy: Policy,
  slots: Record<SlotName, ModelSlot>,
  clock: ManualClock,
  phase: string,
  where: string,
): void {
  expect(['on', 'bringing', 'waiting'], where).toContain(phase)
  if (phase === 'on') expect(slots.a.link || slots.b.link, where).toBe(true)
  const failed = rows.filter(({ kind, result }) => kind !== 'stay' && result === 'failed')
  for (const row of failed) {
    const end = row.monoUs + (row.ms ?? 0) * 1000
    const after = rows.find(({ id }) => id > row.id)
    const latest = (after?.monoUs ?? clock.monotonicUs()) - end
    const longest = backOffMs(policy, 40) + policy.limits.bringMs
    // A slot that carries on, or one that is unplugged, may be left alone for longer.
    if (row.trigger === 'retry')
      expect(latest / 1000, where).toBeLessThanOrEqual(longest + 1_500_000)
  }
}
