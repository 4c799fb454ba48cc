import { expect, test } from 'vitest'
import { bytesOf } from '@core/bytes'
import { OutsideWatch } from '@core/cmux/outside'

/** The first line that shows a modem outside the multiplexer; one string a read, `-` is a good frame. */
function shown(...reads: string[]): string | undefined {
  const watch = new OutsideWatch()
  for (const text of reads) {
    if (text === '-') watch.frame()
    const line = text === '-' ? undefined : watch.push(bytesOf(text))
    if (line !== undefined) return line
  }
  return undefined
}

test.each([
  'AT+CSQ',
  'OK',
  'ERROR',
  'NO CARRIER',
  'RDY',
  'APP RDY',
  'QCRDY',
  'START',
  '^BOOT,0,0',
  '*ATREADY: 1',
  '+ATREADY',
  '+CPIN: READY',
  '+CFUN: 1',
  '+CME ERROR: 10',
  'SMS DONE',
  'SMS Ready',
  'PB DONE',
  'Call Ready',
  'NORMAL POWER DOWN',
  'POWERED DOWN',
  'POWER DOWN',
  'UNDER-VOLTAGE WARNNING',
])('%s shows it', (line) => {
  expect(shown(`\r\n${line}\r\n`)).toBe(line)
})

test.each(['hello', 'NOT OK', 'OK then', '+CFUN: 12', 'xAT', '+CSQ: 1,99', 'RDY2', 'SMS READY'])(
  '%s alone does not',
  (line) => {
    expect(shown(`\r\n${line}\r\n`)).toBeUndefined()
  },
)

test.each<[string, string[], string | undefined]>([
  ['a line cut by the reads', ['\r\nRD', 'Y', '\r'], 'RDY'],
  ['spaces around it', ['  RDY \r\n'], 'RDY'],
  ['no end of the line', ['\r\nRDY'], undefined],
  ['a frame in the middle of it', ['\r\nRD', '-', 'Y\r\n'], undefined],
  ['three lines of any kind', ['one\r\ntwo\r\nthree\r\nfour\r\n'], 'three'],
  ['two', ['one\r\ntwo\r\n', 'three'], undefined],
  ['a frame between them', ['one\r\ntwo\r\n', '-', 'three\r\nfour\r\n'], undefined],
  ['two octets are a line', ['ab\r\ncd\r\nef\r\n'], 'ef'],
  ['one is none', ['a\r\nb\r\nc\r\nd\r\n'], undefined],
  ['octets that are no text', ['one\r\n\u0001wo\r\ntwo\u00ff\r\nthr\u007fe\r\n'], undefined],
  ['blanks and tildes are', ['a b\r\n~~\r\n  !  !\r\n'], '!  !'],
  ['256 octets of a long one', [`AT${'x'.repeat(254)}`, '\r'], `AT${'x'.repeat(254)}`],
  ['no more', [`AT${'x'.repeat(255)}`, '\r'], undefined],
])('%s', (_what, reads, line) => {
  expect(shown(...reads)).toBe(line)
})

test('the last readable line is kept', () => {
  const watch = new OutsideWatch()
  expect(watch.last).toBeUndefined()
  watch.push(bytesOf('one\r\ntwo\r\nx\r\nthr'))
  expect(watch.last).toBe('two')
})
