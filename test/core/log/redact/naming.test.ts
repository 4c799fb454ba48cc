import { knowledge } from '@catalog/decoders'
import type { Alias } from '@core/log/redact/aliases'
import { KnownValues } from '@core/log/redact/known-values'
import { Meaning } from '@core/log/redact/meaning'
import { Naming, isPlaceKind } from '@core/log/redact/naming'
import { Pseudonyms } from '@core/log/redact/pseudonyms'
import { Seeker, type Places } from '@core/log/redact/seeker'
import type { Span } from '@core/log/redact/span'
import { describe, expect, test } from 'vitest'

function parts(places: Partial<Places> = {}) {
  const shown = { places: false, showPlaces: false, ...places }
  const known = new KnownValues()
  const naming = new Naming(new Pseudonyms(), known, shown)
  return { known, naming, meaning: new Meaning(new Seeker(knowledge, known, shown), naming) }
}
const span = (kind: string, start: number, end: number, value?: string): Span =>
  value === undefined ? { kind, start, end } : { kind, start, end, value }

describe('names in a text', () => {
  test.each<
    [what: string, text: string, spans: readonly Span[], masked: string, ...aliases: Alias[]]
  >([
    ['nothing', 'abc', [], 'abc'],
    ['one in the middle', 'a hem b', [span('key', 2, 5)], 'a KEY-1 b', ['hem', 'KEY-1', 'key']],
    ['all of it', 'hem', [span('key', 0, 3)], 'KEY-1', ['hem', 'KEY-1', 'key']],
    [
      'two, in their order',
      'hem lig',
      [span('token', 4, 7), span('key', 0, 3)],
      'KEY-1 TOKEN-1',
      ['hem', 'KEY-1', 'key'],
      ['lig', 'TOKEN-1', 'token'],
    ],
    [
      'one that says something else',
      'x 3130',
      [span('pin', 2, 6, '10')],
      'x PIN-1',
      ['3130', 'PIN-1', 'pin'],
      ['10', 'PIN-1', 'pin'],
    ],
    [
      'digits in groups',
      '49-01',
      [span('imei', 0, 5)],
      'IMEI-1',
      ['49-01', 'IMEI-1', 'imei'],
      ['4901', 'IMEI-1', 'imei'],
    ],
    [
      'UCS2',
      '0041004200430044',
      [span('name', 0, 16)],
      'NAME-1',
      ['0041004200430044', 'NAME-1', 'name'],
      ['ABCD', 'NAME-1', 'name'],
    ],
    ['what says nothing', 'x none y', [span('key', 2, 6)], 'x none y'],
    ['zeros', '0000', [span('key', 0, 4)], '0000'],
    ['zeros that are a PIN', '0000', [span('pin', 0, 4)], 'PIN-1', ['0000', 'PIN-1', 'pin']],
    ['a command to a card that reads', 'A0B0000010', [span('pin', 0, 10)], 'A0B0000010'],
    [
      'the same as another kind',
      'A0B0000010',
      [span('key', 0, 10)],
      'KEY-1',
      ['A0B0000010', 'KEY-1', 'key'],
    ],
    ['an address, which is shown', 'a hem b', [span('address', 2, 5)], 'a hem b'],
    [
      'across an address, which is shown',
      'abcdef',
      [span('address', 0, 3), span('key', 2, 4)],
      'abKEY-1ef',
      ['cd', 'KEY-1', 'key'],
    ],
  ])('%s', (_what, text, spans, masked, ...expected) => {
    const aliases: Alias[] = []
    const { naming } = parts()
    expect(naming.mask(text, spans, aliases)).toBe(masked)
    expect(aliases).toEqual(expected)
    const kinds = expected.map(([, name]) => name.replace(/-\d+$/, '').toLowerCase())
    expect(naming.counted).toEqual([...new Set(kinds)])
  })

  test('each place counts, in the row and in all', () => {
    const { naming } = parts()
    naming.begin()
    naming.mask('hem hem', [span('key', 0, 3), span('key', 4, 7)], [])
    naming.mask('hem', [span('key', 0, 3)], [], false)
    expect(naming.counted).toEqual(['key', 'key'])
    expect(naming.masked).toEqual({ key: 2 })
    naming.begin()
    expect(naming.counted).toEqual([])
    naming.add('key')
    naming.count('pin')
    expect(naming.counted).toEqual(['pin'])
    expect(naming.masked).toEqual({ key: 3, pin: 1 })
  })

  test.each<[what: string, text: string, span: Span, line: boolean]>([
    ['a number is found by itself', 'x 1234567', span('number', 2, 9), false],
    ['so is a word in quotes', 'x hemlig9', span('password', 2, 9), false],
    ['a PIN is not', 'x 4711', span('pin', 2, 6), true],
    ['nor what is a part of a value', 'x 1234567', span('number', 2, 9, '12345678'), true],
    ['nor what is written otherwise', 'x 12-34567', span('number', 2, 10), true],
  ])('by its line: %s', (_what, text, one, line) => {
    const { naming, known } = parts()
    naming.mask(text, [one], [])
    expect(known.lines).toEqual(line ? [{ text, start: one.start, end: one.end }] : [])
  })
})

