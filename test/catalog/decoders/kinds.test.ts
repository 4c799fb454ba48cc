import { knowledge } from '@catalog/decoders'
import { decodeExchange } from '@catalog/decoders/exchange'
import { hexOf } from '@core/bytes'
import { packed, septetsOf } from '@core/sms/alphabet'
import { describe, expect, test } from 'vitest'
import rows from './kinds.json'

describe('answers in the dress of other makers', () => {
  test.each(rows)('$id $command', ({ command, response, expect: wanted }) => {
    const { answer, urcs, error, words } = decodeExchange({ command, response })
    const { error: named, words: said, urcs: names, ...facts } = wanted as Record<string, unknown>
    if (named === undefined) expect(error).toBeNull()
    else expect(error).not.toBeNull()
    if (said !== undefined) expect(words.en).toContain('off')
    if (names !== undefined) expect(urcs.map(({ name }) => name)).toEqual(names)
    expect({ ...answer, ...(command === null ? urcs[0]?.facts : {}) }).toMatchObject(facts)
  })
})

test('a class of bit errors off the scale does not hide the signal', () => {
  const { words, answer } = decodeExchange({ command: 'AT+CSQ', response: '+CSQ: 11,91\r\nOK' })
  expect(answer).toMatchObject({ rssi: 11, rssi_dbm: -91 })
  expect(words.en).toContain('-91 dBm')
  expect(words.en).toContain('Out of range: ber 91')
})

test.each([
  ['AT+USOWR=0,5', 'prompt', '@'],
  ['AT+UHTTPC=0,1,"/","x"', 'second', '+UUHTTPCR: 0,1,1'],
  ['AT+QHTTPURL=23', 'prompt', 'CONNECT'],
  ['AT+QHTTPGET=80', 'second', '+QHTTPGET: 0,200,17'],
  ['AT+QISEND=0,4', 'final', 'SEND OK'],
  ['AT+QMTOPEN=0,"mqtt.example",1883', 'second', '+QMTOPEN: 0,0'],
] as const)('%s: its %s is %s', (command, kind, line) => {
  const told = knowledge.endings(command)[kind]
  expect(typeof told === 'string' ? told === line : told?.test(line)).toBe(true)
})

const one = (command: string, response: string) =>
  decodeExchange({ command, response: `${response}\r\nOK` })

describe('both addresses of a context in one field', () => {
  const v6 = '32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.1'
  test.each([
    ['parted by a comma', '10.1.2.3,2001:db8::1'],
    ['parted by a blank', `10.1.2.3 ${v6}`],
    ['as twenty numbers', `10.1.2.3.${v6}`],
  ])('%s', (_, both) => {
    const wanted = { cid: 1, pdp_addr: '10.1.2.3', pdp_addr_2: '2001:db8::1' }
    expect(one('AT+CGPADDR=1', `+CGPADDR: 1,"${both}"`).answer).toMatchObject({
      contexts: [wanted],
    })
    const { answer, words } = one('AT+CGDCONT?', `+CGDCONT: 1,"IPV4V6","soracom.io","${both}",0,0`)
    expect(answer).toMatchObject({ contexts: [wanted] })
    expect(words.en).toContain('has an address')
    const granted = one('AT+CGCONTRDP=1', `+CGCONTRDP: 1,5,"soracom.io","${both}"`).answer
    // Address and mask are parted by a blank, and joined as twenty numbers by nobody who tells them so.
    if (both.includes(','))
      expect(granted).toMatchObject({ local_address: '10.1.2.3', local_address_2: '2001:db8::1' })
  })

  test('none was given where both are zero', () => {
    const none = '+CGDCONT: 1,"IPV4V6","soracom.io","0.0.0.0,0:0:0:0:0:0:0:0",0,0'
    expect(one('AT+CGDCONT?', none).words.en).not.toContain('has an address')
  })
})

test('a text of the network is read out of its septets', () => {
  const hex = hexOf(packed(septetsOf('Your number is 09012345678'))).toUpperCase()
  const { urcs, words } = decodeExchange({ command: null, response: `+CUSD: 0,"${hex}",15` })
  expect(urcs[0]?.facts).toMatchObject({ str_decoded: 'Your number is 09012345678' })
  expect(words.en).toContain('Your number is 09012345678')
})

test('a Wi-Fi network that was not joined is no name of one', () => {
  const { answer, words } = decodeExchange({
    command: 'AT+CWJAP="lab","example"',
    response: '+CWJAP:2\r\nERROR',
  })
  expect(answer).toMatchObject({ error: 2 })
  expect(words.en).toContain('wrong password')
})

test('rows under +UGPIOC are its pins', () => {
  const { answer, unknown } = one('AT+UGPIOC?', '+UGPIOC:\r\n16,255\r\n23,0')
  expect(unknown).toEqual([])
  expect(JSON.stringify(answer)).toContain('"gpio":23')
})

test.each(['0,3(', '0,3)', '0,3\\'])(
  'what a program left behind a state hides it not: %s',
  (tail) => {
    expect(
      decodeExchange({ command: 'AT+CREG?', response: `+CREG: ${tail}` }).words.en,
    ).not.toContain('not searching')
  },
)

test.each(['CONNECT OK', 'CONNECT FAIL', '1, CONNECT FAIL'])(
  '%s is of a socket, not of a call',
  (line) => {
    const told = knowledge.line(line, { command: 'AT+CIPSTART="TCP","192.0.2.10",7000' })
    expect(told?.words.en).toContain('socket')
    expect(told?.words.en).not.toContain('from here on')
  },
)

describe('no line makes it throw', () => {
  const names = [
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'valueOf',
    '+toString: 1',
  ]
  const commands = [null, 'ATI', 'AT+CSQ', 'AT+toString?', 'AT+CPOL?', 'ATtoString', 'AT+CNSMOD?']
  test.each(names)('%s', (line) => {
    for (const command of commands)
      for (const said of [line, `${line}: ${line}`, `+CNSMOD: ${line}`, `+CPSI: ${line},${line}`])
        expect(decodeExchange({ command, response: said }).words.en).not.toBe('')
  })
})

test('a signal of one small number may be the bars of a satellite modem, and is no level', () => {
  const { words } = decodeExchange({ command: 'AT+CSQ', response: '+CSQ:0\r\nOK' })
  expect(words.en).toContain('bars')
  const { words: index } = decodeExchange({ command: 'AT+CSQ', response: '+CSQ: 18\r\nOK' })
  expect(index.en).toContain('-77 dBm')
})
