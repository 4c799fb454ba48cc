import { expect, test } from 'vitest'
import { z } from 'zod'
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
  ['pdpType', 'X25', 'expected one of IP, IPV6, IPV4V6'],
  ['direct', 'yes', 'expected true or false, not text'],
  ['apn', undefined, 'expected text'],
  ['apn', ['a'], 'expected text, not a list'],
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

test.each([
  [z.number().min(1), 0, 'must be 1 or more', '1 以上で指定してください'],
  [z.number().max(9), 10, 'must be 9 or less', '9 以下で指定してください'],
  [z.number().gt(1), 1, 'must be more than 1', '1 より大きい値を指定してください'],
  [z.number().lt(9), 9, 'must be less than 9', '9 未満で指定してください'],
  [z.int(), 1.5, 'expected a whole number, not 1.5', '整数を指定してください（指定された値：1.5）'],
  [z.string().min(2), 'a', 'must have at least 2 characters', '2 文字以上で指定してください'],
  [z.array(z.int()).max(1), [1, 2], 'must have at most 1 entry', '1 件以内で指定してください'],
  [
    z.strictObject({}),
    { nosuch: 1 },
    'there is nothing named "nosuch"',
    '"nosuch" という項目はありません',
  ],
  [
    z.undefined(),
    {},
    'takes nothing, not an object',
    '値は指定できません（指定された値：オブジェクト）',
  ],
  [z.literal('a'), 'b', 'expected a', 'a を指定してください'],
])('%o of %j', (schema, value, en, ja) => {
  expect(mistakesOf(schema, value).map(({ words }) => words)).toEqual([{ en, ja }])
})