test.each<[places: Partial<Places>, hidden: string]>([
  [{}, 'password pin token key proof number imei position'],
  [{ places: true }, 'password pin token key proof number imei position address cell'],
  [{ showPlaces: true }, 'password pin token key proof number imei'],
  [{ places: true, showPlaces: true }, 'password pin token key proof number imei address cell'],
  [{ loginsOnly: true, places: true }, 'password pin token key proof'],
])('with %o what is hidden is: %s', (places, hidden) => {
  const kinds = 'password pin token key proof number imei position address cell'.split(' ')
  const { naming } = parts(places)
  expect(kinds.filter((kind) => naming.hides(kind)).join(' ')).toBe(hidden)
  expect(kinds.filter((kind) => isPlaceKind(kind))).toEqual(['address', 'cell'])
})

describe('facts and words about a row', () => {
  const aliases: readonly Alias[] = [
    ['4711', 'PIN-9', 'pin'],
    ['1698', 'CELL-9', 'cell'],
    ['abcd', 'CELL-8', 'cell'],
    ['35.66', 'POSITION-9', 'position'],
  ]
  test.each([
    ['a value that is hidden', { pin: '4711' }, { pin: 'PIN-9' }],
    ['a text that holds it', { said: 'x 4711' }, { said: 'x 4711' }],
    ['what looks like something to hide', { id: '490154203237518' }, { id: 'IMEI-1' }],
    ['a number that is written in hex', { area: 5784 }, { area: 'CELL-9' }],
    ['another number', { area: 12 }, { area: 12 }],
    ['nothing, yes and no', { a: null, b: true, c: undefined }, { a: null, b: true, c: undefined }],
    ['a list', { all: ['4711', 12, null] }, { all: ['PIN-9', 12, null] }],
    ['a record', { one: { pin: '4711', lat: 1.25 } }, { one: { pin: 'PIN-9', lat: 'POSITION-1' } }],
    [
      'a place',
      { lat: 35.5, longitude_deg: '139.7' },
      { lat: 'POSITION-1', longitude_deg: 'POSITION-2' },
    ],
    ['a place with a name', { lat: '35.66' }, { lat: 'POSITION-9' }],
    ['no place', { lat: null, lon: '', lng: undefined }, { lat: null, lon: '', lng: undefined }],
    ['no fact of a place', { latency: 35.5 }, { latency: 35.5 }],
    ['a cell, which is shown', { tac: 22, ci: 'x1' }, { tac: 22, ci: 'x1' }],
  ])('%s', (_what, facts, masked) => {
    expect(parts().meaning.facts(facts, aliases)).toEqual(masked)
  })
  test.each([
    [
      { tac: 22, ci: 'x1' },
      { tac: 'CELL-1', ci: 'CELL-2' },
    ],
    [
      { tac: 5784, lac: 'abcd' },
      { tac: 'CELL-9', lac: 'CELL-8' },
    ],
    [
      { rac: 0, sector: '', enb_id: null },
      { rac: 0, sector: '', enb_id: null },
    ],
    [{ tacx: 22 }, { tacx: 22 }],
    [{ lat: 35.5 }, { lat: 35.5 }],
  ])('with places hidden and positions shown, %o is %o', (facts, masked) => {
    const { meaning } = parts({ places: true, showPlaces: true })
    expect(meaning.facts(facts, aliases)).toEqual(masked)
  })
  test('words of ours name no password by a colon; those of others do', () => {
    const { meaning } = parts()
    const words = { en: 'password: hemlig at "4711"', ja: 'password: hemlig' }
    expect(meaning.words(words, aliases)).toEqual({
      en: 'password: hemlig at "PIN-9"',
      ja: 'password: hemlig',
    })
    meaning.own = false
    expect(meaning.words(words, [])).toEqual({
      en: 'password: PASSWORD-1 at "4711"',
      ja: 'password: PASSWORD-1',
    })
  })
})

describe('the names of values', () => {
  test.each([
    ['pin', 'password', 'PIN-1', 'PIN-1'],
    ['password', 'pin', 'PASSWORD-1', 'PASSWORD-1'],
    ['token', 'password', 'TOKEN-1', 'PASSWORD-1'],
    ['password', 'token', 'PASSWORD-1', 'TOKEN-1'],
  ])('one that is a %s and then a %s', (first, second, one, other) => {
    const names = new Pseudonyms()
    expect([names.nameOf(first, '4711'), names.nameOf(second, '4711')]).toEqual([one, other])
    expect([names.nameOf(first, '4712'), names.nameOf(second, '4711')]).toEqual([
      one.replace('1', '2'),
      other,
    ])
  })
  test.each([
    ['imei', 'none', 'NONE', false],
    ['imei', 'a 4901', '49-01', true],
    ['iccid', 'abc', 'abd', false],
    ['iccid', '8981 1', '89811', true],
    ['number', 'Anna', 'Bob', false],
    ['number', '+', '', false],
    ['number', '1+2', '12', false],
    ['name', 'Anna', 'ANNA', true],
  ])('the %s “%s” and “%s” have the same: %s', (kind, one, other, same) => {
    const names = new Pseudonyms()
    expect(names.nameOf(kind, one) === names.nameOf(kind, other)).toBe(same)
  })
})
