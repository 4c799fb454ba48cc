import { KnownValues } from '@core/log/redact/known-values'
import { describe, expect, test } from 'vitest'

function known(...values: readonly (readonly [kind: string, value: string])[]): KnownValues {
  const all = new KnownValues()
  for (const [kind, value] of values) all.add(kind, value)
  return all
}
const found = (all: KnownValues, text: string) =>
  all.find(text).map(({ kind, start, end }) => `${kind} ${start} ${text.slice(start, end)}`)

test.each([
  ['number', '1234567', true],
  ['number', '+1234567', true],
  ['number', '12+34567', false],
  ['number', 'x1234567', false],
  ['number', '1234567x', false],
  ['number', '123456', false],
  ['imei', '12345678901234567890123456789012', true],
  ['imei', '123456789012345678901234567890123', false],
  ['password', 'hem', true],
  ['password', 'he', false],
  ['pin', 'hemlig', false],
])('the %s “%s” is found again by itself: %s', (kind, value, is) => {
  expect(new KnownValues().add(kind, value)).toBe(is)
})

test('a value counts once, and is told of once', () => {
  const all = new KnownValues()
  const told: string[] = []
  all.onNew = (kind, value) => told.push(`${kind} ${value}`)
  expect(all.add('password', 'hemlig9')).toBe(true)
  expect(all.add('password', 'hemlig9')).toBe(true)
  expect(all.add('number', '+1234567')).toBe(true)
  expect(told).toEqual(['password hemlig9', 'number 1234567'])
  expect(all.size).toBe(2)
  expect(all.all).toEqual(['1234567', 'hemlig9'])
  expect(found(all, 'x hemlig9 y')).toEqual(['password 2 hemlig9'])
})

describe('what is unlike words is found without quotes', () => {
  test.each<[kind: string, value: string, text: string, ...found: string[]]>([
    ['password', 'ab12cd', 'x ab12cd y', 'password 2 ab12cd'],
    ['password', 'ab12c', 'x ab12c y'],
    ['password', 'abcdef', 'x abcdef y'],
    ['password', '1234#56', 'x 1234#56 y'],
    ['password', 'hem lig9', 'x hem lig9 y'],
    ['position', 'N3566123', 'x N3566123 y'],
    // Its longest run of letters and digits has four of them.
    ['password', 'ab12-cd!', 'x ab12-cd! y', 'password 2 ab12-cd!'],
    ['password', 'ab1-cd2!', 'x ab1-cd2! y'],
    ['password', 'hemlig9-ab', 'x hemlig9-ab y', 'password 2 hemlig9-ab'],
    ['password', '!hemlig9', 'x !hemlig9 y', 'password 2 !hemlig9'],
    ['password', '!hemlig9', 'x hemlig9 y'],
    ['password', '!hemlig9', 'hemlig9 y'],
    ['password', 'hemlig9', 'hemlig9 y', 'password 0 hemlig9'],
    ['password', 'hemlig9', 'xhemlig9 y'],
  ])('%s “%s” in “%s”', (kind, value, text, ...spans) => {
    expect(found(known([kind, value]), text)).toEqual(spans)
  })
  test('and in quotes as well, also a place', () => {
    expect(found(known(['position', 'N3566123']), 'x "N3566123"')).toEqual(['position 3 N3566123'])
  })
})

describe('a text is worth looking at', () => {
  test.each<[what: string, all: KnownValues, text: string, is: boolean]>([
    ['nothing', known(), '1234567 "x"', false],
    ['a number', known(['number', '7654321']), 'x 1234567', true],
    ['a number', known(['number', '7654321']), '"x" 123456', false],
    ['a word', known(['password', 'hem']), 'x 1234567', false],
    ['a word', known(['password', 'hem']), '"', true],
    ['a word', known(['password', 'hem']), '「', true],
    ['a word', known(['password', 'hem']), 'hem', false],
    ['what is unlike words', known(['password', 'hemlig9']), 'x hemlig9 y', true],
    ['what is unlike words', known(['password', 'hemlig9']), 'x hemlig8 y', false],
  ])('where %s is known, %o, %s: %s', (_what, all, text, is) => {
    expect(all.mayHold(text)).toBe(is)
  })
})

test('lines and octets are each kept once', () => {
  const all = new KnownValues()
  for (const start of [0, 0, 1]) all.addLine('abc', start, 2)
  all.addLine('abc', 0, 3)
  all.addLine('abd', 0, 2)
  expect(all.lines).toEqual([
    { text: 'abc', start: 0, end: 2 },
    { text: 'abc', start: 1, end: 2 },
    { text: 'abc', start: 0, end: 3 },
    { text: 'abd', start: 0, end: 2 },
  ])
  all.addOctets('0a')
  all.addOctets('0a')
  all.addOctets('0a', 1)
  expect(all.octets).toEqual([
    { hex: '0a', skip: 0 },
    { hex: '0a', skip: 1 },
  ])
})
