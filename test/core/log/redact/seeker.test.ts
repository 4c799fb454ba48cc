import { knowledge } from '@catalog/decoders'
import type { Explanation, Knowledge } from '@core/at/knowledge'
import { KnownValues } from '@core/log/redact/known-values'
import { Seeker } from '@core/log/redact/seeker'
import { moved, toldInside } from '@core/log/redact/told'
import type { LogRow } from '@core/log/row'
import { describe, expect, test } from 'vitest'

/** Decoders that know `AT+P…` and `+P…: `, and answers to `AT+Q` and `AT+XQ`: what stands behind `!` is secret. */
function explained(text: string): Explanation {
  const start = text.indexOf('!') + 1
  const end = start + (/^\w*/.exec(text.slice(start))?.[0].length ?? 0)
  const secrets = start > 0 ? [{ kind: 'password' as const, start, end }] : []
  return { name: 'P', facts: {}, words: { en: '', ja: '' }, severity: 'fine', secrets }
}
const stub: Knowledge = {
  ...knowledge,
  command: (text) => (text.startsWith('AT+P') ? explained(text) : undefined),
  line: (text, { command }) =>
    text.startsWith('+P') || command === 'AT+Q' || command === 'AT+XQ'
      ? explained(text)
      : undefined,
}

describe('what decoders say of commands and answers inside another line', () => {
  test.each<readonly [text: string, ...found: string[]]>([
    ['sent AT+P=!hem', 'password hem'],
    ['sent AT+P=!hem then AT+P=!lig', 'password hem'],
    ["sent AT+P=!hem' and AT+P=!lig", 'password hem', 'password lig'],
    ['sent AT+Q=!hem'],
    ['got +PX: !hem', 'password hem'],
    ['got +XQ: !hem', 'password hem'],
    ['got +XY: !hem'],
    ['got "+PX: !hem'],
    ['got x+PX: !hem'],
    ['+P: !hem'],
    ['got at+p=!hem'],
    ['plain !hem'],
    // A list of what was read: the first is the command that the others answer.
    ["['AT+P=!hem', 'x !lig', 'OK']", 'password hem'],
    ["['AT+Q', 'x !hem', 'OK']", 'password hem'],
    ["x ['AT+Q', 'x !hem', 'y !lig', 'OK']", 'password hem', 'password lig'],
    ["['at+q', 'x !hem', 'OK']"],
    ["['AT+X', 'AT+P=!hem', 'OK']"],
    ["['x !hem', 'AT+Q', 'OK']"],
    ["['+PX: !hem', 'OK']", 'password hem'],
    [`["+PX: !hem", 'OK']`],
    // The text of a message is under its header.
    ["['AT+CMGR=1', '+CMGR: 0', 'meet me', 'OK']", 'message meet me'],
    [
      "['AT+CMGL', '+CMGL: 0', 'meet me', '+CMGL: 1', 'at nine', 'OK']",
      'message meet me',
      'message at nine',
    ],
    ["['AT+CMGR=1', '+CMGR: 0', 'OK']"],
    ["['AT+CMGR=1', '+CMGR: 0', 'ERROR']"],
    ["['AT+CMGR=1', '+CMGR: 0', '+CMS ERROR: 321']"],
    ["['AT+CMGR=1', '+CMGR: 0', '', 'OK']"],
    ["['AT+CMGR=1', '+CMGR: 0', 'OK then']", 'message OK then'],
    ["['AT+CMGR=1', 'x +CMGR: 0', 'meet me']"],
    ["['AT+QCMGR=1', '+QCMGR: 0', 'it\\'s me']", "message it\\'s me"],
  ])('%s', (text, ...expected) => {
    const found = toldInside(text, stub).map(
      ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
    )
    expect(found).toEqual(expected)
  })
  test('moved by where the line begins', () => {
    expect(moved([{ kind: 'pin', start: 1, end: 3 }], 4)).toEqual([
      { kind: 'pin', start: 5, end: 7 },
    ])
    expect(moved(undefined, 4)).toEqual([])
  })
})

