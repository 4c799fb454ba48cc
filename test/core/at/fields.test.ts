import { expandValues, splitFields } from '@core/at/fields'
import { expect, test } from 'vitest'

const texts = (line: string) => splitFields(line).map((field) => field.text)

test.each([
  ['1,"IP","soracom.io"', ['1', 'IP', 'soracom.io']],
  [' 1 , "AT&T, Inc" ,7 ', ['1', 'AT&T, Inc', '7']],
  ['1,,', ['1', '', '']],
  ['', []],
  ['""', ['']],
  ['(0-2,5),"IP"', ['0-2,5', 'IP']],
  ['("a,(b"),1', ['"a,(b"', '1']],
  ['1),2', ['1)', '2']],
  ['"never closed', ['never closed']],
])('splits %s', (line, expected) => {
  expect(texts(line)).toEqual(expected)
})

test('says where each field stands, so that it can be masked', () => {
  const line = '+CPIN: "1234", x'
  const [pin] = splitFields(line, 6)
  expect(line.slice(pin?.start, pin?.end)).toBe('1234')
})

test.each([
  ['0-3,5', [0, 1, 2, 3, 5]],
  ['"IP","IPV6"', ['IP', 'IPV6']],
  ['(0,1),(2)', [0, 1, 2]],
  ['300-4000000', ['300-4000000']],
  ['3-1', ['3-1']],
  ['', []],
])('spells out the values of %s', (text, expected) => {
  expect(expandValues(text)).toEqual(expected)
})
