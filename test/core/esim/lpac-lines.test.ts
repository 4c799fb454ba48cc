import { expect, test } from 'vitest'
import { activationCode } from '@core/esim/activation-code'
import { atRequest, atResponse } from '@core/esim/at-back-end'
import { apduAnswer, lpacLine } from '@core/esim/lpac-lines'

test('what lpac asks of its card is read, with octets and without', () => {
  const ask = (payload: object) => lpacLine(JSON.stringify({ type: 'apdu', payload }))
  expect(ask({ func: 'connect', param: null })).toEqual({
    kind: 'apdu',
    func: 'connect',
    octets: new Uint8Array(0),
  })
  expect(ask({ func: 'transmit', param: '81E2' })).toMatchObject({
    octets: Uint8Array.of(0x81, 0xe2),
  })
  expect(ask({ func: 'transmit', param: '81E' })).toEqual({ kind: 'other' })
  expect(ask({ func: 'format' })).toEqual({ kind: 'other' })
})

test.each(['', 'Usage: lpac', '[]', 'null', '{"type":"lpa"}', '{"type":"lpa","payload":7}'])(
  'a line that is none of its own is left alone: %s',
  (line) => expect(lpacLine(line)).toEqual({ kind: 'other' }),
)

test('answers are as its schema has them', () => {
  expect(apduAnswer({ ecode: -1 })).toBe('{"type":"apdu","payload":{"ecode":-1}}')
  const data = Uint8Array.of(0x90, 0)
  expect(apduAnswer({ ecode: 0, data })).toBe('{"type":"apdu","payload":{"ecode":0,"data":"9000"}}')
})

test('the back-end at: the commands that ask something of the card, and what a modem says', () => {
  expect(atRequest('AT+CCHO=?')).toBeNull()
  expect(atRequest('AT+CCHO="A000"')).toEqual({
    func: 'logic_channel_open',
    octets: Uint8Array.of(0xa0, 0),
  })
  expect(atRequest('AT+CGLA=1,4,"81E2"')?.func).toBe('transmit')
  expect(atRequest('AT+CCHC=1')?.func).toBe('logic_channel_close')
  expect(atResponse('logic_channel_open', 2)).toBe('+CCHO: 2\r\nOK\r\n')
  expect(atResponse('transmit', 0, Uint8Array.of(0x90, 0))).toBe('+CGLA: 4,"9000"\r\nOK\r\n')
  expect(atResponse('transmit', -1)).toBe('ERROR\r\n')
  expect(atResponse('logic_channel_close', 0)).toBe('OK\r\n')
})

test.each([
  ['LPA:1$rsp.example.com$AB-12', 'rsp.example.com', 'AB-12', false],
  ['lpa:1$rsp.example.com$', 'rsp.example.com', '', false],
  [' 1$smdp.example:8443$A$1.3.6$1 ', 'smdp.example:8443', 'A', true],
])('an activation code: %s', (text, server, matchingId, wantsConfirmation) => {
  expect(activationCode(text)).toEqual({ server, matchingId, wantsConfirmation })
})

test.each(['', 'LPA:1$', '2$a.example$B', '1$a.example', '1$-s$B', '1$a b$C', '1$a$B$C$1$x'])(
  'no activation code: %s',
  (text) => expect(activationCode(text)).toBeUndefined(),
)
