import { countedOctets } from '@core/at/counted'
import { factText } from '@core/at/fact-text'
import { expandValues, splitFields } from '@core/at/fields'
import { lineName } from '@core/at/line-name'
import { decimal, hex, int, outsideRange, ranged, secret, text } from '@core/at/parameter'
import { collect, positional, testFacts, valuesOf } from '@core/at/read-facts'
import { Row } from '@core/at/row'
import { offOn } from '@core/at/words'
import { describe, expect, test } from 'vitest'

describe('the fields of a line', () => {
  test.each([
    [
      '1,2',
      [
        ['1', false, false, 0, 1],
        ['2', false, false, 2, 3],
      ],
    ],
    [
      ' "a" , (b) ',
      [
        ['a', true, false, 2, 3],
        ['b', false, true, 8, 9],
      ],
    ],
    ['\t1\t', [['1', false, false, 1, 2]]],
    ['"a', [['a', true, false, 1, 2]]],
    ['"', [['', true, false, 1, 1]]],
    ['(', [['', false, true, 1, 1]]],
    ['""', [['', true, false, 1, 1]]],
    ['()', [['', false, true, 1, 1]]],
    ['"a)', [['a)', true, false, 1, 3]]],
    ['(a"', [['a"', false, true, 1, 3]]],
    [
      '(a),(b',
      [
        ['a', false, true, 1, 2],
        ['b', false, true, 5, 6],
      ],
    ],
    [
      '((a,b),c),d',
      [
        ['(a,b),c', false, true, 1, 8],
        ['d', false, false, 10, 11],
      ],
    ],
    [
      ')),a',
      [
        ['))', false, false, 0, 2],
        ['a', false, false, 3, 4],
      ],
    ],
    [
      ',',
      [
        ['', false, false, 0, 0],
        ['', false, false, 1, 1],
      ],
    ],
    ['  ', []],
  ])('%j', (line, fields) => {
    const found = splitFields(line).map(({ text, quoted, group, start, end }) => [
      text,
      quoted,
      group,
      start,
      end,
    ])
    expect(found).toEqual(fields)
  })
  test('of a part of it', () => {
    expect(splitFields('a,1,2,b', 2, 5).map(({ text, start }) => [text, start])).toEqual([
      ['1', 2],
      ['2', 4],
    ])
  })

  test.each([
    ['0-3,5', [0, 1, 2, 3, 5]],
    ['5-5', [5]],
    ['3-1', ['3-1']],
    ['-3,+4', [-3, 4]],
    ['1 - 3', [1, 2, 3]],
    ['x,1a,a1', ['x', '1a', 'a1']],
    ['1-2x,x1-2', ['1-2x', 'x1-2']],
    ['"0-3"', ['0-3']],
    ['"00"-"10"', ['00', '01', '10']],
    ['"0" - "1"', ['0', '1']],
    ['"10"-"00"', ['10-00']],
    ['"0"-"10"', ['0-10']],
    ['"02"-"10"', ['02-10']],
    ['"11"-"11"', ['11']],
    ['((1),(2-3))', [1, 2, 3]],
    ['(((1)))', [1]],
    ['((((1))))', [1]],
    ['(((((1)))))', ['(1)']],
    ['1,,2,""', [1, 2, '']],
    ['123456789012345', [123456789012345]],
    ['1234567890123456', ['1234567890123456']],
  ])('the values of %s', (text, values) => {
    expect(expandValues(text)).toEqual(values)
  })
  test('4096 of them at most are spelt out', () => {
    expect(expandValues('0-4094')).toHaveLength(4095)
    expect(expandValues('0-4095')).toHaveLength(4096)
    expect(expandValues('0-4096')).toEqual(['0-4096'])
    expect(expandValues('0-4095,7')).toHaveLength(4096)
    expect(expandValues('5,0-4095').slice(0, 2)).toEqual([5, '0-4095'])
    expect(expandValues('"000000000000"-"111111111111"')).toHaveLength(4096)
    expect(expandValues('1,"000000000000"-"111111111111"')).toEqual([
      1,
      '000000000000-111111111111',
    ])
  })
})

describe('the name of a line', () => {
  test.each([
    ['+CEREG: 1', '+CEREG', 7],
    ['+cereg:1', '+CEREG', 7],
    ['+CME ERROR: 3', '+CME ERROR', 11],
    ['  +CSQ : 1', '+CSQ', 8],
    ['\0+CSQ: 1', '+CSQ', 6],
    ['VOICE CALL: BEGIN', 'VOICE CALL', 11],
    ['A B C: 1', 'A B C', 6],
    ['A B C D: 1', '', 0],
    ['two words: 1', '', 0],
    ['"a": 1', '', 0],
    ['(a): 1', '', 0],
    ['a,b: 1', '', 0],
    [': 1', '', 0],
    [`${'A'.repeat(40)}: 1`, 'A'.repeat(40), 41],
    [`${'A'.repeat(41)}: 1`, '', 0],
    ['+CIPOPEN 0,0', '+CIPOPEN', 9],
    ['+CIPOPEN  "a"', '+CIPOPEN', 10],
    ['+CIPOPEN (0)', '+CIPOPEN', 9],
    ['+CIPOPEN x', '', 0],
    ['+CIPOPEN', '', 0],
    ['CIPOPEN 0', '', 0],
    ['x +CIPOPEN 0', '', 0],
    ['+C 0', '', 0],
    ['+CX 0', '+CX', 4],
    [`+${'A'.repeat(20)} 0`, `+${'A'.repeat(20)}`, 22],
    [`+${'A'.repeat(21)} 0`, '', 0],
    ['', '', 0],
  ])('%j', (line, name, end) => {
    expect(lineName(line)).toEqual({ name, end })
  })
})

