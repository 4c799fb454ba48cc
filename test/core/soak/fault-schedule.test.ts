import { expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { FaultSchedule } from '@core/soak/fault-schedule'
import type { PlannedFault, SoakPlan } from '@core/soak/plan'
import type { SoakRow } from '@core/soak/rows'
import { ManualClock } from '../../support/manual-clock'

const minute = 60_000
const fault = (more: Partial<PlannedFault>): PlannedFault => ({
  ...{ atMs: 10 * minute, everyMs: null, slot: 'a', fault: 'cut-session' },
  ...{ value: null, note: null, ...more },
})
const plan = (faults: readonly PlannedFault[]): SoakPlan => ({
  name: 'night',
  durationMs: 60 * minute,
  upload: { kind: 'get', target: 'http://example.com/', everyMs: minute, timeoutMs: 10_000 },
  sampleMs: minute,
  faults,
  stop: { gapMs: null, switches: null },
  goal: { availabilityPct: 99, longestGapMs: minute },
})

/** A schedule over a clock, begun so long after its run was started. */
function begun(faults: readonly PlannedFault[], { lateMs = 0, inject = async () => {} } = {}) {
  const clock = new ManualClock()
  const startedMs = clock.nowMs() - lateMs
  const done: number[] = []
  const rows: SoakRow[] = []
  const reported: unknown[] = []
  const schedule = new FaultSchedule(plan(faults), {
    clock,
    startedMs: () => startedMs,
    at: (_name, ms, run) => clock.schedule(ms, run),
    inject: async () => {
      done.push((clock.nowMs() - startedMs) / minute)
      await inject()
    },
    row: (row) => rows.push(row),
    report: (error) => reported.push(error),
  })
  schedule.begin()
  const nextAt = (passedMinutes: number) => {
    const next = schedule.next(startedMs + passedMinutes * minute)
    return next && (next.atMs - startedMs) / minute
  }
  return { clock, done, rows, reported, nextAt }
}

test.for([
  ['once', fault({}), 0, [10]],
  ['again and again, until the run is over', fault({ everyMs: 20 * minute }), 0, [10, 30, 50]],
  ['not at the end itself', fault({ atMs: 60 * minute }), 0, []],
  ['not where its time passed meanwhile', fault({}), 15 * minute, []],
  ['with what is still to come', fault({ everyMs: 20 * minute }), 15 * minute, [30, 50]],
  ['at the very moment of going on', fault({}), 10 * minute, [10]],
] as const)('a fault is injected %s', async ([, planned, lateMs, minutes]) => {
  const { clock, done } = begun([planned], { lateMs })
  await clock.advance(120 * minute)
  expect(done).toEqual(minutes)
})

test('what comes next is a fault as long as one is to come, then the end, then nothing', () => {
  const { nextAt } = begun([fault({}), fault({ atMs: 5 * minute, everyMs: 25 * minute })])
  expect([0, 5, 9, 10, 30, 54, 55, 60].map(nextAt)).toEqual([5, 10, 10, 30, 55, 55, 60, null])
})

test('each fault leaves a row, and one that could not be injected says why', async () => {
  const refused = new Fault('at-timeout')
  const { clock, rows, reported } = begun([fault({ fault: 'lose-cells', value: 'on' })], {
    inject: () => Promise.reject(refused),
  })
  await clock.advance(11 * minute)
  expect(rows).toMatchObject([
    { k: 'fault', slot: 'a', fault: 'lose-cells=on', failed: refused.message },
  ])
  expect(reported).toEqual([])
})

test('an error that is no refusal is reported besides', async () => {
  const broken = new Error('no such board')
  const { clock, rows, reported } = begun([fault({})], { inject: () => Promise.reject(broken) })
  await clock.advance(11 * minute)
  expect(rows).toMatchObject([{ fault: 'cut-session', failed: 'no such board' }])
  expect(reported).toEqual([broken])
})
