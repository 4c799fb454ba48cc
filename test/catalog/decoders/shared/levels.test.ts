import { binFact, binValue, outOfRange } from '@catalog/decoders/shared/bins'
import {
  level,
  levels,
  levelSeverity,
  qualityOf,
  qualitySeverity,
  type Measure,
} from '@catalog/decoders/shared/quality'
import { expect, test } from 'vitest'

test.each<[Measure, number, number, number]>([
  ['rsrp', -80, -90, -100],
  ['rsrq', -10, -15, -19.5],
  ['sinr', 20, 13, 0],
  ['rssi', -65, -75, -85],
  ['rscp', -70, -85, -95],
  ['ecio', -6, -10, -14],
])('%s is excellent from %d on, good from %d, fair from %d', (measure, excellent, good, fair) => {
  const words = [excellent, excellent - 0.1, good, good - 0.1, fair, fair - 0.1].map((value) => [
    qualityOf(measure, value),
    qualitySeverity(measure, value),
  ])
  expect(words).toEqual([
    ['excellent', 'fine'],
    ['good', 'fine'],
    ['good', 'fine'],
    ['fair', 'notice'],
    ['fair', 'notice'],
    ['poor', 'warning'],
  ])
})

test.each<[Measure, number, string, string]>([
  ['rsrp', -79, 'RSRP -79 dBm (excellent)', 'RSRP -79 dBm（非常に良好）'],
  ['rsrq', -11, 'RSRQ -11 dB (good)', 'RSRQ -11 dB（良好）'],
  ['sinr', 1, 'SINR 1 dB (fair)', 'SINR 1 dB（やや不良）'],
  ['rssi', -99, 'RSSI -99 dBm (poor)', 'RSSI -99 dBm（不良）'],
  ['rscp', -99, 'RSCP -99 dBm (poor)', 'RSCP -99 dBm（不良）'],
  ['ecio', -9, 'Ec/Io -9 dB (good)', 'Ec/Io -9 dB（良好）'],
])('%s of %d is said', (measure, value, en, ja) => {
  expect(level(measure, value)).toEqual({ en, ja })
})

test('several stand in their order, and none is none', () => {
  expect(levels({ rssi: -60, ecio: -3, rscp: -60, sinr: 30, rsrq: -5, rsrp: -70 })).toEqual({
    en: 'RSRP -70 dBm (excellent), RSRQ -5 dB (excellent), SINR 30 dB (excellent), RSCP -60 dBm (excellent), Ec/Io -3 dB (excellent), RSSI -60 dBm (excellent)',
    ja: 'RSRP -70 dBm（非常に良好）、RSRQ -5 dB（非常に良好）、SINR 30 dB（非常に良好）、RSCP -60 dBm（非常に良好）、Ec/Io -3 dB（非常に良好）、RSSI -60 dBm（非常に良好）',
  })
  expect(levels({ rsrp: null, rssi: 'x' })).toBeUndefined()
})

test.each([
  [{ rsrp: -120, rscp: -60, rssi: -60 }, 'warning'],
  [{ rsrp: null, rscp: -90, rssi: -60 }, 'notice'],
  [{ rssi: -99 }, 'warning'],
  [{ rssi: -60 }, 'fine'],
  [{ rsrq: -5, sinr: 30 }, 'notice'],
])('%o is %s', (values, severity) => {
  expect(levelSeverity(values)).toBe(severity)
})

const bin = { name: 'rxlev', max: 63, unknown: 99, base: -110, step: 1, unit: 'dbm' } as const
const half = {
  name: 'rsrq',
  max: 34,
  unknown: 255,
  base: -20,
  step: 0.5,
  unit: 'db',
  as: 'q',
} as const

test.each([
  [0, -110],
  [63, -47],
  [64, null],
  [-1, null],
  [99, null],
  ['5', null],
  [null, null],
  [undefined, undefined],
])('index %j is %j dBm', (index, value) => {
  expect(binValue(bin, index)).toBe(value)
})

test('a scale of halves, and the names of both', () => {
  expect([binValue(half, 34), binFact(bin), binFact(half)]).toEqual([-3, 'rxlev_dbm', 'q_db'])
})

test.each<[object, string | undefined]>([
  [{ rxlev: 0, rsrq: 34 }, undefined],
  [{ rxlev: 63, rsrq: 255 }, undefined],
  [{ rxlev: 99 }, undefined],
  [{ rxlev: '64' }, undefined],
  [{ rxlev: 64 }, 'out of range: rxlev 64 (0–63, 99)'],
  [{ rxlev: -1, rsrq: 35 }, 'out of range: rxlev -1 (0–63, 99), rsrq 35 (0–34, 255)'],
])('%o: %s', (facts, said) => {
  expect(outOfRange([bin, half], { ...facts })?.en).toBe(said)
})

test('what is out of range is said in Japanese, too', () => {
  expect(outOfRange([bin], { rxlev: 64 })?.ja).toBe('範囲外の値：rxlev 64（0–63、99）')
})