describe('a row', () => {
  const row = new Row('+X: 1, "a", 2.5,,0x1F, x', 3)
  test('its texts, numbers and what is missing', () => {
    expect(row.count).toBe(6)
    expect(row.tail).toBe('1, "a", 2.5,,0x1F, x')
    expect([0, 1, 3, 6].map((i) => row.text(i))).toEqual(['1', 'a', null, undefined])
    expect([0, 3, 6].map((i) => [row.int(i), row.decimal(i), row.hex(i)])).toEqual([
      [1, 1, 1],
      [null, null, null],
      [undefined, undefined, undefined],
    ])
    expect(row.decimal(2)).toBe(2.5)
    expect(row.hex(4)).toBe(31)
    expect(row.problems).toEqual([])
  })
  test.each<[text: string, int: number | null, decimal: number | null, hex: number | null]>([
    ['+7', 7, 7, null],
    ['-7', -7, -7, null],
    ['7x', null, null, null],
    ['x7', null, null, null],
    ['7.5', null, 7.5, null],
    ['7.', null, null, null],
    ['.5', null, null, null],
    ['7.5x', null, null, null],
    ['123456789012345', 123456789012345, 123456789012345, null],
    ['1234567890123456', null, null, null],
    ['1.123456789012345', null, 1.123456789012345, null],
    ['1.1234567890123456', null, null, null],
    ['ff', null, null, 255],
    ['0XFF', null, null, 255],
    ['0x', null, null, null],
    ['fg', null, null, null],
    ['x0ff', null, null, null],
    ['00000000000000000001f', null, null, 31],
    ['fffffffffffff', null, null, 0xfffffffffffff],
    ['10000000000000f', null, null, null],
    ['" 7 "', 7, 7, 7],
  ])('%s as a whole number, a number, hex', (said, int, decimal, hex) => {
    const one = () => new Row(said)
    const known = /^[\d]{1,13}$/.test(said) ? Number.parseInt(said, 16) : hex
    expect([one().int(0), one().decimal(0), one().hex(0)]).toEqual([int, decimal, known])
  })
  test('what cannot be read is named', () => {
    const bad = new Row('+X: y', 3)
    bad.int(0)
    bad.decimal(0, 'rssi')
    bad.hex(0)
    bad.refuse('two fields')
    expect(bad.problems).toEqual([
      '"+X: y": field 1 is "y", not a whole number',
      '"+X: y": rssi is "y", not a number',
      '"+X: y": field 1 is "y", not hex',
      '"+X: y": expected two fields',
    ])
    const [long, longer] = [120, 121].map((length) => {
      const one = new Row('y'.repeat(length))
      one.refuse('x')
      return one.problems[0]
    })
    expect(long).toBe(`"${'y'.repeat(120)}": expected x`)
    expect(longer).toBe(`"${'y'.repeat(117)}…": expected x`)
  })
  test('what is secret stands where it stands', () => {
    const one = new Row('a: a,"",bc', 3)
    for (const i of [0, 1, 2, 9]) one.mark(i, 'pin')
    one.markText('a', 'name')
    one.markText('', 'name')
    one.markText('z', 'name')
    expect(one.secrets).toEqual([
      { kind: 'pin', start: 3, end: 4 },
      { kind: 'pin', start: 8, end: 10 },
      { kind: 'name', start: 3, end: 4 },
    ])
  })
})

