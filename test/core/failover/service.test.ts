import { expect, test } from 'vitest'
import { ServiceClock, type Service } from '@core/failover/service'

type Move = readonly [seconds: number, to: 'a' | 'b' | null]
const us = (seconds: number) => seconds * 1_000_000

test.each<[string, readonly Move[], number, Service]>([
  [
    'never any',
    [],
    10,
    { elapsedMs: 10_000, downMs: 10_000, longestGapMs: 10_000, availabilityPct: 0 },
  ],
  [
    'from the second second on',
    [[2, 'a']],
    10,
    { elapsedMs: 10_000, downMs: 2_000, longestGapMs: 2_000, availabilityPct: 80 },
  ],
  [
    'a longer gap later on, told twice',
    [
      [1, 'a'],
      [4, null],
      [5, null],
      [7, 'b'],
    ],
    10,
    { elapsedMs: 10_000, downMs: 4_000, longestGapMs: 3_000, availabilityPct: 60 },
  ],
  [
    'moved without a gap',
    [
      [1, 'a'],
      [4, 'b'],
    ],
    10,
    { elapsedMs: 10_000, downMs: 1_000, longestGapMs: 1_000, availabilityPct: 90 },
  ],
  [
    'a gap that is still open',
    [
      [1, 'a'],
      [8, null],
    ],
    10,
    { elapsedMs: 10_000, downMs: 3_000, longestGapMs: 2_000, availabilityPct: 70 },
  ],
])('service: %s', (_what, moves, until, service) => {
  const clock = new ServiceClock(us(100))
  for (const [seconds, to] of moves) clock.moved(to, us(100 + seconds))
  expect(clock.at(us(100 + until))).toEqual(service)
})

test('what comes behind the end is no part of it, and no time at all is no division by zero', () => {
  const clock = new ServiceClock(0)
  expect(clock.at(0)).toMatchObject({ elapsedMs: 1, availabilityPct: 100 })
  clock.moved('a', us(1))
  clock.end(us(4))
  clock.end(us(9))
  expect(clock.at(us(20))).toMatchObject({ elapsedMs: 4_000, downMs: 1_000, availabilityPct: 75 })
})
