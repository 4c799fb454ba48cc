import { Following, messagesIn } from '@core/log/redact/following'
import type { LogRow, RowKind } from '@core/log/row'
import { describe, expect, test } from 'vitest'

type Line = readonly [kind: RowKind, text: string, more?: Partial<LogRow>]

const row = ([kind, text, more]: Line): LogRow => ({
  id: 1,
  slot: 'a',
  atMs: 0,
  monoUs: 0,
  dir: kind === 'note' ? 'note' : kind === 'command' ? 'tx' : 'rx',
  kind,
  text,
  ...more,
})

/** What is hidden in the last of these lines. */
function hidden(...lines: readonly Line[]): string[] {
  const following = new Following()
  const last = lines.map((line) => following.spansOf(row(line))).at(-1) ?? []
  const text = lines.at(-1)?.[1] ?? ''
  return last.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)
}

const header: Line = ['text', '+CMGR: 0,"x"']
const text: Line = ['text', 'meet me']
const send = 'AT+CMGS="0123"'

describe('the text of a message', () => {
  test.each<[string, readonly Line[], boolean]>([
    ['under its header', [header], true],
    ['under nothing', [], false],
    ['under its header and an empty line', [header, ['text', '']], true],
    ['under its header and a line of blanks', [header, ['text', '  ']], true],
    ['under an unsolicited header', [['unsolicited', '+CMT: "x"']], true],
    ['under another unsolicited line', [['unsolicited', '+CREG: 1']], false],
    ['behind its own first line', [['payload', 'first', { header: '+CMGR: 0' }]], true],
    ['behind what was typed of it', [['payload', 'first', { header: send }]], true],
    ['behind the content of another line', [['payload', 'first', { header: '+CSQ: 0' }]], false],
    ['behind the command that asks for it', [['command', send]], true],
    ['behind a command that names one', [['command', 'AT+X="AT+CMGS=1"']], false],
    ['behind another command', [['command', 'AT+CSQ']], false],
    ['behind the echo of that command', [['echo', send, { command: send }]], true],
    ['behind an echo that is of no command', [['echo', send]], false],
    ['behind the echo of another command', [['echo', send, { command: 'AT+CSQ' }]], false],
    ['behind its prompt', [['prompt', '> ', { command: send }]], true],
    ['behind a prompt of no command', [['prompt', '> ']], false],
    ['behind the result of that command', [['final', 'OK', { command: send }]], false],
    ['behind a line that names that command', [['text', `sent ${send}`]], true],
    ['behind an answer that names that command', [['answer', `sent ${send}`]], false],
    ['behind a note in between', [header, ['note', 'port opened']], true],
    ['behind a result in between', [header, ['text', 'OK']], false],
  ])('%s', (_what, before, is) => {
    expect(hidden(...before, text)).toEqual(is ? ['message meet me'] : [])
  })
  test.each<[RowKind, boolean]>([
    ['text', true],
    ['unknown', true],
    ['answer', true],
    ['final', false],
    ['unsolicited', false],
    ['command', false],
  ])('a line of the kind %s may be one: %s', (kind, is) => {
    expect(hidden(header, [kind, 'CONNECT me'])).toEqual(is ? ['message CONNECT me'] : [])
  })
  test('nor is the content of another line', () => {
    expect(hidden(header, ['text', 'meet me', { header: '+CSQ: 0' }])).toEqual([])
  })
  test.each([
    [`recv [u'> see you', u'+CMGS: 5']`, ['message see you']],
    [`recv [u'>see you', u'+CMGS: 5']`, ['message see you']],
    [`recv [u"> see you", u'+CMGS: 5']`, ['message see you']],
    [`recv [u'>x', u'+CMGS: 5']`, []],
  ])('in a list of what Python 2 read: %s', (list, expected) => {
    expect(hidden(['command', send], ['text', list])).toEqual(expected)
    expect(hidden(['text', list])).toEqual([])
    expect(hidden(['command', send], ['final', list])).toEqual([])
  })
})

describe('the text behind a prompt that no command explains', () => {
  const prompt: Line = ['text', '> the gate']
  test.each<[RowKind, boolean]>([
    ['text', true],
    ['unknown', true],
    ['answer', false],
    ['final', false],
  ])('in a line of the kind %s: %s', (kind, is) => {
    expect(hidden(['final', 'OK'], [kind, '> the gate'])).toEqual(is ? ['message the gate'] : [])
  })
  test('under a prompt that stands alone, up to a result', () => {
    const alone: readonly Line[] = [
      ['final', 'OK'],
      ['text', '>'],
    ]
    expect(hidden(...alone, text)).toEqual(['message meet me'])
    expect(hidden(...alone, ['note', 'port opened'], text)).toEqual(['message meet me'])
    expect(hidden(...alone, ['final', 'OK'], text)).toEqual([])
  })
  test('rows that were passed over count, but for empty ones', () => {
    const behind = (...lines: readonly Line[]) => {
      const following = new Following()
      for (const line of lines) following.pass(row(line))
      return following.spansOf(row(prompt)).length
    }
    expect(behind(['command', 'AT+CSQ'], ['final', 'OK'], ['text', ''])).toBe(1)
    expect(behind(['command', 'AT+CSQ'], ['final', 'OK'], ['text', 'x'])).toBe(0)
    expect(behind()).toBe(0)
  })
})

