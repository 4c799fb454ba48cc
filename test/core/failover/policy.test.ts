import { expect, test } from 'vitest'
import {
  backOffMs,
  defaultPolicy,
  firstSlot,
  holdMs,
  otherSlot,
  type Policy,
} from '@core/failover/policy'

const minute = 60_000

test('what applies while nobody says otherwise', () => {
  expect(defaultPolicy).toEqual({
    mode: 'hot',
    roles: { kind: 'main', main: 'a' },
    triggers: {
      linkLost: true,
      portGone: true,
      registrationLost: { on: true, forMs: 30_000 },
      health: {
        on: true,
        kind: 'ping',
        target: 'pong.soracom.io',
        everyMs: 10_000,
        timeoutMs: 5_000,
        failures: 3,
        of: 4,
      },
      signal: { on: false, belowDbm: -118, forMs: 2 * minute },
    },
    back: { on: true, holdMs: 5 * minute, longestHoldMs: 60 * minute },
    limits: { perHour: 12, flapMs: 10 * minute, stayMs: minute, bringMs: 3 * minute },
    retry: { firstMs: 10_000, longestMs: 10 * minute, tries: 'forever' },
  })
})

test('waits 10 s after the first failure, twice as long after each further one, 10 min at most', () => {
  const series = [1, 2, 3, 4, 5, 6, 7, 8].map((failures) => backOffMs(defaultPolicy, failures))
  expect(series.map((ms) => ms / 1000)).toEqual([10, 20, 40, 80, 160, 320, 600, 600])
})

test.each([
  [0, 10],
  [31, 600],
  [5000, 600],
])('after %i failures it waits %i s', (failures, s) => {
  expect(backOffMs(defaultPolicy, failures)).toBe(s * 1000)
})

test('doubles thirty times at most, so that no wait is beyond all numbers', () => {
  const retry = { ...defaultPolicy.retry, firstMs: 1, longestMs: Infinity }
  const patient: Policy = { ...defaultPolicy, retry }
  expect([30, 31, 32].map((failures) => backOffMs(patient, failures))).toEqual([
    2 ** 29,
    2 ** 30,
    2 ** 30,
  ])
})

test('holds 5 min before a return, twice as long after each flap, an hour at most', () => {
  const series = [0, 1, 2, 3, 4, 5, 2000].map((flaps) => holdMs(defaultPolicy, flaps) / minute)
  expect(series).toEqual([5, 10, 20, 40, 60, 60, 60])
})

test('holds no shorter than it is told to, whatever the longest is', () => {
  const back = { on: true, holdMs: 300_000, longestHoldMs: 100_000 }
  expect([0, 1].map((flaps) => holdMs({ ...defaultPolicy, back }, flaps))).toEqual([
    300_000, 300_000,
  ])
})

test('doubles a hold thirty times at most', () => {
  const back = { on: true, holdMs: 1, longestHoldMs: Infinity }
  const series = [29, 30, 31].map((flaps) => holdMs({ ...defaultPolicy, back }, flaps))
  expect(series).toEqual([2 ** 29, 2 ** 30, 2 ** 30])
})

test.each([
  [{ kind: 'main', main: 'a' }, 'a'],
  [{ kind: 'main', main: 'b' }, 'b'],
  [{ kind: 'equal', first: 'a' }, 'a'],
  [{ kind: 'equal', first: 'b' }, 'b'],
] as const)('with %j the traffic begins on %s', (roles, slot) => {
  expect(firstSlot({ ...defaultPolicy, roles })).toBe(slot)
})

test('each slot has the other', () => {
  expect([otherSlot('a'), otherSlot('b')]).toEqual(['b', 'a'])
})
