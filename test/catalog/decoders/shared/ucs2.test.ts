import { decodedFields, ucs2 } from '@catalog/decoders/shared/ucs2'
import { expect, test } from 'vitest'

test.each<[string | number | null, 'UCS2' | undefined, string | undefined]>([
  ['00480069', undefined, 'Hi'],
  ['00480069', 'UCS2', 'Hi'],
  ['0048', 'UCS2', 'H'],
  ['0048', undefined, undefined],
  ['', 'UCS2', undefined],
  ['004800', 'UCS2', undefined],
  ['00g80069', 'UCS2', undefined],
  ['004A006a', undefined, 'Jj'],
  [12_345_678, 'UCS2', undefined],
  [null, 'UCS2', undefined],
  // The edges of what is obvious: Latin, kana, kanji and full width.
  ['00200041', undefined, ' A'],
  ['001F0041', undefined, undefined],
  ['007E0041', undefined, '~A'],
  ['007F0041', undefined, undefined],
  ['009F0041', undefined, undefined],
  ['00A00041', undefined, '\u00a0A'],
  ['00FF0041', undefined, 'ÿA'],
  ['01000041', undefined, undefined],
  ['303F0041', undefined, undefined],
  ['30400041', undefined, '\u3040A'],
  ['30FF0041', undefined, 'ヿA'],
  ['31000041', undefined, undefined],
  ['4DFF0041', undefined, undefined],
  ['4E000041', undefined, '一A'],
  ['9FFF0041', undefined, '\u9fffA'],
  ['A0000041', undefined, undefined],
  ['FF000041', undefined, undefined],
  ['FF010041', undefined, '！A'],
  ['FFEF0041', undefined, '\uffefA'],
  ['FFF00041', undefined, undefined],
  // Kanji alone may be anything.
  ['4E005141', undefined, undefined],
  ['4E005141', 'UCS2', '一允'],
  ['4E003042', undefined, '一あ'],
])('%j with the character set %s is %j', (text, charset, decoded) => {
  expect(ucs2(text, charset)).toBe(decoded)
})

test('another character set was declared', () => {
  expect(ucs2('00480069', 'GSM')).toBeUndefined()
})

test('of several fields those that are', () => {
  const facts = { a: '00480069', b: 'Hi', c: null }
  expect(decodedFields(facts, ['a', 'b', 'c', 'd'], undefined)).toEqual({ a_decoded: 'Hi' })
})
