import { masksIn } from '@catalog/decoders/shared/ublox-masks'
import { expect, test } from 'vitest'

test.each<[string, Record<string, string[]> | undefined]>([
  ['0,5', { 0: ['5'] }],
  ['1,5', { 1: ['5'] }],
  ['2,5', { 2: ['5'] }],
  ['3,5', undefined],
  ['0,5,6', { 0: ['5', '6'] }],
  ['0,5,1,7', { 0: ['5'], 1: ['7'] }],
  ['1,5,2,7', { 1: ['5'], 2: ['7'] }],
  // Each once, and in their order.
  ['1,5,0,7', undefined],
  ['0,5,0,7', undefined],
  ['1,5,1,7', undefined],
  // Three of one mask, or two of two; where it may be either nothing is read.
  ['0,5,1,6,2,7', { 0: ['5'], 1: ['6'], 2: ['7'] }],
  ['0,5,6,1,7,8', { 0: ['5', '6'], 1: ['7', '8'] }],
  ['0,5,1,1,2,7', undefined],
  ['0,5,1,6,3,7', undefined],
  ['0,5,6,2,2,7', undefined],
  ['0,5,6,2,7,8', undefined],
  ['0,5,1,1,7,8', { 0: ['5', '1'], 1: ['7', '8'] }],
  ['0,5,9,1,2,8', { 0: ['5', '9'], 1: ['2', '8'] }],
  ['0', undefined],
  ['0,5,6,1,7', undefined],
  ['0,5,1,6,2,7,3', undefined],
  // Only numbers.
  ['', undefined],
  ['0,x', undefined],
  ['0,5x', undefined],
  ['0,x5', undefined],
  ['x,5', undefined],
  ['0,', undefined],
  ['0,18446744073709551615', { 0: ['18446744073709551615'] }],
  ['0,184467440737095516150', undefined],
])('%s', (text, masks) => {
  const read = masksIn(text.split(','))
  expect(read && Object.fromEntries(read)).toEqual(masks)
})

test('nothing', () => {
  expect(masksIn([])).toBeUndefined()
})
