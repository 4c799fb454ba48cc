import { knowledge } from '@catalog/decoders'
import { decodeExchange } from '@catalog/decoders/exchange'
import { describe, expect, test } from 'vitest'
import rows from './further-kinds.json'

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
