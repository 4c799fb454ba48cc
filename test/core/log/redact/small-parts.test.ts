import { base64Texts, mayHoldBase64 } from '@core/log/redact/base64-text'
import { canonical, startsWithCountry } from '@core/log/redact/digits'
import { groupedIdentities } from '@core/log/redact/grouped'
import { hasHint } from '@core/log/redact/hint'
import { mails, mayHoldMail } from '@core/log/redact/mails'
import { matches } from '@core/log/redact/matches'
import { mayHoldPosition } from '@core/log/redact/positions'
import { namedInMessage } from '@core/log/redact/programs'
import { inQuotes, mayHoldQuotes } from '@core/log/redact/quotes'
import { closesUssd, opensUssd, ussdAnswers } from '@core/log/redact/ussd'
import { widthAlike } from '@core/log/redact/width'
import { describe, expect, test } from 'vitest'

describe('a line is worth a closer look', () => {
  test.each([
    // Pairs of digits with something between: eight are a dump.
    ['=12:34:56:78:90:12:34:56', true],
    ['=12:34:56:78:90:12:34', false],
    ['=ab cd ef ab cd ef ab cd', true],
    ['=ab cd ef ab abcd ef ab cd', false],
    ['=abcdefabcdef', false],
    ['=a b c d e f a b c d e f a b c d', false],
    // Digits of hex: sixteen.
    ['=0123456789abcdef', true],
    ['=0123456789abcde', false],
    ['=ghijklmghijklmgh', false],
    // Digits in groups are held apart by one blank or dash.
    ['"12 34567', true],
    ['"12.34567', false],
    ['"12  34567', false],
    ['us', true],
    ['un', false],
  ])('%s: %s', (text, worth) => {
    expect(hasHint(text)).toBe(worth)
  })
})

test.each<[form: RegExp, text: string, ...found: (readonly [number, string])[]]>([
  [/x/g, 'axbx', [1, 'x'], [3, 'x']],
  [/x*/g, 'axx', [0, ''], [1, 'xx'], [3, '']],
  [/x/g, 'abc'],
])('%s in “%s” is found where it stands, from the beginning on', (form, text, ...found) => {
  form.lastIndex = 2
  expect(matches(form, text).map(({ 0: said, index }) => [index, said])).toEqual(found)
})

describe('Base64', () => {
  const look = (inside: string) =>
    inside === 'secret' ? [{ kind: 'token', start: 0, end: 6 }] : []
  const hidden = (text: string) =>
    base64Texts(text, look).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)
  test.each([
    // `secret`, `a CR LF secret CR LF b`, `NUL secret`, `secret NUL`, `public`
    ['{"x":"c2VjcmV0"}', []],
    ['{"x":"YQ0Kc2VjcmV0DQpi"}', ['octets YQ0Kc2VjcmV0DQpi']],
    ['{"x":"DQpzZWNyZXQNCg=="}', ['octets DQpzZWNyZXQNCg==']],
    ['{"x":"DQpzZWNyZXQNCgA="}', []],
    ['{"x":"AA0Kc2VjcmV0DQpi"}', []],
    ['{"x":"YQ0KcHVibGljDQpi"}', []],
  ])('%s', (text, expected) => {
    expect(hidden(text)).toEqual(expected)
  })
  test.each([
    ['"abcdefghijkl', true],
    ["'ABCD0123+/kl", true],
    ['"abcdefghijk', false],
    ['xabcdefghijkl', false],
    ['"abc"', false],
  ])('%s may hold some: %s', (text, may) => {
    expect(mayHoldBase64(text)).toBe(may)
  })
})

describe('mail addresses', () => {
  test('stand where they stand', () => {
    expect(mails('to anna@a.example, b@c.example')).toEqual([
      { kind: 'mail', start: 3, end: 17 },
      { kind: 'mail', start: 19, end: 30 },
    ])
    expect(mayHoldMail('x@')).toBe(true)
    expect(mayHoldMail('x')).toBe(false)
  })
})

test.each([
  ['Ａｂ！～', 'Ab!~'],
  ['０９０－８７６５', '090-8765'],
  ['a\u3000b', 'a b'],
  ['\uff00\uff5f', '\uff00\uff5f'],
  ['Ａ\uff5f', 'A\uff5f'],
  // A dash is one behind a digit alone.
  ['9‐9–9−9ー9', '9-9-9-9-9'],
  ['９ー９', '9-9'],
  ['データ', 'データ'],
  ['–9', '–9'],
  ['abc', 'abc'],
])('“%s” in the usual width is “%s”', (text, alike) => {
  expect(widthAlike(text)).toBe(alike)
})

