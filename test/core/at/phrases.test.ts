import { decoder, type Asked, type Definition } from '@core/at/decoder'
import type { Facts } from '@core/at/knowledge'
import { decimal, int, ranged, secret, text } from '@core/at/parameter'
import { capital, explainFacts, valuePieces } from '@core/at/phrase-words'
import { describe, expect, test } from 'vitest'

const mode = int('n', 'mode', 'モード', { 0: { en: 'off', ja: 'オフ' } })
const level = ranged(0, 9, int('rssi', 'level', 'レベル'))
const pin = secret('pin', text('pin', 'PIN', 'PIN'))
const title = { en: 'signal of the cell', ja: 'セルの信号' }
const own = (more: Partial<Definition> = {}) =>
  decoder({ id: '+X', title, spec: '', group: 'others', parameters: [mode, level, pin], ...more })

const answer: Asked = { form: 'read' }
const told = (more: Partial<Definition>, facts: Facts, asked = answer) => {
  const { words, severity } = explainFacts(own(more), facts, asked)
  return [words.en, words.ja, severity]
}

describe('what an answer says', () => {
  test.each<
    [
      what: string,
      definition: Partial<Definition>,
      facts: Facts,
      en: string,
      ja: string,
      severity?: string,
    ]
  >([
    [
      'each value',
      {},
      { n: 0, rssi: 9, pin: '4711' },
      'Signal of the cell: mode 0 (off), level 9, PIN.',
      'セルの信号：モード 0（オフ）、レベル 9、PIN',
    ],
    ['a value of no meaning', {}, { n: 7 }, 'Signal of the cell: mode 7.', 'セルの信号：モード 7'],
    [
      'values that are missing',
      {},
      { n: null, rssi: undefined },
      'Signal of the cell.',
      'セルの信号',
    ],
    [
      'a value out of range',
      {},
      { rssi: 10 },
      'Signal of the cell: level 10 (out of range: 0–9).',
      'セルの信号：レベル 10（範囲外：0–9）',
      'warning',
    ],
    [
      'a list',
      { list: 'all' },
      { all: [{ n: 0 }, { rssi: 1, n: 2 }] },
      'Signal of the cell: mode 0 (off); mode 2, level 1.',
      'セルの信号：モード 0（オフ）；モード 2、レベル 1',
    ],
    [
      'entries',
      {},
      { n: 0, entries: [{ n: 0 }, { n: 1 }] },
      'Signal of the cell: mode 0 (off); mode 1.',
      'セルの信号：モード 0（オフ）；モード 1',
    ],
    [
      'an empty list',
      { list: 'all' },
      { all: [] },
      'Signal of the cell: none.',
      'セルの信号：なし',
    ],
    [
      'a list of nothing',
      { list: 'all' },
      { all: [{}, 3, null, [1]] },
      'Signal of the cell.',
      'セルの信号',
    ],
    [
      'a list with gaps',
      { list: 'all' },
      { all: [{}, { n: 1 }] },
      'Signal of the cell: mode 1.',
      'セルの信号：モード 1',
    ],
    [
      'a list of five',
      { list: 'all' },
      { all: [1, 2, 3, 4, 5].map((n) => ({ n })) },
      'Signal of the cell: mode 1; mode 2; mode 3; mode 4; mode 5.',
      'セルの信号：モード 1；モード 2；モード 3；モード 4；モード 5',
    ],
    [
      'a list of six',
      { list: 'all' },
      { all: [1, 2, 3, 4, 5, 6].map((n) => ({ n })) },
      'Signal of the cell: mode 1; mode 2; mode 3; mode 4; mode 5 … (6).',
      'セルの信号：モード 1；モード 2；モード 3；モード 4；モード 5 … (6)',
    ],
    // A title says already what its only value is.
    [
      'one value alone',
      { parameters: [text('v', 'name', '名前')] },
      { v: 'abc' },
      'Signal of the cell: abc.',
      'セルの信号：abc',
    ],
    [
      'one value alone, which is missing',
      { parameters: [text('v', 'name', '名前')] },
      { v: null },
      'Signal of the cell.',
      'セルの信号',
    ],
    [
      'one with meanings',
      { parameters: [mode] },
      { n: 0 },
      'Signal of the cell: mode 0 (off).',
      'セルの信号：モード 0（オフ）',
    ],
    [
      'one that is secret',
      { parameters: [pin] },
      { pin: '4711' },
      'Signal of the cell: PIN.',
      'セルの信号：PIN',
    ],
    [
      'eight values in one',
      { parameters: [mode, text('v', 'bands', 'バンド')] },
      { v: [1, 2, 3, 4, 5, 6, 7, 8] },
      'Signal of the cell: bands 1, 2, 3, 4, 5, 6, 7, 8.',
      'セルの信号：バンド 1, 2, 3, 4, 5, 6, 7, 8',
    ],
    [
      'nine values in one',
      { parameters: [mode, text('v', 'bands', 'バンド')] },
      { v: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
      'Signal of the cell: bands 1, 2, 3 … 9.',
      'セルの信号：バンド 1, 2, 3 … 9',
    ],
    [
      'values and records in one',
      { parameters: [mode, text('v', 'bands', 'バンド')] },
      { v: [1, { a: 2 }] },
      'Signal of the cell: bands 1.',
      'セルの信号：バンド 1',
    ],
    [
      'a value of several lines',
      { parameters: [text('v', 'name', '名前')] },
      { v: 'a \n  b' },
      'Signal of the cell: a b.',
      'セルの信号：a b',
    ],
  ])('%s', (_what, definition, facts, en, ja, severity) => {
    expect(told(definition, facts)).toEqual([en, ja, severity])
  })
  test.each<[what: string, facts: Facts, en: string, ja: string]>([
    ['nothing', {}, 'What the modem accepts: signal of the cell.', 'セルの信号で指定できる値'],
    [
      'values',
      { n_values: [0, 1], x: 3 },
      'What the modem accepts: signal of the cell: n 0, 1.',
      'セルの信号で指定できる値：n 0, 1',
    ],
    [
      'two lists',
      { n_values: [0], rssi_values: ['a'] },
      'What the modem accepts: signal of the cell: n 0; rssi a.',
      'セルの信号で指定できる値：n 0; rssi a',
    ],
    [
      'the same list twice',
      { n_values: [0], n: [0] },
      'What the modem accepts: signal of the cell: n 0.',
      'セルの信号で指定できる値：n 0',
    ],
    [
      'records',
      { entries: [{ n: 0 }] },
      'What the modem accepts: signal of the cell.',
      'セルの信号で指定できる値',
    ],
    [
      'an empty list',
      { n_values: [] },
      'What the modem accepts: signal of the cell.',
      'セルの信号で指定できる値',
    ],
  ])('in a test form: %s', (_what, facts, en, ja) => {
    expect(told({}, facts, { form: 'test' })).toEqual([en, ja, undefined])
  })
  test('a Latin title keeps a blank before what follows', () => {
    const definition = { title: { en: 'eDRX', ja: 'eDRX' } }
    expect(told(definition, {}, { form: 'test' })[1]).toBe('eDRX で指定できる値')
    expect(told(definition, {})[0]).toBe('eDRX.')
  })
  test('by itself, with parameters of its own', () => {
    const urc = [decimal('v', 'volts', '電圧'), mode]
    expect(told({ urc }, { v: 3.7, rssi: 5 }, { form: 'urc' })[0]).toBe(
      'Signal of the cell: volts 3.7.',
    )
    expect(told({ urc }, { v: 3.7, rssi: 5 })[0]).toBe('Signal of the cell: level 5.')
    expect(told({ urc: true }, { rssi: 10 }, { form: 'urc' })[2]).toBe('warning')
    expect(told({ urc }, { rssi: 10 }, { form: 'urc' })[2]).toBe(undefined)
  })
  test.each([
    ['Said', 'いいます。', 'Said.', 'いいます。'],
    ['Said', '信号。', 'Said.', '信号'],
    ['Said.', '値あり（1）。', 'Said.', '値あり（1）'],
    ['Said!', '値なし', 'Said!', '値なし'],
    ['Said?', 'あります。値', 'Said?', 'あります。値。'],
    ['Said…', 'あります。あります。', 'Said…', 'あります。あります。'],
    ['Said.', '送った（1（2））。', 'Said.', '送った（1（2））。'],
    ['Said.', '値（1（2））。', 'Said.', '値（1（2））'],
    ['One\n two', '送った（1）。', 'One two.', '送った（1）。'],
    ['x', '値（あり）がある。', 'x.', '値（あり）がある。'],
  ])('a sentence of its own, “%s”, “%s”, ends as one', (en, ja, ended, phrased) => {
    expect(told({ explain: () => ({ words: { en, ja }, severity: 'failure' }) }, {})).toEqual([
      ended,
      phrased,
      'failure',
    ])
  })
  test('none of its own leaves the ordinary one', () => {
    expect(told({ explain: () => undefined }, { n: 1 })[0]).toBe('Signal of the cell: mode 1.')
  })
})

test.each([
  ['signal', 'Signal'],
  ['eDRX', 'eDRX'],
  ['SIM', 'SIM'],
  ['x', 'X'],
  ['1st', '1st'],
  ['', ''],
])('“%s” at the beginning is “%s”', (title, capitalised) => {
  expect(capital(title)).toBe(capitalised)
})

test('a secret is named and never printed', () => {
  expect(valuePieces([pin, mode], { pin: '4711', n: 0 })).toEqual([
    { en: 'PIN', ja: 'PIN' },
    { en: 'mode 0 (off)', ja: 'モード 0（オフ）' },
  ])
})
