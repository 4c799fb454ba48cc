import { describe, expect, test } from 'vitest'
import { bytesOf, hexOf } from '@core/bytes'
import { buildMessage, buildResponse, readMessages } from '@core/cmux/message'
import {
  buildNegotiation,
  buildStatus,
  defaultPortParameters,
  readNegotiation,
  readPortParameters,
  readStatus,
  quiet,
  ready,
} from '@core/cmux/values'

describe('control messages', () => {
  test.each([
    ['PN', 0x83, 0x81],
    ['PSC', 0x43, 0x41],
    ['CLD', 0xc3, 0xc1],
    ['TEST', 0x23, 0x21],
    ['FCon', 0xa3, 0xa1],
    ['FCoff', 0x63, 0x61],
    ['MSC', 0xe3, 0xe1],
    ['NSC', 0x13, 0x11],
    ['RPN', 0x93, 0x91],
    ['RLS', 0x53, 0x51],
    ['SNC', 0xd3, 0xd1],
  ] as const)('%s is %i as command and %i as response', (name, command, response) => {
    expect(buildMessage(name, true)[0]).toBe(command)
    expect(buildMessage(name, false)[0]).toBe(response)
    const { messages } = readMessages(Uint8Array.of(command, 1, response, 1))
    expect(messages.map((message) => [message.name, message.command])).toEqual([
      [name, true],
      [name, false],
    ])
  })

  test('a response repeats the value of its command', () => {
    const [asked] = readMessages(buildMessage('TEST', true, bytesOf('hello'))).messages
    expect(asked && hexOf(buildResponse(asked))).toBe('210b68656c6c6f')
  })

  test('a value of 200 octets takes two length octets', () => {
    const value = new Uint8Array(200).fill(7)
    expect(readMessages(buildMessage('TEST', true, value)).messages[0]?.value).toEqual(value)
  })

  test('an unknown type keeps its octet and its value', () => {
    const { messages } = readMessages(Uint8Array.of(0x0b, 3, 9))
    expect(messages).toEqual([
      { name: 'unknown', type: 0x0b, command: true, value: Uint8Array.of(9) },
    ])
  })

  test('a type octet without EA ends the reading, and says so', () => {
    expect(readMessages(Uint8Array.of(0xe2, 1))).toEqual({ messages: [], problem: 'type' })
  })
})

describe('values', () => {
  test('the usual signals of an opened channel are 0D, with carrier 8D', () => {
    expect(hexOf(buildStatus(1, ready))).toBe('070d')
    expect(hexOf(buildStatus(2, { ...ready, dv: true }))).toBe('0b8d')
    expect(readStatus(buildStatus(3, { ...quiet, fc: true, ic: true }))).toEqual({
      dlci: 3,
      signals: { ...quiet, fc: true, ic: true },
    })
  })

  test('a negotiation survives the round trip', () => {
    const about = {
      dlci: 2,
      frameType: 0,
      convergence: 1,
      priority: 7,
      t1Ms: 100,
      maxInfo: 1500,
      n2: 3,
      window: 0,
    }
    expect(readNegotiation(buildNegotiation(about))).toEqual(about)
  })

  test('a virtual port says 115200 8n1', () => {
    expect(readPortParameters(defaultPortParameters(2))).toMatchObject({
      dlci: 2,
      baudRate: 115200,
      line: '8n1',
    })
  })

  test('values too short are no values', () => {
    expect(readStatus(Uint8Array.of(7))).toBeUndefined()
    expect(readNegotiation(new Uint8Array(7))).toBeUndefined()
    expect(readPortParameters(new Uint8Array())).toBeUndefined()
  })
})
