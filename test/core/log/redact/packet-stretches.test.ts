import { bytesOf, concat, fromHex, latin1 } from '@core/bytes'
import { packetLogins, withoutPacketLogins } from '@core/log/redact/packet-logins'
import { PacketStreams } from '@core/log/redact/packet-streams'
import { describe, expect, test } from 'vitest'

/** Four letters at least behind `token=`. */
const look = (text: string) =>
  [...text.matchAll(/token=(\w{4,})/g)].map(({ 0: all, index }) => ({
    start: index + 6,
    end: index + all.length,
  }))

const hex = (text: string) => fromHex(text.replaceAll(' ', '')) ?? new Uint8Array()
const word = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
const header = (protocol: string, octets: number) =>
  hex(`0021 4500 ${word(20 + octets, 4)} 0000 0000 40${protocol} 0000 0a000002 c0000207`)
const tcp = (port: number, seq: number, said: string) =>
  concat([
    header('06', 20 + said.length),
    hex(`${word(port, 4)} 0050 ${word(seq, 8)} 00000000 5018 ffff 0000 0000`),
    bytesOf(said),
  ])
const udp = (sum: string, said: string) =>
  concat([
    header('11', 8 + said.length),
    hex(`c000 0050 ${word(8 + said.length, 4)} ${sum}`),
    bytesOf(said),
  ])

type Packet = readonly [port: number, seq: number, said: string]
/** What is found in each packet. */
function found(...packets: readonly Packet[]): string[] {
  const streams = new PacketStreams()
  return packets.map(([port, seq, said]) => {
    const frame = tcp(port, seq, said)
    const places = packetLogins(frame, look, streams)
    return [...new Set(places.map(([from, to]) => latin1(frame.subarray(from, to))))].join(' ')
  })
}

describe('what is cut over several packets of TCP', () => {
  test.each<[what: string, packets: readonly Packet[], found: readonly string[]]>([
    ['in one', [[1, 100, 'x token=abcd y']], ['abcd']],
    [
      'one behind the other',
      [
        [1, 100, 'token=ab'],
        [1, 108, 'cdef gh'],
      ],
      ['ab', 'cdef'],
    ],
    [
      'with one lost between',
      [
        [1, 100, 'token=ab'],
        [1, 109, 'cdef gh'],
      ],
      ['ab', ''],
    ],
    [
      'with one empty between',
      [
        [1, 100, 'token=ab'],
        [1, 108, ''],
        [1, 108, 'cdef gh'],
      ],
      ['ab', '', 'cdef'],
    ],
    [
      'the first sent again',
      [
        [1, 100, 'token=ab'],
        [1, 100, 'token=ab'],
        [1, 108, 'cdef gh'],
      ],
      ['ab', 'ab', 'cdef'],
    ],
    [
      'an older one sent again',
      [
        [1, 98, 'x token'],
        [1, 105, '=ab'],
        [1, 98, 'x token'],
        [1, 108, 'cdef gh'],
      ],
      ['', 'ab', '', 'cdef'],
    ],
    [
      'the second overlaps',
      [
        [1, 100, 'token=abxy'],
        [1, 108, 'cdef gh'],
      ],
      ['abxy', 'cdef'],
    ],
    [
      'the second begins before what is kept',
      [
        [1, 100, 'a\ntoken=ab'],
        [1, 101, 'cdef'],
      ],
      ['ab', ''],
    ],
    [
      'numbers that begin anew',
      [
        [1, 0xffff_fffc, 'token=ab'],
        [1, 4, 'cdef gh'],
      ],
      ['ab', 'cdef'],
    ],
    [
      'another connection between',
      [
        [1, 100, 'token=ab'],
        [2, 108, 'cdef gh'],
        [1, 108, 'cdef gh'],
      ],
      ['ab', '', 'cdef'],
    ],
    [
      'two stretches',
      [
        [1, 100, 'token=ab'],
        [1, 900, 'token=xy'],
        [1, 108, 'cd z'],
        [1, 908, 'zz z'],
      ],
      ['ab', 'xy', 'cd', 'zz'],
    ],
  ])('%s', (_what, packets, told) => {
    expect(found(...packets)).toEqual(told)
  })
  test('the same ports of another host are another connection', () => {
    const streams = new PacketStreams()
    expect(packetLogins(tcp(1, 100, 'token=ab'), look, streams)).not.toEqual([])
    const other = tcp(1, 108, 'cdef gh')
    // The last octet of the destination.
    other[21] = 8
    expect(packetLogins(other, look, streams)).toEqual([])
    expect(packetLogins(tcp(1, 108, 'cdef gh'), look, streams)).toEqual([[42, 46]])
  })
  test('four stretches of a direction wait, the latest', () => {
    const stretches = (count: number) =>
      Array.from({ length: count }, (_, i): Packet => [1, 1000 * (i + 1), 'token=ab'])
    expect(found(...stretches(4), [1, 1008, 'cd z']).at(-1)).toBe('cd')
    expect(found(...stretches(5), [1, 1008, 'cd z']).at(-1)).toBe('')
    expect(found(...stretches(5), [1, 2008, 'cd z']).at(-1)).toBe('cd')
  })
  test('of 64 connections, the latest that said something', () => {
    const others = (count: number) =>
      Array.from({ length: count }, (_, i): Packet => [100 + i, 100, 'token=ab'])
    const first: Packet = [1, 100, 'token=ab']
    const goesOn: Packet = [1, 108, 'cd z']
    expect(found(first, ...others(63), goesOn).at(-1)).toBe('cd')
    expect(found(first, ...others(64), goesOn).at(-1)).toBe('')
    const said: Packet = [1, 108, 'c']
    expect(found(first, ...others(63), said, [200, 1, 'x'], [1, 109, 'd z']).at(-1)).toBe('d')
  })
  test('nothing goes on in another packet of UDP', () => {
    const streams = new PacketStreams()
    const places = (said: string) => packetLogins(udp('0001', said), look, streams)
    expect(places('token=ab')).toEqual([[36, 38]])
    expect(places('cdef gh')).toEqual([])
    expect(places('x token=abcd y')).toEqual([[38, 42]])
    // Length and check sum stand where TCP has its sequence number.
    expect(places('token=ab')).toEqual([[36, 38]])
    expect(packetLogins(udp('0009', 'cdef ghi'), look, streams)).toEqual([])
  })
})

describe('the packet without it', () => {
  const without = (frame: Uint8Array) => withoutPacketLogins(frame, look)
  // The sum of RFC 768 over 10.0.0.2, 192.0.2.7, the protocol, the length, and the words behind.
  test('a check sum of UDP that was right is right again', () => {
    expect(without(udp('c7f5', 'x token=abcd y'))).toEqual(udp('9bcb', 'x token=xxxx y'))
  })
  test.each([
    ['that was wrong', '1234'],
    ['that is not used', '0000'],
  ])('a check sum %s stays', (_what, sum) => {
    const masked = without(udp(sum, 'x token=abcd y'))
    expect(masked).toEqual(udp(sum, 'x token=xxxx y'))
  })
  test('nor is one made that is not used, though nothing would be right', () => {
    const rest = ' y\xc7\xf1'
    const masked = without(udp('0000', `x token=abcd${rest}`))
    expect(masked).toEqual(udp('0000', `x token=xxxx${rest}`))
  })
  test('one with nothing to hide is the same', () => {
    const frame = udp('1234', 'x')
    expect(without(frame)).toBe(frame)
    const other = hex('c021 09 01 0008 00000000')
    expect(without(other)).toBe(other)
  })
})
