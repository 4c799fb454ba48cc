import { decodeExchange } from '@catalog/decoders/exchange'
import { describe, expect, test } from 'vitest'
import { reads } from './rows'

const decode = (command: string | null, response: string) => decodeExchange({ command, response })

describe('registration, as modems of all makers print it', () => {
  reads([
    ['AT+CREG?', '+CREG: 2,1,000B,2816, B, C2816\r\nOK', { stat: 1, lac: 0xb, ci: 0x2816 }],
    [null, '\r\n+CREG: 2,1,000B,2816, B, C2816\r\n', { n: 2, stat: 1, lac: 0xb, ci: 0x2816 }],
    [null, '\r\n+CREG: 2,,\r\n', { stat: 2, lac: null, ci: null }],
    [null, '\r\n+CREG: 001,"0001","0010",000\r\n', { stat: 1, lac: 1, ci: 16, act: 0 }],
    [null, '\r\n+CGREG: 2,1, 81ED, 1A9CEB\r\n', { n: 2, stat: 1, lac: 0x81ed, ci: 0x1a9ceb }],
    ['AT+CREG?', '+CREG: 0,2,00000\r\nOK', { n: 0, stat: 2, lac: 0 }],
    [
      'AT+C5GREG?',
      '+C5GREG: 2,1,1F00,79D903,11,6,ABCDEF\r\nOK',
      { tac: 0x1f00, ci: 0x79d903, act: 11, allowed_nssai_length: 6, allowed_nssai: 'ABCDEF' },
    ],
    [
      null,
      '+C5GREG: 1,"0003DB","0000000000000001",11,4,"01.000001"',
      { stat: 1, tac: 0x3db, ci: 1, allowed_nssai: '01.000001' },
    ],
  ])

  test('a field that is none is named, and the rest is kept', () => {
    const { answer, error } = decode('AT+CREG?', '+CREG: 2,1,  0 5, 2715\r\nOK')
    expect(answer).toEqual({ n: 2, stat: 1, lac: null, ci: 0x2715 })
    expect(error).toContain('lac is "0 5"')
  })
})

describe('identities in odd dress', () => {
  reads([
    [
      'AT+GSN',
      '356936001568843,NL2A62Z0N5\r\nOK',
      { imei: '356936001568843', serial: 'NL2A62Z0N5' },
    ],
    [
      'AT+GSN',
      '45317471585658170:2161753034\r\n0x00A1000013FB653A:0x80D9BBCA\r\nOK',
      { meid: 'A1000013FB653A', esn: '80D9BBCA' },
    ],
    [
      'AT+GSN',
      '(ESN:6744775,MEID:A1000009B8A1D1)\r\nOK',
      { esn: '06744775', meid: 'A1000009B8A1D1' },
    ],
    ['AT+GSN', 'adsfasdfasdfasdf\r\nOK', { serial: 'adsfasdfasdfasdf' }],
    [
      'ATI',
      'Manufacturer: +GMI: LG Electronics Inc.\r\nModel: +GMI: LG Electronics Inc.+GMM: Model:LG-LX265\r\nESN: +GSN: 0x9235EB52\r\nOK',
      { manufacturer: 'LG Electronics Inc.', model: 'LG-LX265', esn: '9235EB52' },
    ],
    ['AT+CICCID', '+ICCID: 984402003576012594F9\r\nOK', { iccid: '8944200053671052499' }],
    ['AT+CCID', '98231420326409614067\r\nOK', { iccid: '89324102234690160476' }],
    ['AT+CCID', '"898602F9091830030220"\r\nOK', { iccid: '898602F9091830030220' }],
    [
      'AT+CGMI;+CGMM',
      'SIMCOM\r\nSIM7600\r\nOK',
      { manufacturer: 'SIMCOM', model: 'SIM7600', '+CGMM': { model: 'SIM7600' } },
    ],
    ['AT&V', '&F:0;&W:0;E:1;Q:0;&C:1;&D:0\r\nOK', { text: '&F:0;&W:0;E:1;Q:0;&C:1;&D:0' }],
  ])
})

