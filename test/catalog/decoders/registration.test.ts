import { describe, expect, test } from 'vitest'
import { decodeExchange } from '@catalog/decoders/exchange'
import { reads } from './rows'

describe('an answer to a registration query', () => {
  reads([
    ['AT+CEREG?', '+CEREG: 0,5\r\n\r\nOK\r\n', { n: 0, stat: 5 }],
    [
      'AT+CREG?',
      '\r\n+CREG: 2,1,"003E","000012BC",7\r\nOK',
      { n: 2, stat: 1, lac: 0x3e, ci: 0x12bc, act: 7 },
    ],
    [
      'AT+CEREG?',
      '+CEREG: 2,1,000B,000012CE,7\r\nOK',
      { n: 2, stat: 1, tac: 0xb, ci: 0x12ce, act: 7 },
    ],
    ['AT+CREG?', '+CREG:002,001,"18d8","ffff"\r\nOK', { n: 2, stat: 1, lac: 0x18d8, ci: 0xffff }],
    [
      'AT+CEREG?',
      '+CEREG: 2,1, 1F00, 20 ,79D903 ,7\r\nOK',
      { stat: 1, tac: 0x1f00, rac: 0x20, ci: 0x79d903, act: 7 },
    ],
    ['AT+CEREG?', '+CEREG: 2,5,"1A2B","01234567",13\r\nOK', { act: 13 }],
    [
      'AT+CEREG?',
      '+CEREG: 3,3,,,,0,15\r\nOK',
      { n: 3, stat: 3, tac: null, cause_type: 0, reject_cause: 15 },
    ],
    [
      'AT+CEREG?',
      '+CEREG: 5,1,"002F","0012BEEF",7,,,"00000000","11100000"\r\nOK',
      {
        n: 5,
        stat: 1,
        tac: 0x2f,
        act: 7,
        cause_type: null,
        active_time: '00000000',
        periodic_tau: '11100000',
      },
    ],
    ['AT+CGREG?', '+CGREG: 2,1,"8BE3","2BAF",6,"01"\r\nOK', { lac: 0x8be3, act: 6, rac: 1 }],
    [
      'AT+CGREG?',
      '+CGREG: 3,3,"0000","00000000",0,"00",0,7\r\nOK',
      { rac: 0, cause_type: 0, reject_cause: 7 },
    ],
    [
      'AT+C5GREG?',
      '+C5GREG: 2,1,"00001F","0000079D9",11,8,"01.02"\r\nOK',
      { tac: 0x1f, ci: 0x79d9, act: 11, allowed_nssai_length: 8, allowed_nssai: '01.02' },
    ],
    ['AT+CREG=?', '+CREG: (0-2)\r\nOK', { n_values: [0, 1, 2] }],
    ['AT+CEREG=?', '+CEREG: (0,1,2,3-5)\r\nOK', { n_values: [0, 1, 2, 3, 4, 5] }],
    ['AT+CEREG=2', 'OK', { n: 2 }],
    ['AT+CEREG?', '+CEREG: 0,90\r\nOK', { stat: 90 }],
  ])
})

describe('an unsolicited registration line', () => {
  reads([
    [null, '+CREG: 5', { stat: 5 }],
    [null, '+CEREG: 5,"1A2B","01234567",7', { stat: 5, tac: 0x1a2b, ci: 0x1234567, act: 7 }],
    [null, '+CEREG: 1, 1F00, 20 ,79D903 ,7', { stat: 1, tac: 0x1f00, rac: 0x20, ci: 0x79d903 }],
    [null, '+CEREG: 2, 0001, 00000100, 7', { stat: 2, tac: 1, ci: 0x100, act: 7 }],
    [null, '+CGREG: 1,"1422","00000142",3', { stat: 1, lac: 0x1422, ci: 0x142, act: 3 }],
    [null, '+CEREG: 3,,,,0,15', { stat: 3, cause_type: 0, reject_cause: 15 }],
  ])
})

test('tells a change of registration from the answer that follows it', () => {
  const response = 'AT+CEREG?\r\r\n+CEREG: 5,"1A2B","01234567",7\r\n+CEREG: 2,1\r\n\r\nOK\r\n'
  const exchange = decodeExchange({ command: 'AT+CEREG?', response })
  expect(exchange).toMatchObject({
    echo: 'AT+CEREG?',
    result: 'OK',
    answer: { n: 2, stat: 1 },
    urcs: [{ name: '+CEREG', facts: { stat: 5, tac: 0x1a2b } }],
  })
})

test('says why a network refused, with what helps', () => {
  const { words } = decodeExchange({ command: 'AT+CEREG?', response: '+CEREG: 3,3,,,,0,15\r\nOK' })
  expect(words.en).toContain('Reject cause 15: No suitable cells in tracking area')
  expect(words.ja).toContain('登録拒否')
})

test('keeps the states of two registrations apart when they are asked in one line', () => {
  const response = '+CREG: 0,3\r\n+CGREG: 0,5\r\nOK'
  const { answer } = decodeExchange({ command: 'AT+CREG?;+CGREG?', response })
  expect(answer).toMatchObject({ '+CREG': { stat: 3 }, '+CGREG': { stat: 5 } })
})
