import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { byExample } from '@core/log/import/by-example'
import { LogImport } from '@core/log/import/log-import'

function read(text: string, sent: string, received: string): string[] {
  const format = byExample({ sent, received })
  if (!format) return []
  const log = new LogImport({ knowledge, format })
  return [...log.push(text), ...log.end()]
    .filter(({ kind }) => kind !== 'note')
    .map((row) => `${row.kind} ${row.text}`)
}
const asked = ['command AT+CSQ', 'answer +CSQ: 20,99', 'final OK', 'command AT+CPIN?']

test.each([
  [
    'a word that is glued to the line',
    'TXAT+CSQ\nRX+CSQ: 20,99\nRXOK\nTXAT+CPIN?\n',
    'TXAT+CPIN?',
    'RX+CSQ: 20,99',
  ],
  [
    'a counter, a time and a word',
    '1 10:00:01 hst|AT+CSQ\n2 10:00:02 mdm|+CSQ: 20,99\n3 10:00:02 mdm|OK\n14 10:00:09 hst|AT+CPIN?\n',
    '1 10:00:01 hst|AT+CSQ',
    '3 10:00:02 mdm|OK',
  ],
  ['nothing before what was sent', 'AT+CSQ\n_m_+CSQ: 20,99\n_m_OK\nAT+CPIN?\n', 'AT+CSQ', '_m_OK'],
  [
    'the same before both',
    'x#1#AT+CSQ\nx#2#+CSQ: 20,99\nx#3#OK\nx#4#AT+CPIN?\n',
    'x#1#AT+CSQ',
    'x#3#OK',
  ],
])('two lines tell how the rest is read: %s', (_name, text, sent, received) => {
  expect(read(text, sent, received)).toEqual(asked)
})

test('lines that say nothing of a modem are told apart by the first word that differs', () => {
  const text = 'unit 7 wr: hello\nunit 7 rd: good day\nunit 12 wr: bye\nnothing\n'
  expect(read(text, 'unit 7 wr: hello', 'unit 7 rd: good day')).toEqual([
    'command hello',
    'unknown good day',
    'command bye',
    'text nothing',
  ])
})

test('where nothing stands before either line nothing is learned', () => {
  expect(byExample({ sent: 'AT+CSQ', received: 'OK' })).toBeUndefined()
})
