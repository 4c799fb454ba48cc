import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'

const exchange = 'AT+CSQ\r\n+CSQ: 20,99\r\nOK\r\n'
const octets = 60_000

function explained(text: string): string {
  const log = new LogImport({ knowledge })
  const redactor = new Redactor({ knowledge })
  const writer = writerOf('text', { language: 'en' })
  return [...log.push(text), ...log.end()].map((row) => writer.row(redactor.row(row))).join('')
}

// Work that grows with the square of a line takes minutes here, and the net of the test ends it.
test.each([
  ['blanks in a command', 'AT+CPIN="', ' '],
  ['tabs in a command', 'AT+X=', '\t'],
  ['spaces of another kind', 'AT+CGDCONT=1,"IP","', '\u00a0'],
  ['blanks behind a time', '12:00:00 ', ' '],
  ['quotes behind a prompt', '> ', '"'],
  ['brackets behind a prompt', '> ', '('],
  ['letters before an encoded sign', '', 'a'],
  ['parts of a path before an encoded sign', 'GET ', 'a/'],
  ['octets in pairs', "b'", '00 '],
  ['written-out line ends', '', '\\r'],
  ['digits', 'GPS ', '1'],
  ['dashes', 'at', '-'],
  ['commands without a name', 'AT', '+'],
  ['an open bracket', '+COPS: (', '[1,'],
])('a line of sixty thousand octets is read in one go: %s', (_name, head, run) => {
  const line = `${head}${run.repeat(octets / run.length)} x%3Dy!`
  const told = explained(`${exchange}${line}\r\n${exchange}`)
  expect(told.match(/\+CSQ: 20,99/g)).toHaveLength(2)
})