describe('facts of a row', () => {
  const parameters = [
    int('a', 'a', 'a'),
    hex('b', 'b', 'b'),
    decimal('c_db', 'c', 'c'),
    text('d', 'd', 'd'),
    secret('pin', text('e', 'e', 'e')),
  ]
  test('under the names of its parameters, in their order', () => {
    const row = new Row('1,1f,-2.5,x,4711')
    expect(positional(row, parameters)).toEqual({ a: 1, b: 31, c_db: -2.5, d: 'x', e: '4711' })
    expect(row.secrets).toEqual([{ kind: 'pin', start: 12, end: 16 }])
    expect(positional(new Row('1,,x'), parameters)).toEqual({ a: 1, b: null, c_db: null })
    expect(positional(new Row('z,1,1f'), parameters, 1)).toEqual({ a: 1, b: 31 })
  })
  test.each([
    ['rsrp_dbm', '-32768', null],
    ['rsrp_dbm', '32767', null],
    ['snr_db', '-2147483648', null],
    ['snr_db', '2147483647', null],
    ['rsrp_dbm', '-32767', -32767],
    ['count', '-32768', -32768],
    ['rsrp_db_x', '32767', 32767],
  ])('the level %s of %s is %s', (name, said, value) => {
    for (const kind of [int, decimal])
      expect(positional(new Row(said), [kind(name, '', '')])).toEqual({ [name]: value })
  })
  test('one line gives its facts, several a list', () => {
    const [a, b] = [{ x: 1 }, { x: 2 }]
    expect(collect({}, [])).toEqual({})
    expect(collect({}, [a])).toEqual({ x: 1 })
    expect(collect({}, [a, b])).toEqual({ x: 1, entries: [a, b] })
    expect(collect({ onlyEntries: true }, [a, b])).toEqual({ entries: [a, b] })
    expect(collect({ onlyEntries: true }, [a])).toEqual({ x: 1 })
    expect(collect({ list: 'all' }, [a])).toEqual({ all: [a] })
    expect(collect({ list: 'all' }, [])).toEqual({ all: [] })
  })
  test('the values that a test form names', () => {
    const [one, two] = parameters
    if (!one || !two) throw new Error('two parameters')
    expect(testFacts([one])([new Row('0-2')])).toEqual({ a_values: [0, 1, 2] })
    expect(testFacts([one])([new Row('(),(5,6)')])).toEqual({ a_values: [5, 6] })
    expect(testFacts([one, two])([new Row('(0,1),"x"')])).toEqual({
      a_values: [0, 1],
      b_values: ['x'],
    })
    expect(testFacts([one, two])([new Row(',(3)')])).toEqual({ b_values: [3] })
    expect(testFacts([])([new Row('1')])).toEqual({})
    expect([0, 1, 2, 3, 4].map((i) => valuesOf(new Row('(0-1),"0-1",,()'), i))).toEqual([
      [0, 1],
      ['0-1'],
      undefined,
      [],
      undefined,
    ])
  })
  test.each([
    [undefined, ''],
    [null, ''],
    [1, '1'],
    [true, 'true'],
    ['a', 'a'],
    [[1, ['a', null]], '1,a,'],
    [{ a: 1 }, '{"a":1}'],
  ])('%o as a text', (value, said) => {
    expect(factText(value)).toBe(said)
  })
  test('what a value may be', () => {
    const plain = int('a', '', '')
    expect([-1, 0, 5, 6].map((value) => outsideRange(ranged(0, 5, plain), value))).toEqual([
      [0, 5],
      undefined,
      undefined,
      [0, 5],
    ])
    expect([-1, 0, 1, 2].map((value) => outsideRange({ ...plain, values: offOn }, value))).toEqual([
      [0, 1],
      undefined,
      undefined,
      [0, 1],
    ])
    expect(outsideRange(plain, 1e9)).toBe(undefined)
    expect(outsideRange(ranged(0, 5, plain), '9')).toBe(undefined)
    expect(plain).toEqual({ name: 'a', kind: 'int', meaning: { en: '', ja: '' } })
    expect(int('a', '', '', offOn)).toMatchObject({ values: offOn })
  })
})

describe('how many octets follow a line', () => {
  test.each<[line: string, count: number | undefined, own?: string]>([
    ['+HTTPREAD: 17', 17],
    ['+HTTPREAD: DATA,17', 17],
    ['+CHTTPSRECV: DATA,17', 17],
    ['+CMQTTRXPAYLOAD: 0,17', 17],
    ['+CMQTTRXTOPIC: 0,17', 17],
    ['+CFTRANTX: DATA,17', 17],
    ['+CFTPSGET: DATA,17', 17],
    ['+CFTPSGETX: DATA,17', undefined],
    ['+CIPRXGET: 2,0,17,5', 17],
    ['+CIPRXGET: 4,0,17', undefined],
    ['+QIRD: 17', 17],
    ['+QIRD: 17,"UDP"', 17],
    ['+QIRD: 17,5,12', undefined],
    ['+RECEIVE,0,17:', 17],
    ['+IPD17', 17],
    ['+IPD17x', undefined],
    ['x+IPD17', undefined],
    ['+IPD0', undefined],
    ['+IPD1048576', 1048576],
    ['+IPD1048577', undefined],
    ['+XREAD: 1,17', undefined],
    ['+XREAD: 1,17', 17, '+XREAD: '],
    ['+XREAD: 1,17"', 17, '+XREAD: '],
    ['+XREAD: none', undefined, '+XREAD: '],
    ['+HTTPREAD: 17', 17, '+XREAD: '],
  ])('%s: %s', (line, count, own) => {
    expect(countedOctets(line, own)).toBe(count)
  })
})
