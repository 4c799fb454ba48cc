import { ByteBudget, bytesText, DayPace } from '@core/ip/budget'
import { keepAliveCost } from '@core/ip/keep-alive-cost'
import { expect, test } from 'vitest'

const second = 1_000_000

test('a budget is spent at its last octet, and never without a limit', () => {
  const budget = new ByteBudget(100)
  expect(budget.take(99)).toBe(true)
  expect(budget.take(1)).toBe(false)
  expect(budget).toMatchObject({ spent: true, usedBytes: 100, leftBytes: 0 })
  const free = new ByteBudget(null)
  expect(free.take(1e12)).toBe(true)
  expect(free.spent).toBe(false)
})

test('projects the day from the last ten minutes, once there is something to go by', () => {
  const pace = new DayPace()
  pace.sample(0, 0)
  pace.sample(9 * second, 900)
  expect(pace.perDayBytes).toBeNull()
  pace.sample(10 * second, 1000)
  expect(pace.perDayBytes).toBe(8_640_000)
})

test('tells a new projection every ten seconds, not at each look', () => {
  const pace = new DayPace()
  const told = new Set<number | null>()
  for (let at = 0; at < 60; at++) {
    pace.sample(at * second, 1000)
    told.add(pace.perDayBytes)
  }
  pace.sample(60 * second, 61_000)
  expect([...told]).toEqual([null, 0])
  expect(pace.perDayBytes).toBe(86_400_000)
  for (let at = 61; at < 70; at++) {
    pace.sample(at * second, 61_000)
    expect(pace.perDayBytes).toBe(86_400_000)
  }
})

test('forgets a download that is more than ten minutes ago', () => {
  const pace = new DayPace()
  pace.sample(0, 0)
  pace.sample(60 * second, 50_000_000)
  for (let at = 61; at < 800; at++) pace.sample(at * second, 50_000_000)
  expect(pace.perDayBytes).toBe(0)
})

test('says amounts as operators do', () => {
  expect([0, 84, 999, 1000, 312_400, 15_400_000, 123_000_000, 2e9].map(bytesText)).toEqual([
    '0 B',
    '84 B',
    '999 B',
    '1.0 kB',
    '312 kB',
    '15.4 MB',
    '123 MB',
    '2.0 GB',
  ])
})

test('says what a keep-alive costs before it is turned on', () => {
  const cost = keepAliveCost('ping', 15 * 60_000)
  expect(cost).toMatchObject({ roundsPerDay: 96, perDayBytes: 96 * 72 })
  expect(cost.words.en).toBe(
    'A ping every 15 minutes: 96 a day, about 6.9 kB a day, 207 kB a month.',
  )
  expect(cost.words.ja).toContain('1 日 96 回')
})
