import { describe, expect, test } from 'vitest'
import { bytesOf, fromHex, hexOf } from '@core/bytes'
import {
  controlOf,
  encodeFrame,
  flagOf,
  roomFor,
  type FrameContent,
  type FrameOption,
} from '@core/cmux/frame'
import { buildMessage, buildResponse, dlciOctet, readMessages } from '@core/cmux/message'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

describe('a frame', () => {
  test.each<[FrameContent, FrameOption, string]>([
    [{ dlci: 0, cr: 0, control: 'DM' }, 'basic', 'f9010f0142f9'],
    [{ dlci: 61, cr: 1, control: 'UIH' }, 'basic', 'f9f7ef01d5f9'],
    [{ dlci: 1, cr: 1, control: 'UIH', wide: true }, 'basic', 'f907ef00000cf9'],
    [
      { dlci: 1, cr: 1, control: 'UIH', info: bytesOf('OK'), wide: true },
      'basic',
      'f907ef04004f4b79f9',
    ],
    [{ dlci: 1, cr: 1, control: 'UI', info: bytesOf('AT\r') }, 'basic', 'f907030741540d44f9'],
    [{ dlci: 1, cr: 1, control: 'UI', info: bytesOf('A') }, 'advanced', '7e0703410e7e'],
    [{ dlci: 61, cr: 1, control: 'UIH' }, 'advanced', '7ef7efc67e'],
  ])('%o, %s', (frame, option, hex) => {
    expect(hexOf(encodeFrame(frame, option))).toBe(hex)
  })

  test.each([
    [127, 'f907efff', '69f9', 133],
    [128, 'f907ef0001', '9df9', 135],
  ])('of %i octets of information', (length, head, tail, whole) => {
    const info = new Uint8Array(length)
    const frame = hexOf(encodeFrame({ dlci: 1, cr: 1, control: 'UIH', info }))
    expect([frame.slice(0, head.length), frame.slice(-4), frame.length / 2]).toEqual([
      head,
      tail,
      whole,
    ])
  })

  test.each([
    [-1, 0, 'DLCI -1 is outside 0..61; 62 and 63 are reserved'],
    [1.5, 0, 'DLCI 1.5 is outside 0..61; 62 and 63 are reserved'],
    [62, 0, 'DLCI 62 is outside 0..61; 62 and 63 are reserved'],
    [1, 32_768, '32768 octets do not fit a frame (at most 32767)'],
  ])('DLCI %d with %i octets is none', (dlci, length, message) => {
    const info = new Uint8Array(length)
    expect(() => encodeFrame({ dlci, cr: 1, control: 'UIH', info })).toThrow(
      new RangeError(message),
    )
  })

  test('of 32767 octets is the longest', () => {
    const info = new Uint8Array(32_767)
    expect(encodeFrame({ dlci: 1, cr: 1, control: 'UIH', info })).toHaveLength(32_774)
  })

  test.each([
    [0x10, '10'],
    [0x11, '7d31'],
    [0x12, '12'],
    [0x13, '7d33'],
    [0x14, '14'],
    [0x7c, '7c'],
    [0x7d, '7d5d'],
    [0x7e, '7d5e'],
    [0x7f, '7f'],
    [0x91, '7db1'],
    [0x93, '7db3'],
    [0xf9, 'f9'],
    [0xfd, 'fd'],
    [0xfe, 'fe'],
  ])('in the advanced option octet %i travels as %s', (octet, hex) => {
    const info = Uint8Array.of(octet)
    const frame = encodeFrame({ dlci: 1, cr: 1, control: 'UIH', info }, 'advanced')
    expect(hexOf(frame)).toBe(`7e07ef${hex}057e`)
  })

  test('takes at most so much room, and begins with its flag', () => {
    const info = [bytesOf('abc'), bytesOf('de')]
    expect([roomFor(info, 'basic'), roomFor(info, 'advanced'), roomFor([], 'basic')]).toEqual([
      12, 18, 7,
    ])
    expect([flagOf('basic'), flagOf('advanced')]).toEqual([0xf9, 0x7e])
  })

  test.each([
    [0x2f, 'SABM'],
    [0x3f, 'SABM'],
    [0x73, 'UA'],
    [0x1f, 'DM'],
    [0x53, 'DISC'],
    [0xff, 'UIH'],
    [0x13, 'UI'],
    [0x2e, undefined],
  ])('control octet %i is %s', (octet, name) => {
    expect(controlOf(octet)).toBe(name)
  })
})

describe('a message of the control channel', () => {
  test.each([
    [0, '2301'],
    [1, '230300'],
    [127, `23ff${'00'.repeat(127)}`],
    [128, `230003${'00'.repeat(128)}`],
    [300, `235805${'00'.repeat(300)}`],
  ])('with %i octets', (length, hex) => {
    expect(hexOf(buildMessage('TEST', true, new Uint8Array(length)))).toBe(hex)
    const [message] = readMessages(octets(hex)).messages
    expect([message?.value.length, message?.noLength]).toEqual([length, undefined])
  })

  test.each<[string, string[], string?]>([
    ['', []],
    ['C301', ['CLD']],
    ['C3', ['CLD without length']],
    ['C301 C3', ['CLD', 'CLD without length']],
    ['2303AA 4301', ['TEST aa', 'PSC']],
    ['230201 AA', ['TEST aa']],
    ['23020001AA', ['TEST aa']],
    ['2302000001AA', [], 'length'],
    ['2302', [], 'length'],
    ['230200', [], 'length'],
    ['2305AA', [], 'length'],
    ['2305AABB', ['TEST aabb']],
    ['C301 E2', ['CLD'], 'type'],
    ['0B03FF', ['unknown ff']],
  ])('%j is read', (hex, messages, problem) => {
    const read = readMessages(octets(hex))
    const inShort = read.messages.map(({ name, value, noLength }) =>
      [
        name,
        ...(value.length > 0 ? [hexOf(value)] : []),
        ...(noLength ? ['without length'] : []),
      ].join(' '),
    )
    expect([inShort, read.problem]).toEqual([messages, problem])
  })

  test('is answered with its own value, or with another', () => {
    const [asked] = readMessages(octets('2303AA')).messages
    if (!asked) throw new Error('no message')
    expect([hexOf(buildResponse(asked)), hexOf(buildResponse(asked, octets('BBCC')))]).toEqual([
      '2103aa',
      '2105bbcc',
    ])
    expect([dlciOctet(0), dlciOctet(61)]).toEqual([3, 247])
  })
})
