import { numberAlias, withNames } from '@core/log/redact/aliases'
import { describe, expect, test } from 'vitest'

describe('the names of a row in words about it', () => {
  test.each<[value: string, kind: string | undefined, words: string, named: string]>([
    // Three letters at least.
    ['abc', undefined, 'say "abc" and "abc"', 'say "N" and "N"'],
    ['ab', undefined, 'say "ab"', 'say "ab"'],
    // Any word, as long as it is no more than one, counts in quotes alone.
    ['abcd', undefined, 'say abcd', 'say abcd'],
    ['abcdefghijklm', undefined, 'say abcdefghijklm', 'say abcdefghijklm'],
    ['abcdefghijklmn', undefined, 'say abcdefghijklmn', 'say N'],
    ['a1b', undefined, 'say a1b', 'say a1b'],
    ['a1b2', undefined, 'say a1b2 a1b2', 'say N N'],
    ['a.b1', undefined, 'say a.b1', 'say N'],
    ['a.b1', undefined, 'a.b1 is not axb1', 'N is not axb1'],
    ['12.4', undefined, 'say 12.4', 'say 12.4'],
    // A number stands apart from digits, not from letters.
    ['1234567', undefined, 'a1234567b 1234567', 'aNb N'],
    ['1234567', undefined, '12345678', '12345678'],
    ['x1234567', undefined, 'ax1234567', 'ax1234567'],
    ['1234567x', undefined, '1234567xa', '1234567xa'],
    // A place, what the network says, and whom a message names.
    ['35.66', 'position', 'at 35.66', 'at N'],
    ['35.66', undefined, 'at 35.66', 'at 35.66'],
    ['menu', 'ussd', 'the menu', 'the N'],
    ['menu', 'login', 'the menu', 'the N'],
    ['menu', 'name', 'the menu', 'the menu'],
    // What is longer than 24 is nothing else wherever it stands.
    [
      'abcdefghijklmnopqrstuvwx',
      undefined,
      '_abcdefghijklmnopqrstuvwx',
      '_abcdefghijklmnopqrstuvwx',
    ],
    ['abcdefghijklmnopqrstuvwxy', undefined, '_abcdefghijklmnopqrstuvwxy', '_N'],
  ])('%s (%s) in “%s”', (value, kind, words, named) => {
    expect(withNames(words, [kind === undefined ? [value, 'N'] : [value, 'N', kind]])).toBe(named)
  })
})

test.each([
  [5632, '1600x16', 'CELL'],
  [5784, '0x1698h', 'CELL'],
  [256, '100', 'CELL'],
  [100, '100', 'CELL'],
  [16, '10', undefined],
])('the number %i is written %s: %s', (value, written, name) => {
  expect(numberAlias(value, [[written, 'CELL']])).toBe(name)
})
