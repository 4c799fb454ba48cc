import { mayHold, searchText, type Search } from '@core/log/redact/search'
import { describe, expect, test } from 'vitest'

const usual: Search = { places: false }
const found = (text: string, search = usual) => [
  ...new Set(
    searchText(text, search).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`),
  ),
]

describe('a text is worth a closer look', () => {
  const look = () => []
  test.each<[text: string, search: Search, is: boolean]>([
    ['OK', { places: true, look }, false],
    ['"1234567', usual, true],
    ['x://y', usual, true],
    ['+CUSD:', usual, true],
    ['x@y', usual, true],
    ['x@y', { places: false, own: true }, false],
    ['FSN', usual, true],
    ['tel', usual, true],
    ['lpac', usual, true],
    ['1.25', usual, true],
    ['1.25', { places: false, showPlaces: true }, false],
    ['AT+CSTT="a","b"', usual, true],
    ['\\"', usual, true],
    ['"ghijklmnopqr', { places: false, look }, true],
    ['"ghijklmnopqr', usual, false],
    ['x.5', { places: true }, true],
    ['x:a:', { places: true }, true],
    ['x.5', usual, false],
  ])('%s with %o: %s', (text, search, is) => {
    expect(mayHold(text, search)).toBe(is)
  })
})

describe('an identity by what stands before it', () => {
  test.each<readonly [text: string, ...found: string[]]>([
    // Names and values in columns; else the name is no farther than 32 letters.
    [`IMEI${' '.repeat(92)}123456789012345`, 'imei 123456789012345'],
    [`IMEI${' '.repeat(93)}123456789012345`],
    ['IMEI of this modem on the desk: 123456789012345', 'imei 123456789012345'],
    ['IMEI of the other modem on that desk: 123456789012345'],
    ['imei 12345678901234567', 'imei 12345678901234567'],
    ['imei 123456789012345678'],
    ['sn 12345678901234', 'imei 12345678901234'],
    ['usn 12345678901234'],
    ['cimi 12345678901234', 'imsi 12345678901234'],
    ['subscriberid 12345678901234', 'imsi 12345678901234'],
    ['imsi 1234567890123456'],
    ['card 123456789012345678', 'iccid 123456789012345678'],
    ['card 12345678901234567'],
    ['usim 898110000000000001', 'iccid 898110000000000001'],
    ['uicc 898110000000000001', 'iccid 898110000000000001'],
    ['sim 89811000000000001'],
    ['sim 888110000000000001'],
    ['simple 898110000000000001'],
    // Behind the name of an identity also one with a wrong check digit.
    ['ID: 898110000000000001', 'iccid 898110000000000001'],
    ['ID: 888110000000000001'],
    ['ID: 440101234567890', 'imsi 440101234567890'],
    ['ID: 490154203237518', 'imei 490154203237518'],
    ['ID: 011234567890123', 'imei 011234567890123'],
    ['ID: 121234567890123'],
    ['ID: 4401012345678901'],
    ['ID: 44010123456789'],
    ['Device ID: 121234567890123', 'imei 121234567890123'],
    ['Teilnehmer: 121234567890123', 'imsi 121234567890123'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('an identity in a request', () => {
  test.each<readonly [text: string, ...found: string[]]>([
    ['http://a.example/898110000000000001', 'iccid 898110000000000001'],
    ['http://a.example/888110000000000001'],
    ['http://a.example/89811000000000001'],
    ['http://a.example/35123456789012345'],
    ['http://a.example/3512345678901234', 'imei 3512345678901234'],
    ['http://a.example/35123456789012', 'imei 35123456789012'],
    ['http://a.example/01123456789012', 'imei 01123456789012'],
    ['http://a.example/86123456789012', 'imei 86123456789012'],
    ['http://a.example/99123456789012', 'imei 99123456789012'],
    ['http://a.example/44123456789012'],
    // Fifteen digits with a right check digit, or with a country.
    ['http://a.example/111111111111119', 'imei 111111111111119'],
    ['http://a.example/111111111111118'],
    ['http://a.example/1111111111111117'],
    ['http://a.example/440101234567890', 'imsi 440101234567890'],
    ['http://a.example?x=35123456789012', 'imei 35123456789012'],
    ['http://a.example:35123456789012', 'imei 35123456789012'],
    ['http://a.example/x,35123456789012', 'imei 35123456789012'],
    ['http://a.example/?35123456789012', 'imei 35123456789012'],
    ['http://a.example/?a&35123456789012', 'imei 35123456789012'],
    ['http://a.example/x-35123456789012'],
    ['http://a.example x=35123456789012'],
    ['"http://a.example"=35123456789012'],
  ])('%s', (text, ...expected) => {
    expect(found(text)).toEqual(expected)
  })
})

describe('an IMSI that stands alone', () => {
  const imsi = '440101234567890'
  test.each<readonly [text: string, is: boolean]>([
    [imsi, true],
    [`  ${imsi}  `, true],
    [`b'${imsi}'`, true],
    [`"${imsi}\\r\\n"`, true],
    [`${imsi}<br />`, true],
    [`x ${imsi}`, false],
    [`${imsi} x`, false],
    [`['AT', '${imsi}', 'x']`, true],
    [`x, '${imsi}, x`, false],
    [`x, ${imsi}', x`, false],
    [`x [${imsi}] x`, true],
    [`x [${imsi} x`, false],
    [`x ${imsi}] x`, false],
    [`{"x" : "${imsi}"}`, true],
    [`{"x": "${imsi} "}`, false],
    [`{"x": ${imsi}"}`, false],
    [`x ${imsi}@ims`, true],
    [`x ${imsi} @ims`, false],
    ['140101234567890', false],
    ['4401012345678901', false],
    ['44010123456789', false],
  ])('%s: %s', (text, is) => {
    expect(found(text).length).toBe(is ? 1 : 0)
  })
})