describe('what the network answers to a service code', () => {
  test.each<[text: string, found?: string, value?: string]>([
    ['+CUSD: 0,"Balance 12",15', 'Balance 12', 'Balance 12'],
    ['+CUSD: 0,"Balance 12"', 'Balance 12', 'Balance 12'],
    ['+CUSD: 0,"Balance', 'Balance', 'Balance'],
    ['+CUSD:0,Balance,15', 'Balance', 'Balance'],
    ['+CUSD: 0,"00420061006C",72', '00420061006C', 'Bal'],
    // The same octets without a coding, and as octets.
    ['+CUSD: 0,"4A6F686E",68', '4A6F686E', 'John'],
    ['+CUSD: 0,"",15'],
    ['+CUSD: 4'],
  ])('%s', (text, found, value) => {
    const spans = ussdAnswers(text)
    expect(spans.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual(
      found === undefined ? [] : [['ussd', found]],
    )
    expect(spans[0]?.value).toBe(value)
  })
  test.each([
    ['+CUSD: 1,"Menu', true, false],
    ['        +CUSD: 1, "Menu', true, false],
    ['         +CUSD: 1,"Menu', false, false],
    ['x +CUSD: 1,"Menu', false, false],
    ['+CUSD: 1,"Menu",15', false, true],
    ['2 Kurt",15', false, true],
    ['2 Kurt", 15 ', false, true],
    ['2 Kurt"', false, true],
    ['2 Kurt",1500', false, false],
    ['2 "Kurt" and more', false, false],
  ])('%s opens a menu: %s, closes it: %s', (text, opens, closes) => {
    expect([opensUssd(text), closesUssd(text)]).toEqual([opens, closes])
  })
})

describe('quotes as they are written', () => {
  const look = (inside: string) => [{ kind: 'all', start: 0, end: inside.length, value: inside }]
  test.each([
    ['a\\"b\\"c', 'a"b"c'],
    ['a\\\\"b', 'a"b'],
    ['a""b""', 'a"b"'],
    ['a&quot;b', 'a"b'],
    ['a&#34;b', 'a"b'],
    ['a&#x22;b', 'a"b'],
    ['user=""]', 'user=""]'],
  ])('%s', (text, inside) => {
    expect(mayHoldQuotes(text)).toBe(true)
    expect(inQuotes(text, look)).toEqual([
      { kind: 'all', start: 0, end: text.length, value: inside },
    ])
  })
  test.each([
    ['a\\"bc\\"d', 2, 4, 'bc'],
    ['a\\"bc\\"d', 1, 2, '\\"'],
    ['&quot;b&quot;', 1, 2, 'b'],
    ['&quot;b&quot;', 0, 3, '&quot;b&quot;'],
    ['a\\"b', 4, 6, undefined],
  ])('in %s letters %i to %i stand at “%s”', (text, start, end, found) => {
    const spans = inQuotes(text, () => [{ kind: 'x', start, end }])
    expect(spans.map((span) => text.slice(span.start, span.end))).toEqual(
      found === undefined ? [] : [found],
    )
  })
  test.each(['a"b"', "a'b'", 'a&amp;b', 'abc'])('%s has none of other forms', (text) => {
    expect(mayHoldQuotes(text)).toBe(false)
    expect(inQuotes(text, look)).toEqual([])
  })
})

test.each([
  ['0 440 10 345678901', []],
  ['4 410 10 345678901', []],
  ['440 10 345678901 2', []],
  ['440 10 345678901', []],
  ['440 10 3456789012', ['imsi']],
])('digits in groups, %s: %s', (text, kinds) => {
  expect(groupedIdentities(text).map(({ kind }) => kind)).toEqual(kinds)
})

test('what a country and a card begin and end with', () => {
  expect(startsWithCountry('440999')).toBe(true)
  expect(startsWithCountry('999440')).toBe(false)
  expect(canonical('iccid', '8981100022152967705FF')).toBe('8981100022152967705')
  expect(canonical('iccid', '98180100225192767750a')).toBe('98180100225192767750a')
})

test.each([
  ['5 Deg 7', true],
  ['5Deg7', true],
  ['5°7', true],
  ['x Deg 7', false],
  ['5 Deg x', false],
  ['1.25', true],
  ['1.2', false],
  ['緯', true],
])('%s may hold a place: %s', (text, may) => {
  expect(mayHoldPosition(text)).toBe(may)
})

test.each([
  ['bad user erika', 'erika'],
  ['no such account erika.', 'erika.'],
  ['user unknown', undefined],
  ['user e', undefined],
  ['welcome', undefined],
])('the message “%s” names %s', (message, name) => {
  expect(namedInMessage(message)).toBe(name)
})