const places = { places: false, showPlaces: false }
const row = (text: string, more: Partial<LogRow> = {}): LogRow => ({
  id: 1,
  slot: 'a',
  atMs: 0,
  monoUs: 0,
  dir: 'rx',
  kind: 'answer',
  text,
  ...more,
})
const seeker = (known = new KnownValues()) => new Seeker(stub, known, places)
const inRow = (one: LogRow, before: readonly LogRow[] = []) => {
  const all = seeker()
  for (const other of before) all.follow(other)
  all.follow(one)
  return [
    ...new Set(
      all.ofRow(one).map(({ kind, start, end }) => `${kind} ${one.text.slice(start, end)}`),
    ),
  ]
}

describe('what to hide in a row', () => {
  test.each<[header: string, is: boolean]>([
    ['+CMT: "x"', true],
    ['+CDS: 25', true],
    ['+CBM: 1', true],
    ['+CMGR: 0', true],
    ['+CMGL: 0', true],
    ['+CMGRD: 0', true],
    ['+QCMGR: 0', true],
    ['AT+CMGS="x"', true],
    ['at+cmgs="x"', true],
    ['AT+QCMGS="x"', true],
    ['AT+CMGSEX="x"', true],
    ['AT+CMGW="x"', true],
    ['AT+CMGC=1', true],
    ['AT+CNGC=1', true],
    ['AT+CSMTPSSUB=1', true],
    ['AT+CSMTPSBODY=1', true],
    ['AT+QSMTPSUB=1', true],
    ['AT+QSMTPBODY=1', true],
    ['+CMTI: "SM",1', false],
    ['+CSQ: 1', false],
    ['x +CMT: "x"', false],
    ['AT+HTTPDATA=7', false],
  ])('all of it under %s: %s', (header, is) => {
    expect(inRow(row('meet me', { header, kind: 'payload' }))).toEqual(
      is ? ['message meet me'] : [],
    )
  })
  test('of a message in PDU mode its parts', () => {
    const pdu = '0001000B911346610089F600000CC8F71D14969741F977FD07'
    expect(inRow(row(pdu, { header: '+CMGR: 0', kind: 'payload' }))).toEqual([
      'number 1346610089F6',
      'message C8F71D14969741F977FD07',
    ])
  })
  test.each<[what: string, one: LogRow, ...found: string[]]>([
    [
      'what its decoder says',
      row('+X: !hem', { explanation: explained('+X: !hem') }),
      'password hem',
    ],
    [
      'of an echo, what the decoder of the command says',
      row('AT+P=!hem', { kind: 'echo' }),
      'password hem',
    ],
    ['no line of an exchange inside an answer', row('x AT+P=!hem')],
    ['inside a text', row('x AT+P=!hem', { kind: 'text' }), 'password hem'],
    ['inside a note', row('x AT+P=!hem', { kind: 'note', dir: 'note' }), 'password hem'],
    ['inside what nobody knows', row('x AT+P=!hem', { kind: 'unknown' }), 'password hem'],
    ['quotes written otherwise', row('x "AT+P=\\"!hem\\""'), 'password hem'],
    ['octets', row('x 41542b503d2168656d'), 'password 68656d'],
  ])('%s', (_what, one, ...expected) => {
    expect(inRow(one)).toEqual(expected)
  })
  test.each([
    ['+X: !hem<br/>', 'hem'],
    ['+X: !hem</td >', 'hem'],
    ['+X: !hem&quot;', 'hem'],
    ['+X: !<b>hem', '<b>hem'],
  ])('marks of HTML behind a value are no part of it: %s', (text, value) => {
    const start = text.indexOf('!') + 1
    const whole = { kind: 'password' as const, start, end: text.length }
    const explanation = { ...explained(text), secrets: [whole] }
    expect(inRow(row(text, { explanation }))).toContain(`password ${value}`)
  })
})

