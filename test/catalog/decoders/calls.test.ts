import { describe } from 'vitest'
import { reads } from './rows'

describe('calls', () => {
  reads([
    [
      'AT+CLCC',
      '+CLCC: 1,0,0,0,0,"123456789",129,""\r\n+CLCC: 2,1,4,0,0\r\n\r\nOK\r\n',
      {
        calls: [
          {
            idx: 1,
            dir: 0,
            stat: 0,
            mode: 0,
            mpty: 0,
            number: '123456789',
            type: 129,
            alpha: null,
          },
          { idx: 2, dir: 1, stat: 4, mode: 0, mpty: 0 },
        ],
      },
    ],
    [
      null,
      '+CLCC: 1,1,4,0,0,"07712345678",129',
      { calls: [{ idx: 1, dir: 1, stat: 4, mode: 0, mpty: 0, number: '07712345678', type: 129 }] },
    ],
    [
      null,
      '+CLIP: "07712345678",129,,,"Bob",0',
      {
        number: '07712345678',
        type: 129,
        subaddr: null,
        satype: null,
        alpha: 'Bob',
        cli_validity: 0,
      },
    ],
    ['AT+CLIP?', '+CLIP: 1,1\r\n\r\nOK\r\n', { n: 1, m: 1 }],
    [null, '+CCWA: "555",129,1', { number: '555', type: 129, class: 1 }],
    ['AT+CCWA=1,2', '+CCWA: 1,1\r\n\r\nOK\r\n', { status: 1, class: 1 }],
    ['AT+CCWA?', '+CCWA: 1\r\n\r\nOK\r\n', { n: 1 }],
    [null, '+CRING: VOICE', { type: 'VOICE' }],
    [null, 'VOICE CALL: BEGIN', { event: 'BEGIN' }],
    [null, 'VOICE CALL: END: 000041', { event: 'END', duration_s: 41 }],
    [null, 'MISSED_CALL: 11:01AM 07712345678', { details: '11:01AM 07712345678' }],
    [null, '+RXDTMF: 5\r\r\n', { key: '5' }],
    [null, 'RING', { event: 'RING' }],
    [null, '+CRING: GPRS "IP"', { type: 'GPRS "IP"' }],
    [null, '+CIEV: 2,5', { index: 2, value: 5 }],
    [null, '+CIEV: "MESSAGE",1', { descr: 'MESSAGE', value: 1 }],
  ])
})
