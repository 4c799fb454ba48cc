import { expect, test } from 'vitest'
import { connectTarget, mistakesOf } from '@contract'

const good = { apn: 'soracom.io' }

test('what fits has no mistakes', () => {
  expect(mistakesOf(connectTarget, good)).toEqual([])
})

test.each([
  ['apn', 'a"b', 'must not hold quotes'],
  ['cid', 17, 'must be a whole number from 1 to 16'],
  ['cid', Number.NaN, 'must be a whole number from 1 to 16'],
  ['httpUrl', 'ftp://x', 'must be an http:// or https:// address'],
  ['pdpType', 'X25', 'Invalid option'],
  ['pin', '12', 'a PIN has 4 to 8 digits'],
  ['cmux', 'x', 'must be true, false, auto, basic or advanced'],
  ['user', 'x'.repeat(65), 'must have at most 64 characters'],
  ['user', 'ユーザー', 'must be ASCII'],
  ['password', 'пароль', 'must be ASCII'],
])('%s %j is named by its place, in both languages', (field, value, en) => {
  const [mistake] = mistakesOf(connectTarget, { ...good, [field]: value })
  expect(mistake?.path).toEqual([field])
  expect(mistake?.words.en).toContain(en)
  // No English inside Japanese but names.
  expect(mistake?.words.ja).toMatch(/[ぁ-ん]/)
  expect(mistake?.words.ja).not.toContain(en)
})
