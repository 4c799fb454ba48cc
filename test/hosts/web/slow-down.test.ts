import { expect, test } from 'vitest'
import { SlowDown } from '@hosts/web/slow-down'

test('wrong tokens of one address wait longer and longer, those of another do not', () => {
  const slow = new SlowDown(() => 0)
  expect(Array.from({ length: 7 }, () => slow.next('192.0.2.7'))).toEqual([
    250, 500, 1000, 2000, 4000, 5000, 5000,
  ])
  expect(slow.next('192.0.2.8')).toBe(250)
})

test('a minute of peace is enough', () => {
  let now = 0
  const slow = new SlowDown(() => now)
  for (let i = 0; i < 5; i++) slow.next('192.0.2.7')
  now = 61_000
  expect(slow.next('192.0.2.7')).toBe(250)
})