describe('numbers and texts in hex', () => {
  const look = (inside: string) =>
    inside.startsWith('abcd') ? [{ kind: 'token', start: 1, end: 3 }] : []
  const inHex = (text: string) =>
    searchText(text, { places: false, look }).map(({ kind, start, end, value }) => [
      `${kind} ${text.slice(start, end)}`,
      value,
    ])
  test.each<[what: string, text: string, ...found: (readonly [string, string])[]]>([
    ['letters', 'x 6162636465666768', ['token 6263', 'bc']],
    ['letters that are too few', 'x 61626364656667'],
    ['letters and an octet that is none', 'x 616263646566676801'],
    ['other letters', 'x 6262636465666768'],
    ['UCS2', 'x 0061006200630064', ['token 00620063', 'bc']],
    [
      'digits of UCS2',
      'x 0031003200330034003500360037',
      ['number 0031003200330034003500360037', '1234567'],
    ],
    [
      'with their plus',
      'x 002B0031003200330034003500360037',
      ['number 002B0031003200330034003500360037', '+1234567'],
    ],
    ['six digits of UCS2', 'x 003100320033003400350036'],
    ['sixteen digits of UCS2', `x ${'0031'.repeat(16)}`],
    ['digits behind a letter', 'x 00410031003200330034003500360037'],
    ['digits before a letter', 'x 00310032003300340035003600370041'],
    [
      'the file of a card',
      '+CSIM: 28,"0000981801002251927677509000"',
      ['iccid 98180100225192767750', '89811000221529677705'],
    ],
    [
      'the file of an IMSI',
      '+CRSM: 144,0,"00000849040110325476989000"',
      ['imsi 084904011032547698', '440100123456789'],
    ],
  ])('%s', (_what, text, ...expected) => {
    expect(inHex(text)).toEqual(expected)
  })
  test('a text in UCS2 is looked into for what any text may hold, where nobody else looks', () => {
    const text = `x ${['0074006F006B0065006E003D', '0061006200630064'].join('')}`
    expect(searchText(text, usual)).toEqual([{ kind: 'token', start: 26, end: 42, value: 'abcd' }])
  })
})

describe('addresses, where they are asked for', () => {
  const places: Search = { places: true }
  test.each<readonly [text: string, ...found: string[]]>([
    ['x 10.0.0.1', 'address 10.0.0.1'],
    ['x 10.127.0.1', 'address 10.127.0.1'],
    ['x 127.0.0.1'],
    ['x 255.255.255.0'],
    ['x 0.0.0.0'],
    ['x 2001:db8::10:20:30', 'address 2001:db8::10:20:30'],
    ['x 10:20:30'],
    ['x 1:20:30'],
    ['x a1:20:30', 'address a1:20:30'],
    ['x 10:20:30:40', 'address 10:20:30:40'],
  ])('%s', (text, ...expected) => {
    expect(found(text, places)).toEqual(expected)
  })
})

test('what is written in wide letters says what it is in usual ones', () => {
  expect(searchText('ＩＭＥＩ：１２３４５６７８９０１２３４５', usual)).toEqual([
    { kind: 'imei', start: 5, end: 20, value: '123456789012345' },
  ])
})

test.each<[text: string, search: Search, ...found: string[]]>([
  ['GPS 35.66461', usual, 'position 35.66461'],
  ['GPS 35.66461', { places: false, showPlaces: true }],
  ['x anna@a.example', usual, 'mail anna@a.example'],
  ['x anna@a.example', { places: false, own: true }],
  ['PIN is 4711', usual, 'pin 4711'],
  ['PIN is 4711', { places: false, own: true }],
  ['x 10.0.0.1', usual],
])('in %s with %o', (text, search, ...expected) => {
  expect(found(text, search)).toEqual(expected)
})
