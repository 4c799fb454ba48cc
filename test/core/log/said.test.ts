import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { writerOf } from '@core/export/annotate'
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
    'a refusal without a reason, where none was asked for',
    'AT+QNWINFO\nERROR\n',
    'AT+CMEE=2 makes it say',
    'no code for it',
  ],
  [
    'the same where reasons are on',
    'AT+CMEE=2\nOK\nAT+QNWINFO\nERROR\n',
    'has no code for it',
    'AT+CMEE=2 makes it say',
  ],
  [
    'the same where they were set on a line with others',
    'ATE1+CMEE=1\nOK\nAT+QNWINFO\nERROR\n',
    'has no code for it',
    'AT+CMEE=2 makes it say',
  ],
  [
    'the same where a reason was given before',
    'AT+CPIN?\n+CME ERROR: 10\nAT+QNWINFO\nERROR\n',
    'has no code for it',
    'AT+CMEE=2 makes it say',
  ],
  [
    'a refusal behind a reset of the settings',
    'AT+CMEE=2\nOK\nATZ\nOK\nAT+QNWINFO\nERROR\n',
    'AT+CMEE=2 makes it say',
    'no code for it',
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
  [
    'what was typed behind the prompt of a socket',
    'AT+CIPSEND=0\n> HELLO!\nSEND OK\n',
    '# → Content, not a line.\nHELLO!',
    '# ←\nHELLO!',
  ],
  [
    'what was typed behind a prompt that counts',
    'AT+QISEND=0,2\n> HE\nSEND OK\n'.repeat(3),
    '# → Content, not a line.\nHE\n# ← The data was handed over for sending.\nSEND OK\n',
    '# ← The command was carried out.',
  ],
  [
    'a command behind the dots of a program that waits',
    'AT+CGREG?\n+CGREG: 0,2\nOK\n.AT+CEREG?\n+CEREG: 0,2\nOK\n',
    '# → Asks: LTE (EPS) registration.\nAT+CEREG?',
    'No command waits',
  ],
  [
    'a code of USSD, also in words',
    'AT+CUSD=1,"*245#",15\nOK\n',
    'text USSD-1, coding 15',
    '*245#',
  ],
  ['a context row that was cut', 'AT+CGACT?\n+CGACT: 1\nOK\n', '+CGACT: 1', 'No context'],
  ['a call row that was cut', 'AT+CLCC\n+CLCC: 1,1\nOK\n', '+CLCC: 1,1', 'state -1'],
  [
    'a sentence in Japanese that goes on behind a command',
    'ログではAT+CREG?が+CREG: 0,3 (Registration denied)になっている。\n<- AT+CREG?\n-> +CREG: 0,1\n-> OK\n',
    '# → Asks: voice (CS) registration.\nAT+CREG?\n',
    'Dials',
  ],
  ['the length of a PDU', 'AT+CMGS=23\n> \n', 'AT+CMGS=23', 'NUMBER-'],
  ['the number of a text message', 'AT+CMGS="0901234567"\n> \n', 'NUMBER-1', '0901234567'],
  ['a number without quotation marks', 'AT+CMGS=0901234567\n> \n', 'NUMBER-1', '0901234567'],
])('says right: %s', (_name, log, said, unsaid) => {
  const text = explained(log)
  expect(text).toContain(said)
  expect(text).not.toContain(unsaid)
})
