import { expect, test } from 'vitest'
import { defaultPolicy, type Policy } from '@core/failover/policy'
import { Failover } from '@core/failover/runner'
import type { Store } from '@core/ports/store'
import { between, seededChance } from '@core/ports/chance'
import type { SoakPlan } from '@core/soak/plan'
import { soakReport } from '@core/soak/report'
import { RowStore } from '@core/soak/row-store'
import { ModelSlot } from '../../support/failover-slots'
import { ManualClock } from '../../support/manual-clock'
import { expectSums, modelRun, type ServerLine } from '../../support/soak-run'

const hourMs = 3_600_000
const plan: SoakPlan = {
  name: 'night',
  durationMs: 10 * hourMs,
  upload: { kind: 'get', target: 'http://ip.example/dual', everyMs: 30_000, timeoutMs: 20_000 },
  sampleMs: 60_000,
  faults: [],
  stop: { gapMs: null, switches: null },
  goal: { availabilityPct: 99.9, longestGapMs: 60_000 },
}

/** A disk in memory. */
function memoryStore(files = new Map<string, string>()): Store & { files: Map<string, string> } {
  return {
    files,
    read: async (name) => files.get(name),
    write: async (name, text) => void files.set(name, text),
  }
}

/** One life of the program: slots, failover and run on a clock; `kill` ends it as kill -9 does. */
async function life(clock: ManualClock, store: Store, policy: Policy, of = plan) {
  const slots = { a: new ModelSlot('a', clock), b: new ModelSlot('b', clock) }
  const kept = await RowStore.load(store)
  const rows = kept?.store ?? (await RowStore.create(store, 'night', 'name: night'))
  const errors: unknown[] = []
  const server: ServerLine[] = []
  let alive = true
  const run = modelRun({
    clock,
    slots,
    plan: of,
    server,
    keep: async (row) => (alive ? rows.append(row) : undefined),
    report: (error) => errors.push(error),
  })
  const failover = new Failover({
    slots,
    policy,
    clock,
    onMove: (to) => run.moved(to),
    onDecision: (row) => run.decided(row),
    onProbe: (slot, ms) => run.probed(slot, ms),
    onCall: () => run.gaveUp(),
    report: (error) => errors.push(error),
  })
  run.start(kept?.rows ?? [])
  failover.start()
  return {
    slots,
    run,
    failover,
    server,
    errors,
    async kill() {
      alive = false
      run.suspend()
      await clock.until(failover.stop())
    },
  }
}

const equal: Policy = { ...defaultPolicy, roles: { kind: 'equal', first: 'a' } }

test('passes the night: the network cuts A after three hours, B takes over and stays', async () => {
  const clock = new ManualClock()
  const night = await life(clock, memoryStore(), equal)
  await clock.advance(3 * hourMs)
  night.slots.a.lose('NO CARRIER')
  await clock.advance(7 * hourMs + 60_000)
  const { summary, ended } = night.run.state
  expect(ended).toBe('done')
  expect(summary).toMatchObject({ switches: 1, uploads: { due: 1200, sent: 1200, left: 0 } })
  expect(summary.goal.met).toBe(true)
  expect(night.failover.active).toBe('b')
  expect(new Set(night.server.map(({ client }) => client)).size).toBe(2)
  expect(night.server.map(({ value }) => value.split('&')[0])).toEqual(
    Array.from({ length: 1200 }, (_, n) => `n=${n}`),
  )
  expectSums(summary)
  expect(night.errors).toEqual([])
  // The server's log: one address, then the other, and values of the gap with the moment they were measured.
  const clients = night.server.map(({ client }) => client)
  expect(clients.lastIndexOf(clients[0] ?? '')).toBe(clients.indexOf(clients.at(-1) ?? '') - 1)
  const measured = night.server.map(({ value }) => Date.parse(/at=([^&]+)/.exec(value)?.[1] ?? ''))
  const delays = night.server.map(({ ms }, index) => ms - (measured[index] ?? 0))
  expect(Math.max(...delays)).toBeLessThanOrEqual(summary.longestGapMs + 1_000)
  measured.slice(1).forEach((ms, index) => expect(ms - (measured[index] ?? 0)).toBe(30_000))
})

test('goes on after kill -9 with the same rows, and reports the time it was not there', async () => {
  const clock = new ManualClock()
  const store = memoryStore()
  const first = await life(clock, store, equal)
  await clock.advance(4 * hourMs)
  await first.kill()
  await clock.advance(hourMs / 2)
  const second = await life(clock, store, equal)
  await clock.advance(6 * hourMs)
  const { summary, ended } = second.run.state
  expect(ended).toBe('done')
  expect(summary.restarts).toBe(1)
  expect(summary.gaps.map(({ cause }) => cause)).toContain('not-running')
  expect(summary.elapsedMs).toBe(10 * hourMs)
  expect(summary.uploads).toMatchObject({ due: 1140, left: 0 })
  expectSums(summary)
  for (const format of ['html', 'markdown', 'csv'] as const)
    for (const language of ['en', 'ja'] as const) {
      const { text } = soakReport(second.run.tally, {
        ...{ format, language, utcOffsetMin: 540 },
        redactor: { text: (text) => text, masked: {} },
      })
      expect(text).not.toMatch(/undefined|NaN|Infinity/)
    }
})

test('sums add up in 20 nights kept on disk, and every upload arrives or waits', async () => {
  for (let seed = 1; seed <= 20; seed++) {
    const clock = new ManualClock()
    const chance = seededChance(seed)
    const short = { ...plan, durationMs: hourMs }
    const night = await life(clock, memoryStore(), defaultPolicy, short)
    for (let count = between(chance, 1, 6); count > 0; count--) {
      const slot = night.slots[chance.next() < 0.5 ? 'a' : 'b']
      const atMs = between(chance, 1_000, hourMs - 1_000)
      const kind = between(chance, 0, 2)
      clock.schedule(atMs, () => {
        if (kind === 0) slot.lose()
        else if (kind === 1) slot.unplug()
        else slot.dead = true
      })
      clock.schedule(atMs + between(chance, 5_000, 900_000), () => {
        slot.dead = false
        if (!slot.facts.port) slot.plug()
      })
    }
    await clock.advance(hourMs + 180_000)
    expect(night.run.state.state, `seed ${seed}`).toBe('ended')
    expectSums(night.run.state.summary)
    expect(night.errors, `seed ${seed}`).toEqual([])
  }
})
