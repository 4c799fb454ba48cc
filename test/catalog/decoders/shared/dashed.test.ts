import { dashed } from '@catalog/decoders/shared/dashed'
import { Row } from '@core/at/row'
import { expect, test } from 'vitest'

test('a dash is nothing, for every reader', () => {
  const row = new Row('-,12,1F,-7.5,x')
  const read = dashed(row)
  expect(read.count).toBe(5)
  expect([read.text(0), read.text(1), read.text(5)]).toEqual([null, '12', undefined])
  expect([read.int(0), read.int(1)]).toEqual([null, 12])
  expect([read.hex(0), read.hex(2)]).toEqual([null, 0x1f])
  expect([read.decimal(0), read.decimal(3)]).toEqual([null, -7.5])
  expect(row.problems).toEqual([])
  expect([read.int(4, 'a'), read.hex(4, 'b'), read.decimal(4, 'c'), read.level(4, 'd')]).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(row.problems).toEqual([
    '"-,12,1F,-7.5,x": a is "x", not a whole number',
    '"-,12,1F,-7.5,x": b is "x", not hex',
    '"-,12,1F,-7.5,x": c is "x", not a number',
    '"-,12,1F,-7.5,x": d is "x", not a number',
  ])
})

test.each<[string, number | null | undefined]>([
  ['-160', -160],
  ['-161', null],
  ['60', 60],
  ['61', null],
  ['-32768', null],
  ['-', null],
  ['-95.5', -95.5],
])('a level of %s', (text, level) => {
  expect(dashed(new Row(text)).level(0, 'rsrp')).toBe(level)
})

test('a cell is marked where there is one', () => {
  const row = new Row('-,1F')
  const read = dashed(row)
  read.cell(0)
  read.cell(1)
  expect(row.secrets).toEqual([{ kind: 'cell', start: 2, end: 4 }])
})
