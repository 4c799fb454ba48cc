import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/log/annotate'
import { LogImport } from '@core/log/import/log-import'
import { Redactor } from '@core/log/redact'

function explained(text: string): string {
  const log = new LogImport({ knowledge })
  const redactor = new Redactor({ knowledge })
  const writer = writerOf('text', { language: 'en' })
  return [...log.push(text), ...log.end()].map((row) => writer.row(redactor.row(row))).join('')
}

// A log, what is said of it, and what must not be.
test.each([
  [
    'an answer with its result on one line',
    'AT+CREG?\n+CREG: 1,0 OK\n',
    '# ← Voice (CS) registration 1,0: not registered',
    'home network',
  ],
  [
    'a state with words behind it that are no area code',
    'AT+CREG?\n+CREG: 1,0 - 0\nOK\n',
    'AT+CREG?',
    'home network',
  ],
  [
    'several answers on one line',
    'AT+CPIN?\n+CPIN: READY OK +CREG: 2\n',
    '# ← The SIM is ready; no PIN is wanted.\n+CPIN: READY\n# ← The command was carried out.\nOK\n',
    'READY OK',
  ],
  [
    'words in quotation marks that look like a result',
    '+CUSD: 0,"Balance OK +CSQ: 9",15\n',
    '+CUSD: 0,',
    '\nOK',
  ],
  [
    'data mode without PPP',
    'AT+CGDATA="M-RAW_IP",1\nCONNECT\n',
    'the port carries IP packets as they are, neither AT nor PPP.\nCONNECT',
    'speaks PPP',
  ],
  ['data mode with PPP', 'AT+CGDATA="PPP",1\nCONNECT\n', 'speaks PPP, not AT.\nCONNECT', 'as they'],
  [
    'the call of a CDMA modem, which is nobody’s number',
    'ATDT#777\nNO CARRIER\n',
    'Starts a packet data call (CDMA)',
    'NUMBER-',
  ],
  [
    'an HTTP result that lost its name',
    'AT+HTTPACTION=0\nOK\n\n0,603,0\n',
    'status 603',
    'No decoder',
  ],
  ['an APN of a u-blox modem', 'AT+UPSD=0,1,"internet"\nOK\n', '"internet"', 'PASSWORD-'],
  ['a password of a u-blox modem', 'AT+UPSD=0,3,"tiger"\nOK\n', '"PASSWORD-1"', 'tiger'],
  ['the length of a PDU', 'AT+CMGS=23\n> \n', 'AT+CMGS=23', 'NUMBER-'],
  ['the number of a text message', 'AT+CMGS="0901234567"\n> \n', 'NUMBER-1', '0901234567'],
  ['a number without quotation marks', 'AT+CMGS=0901234567\n> \n', 'NUMBER-1', '0901234567'],
])('says right: %s', (_name, log, said, unsaid) => {
  const text = explained(log)
  expect(text).toContain(said)
  expect(text).not.toContain(unsaid)
})
