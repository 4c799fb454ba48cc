import { fromHex, hexOf } from '@core/bytes'
import { noCounters } from '@core/ppp/link-session'
import { LcpUpkeep, type UpkeepOptions } from '@core/ppp/lcp-upkeep'
import { describe, expect, test } from 'vitest'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

function upkeep(change: Partial<UpkeepOptions> = {}) {
  const sent: string[] = []
  const did: string[] = []
  const counters = noCounters()
  const it = new LcpUpkeep({
    counters,
    firstId: 0xfe,
    ignoreEcho: false,
    send: (packet) => sent.push(hexOf(packet)),
    opened: () => true,
    magic: () => 0x11223344,
    peerMru: () => 1500,
    looped: () => did.push('looped'),
    echoAnswered: () => did.push('answered'),
    protocolRejected: (protocol) => did.push(`rejected ${protocol.toString(16)}`),
    ...change,
  })
  const take = (code: number, hex: string) => it.take({ code, id: 7, data: octets(hex) })
  return { it, sent, did, counters, take }
}

describe('a Protocol-Reject (RFC 1661, 5.7)', () => {
  test('repeats the protocol and what it carried', () => {
    const { it, sent } = upkeep()
    it.rejectProtocol(0x80fd, octets('01020304'))
    expect(sent).toEqual(['08ff000a80fd01020304'])
  })
  // Code, id, length and the protocol take 6 of the octets that the peer takes.
  test.each([
    [128, 121, 127],
    [128, 122, 128],
    [128, 123, 128],
    [1500, 1494, 1500],
    [1500, 1495, 1500],
    [1500, 4000, 1500],
  ])('to a peer that takes %i octets is, of %i, %i octets long', (mru, carried, length) => {
    const { it, sent } = upkeep({ peerMru: () => mru })
    it.rejectProtocol(0x80fd, new Uint8Array(carried))
    expect(sent.map((hex) => hex.length / 2)).toEqual([length])
    expect(sent[0]?.slice(4, 8)).toBe(length.toString(16).padStart(4, '0'))
  })
  test('is sent and heard only while LCP is open', () => {
    const closed = upkeep({ opened: () => false })
    closed.it.rejectProtocol(0x80fd, new Uint8Array())
    expect(closed.take(8, '8021')).toBe(true)
    expect([closed.sent, closed.did]).toEqual([[], []])
    const open = upkeep()
    expect(open.take(8, '80210102')).toBe(true)
    open.take(8, '')
    expect(open.did).toEqual(['rejected 8021', 'rejected 0'])
  })
})

describe('echoes', () => {
  test('a request is answered with our magic number and what it brought', () => {
    const { take, sent } = upkeep()
    expect(take(9, 'aabbccdd0102')).toBe(true)
    expect(sent).toEqual(['0a07000a112233440102'])
  })
  test.each([
    ['three octets hold no magic number', {}, 'aabbcc', []],
    ['it is our own', {}, '11223344', ['looped']],
    ['without a magic number nothing is our own', { magic: () => 0 }, '00000000', []],
    ['before LCP is open', { opened: () => false }, '11223344', []],
    ['a modem that answers none', { ignoreEcho: true }, 'aabbccdd', []],
  ] as const)('request: %s', (what, change, hex, expected) => {
    const { take, sent, did } = upkeep(change)
    expect(take(9, hex)).toBe(true)
    expect(did).toEqual(expected)
    expect(sent).toHaveLength(what.startsWith('without') ? 1 : 0)
  })
  test.each([
    ['four octets', {}, 'aabbccdd', ['answered'], 1],
    ['three octets hold no magic number', {}, 'aabbcc', [], 0],
    ['it is our own', {}, '11223344', ['looped'], 0],
    ['before LCP is open', { opened: () => false }, 'aabbccdd', [], 0],
  ] as const)('reply: %s', (_what, change, hex, expected, count) => {
    const { take, sent, did, counters } = upkeep(change)
    expect(take(10, hex)).toBe(true)
    expect([did, counters.echoesReceived, sent]).toEqual([expected, count, []])
  })
  test('are asked for under a new id each, only while LCP is open', () => {
    const { it, sent, counters } = upkeep()
    it.sendEcho()
    it.sendEcho()
    expect(sent).toEqual(['09ff000811223344', '0900000811223344'])
    expect(counters.echoesSent).toBe(2)
    const closed = upkeep({ opened: () => false })
    closed.it.sendEcho()
    expect([closed.sent, closed.counters.echoesSent]).toEqual([[], 0])
  })
})

test('discards and an end, and nothing in answer to a discard', () => {
  const { it, take, sent } = upkeep()
  it.sendDiscard()
  it.sendTerminate()
  expect(take(11, '11223344')).toBe(true)
  expect(sent).toEqual(['0bff000811223344', '05000004'])
})

test.each([1, 2, 3, 4, 5, 6, 7, 12, 99])('code %i is none of these', (code) => {
  const { take, sent, did } = upkeep()
  expect(take(code, '11223344')).toBe(false)
  expect([sent, did]).toEqual([[], []])
})
