import { PayloadStreams } from '@core/log/redact/payload-streams'
import type { LogRow, RowKind } from '@core/log/row'
import { describe, expect, test } from 'vitest'

/** Four letters at least behind `token=`. */
const look = (text: string) =>
  [...text.matchAll(/token=(\w{4,})/g)].map(({ 0: all, index }) => ({
    kind: 'token',
    start: index + 6,
    end: index + all.length,
  }))

type Line = readonly [
  kind: RowKind,
  text: string,
  header?: string,
  more?: Partial<LogRow> | undefined,
]
const row = ([kind, text, header, more]: Line): LogRow => ({
  id: 1,
  slot: 'a',
  atMs: 0,
  monoUs: 0,
  dir: 'tx',
  kind,
  text,
  ...(header === undefined ? {} : { header }),
  ...more,
})

/** What is found in each row, with what it says; undefined where the row has no content that others go on with. */
function found(...lines: readonly Line[]): (string[] | undefined)[] {
  const streams = new PayloadStreams()
  return lines.map((line) => {
    const spans = streams.spansOf(row(line), look)
    const said = spans?.map(
      ({ kind, start, end, value }) => `${kind} ${line[1].slice(start, end)} ${value ?? ''}`,
    )
    return said && [...new Set(said)]
  })
}

const say = 'token=abcd'
const hex = '746f6b656e3d61626364'

describe('what a command itself gives to a socket', () => {
  test.each<[command: string, found: string[] | undefined]>([
    ['AT+CIPSEND=0,10,"token=abcd"', ['token abcd abcd']],
    ['at+cipsend=0,10,"token=abcd" ', ['token abcd abcd']],
    ['  AT+QISEND=0,"token=abcd"', ['token abcd abcd']],
    ['AT+CIPSENDEX="token=abcd"', ['token abcd abcd']],
    ['AT#XSEND="token=abcd"', ['token abcd abcd']],
    ['AT#XTCPSEND="token=abcd"', ['token abcd abcd']],
    ['AT+KTCPSND=1,10,"token=abcd"', ['token abcd abcd']],
    ['AT+KTCPSND=1,10,"a "token=abcd" b"', ['token abcd abcd']],
    // As many pairs as the command says are hex; else the letters are what goes.
    [`AT%SOCKETDATA="SEND",1,10,"${hex}"`, ['token 61626364 abcd']],
    [`AT%SOCKETDATA="SEND",1,10,"${hex.toUpperCase()}"`, ['token 61626364 abcd']],
    [`AT%SOCKETDATA="SEND",1,20,"${hex}"`, []],
    [`AT%SOCKETDATA="SEND",1,10,"${hex} "`, []],
    // Hex, whatever it says of its length.
    [`AT+QISENDHEX=0,9,"${hex}"`, ['token 61626364 abcd']],
    [`AT+NSOST=0,192.0.2.1,7,10,${hex}`, ['token 61626364 abcd']],
    [`AT+NSOSD=0,10,${hex} `, ['token 61626364 abcd']],
    [`AT+NSOSD=0,10,${hex}z`, undefined],
    [`AT+QISEND=0,10,${hex}`, undefined],
    // The one that they go to is named in quotes before them.
    ['AT+USOST=0,"token=zzzz",7,10,"token=abcd"', ['token abcd abcd']],
    ['AT#XUDPSENDTO="token=zzzz",7,"token=abcd"', ['token abcd abcd']],
    ['AT+QISEND=0,10', undefined],
    ['AT+QISEND=0,""', undefined],
    ['AT%SOCKETDATA="SEND",', undefined],
    ['AT+CSQ="token=abcd"', undefined],
    ['x AT+QISEND=0,"token=abcd"', undefined],
    ['AT+QISEND?', undefined],
  ])('%s', (command, expected) => {
    expect(found(['command', command])).toEqual([expected])
  })
})

