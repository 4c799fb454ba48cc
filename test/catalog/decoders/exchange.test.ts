import { decodeExchange, type ExchangeInput } from '@catalog/decoders/exchange'
import { knowledge } from '@catalog/decoders/index'
import { describe, expect, test } from 'vitest'

const decode = (command: string | null, response: string, charset?: ExchangeInput['charset']) =>
  decodeExchange({ command, response, charset })

describe('the result of an exchange', () => {
  test.each([
    ['AT', 'AT\r\r\nOK\r\n', { echo: 'AT', result: 'OK', answer: null }],
    [
      'AT+CPIN?',
      '+CME ERROR: 10\r\n',
      { result: '+CME ERROR', code: 10, text: 'SIM not inserted' },
    ],
    ['AT+CPIN?', '+CME ERROR: SIM NOT INSERTED\r\n', { code: 10, text: 'SIM NOT INSERTED' }],
    ['AT+CGACT=1,1', '+CME ERROR: requested service option not subscribed (#33)', { code: 133 }],
    ['AT+CGACT=1,1', '+CME ERROR: our own words', { code: null, text: 'our own words' }],
    ['AT+CGACT=1,1', '+CME ERROR: 999', { code: 999, text: null }],
    [
      'AT+CMGS=5',
      '+CMS ERROR: 330',
      { result: '+CMS ERROR', code: 330, text: 'SMSC address unknown' },
    ],
    ['AT+CMGS=5', '+CMS ERROR: no network service', { code: 331 }],
    ['ATD*99***1#', 'ATD*99***1#\r\r\nCONNECT\r\n', { result: 'CONNECT', text: null }],
    ['ATD*99#', 'CONNECT 150000000\r\n', { result: 'CONNECT', text: '150000000' }],
    ['ATD*99#', '\r\nNO CARRIER\r\n', { result: 'NO CARRIER', urcs: [] }],
    ['ATD*99#', 'NO DIAL TONE', { result: 'NO DIALTONE' }],
    ['AT+FOO', 'COMMAND NOT SUPPORT', { result: 'COMMAND NOT SUPPORT' }],
    ['AT+CSQ', '+CSQ: 20,99\r0\r', { result: 'OK', answer: { rssi: 20 } }],
    ['AT+CSQ', '4\r', { result: 'ERROR', answer: null }],
    ['AT+CSQ', '', { result: null, answer: null, error: null }],
    ['AT+CEREG=2', 'AT+CEREG=2\r\r\nERROR\r\n', { result: 'ERROR', answer: null }],
    ['+CSQ', '+CSQ: 20,99\r\nOK', { answer: { rssi: 20 } }],
    ['hello', 'ERROR', { result: 'ERROR', answer: null }],
  ])('%s: %s', (command, response, expected) => {
    expect(decode(command, response)).toMatchObject(expected)
  })

  test('takes a word for a result only when it is the whole line', () => {
    const { result, answer } = decode('AT+COPS?', '+COPS: 0,0,"BUSY ERROR OK"\r\n\r\nOK')
    expect({ result, answer }).toMatchObject({ result: 'OK', answer: { oper: 'BUSY ERROR OK' } })
  })

  test('takes NO CARRIER before OK for the end of an older call', () => {
    expect(decode('AT+CSQ', 'NO CARRIER\r\n+CSQ: 20,99\r\nOK')).toMatchObject({
      result: 'OK',
      answer: { rssi: 20 },
      urcs: [{ name: 'NO CARRIER' }],
    })
  })
})

describe('lines that nobody asked for', () => {
  test('two of them in one read', () => {
    const { urcs, result } = decode(null, '\r\n+CREG: 5\r\n\r\n+CGREG: 0\r\n')
    expect(result).toBeNull()
    expect(urcs).toMatchObject([
      { name: '+CREG', facts: { stat: 5 } },
      { name: '+CGREG', facts: { stat: 0 } },
    ])
  })

  test('between echo and answer', () => {
    const response = 'AT+CSQ\r\r\n+CGEV: NW PDN DEACT 1\r\nRING\r\n+CSQ: 20,99\r\n\r\nOK\r\n'
    expect(decode('AT+CSQ', response)).toMatchObject({
      echo: 'AT+CSQ',
      answer: { rssi: 20, rssi_dbm: -73 },
      urcs: [{ name: '+CGEV', facts: { cid: 1 } }, { name: 'RING' }],
    })
  })

  test('inside a list', () => {
    const response = '+CGDCONT: 1,"IP","a"\r\n+CEREG: 5\r\n+CGDCONT: 2,"IP","b"\r\nOK'
    const { answer, urcs } = decode('AT+CGDCONT?', response)
    expect(answer).toMatchObject({ contexts: [{ apn: 'a' }, { apn: 'b' }] })
    expect(urcs).toMatchObject([{ name: '+CEREG', facts: { stat: 5 } }])
  })

  test('a message with its PDU', () => {
    const { urcs, unknown } = decode(null, '+CMT: ,24\r\n07918167830071F106\r\n+CREG: 1\r\n')
    expect(urcs).toMatchObject([
      { name: '+CMT', facts: { length: 24, pdu: '07918167830071F106' } },
      { name: '+CREG', facts: { stat: 1 } },
    ])
    expect(unknown).toEqual([])
  })

  test('the results of a ping, after its OK', () => {
    const response = 'OK\r\n\r\n+CPING: 1,100.127.100.127,64,52,255\r\n+CPING: 2\r\n'
    const { result, urcs } = decode('AT+CPING="pong.soracom.io",1,2', response)
    expect(result).toBe('OK')
    expect(urcs).toMatchObject([{ facts: { rtt_ms: 52 } }, { facts: { result_type: 2 } }])
  })
})