describe('what depends on the rows before', () => {
  const header = row('+CMGR: 0,"x"', { kind: 'text' })
  test.each<[what: string, one: LogRow, depends: boolean, carries: boolean]>([
    ['an answer', row('+CSQ: 1'), false, false],
    ['a dump', row('41 54 20 70'), true, false],
    ['what goes to a socket', row('AT+QISEND=0,"x"', { kind: 'command' }), true, true],
    ['content', row('x', { kind: 'payload', header: '+HTTPREAD: 1' }), true, true],
    ['a message', row('x', { kind: 'payload', header: '+CMT: "x"' }), false, false],
  ])('%s', (_what, one, depends, carries) => {
    const all = seeker()
    expect(all.follow(one)).toBe(depends)
    expect(all.carries).toBe(carries)
    all.follow(row('+CSQ: 1'))
    expect(all.carries).toBe(false)
  })
  test('in its own slot', () => {
    const text = row('meet me', { kind: 'text' })
    expect(inRow(text, [header])).toEqual(['message meet me'])
    expect(inRow({ ...text, slot: 'b' }, [header])).toEqual([])
  })
  test.each<[what: string, one: LogRow, idle: boolean]>([
    ['an answer', row('+CSQ: 1'), true],
    ['a header of a message', header, false],
    ['a header of a message in the other slot', { ...header, slot: 'b' }, false],
    ['a dump', row('41 54 20 70'), false],
  ])('more may come behind %s', (_what, one, idle) => {
    const all = seeker()
    expect(all.idle).toBe(true)
    all.follow(one)
    all.ofRow(one)
    expect(all.idle).toBe(idle)
  })
  test('a row that was passed over counts', () => {
    const prompt = row('> meet me', { kind: 'text' })
    const passed = seeker()
    passed.pass(row('OK', { kind: 'final' }))
    expect(passed.follow(prompt)).toBe(true)
    expect(seeker().follow(prompt)).toBe(false)
    const other = seeker()
    other.pass(row('OK', { kind: 'final', slot: 'b' }))
    expect(other.follow(prompt)).toBe(false)
  })
})

describe('in other texts', () => {
  const known = new KnownValues()
  known.add('password', 'hemlig9')
  const shown = (spans: readonly { start: number; end: number }[], text: string) => [
    ...new Set(spans.map(({ start, end }) => text.slice(start, end))),
  ]
  test.each<
    [
      text: string,
      ofText: string[],
      notNested: string[],
      ofCommand: string[],
      ofHeader: string[],
      ofWords: string[],
    ]
  >([
    ['AT+P=!hem', ['hem'], [], ['hem'], [], []],
    ['+PX: !hem', ['hem'], [], [], ['hem'], []],
    ['x hemlig9 y', ['hemlig9'], ['hemlig9'], ['hemlig9'], ['hemlig9'], ['hemlig9']],
    ['token=abcd', ['abcd'], ['abcd'], ['abcd'], ['abcd'], ['abcd']],
    ['password: hemma', ['hemma'], ['hemma'], ['hemma'], ['hemma'], ['hemma']],
    ['x ""AT+P=!hem""', ['hem'], ['hem'], ['hem'], ['hem'], []],
  ])('%s', (text, ofText, notNested, ofCommand, ofHeader, ofWords) => {
    const all = seeker(known)
    expect(shown(all.ofText(text), text)).toEqual(ofText)
    expect(shown(all.ofText(text, false), text)).toEqual(notNested)
    expect(shown(all.ofCommand(text), text)).toEqual(ofCommand)
    expect(shown(all.ofHeader(text), text)).toEqual(ofHeader)
    expect(shown(all.ofWords(text, false), text)).toEqual(ofWords)
  })
  test('words of ours name a password by a sign of equality alone', () => {
    const own = (text: string) => shown(seeker(known).ofWords(text, true), text)
    expect(own('password: hemma')).toEqual([])
    expect(own('password=hemma')).toEqual(['hemma'])
    expect(own('x hemlig9 y')).toEqual(['hemlig9'])
  })
  test.each([
    ['x hemlig9 y', true],
    ['1.25', true],
    ['x', false],
  ])('%s is worth a look: %s', (text, is) => {
    expect(seeker(known).mayHold(text)).toBe(is)
  })
})