describe('the message in an object of a program', () => {
  const open: Line = ['text', 'sms: {']
  const said: Line = ['text', `message: 'hello'`]
  const other: Line = ['text', 'x']
  test('up to eight lines behind the word that says what it is', () => {
    expect(hidden(open, said)).toEqual(['message hello'])
    expect(hidden(said)).toEqual([])
    expect(hidden(open, ...Array<Line>(7).fill(other), said)).toEqual(['message hello'])
    expect(hidden(open, ...Array<Line>(8).fill(other), said)).toEqual([])
  })
  test.each<[RowKind, boolean]>([
    ['text', true],
    ['unknown', true],
    ['answer', false],
    ['final', false],
    ['command', false],
  ])('in a line of the kind %s: %s', (kind, is) => {
    expect(hidden([kind, `sms: {message: 'hello'}`])).toEqual(is ? ['message hello'] : [])
  })
})

describe('a menu of the network', () => {
  const open: Line = ['unsolicited', '+CUSD: 1,"Menu']
  test.each<[string, readonly Line[], string[]]>([
    ['its second line', [open, ['text', '1 Erika']], ['ussd 1 Erika']],
    ['its last line, without the quote', [open, ['text', '2 Kurt",15']], ['ussd 2 Kurt']],
    ['behind its end', [open, ['text', '2 Kurt",15'], ['text', 'later']], []],
    ['a result in it', [open, ['text', 'OK']], []],
    ['behind that result', [open, ['text', 'OK'], ['text', 'later']], []],
    [
      'behind a command that begins so',
      [
        ['command', '+CUSD: 1,"Menu'],
        ['text', '1 Erika'],
      ],
      [],
    ],
    ['line 40', [open, ...Array<Line>(40).fill(['text', 'more'])], ['ussd more']],
    ['line 41', [open, ...Array<Line>(41).fill(['text', 'more'])], []],
  ])('%s', (_what, lines, expected) => {
    expect(hidden(...lines)).toEqual(expected)
  })
})

describe('a private key', () => {
  const begin: Line = ['text', '-----BEGIN PRIVATE KEY-----']
  const run = 'MIIEvgIBADANBgkqhkiG9w0BAQEFAASCBKgwggSk'
  test.each<[string, readonly Line[], string[]]>([
    ['a line of it', [begin, ['text', 'MIIEabcd']], ['key MIIEabcd']],
    ['a line of it, with its offset', [begin, ['text', '0000: MIIEabcd']], ['key MIIEabcd']],
    ['a line of it, and something behind', [begin, ['text', 'MIIEabcd: 0000']], ['key MIIEabcd']],
    ['its last line', [begin, ['text', 'some-longerword abcd==']], ['key abcd==']],
    [
      'a line of dashes begins none',
      [
        ['text', '-----'],
        ['text', 'MIIEabcd'],
      ],
      [],
    ],
    ['no command', [begin, ['command', 'MIIEabcd']], []],
    ['no echo', [begin, ['echo', 'MIIEabcd']], []],
    ['no content of another line', [begin, ['text', 'MIIEabcd', { header: '+X: 1' }]], []],
    ['line 200', [begin, ...Array<Line>(200).fill(['text', 'MIIEabcd'])], ['key MIIEabcd']],
    ['line 201', [begin, ...Array<Line>(201).fill(['text', 'MIIEabcd'])], []],
    ['without its first line', [['text', `> ${run}`]], [`key ${run}`]],
    ['forty letters are a line of one', [['text', `some ${run.slice(1)}`]], []],
    ['a hash is none', [['text', '0123456789ABCDEFabcdef0123456789ABCDEFabcdef']], []],
  ])('%s', (_what, lines, expected) => {
    expect(hidden(...lines)).toEqual(expected)
  })
})

test.each<[string, readonly Line[], boolean]>([
  ['nothing', [], true],
  ['an answer', [['answer', '+CSQ: 20,99']], true],
  ['the header of a message', [header], false],
  ['a message and its result', [header, text, ['text', 'OK']], true],
  ['the beginning of a key', [['text', '-----BEGIN PRIVATE KEY-----']], false],
  [
    'the end of a key',
    [
      ['text', '-----BEGIN PRIVATE KEY-----'],
      ['text', '-----END PRIVATE KEY-----'],
    ],
    true,
  ],
  ['the beginning of a menu', [['unsolicited', '+CUSD: 1,"Menu']], false],
  ['an object of a message', [['text', 'sms: {']], false],
  ['a prompt', [['text', '> x']], false],
])('behind %s nothing more is to come: %s', (_what, lines, idle) => {
  const following = new Following()
  for (const line of lines) following.spansOf(row(line))
  expect(following.idle).toBe(idle)
})

test.each([
  ['+CMGR: 0,"x"\n\nmeet me\nOK', ['message meet me']],
  ['+CMT: "x"\nmeet "me"', ['message meet ']],
  ['+CMGR: 0,"x"', []],
])('a message in one text with its header: %j', (all, expected) => {
  const found = messagesIn(all).map(({ kind, start, end }) => `${kind} ${all.slice(start, end)}`)
  expect(found).toEqual(expected)
})