describe('what cannot be read', () => {
  test('is named, and the rest is kept', () => {
    const { answer, error } = decode('AT+CSQ', '+CSQ: foo,99\r\nOK')
    expect(answer).toMatchObject({ rssi: null, ber: 99, rssi_dbm: null })
    expect(error).toContain('rssi is "foo"')
  })

  test('is listed when no decoder knows it', () => {
    expect(decode('AT+FOO?', '+FOO: 1\r\nOK')).toMatchObject({ answer: null, unknown: ['+FOO: 1'] })
  })

  test('is out of range, never a level', () => {
    const { answer, words } = decode('AT+CSQ', '+CSQ: 45,99\r\nOK')
    expect(answer).toMatchObject({ rssi: 45, rssi_dbm: null })
    expect(words.en).toContain('Out of range')
    expect(words.ja).toContain('範囲外')
  })

  test.each([
    ['AT+CGATT?', '+CGATT: 5', 'state 5 (out of range: 0–1)'],
    ['AT+CMEE?', '+CMEE: 9', 'form 9 (out of range: 0–2)'],
    ['AT+CREG?', '+CREG: 9,1', 'Out of range: <n> 9 (0–5)'],
    ['AT+CEREG?', '+CEREG: 2,1,"1A2B","01234567",99', 'Out of range: <AcT> 99 (0–15)'],
    ['AT+CTZU?', '+CTZU: 3', 'out of range: 0–1'],
    ['AT+CPMUTEMP', '+CPMUTEMP: 999', 'out of range'],
    ['AT+CBC', '+CBC: 9.9V', 'above the 4.2 V'],
  ])('a value beyond what the standard allows is said to be: %s %s', (command, line, words) => {
    expect(decode(command, `${line}\r\nOK`).words.en).toContain(words)
    expect(knowledge.line(line, { command })?.severity).toBe('warning')
  })

  test('is unknown when the modem says 99', () => {
    const { answer, words } = decode('AT+CSQ', '+CSQ: 99,99\r\nOK')
    expect(answer).toEqual({ rssi: 99, ber: 99, rssi_dbm: null })
    expect(words.en).toContain('unknown (99)')
  })
})

describe('text in UCS2', () => {
  const name = '004E0054005400200044004F0043004F004D004F'

  test('stands beside the hex it came as', () => {
    expect(decode('AT+COPS?', `+COPS: 0,0,"${name}",7\r\nOK`, 'UCS2').answer).toMatchObject({
      oper: name,
      oper_decoded: 'NTT DOCOMO',
    })
  })

  test('is found in the list of a scan', () => {
    const { answer } = decode(
      'AT+COPS=?',
      `+COPS: (2,"${name}","","44010",7),,(0-4),(0-2)\r\nOK`,
      'UCS2',
    )
    expect(answer).toMatchObject({ operators: [{ long_decoded: 'NTT DOCOMO', numeric: '44010' }] })
  })

  test('is not made of a name that only looks like hex', () => {
    expect(decode('AT+COPS?', '+COPS: 0,0,"CAFE",7\r\nOK', 'GSM').answer).not.toHaveProperty(
      'oper_decoded',
    )
    expect(decode('AT+COPS?', '+COPS: 0,2,"44010",7\r\nOK', 'UCS2').answer).not.toHaveProperty(
      'oper_decoded',
    )
  })
})

describe('a scan for operators', () => {
  test.each([
    ['(1,"T-Mobile","TMO","31026",0),(1,"AT&T","AT&T","310410"),2),,(0-4),(0,2)', [0, 2]],
    ['(1,"T - Mobile",,"31026"),(1,"AT&T",,"310410"),,(0,1,3),(0,2)', [undefined, undefined]],
    ['(2,"Magti","Magti","28202",13), (1,"A, B (C)","A","28201",2)', [13, 2]],
    [',,(0,1,2,3,4),(0,1,2)', []],
  ])('%s', (text, technologies) => {
    const { answer } = decode('AT+COPS=?', `+COPS: ${text}\r\n\r\nOK`)
    const operators = answer?.['operators']
    expect(Array.isArray(operators)).toBe(true)
    expect(operators).toHaveLength(technologies.length)
    expect(operators).toMatchObject(technologies.map((act) => (act === undefined ? {} : { act })))
  })
})

test('answers with the id it was given, whatever that is', () => {
  expect(decodeExchange({ id: [1, 'a'], command: null, response: '' }).id).toEqual([1, 'a'])
})

test('gives the same facts with and without quotes, spaces and doubled CR', () => {
  const forms = [
    '+CEREG: 2,5,"1A2B","01234567",7\r\n\r\nOK\r\n',
    '+CEREG:2,5,1A2B,01234567,7\r\nOK',
    '\0\r\n+CEREG: 2, 5, "1A2B", "01234567", 7\r\r\n\r\r\nOK\r\r\n',
    '+CEREG: 2,5,0x1A2B,0x01234567,"7"\nOK\n',
  ]
  const answers = forms.map((form) => decode('AT+CEREG?', form).answer)
  for (const answer of answers)
    expect(answer).toMatchObject({ n: 2, stat: 5, tac: 0x1a2b, ci: 0x1234567, act: 7 })
})

test('each row of a list is said in words, without what must be masked', () => {
  const { words } = decode('AT+CSOCKAUTH?', '+CSOCKAUTH: 1,1,"u","p"\r\n+CSOCKAUTH: 2,0\r\nOK')
  expect(words.en).toContain('context 1, protocol 1 (PAP), password, user name; context 2')
  expect(words.ja).toContain('cid 1、認証方式 1（PAP）')
  expect(JSON.stringify(words)).not.toContain('"u"')
})