describe('dates, ranges and lists at their edges', () => {
  reads([
    ['AT+CCLK?', '+CCLK: 17/07/26,11:42:15+01\r\nOK', { year: 2017, utc_offset_minutes: 15 }],
    ['AT+CCLK?', '+CCLK: "24/02/29,00:00:00-32"\r\nOK', { day: 29, utc_offset_minutes: -480 }],
    ['AT+CPMS=?', '+CPMS: (),,(  )\r\nOK', { mem1: [], mem2: [], mem3: [] }],
    ['AT+CPMS=?', '+CPMS:   (  "ME"  , "MT" ) , "ME" ,( "SM")\r\nOK', { mem1: ['ME', 'MT'] }],
    ['AT+CGACT?', '+CGACT:\r\nOK', { contexts: [] }],
    ['AT+GCAP', '+CGSM,+DS,+ES\r\nOK', { gcap: '+CGSM,+DS,+ES' }],
    [
      'AT+CGPADDR=1',
      '+CGPADDR: 1,"10.1.2.3,2001:db8::1"\r\nOK',
      { contexts: [{ cid: 1, pdp_addr: '10.1.2.3', pdp_addr_2: '2001:db8::1' }] },
    ],
    ['AT+CLCC', 'OK', { calls: [] }],
    ['AT+CNUM', 'OK', { numbers: [] }],
    ['AT+CMGL=4', 'OK', { messages: [] }],
    [
      'AT+CEDRXS=?',
      '+CEDRXS: (0,1),(4),("1100"-"1111")\r\nOK',
      { requested_values: ['1100', '1101', '1110', '1111'] },
    ],
    ['AT+CIND=?', '+CIND: ("signal",(0-5)),()\r\nOK', { indicators: [{ index: 1, max: 5 }] }],
  ])

  test.each([
    '23/02/29,12:00:00+36',
    '24/04/31,00:00:00',
    '24/13/01,00:00:00',
    '24/00/10,00:00:00',
  ])('the day of %s does not exist', (time) => {
    const { answer, error } = decode('AT+CCLK?', `+CCLK: "${time}"\r\nOK`)
    expect(answer).toBeNull()
    expect(error).toContain('a date and time that exist')
  })
})

describe('whose a line is', () => {
  test('a line that nobody asked for may part a message from its header', () => {
    const { answer, urcs, unknown } = decode(
      'AT+CMGR=1',
      '+CMGR: 1,"",24\r\n+CEREG: 5\r\n07911326040011F5\r\n\r\nOK\r\n',
    )
    expect(answer).toMatchObject({ length: 24, pdu: '07911326040011F5' })
    expect(urcs).toEqual([{ name: '+CEREG', facts: { stat: 5 } }])
    expect(unknown).toEqual([])
  })

  test('when nothing was asked, everything is unsolicited, results too', () => {
    expect(decode(null, '\r\nOK\r\n')).toMatchObject({ result: null, urcs: [{ name: 'OK' }] })
    expect(decode(null, '+CME ERROR: 10')).toMatchObject({
      result: null,
      code: null,
      urcs: [{ name: '+CME ERROR', facts: { code: 10, text: 'SIM not inserted' } }],
    })
  })

  test('an error without a number or words is said to be one', () => {
    const { result, code, text, words } = decode('AT+CSQ', '+CME ERROR: \r\n')
    expect({ result, code, text }).toEqual({ result: '+CME ERROR', code: null, text: null })
    expect(words.en).toContain('without a number or words')
  })

  test('the same line before the result of a read is its answer, and after it unsolicited', () => {
    const { answer, urcs } = decode(
      'AT+CEREG?',
      '+CEREG: 5\r\n+CEREG: 0,5\r\n\r\nOK\r\n\r\n+CEREG: 2',
    )
    expect(answer).toEqual({ n: 0, stat: 5 })
    expect(urcs.map(({ facts }) => facts)).toEqual([{ stat: 5 }, { stat: 2 }])
  })
})
