import { knowledge } from '@catalog/decoders'
import { LogImport } from '@core/log/import/log-import'
import type { LogRow } from '@core/log/row'
import { expect, test } from 'vitest'

// A command that somebody only writes of was not sent.

function rowsOf(lines: readonly string[]): LogRow[] {
  const log = new LogImport({ knowledge })
  return [...log.push(`${lines.join('\n')}\n`), ...log.end()]
}
const shorts = (lines: readonly string[]) =>
  rowsOf(lines).map(({ kind, text }) => `${kind} ${text}`)

test('a sentence that mentions a command stays text, whole', () => {
  const lines = [
    'Please run AT+CSQ',
    'Then tell me what AT+COPS? says.',
    'AT+CPIN? should say READY',
    '>> please send AT+CEREG? and AT+CSQ',
    '> AT+CSQ',
    '> +CSQ: 5,99',
    '> OK',
  ]
  expect(shorts(lines)).toEqual([
    ...lines.slice(0, 4).map((line) => `text ${line}`),
    'command AT+CSQ',
    'answer +CSQ: 5,99',
    'final OK',
  ])
})

test('a request that was quoted in a reply is not sent', () => {
  const shown = shorts([
    '> On Monday Ken wrote:',
    '>> please send AT+CEREG? and AT+CSQ',
    '>',
    '> here it is:',
    '>',
    '> > AT+CEREG?',
    '> > +CEREG: 0,1',
    '> > OK',
  ])
  expect(shown).toContain('text >> please send AT+CEREG? and AT+CSQ')
  expect(shown.filter((row) => row.startsWith('command'))).toEqual(['command AT+CEREG?'])
})

test.each([
  ['AT+CPIN? says +CPIN: READY', 'answer +CPIN: READY'],
  ['AT+CPIN? returns ERROR', 'final ERROR'],
])('what a command was answered in a sentence is read: %s', (line, answer) => {
  expect(shorts([line])).toEqual(expect.arrayContaining(['command AT+CPIN?', answer]))
})

test('a program that says what it sends is no request', () => {
  const shown = shorts(['send AT+CSQ', 'got +CSQ: 5,99', 'send AT+CREG?', 'got +CREG: 0,1'])
  expect(shown).toEqual(expect.arrayContaining(['command AT+CSQ', 'command AT+CREG?']))
})