describe('which rows go on with each other', () => {
  const first = 'token=ab'
  const second = 'cdef g'
  type Row = readonly [kind: RowKind, header: string, more?: Partial<LogRow>]
  test.each<[what: string, one: Row, other: Row, goOn: boolean]>([
    ['the same socket', ['payload', 'AT+QISEND=1,8'], ['payload', 'AT+QISEND=1,6'], true],
    ['another socket', ['payload', 'AT+QISEND=1,8'], ['payload', 'AT+QISEND=2,6'], false],
    ['another command for it', ['payload', 'AT+QISEND=1,8'], ['payload', 'AT+CIPSEND=1,6'], true],
    ['the only connection', ['payload', 'AT+CIPSEND=8'], ['payload', 'AT+CIPSEND=6'], true],
    ['it and a numbered one', ['payload', 'AT+CIPSEND=8'], ['payload', 'AT+CIPSEND=8,6'], false],
    ['a number alone of another', ['payload', 'AT+USOWR=8'], ['payload', 'AT+USOWR=8,6'], true],
    ['a name, which is no number', ['payload', 'AT+USOWR=x,8'], ['payload', 'AT+CIPSEND=6'], true],
    ['“SEND”', ['payload', 'AT%SOCKETDATA="SEND",1,8'], ['payload', 'AT+QISEND=1,6'], true],
    [
      'the other slot',
      ['payload', 'AT+QISEND=1,8'],
      ['payload', 'AT+QISEND=1,6', { slot: 'b' }],
      false,
    ],
    [
      'the other direction',
      ['payload', 'AT+QISEND=1,8'],
      ['payload', 'AT+QISEND=1,6', { dir: 'rx' }],
      false,
    ],
    ['what came out', ['payload', '+CIPRXGET: 2,1,8,0'], ['payload', '+CIPRXGET: 2,1,6,0'], true],
    [
      'what came in other words',
      ['payload', '+CIPRXGET: 2,1,8,0'],
      ['payload', '+RECEIVE,1,6:'],
      true,
    ],
    ['and in others', ['payload', '+IPD,1,8'], ['payload', '+RECEIVE,1,6:'], true],
    ['out of another', ['payload', '+CIPRXGET: 2,1,8,0'], ['payload', '+CIPRXGET: 2,2,6,0'], false],
    ['out of one without a number', ['payload', '+IPD8:'], ['payload', '+QIRD: 6'], true],
    ['no socket', ['payload', '+HTTPREAD: 8'], ['payload', '+HTTPREAD: 8'], false],
    ['no socket behind a word', ['payload', 'x +IPD,1,8'], ['payload', 'x +IPD,1,8'], false],
    ['no header', ['payload', ''], ['payload', ''], false],
  ])('%s', (_what, [kind, header, more], [otherKind, otherHeader, otherMore], goOn) => {
    const [, told] = found([kind, first, header, more], [otherKind, second, otherHeader, otherMore])
    expect(told).toEqual(goOn ? ['token cdef abcdef'] : [])
  })
  test('commands and echoes of a socket, each by themselves', () => {
    const one = 'AT+QISEND=1,"token=ab"'
    const other = 'AT+QISEND=1,"cdef g"'
    expect(found(['command', one], ['command', other])[1]).toEqual(['token cdef abcdef'])
    expect(found(['echo', one], ['echo', other])[1]).toEqual(['token cdef abcdef'])
    expect(found(['command', one], ['echo', other])[1]).toEqual([])
    expect(found(['answer', one])).toEqual([undefined])
  })
  test('content of any kind that fills its row', () => {
    const long = (length: number): Line => [
      'payload',
      `${'x'.repeat(length - 8)}token=ab`,
      '+HTTPREAD: 9000',
    ]
    const rest: Line = ['payload', second, '+HTTPREAD: 9000']
    expect(found(long(4096), rest)[1]).toEqual(['token cdef abcdef'])
    expect(found(long(4095), rest)[1]).toEqual([])
    expect(found(long(4096), ['payload', 'x', '+OTHER: 1'], rest)[2]).toEqual([])
    expect(found(long(4096), ['payload', second, '+OTHER: 1'])[1]).toEqual([])
    expect(found(long(4096), ['command', 'AT+QISEND=1,"x"'], rest)[2]).toEqual([
      'token cdef abcdef',
    ])
  })
  test('of 64, those that said something last', () => {
    const sockets = (count: number) =>
      Array.from({ length: count }, (_, i): Line => ['payload', 'x', `AT+QISEND=${100 + i},1`])
    const begun: Line = ['payload', first, 'AT+QISEND=1,8']
    const rest: Line = ['payload', second, 'AT+QISEND=1,6']
    expect(found(begun, ...sockets(63), rest).at(-1)).toEqual(['token cdef abcdef'])
    expect(found(begun, ...sockets(64), rest).at(-1)).toEqual([])
    const more: Line = ['payload', 'c', 'AT+QISEND=1,1']
    expect(
      found(begun, ...sockets(63), more, ['payload', 'x', 'AT+QISEND=9,1'], rest).at(-1),
    ).toEqual(['token cdef abccdef'])
  })
  test('the rows before say nothing of content that is whole', () => {
    expect(found(['payload', `x ${say} y`, '+HTTPREAD: 14'])).toEqual([['token abcd abcd']])
  })
})
