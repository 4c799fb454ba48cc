import { describe, expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { reads } from './rows'

describe('the SIM', () => {
  reads([
    [
      'AT+CNUM',
      '+CNUM: "Line 1","+819012345678",145\r\n+CNUM: ,"0312345678",129\r\n\r\nOK\r\n',
      {
        numbers: [
          { alpha: 'Line 1', number: '+819012345678', type: 145 },
          { alpha: null, number: '0312345678', type: 129 },
        ],
      },
    ],
    ['AT+CLCK=?', '+CLCK: ("SC","FD","PN")\r\n\r\nOK\r\n', { facilities: ['SC', 'FD', 'PN'] }],
    ['AT+CLCK="SC",2', '+CLCK: 0\r\n\r\nOK\r\n', { status: 0 }],
    ['AT+CLCK="SC",1,"1234"', 'OK', { fac: 'SC', mode: 1, passwd: '1234' }],
    [
      'AT+CRSM=176,12258,0,0,10',
      '+CRSM: 144,0,"98240021436587092143"\r\n\r\nOK\r\n',
      { sw1: 144, sw2: 0, response: '98240021436587092143' },
    ],
    [
      'AT+CRSM=176,28539,0,0,12',
      '+CRSM: 144,0,"44F00144F050FFFFFFFFFFFF"\r\n\r\nOK\r\n',
      { sw1: 144, sw2: 0, response: '44F00144F050FFFFFFFFFFFF' },
    ],
    ['AT+CRSM=176,1,0,0,0', '+CRSM: 148,4\r\n\r\nOK\r\n', { sw1: 148, sw2: 4 }],
    [
      'AT+CSIM=10,"0020000100"',
      '+CSIM: 4,"63C3"\r\n\r\nOK\r\n',
      { length: 4, data: '63C3', sw: '63C3', retries: 3 },
    ],
    [
      'AT+CSIM=10,"0020000100"',
      '+CSIM: 8,"00006983"\r\n\r\nOK\r\n',
      { length: 8, data: '00006983', sw: '6983', retries: null },
    ],
    [
      'AT+CPINR',
      '+CPINR: SIM PIN,3,3\r\n\r\nOK\r\n',
      { code: 'SIM PIN', retries: 3, default_retries: 3 },
    ],
    [
      'AT+CPINR',
      '+CPINR: SIM PIN,3\r\n+CPINR: SIM PUK,10\r\n\r\nOK\r\n',
      {
        code: 'SIM PIN',
        retries: 3,
        entries: [
          { code: 'SIM PIN', retries: 3 },
          { code: 'SIM PUK', retries: 10 },
        ],
      },
    ],
    [null, '+CPIN: NOT READY', { code: 'NOT READY' }],
    ['AT+CPIN?', '+CPIN: "SIM PIN"\r\n\r\nOK\r\n', { code: 'SIM PIN' }],
    [
      'AT+CPIN="1234"',
      'OK\r\n\r\n+CPIN: READY\r\n\r\nSMS DONE\r\n\r\nPB DONE\r\n',
      { pin: '1234' },
    ],
    ['AT+CPBS?', '+CPBS: "SM",10,250\r\n\r\nOK\r\n', { storage: 'SM', used: 10, total: 250 }],
    [
      'AT+CPBR=1,2',
      '+CPBR: 1,"0901",129,"Bob"\r\n\r\nOK\r\n',
      { entries: [{ index: 1, number: '0901', type: 129, alpha: 'Bob' }] },
    ],
  ])
})

test('what kind of file it is, is not read as what stands in it', () => {
  const asked = { command: 'AT+CRSM=192,28539,0,0,15' }
  const { words } = knowledge.line('+CRSM: 144,0,"620F8202412183026F7B8A01058002000C"', asked) ?? {}
  expect(words?.en).toMatch(/forbidden operators.*These are the properties of the file\.$/)
  expect(words?.en).not.toContain('Forbidden:')
  const read = { command: 'AT+CRSM=176,28539,0,0,12' }
  expect(knowledge.line('+CRSM: 144,0,"44F00144F050FFFFFFFFFFFF"', read)?.words.en).toContain(
    'Forbidden: 44010, 44005.',
  )
})
