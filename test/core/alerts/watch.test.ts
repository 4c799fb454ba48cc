import { expect, test } from 'vitest'
import { AlertWatch } from '@core/alerts/watch'
import { ManualClock } from '../../support/manual-clock'

function watched({ forMs = 10_000, againMs = 60_000 } = {}) {
  const clock = new ManualClock()
  const told: string[] = []
  const watch = new AlertWatch({
    clock,
    forMs,
    againMs,
    onRaised: (missed) => told.push(missed === 0 ? 'raised' : `raised, ${missed} missed`),
    onCleared: () => told.push('cleared'),
  })
  return { clock, told, watch }
}

test('is raised when it has held for long enough, and cleared when it ends', async () => {
  const { clock, told, watch } = watched()
  watch.hold(true)
  await clock.advance(9_999)
  expect(told).toEqual([])
  await clock.advance(1)
  expect(told).toEqual(['raised'])
  watch.hold(false)
  expect(told).toEqual(['raised', 'cleared'])
  expect(clock.pending).toBe(0)
})

test('what ends before, or is not known any more, raises nothing', async () => {
  const { clock, told, watch } = watched()
  watch.hold(true)
  await clock.advance(9_000)
  watch.hold(false)
  watch.hold(true)
  await clock.advance(9_000)
  watch.hold(undefined)
  await clock.advance(60_000)
  expect(told).toEqual([])
})

test('what was raised stays while nobody knows', async () => {
  const { clock, told, watch } = watched()
  watch.hold(true)
  await clock.advance(10_000)
  watch.hold(undefined)
  expect(watch.raised).toBe(true)
  watch.hold(true)
  await clock.advance(3_600_000)
  watch.hold(false)
  expect(told).toEqual(['raised', 'cleared'])
})

test('what comes and goes is told once in a while, with how often it was not', async () => {
  const { clock, told, watch } = watched({ forMs: 1_000, againMs: 60_000 })
  for (let n = 0; n < 20; n++) {
    watch.hold(true)
    await clock.advance(1_000)
    watch.hold(false)
    await clock.advance(1_000)
  }
  expect(told).toEqual(['raised', 'cleared'])
  watch.hold(true)
  await clock.advance(60_000)
  expect(told).toEqual(['raised', 'cleared', 'raised, 19 missed'])
})

test('a hit is raised at once, further ones are counted, and it ends when none came for a while', async () => {
  const { clock, told, watch } = watched({ againMs: 60_000 })
  for (let n = 0; n < 10; n++) {
    watch.hit()
    await clock.advance(1_000)
  }
  expect(told).toEqual(['raised'])
  await clock.advance(55_000)
  watch.hit()
  expect(told).toEqual(['raised', 'raised, 9 missed'])
  await clock.advance(60_000)
  expect(told).toEqual(['raised', 'raised, 9 missed', 'cleared'])
})

test('what a person has seen is silent until it has ended once', async () => {
  const { clock, told, watch } = watched({ forMs: 1_000, againMs: 10_000 })
  watch.hold(true)
  await clock.advance(1_000)
  watch.dismiss()
  watch.hold(undefined)
  watch.hold(true)
  await clock.advance(60_000)
  expect(told).toEqual(['raised', 'cleared'])
  watch.hold(false)
  watch.hold(true)
  await clock.advance(1_000)
  expect(told).toEqual(['raised', 'cleared', 'raised'])
})

test('a clock that is set raises nothing, and after a sleep it is watched anew', async () => {
  const { clock, told, watch } = watched()
  watch.hold(true)
  await clock.advance(8_000)
  clock.setWall(3_600_000)
  await clock.advance(1_000)
  watch.anew()
  await clock.advance(9_000)
  expect(told).toEqual([])
  await clock.advance(1_000)
  expect(told).toEqual(['raised'])
})

test('a program that had no turn hears first what came meanwhile', async () => {
  const { clock, told, watch } = watched()
  let lag = 0
  const slow = new AlertWatch({
    clock: {
      nowMs: () => clock.nowMs(),
      monotonicUs: () => clock.monotonicUs() + lag,
      schedule: (ms, run) => clock.schedule(ms, run),
    },
    forMs: 10_000,
    againMs: 60_000,
    onRaised: () => told.push('raised'),
    onCleared: () => told.push('cleared'),
  })
  watch.stop()
  slow.hold(true)
  lag = 30_000_000
  await clock.advance(10_000)
  expect(told).toEqual([])
  slow.hold(false)
  await clock.advance(60_000)
  expect(told).toEqual([])
})
