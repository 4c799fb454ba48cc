import { dayCost, type Tariff } from '@core/ip/day-cost'
import { expect, test } from 'vitest'

const tariff: Tariff = {
  pricePerMb: 0.2,
  megabyte: 1_000_000,
  unitBytes: 1,
  pricePerMonth: 0,
  currency: 'JPY',
}

test('a day is the sum of its exchanges with their headers, and money by the tariff typed in', () => {
  const cost = dayCost([{ kind: 'ping', everySeconds: 60, contentBytes: 0 }], tariff)
  // 1440 times an echo and its answer of 28 octets each.
  expect(cost).toMatchObject({ bytesPerDay: 80_640, billedPerDay: 80_640 })
  expect(cost.pricePerDay).toBeCloseTo(0.016128, 8)
  expect(cost.words.en).toBe('About 80.6 kB a day: 0.016 JPY a day, 0.484 JPY in 30 days.')
  expect(cost.words.ja).toBe('1 日あたり約 80.6 kB、0.016 JPY/日、30 日で 0.484 JPY。')
})

test('a day is counted up to whole units, and the month adds its own price', () => {
  const traffic = [{ kind: 'udp', everySeconds: 3600, contentBytes: 10 }] as const
  const cost = dayCost(traffic, { ...tariff, unitBytes: 100_000, pricePerMonth: 300 })
  expect(cost).toMatchObject({ bytesPerDay: 24 * 66, billedPerDay: 100_000 })
  expect(cost.pricePerMonth).toBeCloseTo(300 + 30 * 0.02, 8)
  expect(cost.words.en).toContain('counted as 100 kB in steps of 100 kB')
})

test('HTTPS pays for its handshake each time, a long body for its packets', () => {
  const one = (handshakeBytes: number | undefined, contentBytes: number) =>
    dayCost([{ kind: 'https', everySeconds: 86_400, contentBytes, handshakeBytes }], tariff)
      .bytesPerDay
  expect(one(undefined, 0) - one(0, 0)).toBe(5_000)
  expect(one(0, 14_000) - one(0, 0)).toBe(14_000 + 9 * 80)
})

test('without a price no money is named', () => {
  const cost = dayCost([{ kind: 'ping', everySeconds: 60, contentBytes: 0 }], {
    ...tariff,
    pricePerMb: 0,
  })
  expect(cost.words.en).toBe('About 80.6 kB a day. Type the price in to see what it costs.')
})
