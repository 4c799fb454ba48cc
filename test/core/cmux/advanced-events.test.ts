import { describe, expect, test } from 'vitest'
import { fromHex } from '@core/bytes'
import { AdvancedDecoder } from '@core/cmux/advanced-decoder'
import { textual } from '@core/cmux/decoder'
import { eventInShort, readBy } from './event-in-short'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

/** Information of four octets at most. */
const read = (...reads: string[]) => readBy(new AdvancedDecoder(4), ...reads)

describe('frames between flags', () => {
  test.each<[string, string[], string[]]>([
    ['a frame', ['7E 03 73 85 7E'], ['UA+ d0 c1  85']],
    ['of the other side', ['7E 05 EF 41 DF 7E'], ['UIH d1 c0 41 df']],
    ['of the last channel', ['7E F7 EF C6 7E'], ['UIH d61 c1  c6']],
    ['UI, whose check covers what it carries', ['7E 07 03 41 0E 7E'], ['UI d1 c1 41 e']],
    ['UI, damaged there', ['7E 07 03 40 0E 7E'], ['rejected fcs', 'damaged 0703400e']],
    ['UIH, damaged there', ['7E 07 EF 40 05 7E'], ['UIH d1 c1 40 5']],
    ['another check', ['7E 07 EF 41 06 7E'], ['rejected fcs', 'damaged 07ef4106']],
    ['as long as may be', ['7E 07 EF 41 42 43 44 05 7E'], ['UIH d1 c1 41424344 5']],
    ['longer', ['7E 07 EF 4142434445 05 7E'], ['rejected too-long', 'damaged 07ef414243444505']],
    ['too short', ['7E 07 EF 7E'], ['rejected too-short', 'damaged 07ef']],
    ['a reserved channel', ['7E FB EF 41 7E'], ['rejected address', 'damaged fbef41']],
    ['PPP', ['7E FF 03 C0 21 7E'], ['rejected address', 'damaged ff03c021']],
    ['an address of two octets', ['7E 06 EF 41 7E'], ['rejected address', 'damaged 06ef41']],
    ['an unknown control octet', ['7E 07 00 41 7E'], ['rejected control', 'damaged 070041']],
    ['given up by its sender', ['7E 07 EF 7D 7E'], ['rejected escape', 'damaged 07ef7d']],
    ['escaped', ['7E 07 EF 7D 5E 7D 31 05 7E'], ['UIH d1 c1 7e11 5']],
    ['of textual octets alone', ['7E 5B 43 0A 7E'], ['DISC d22 c1  a']],
    ['text between flags', ['7E 41 42 7E'], ['text 4142']],
  ])('%s', (_what, reads, events) => {
    expect(read(...reads)).toEqual(events)
  })

  test('are as they came, whatever becomes of the array', () => {
    const decoder = new AdvancedDecoder(4)
    const part = octets('7E 07 EF 41')
    decoder.push(part)
    part.fill(0)
    expect(decoder.push(octets('05 7E')).map(eventInShort)).toEqual(['UIH d1 c1 41 5'])
  })

  test('have no length octets', () => {
    const [event] = new AdvancedDecoder(4).push(octets('7E 03 73 85 7E'))
    expect(event).toMatchObject({ frame: { wide: false } })
  })
})

describe('flags', () => {
  test.each<[string, string[], string[]]>([
    ['one says nothing', ['7E'], []],
    ['more are counted', ['7E 7E 7E', '7E'], ['flags 2', 'flags 3', 'flags 4']],
    [
      'the one behind a frame is its own',
      ['7E 037385 7E', '7E', '7E'],
      ['UA+ d0 c1  85', 'flags 2'],
    ],
    [
      'the one behind a damaged frame opens the next',
      ['7E 0773 00 7E 7E'],
      ['rejected fcs', 'damaged 077300', 'flags 2'],
    ],
    ['behind noise', ['FF 7E 7E'], ['text ff', 'flags 2']],
    ['anew behind a line', ['7E 7E 52 0D', '7E 7E'], ['flags 2', 'text 520d', 'flags 2']],
    [
      'anew behind a silence',
      ['7E 7E 07', '-', '7E 7E'],
      ['flags 2', 'rejected timeout', 'damaged 07', 'flags 2'],
    ],
  ])('%s', (_what, reads, events) => {
    expect(read(...reads)).toEqual(events)
  })
})

describe('lines of a modem that left the multiplexer', () => {
  test.each<[string, string[], string[]]>([
    ['before any flag', ['0D0A 4F4B 0D0A', 'FF'], ['text 0d0a4f4b0d0a', 'text ff']],
    ['before any flag, the rest is no line of its own', ['52 0D 53'], ['text 520d53']],
    ['right behind a flag', ['7E 0D0A 524459 0D0A'], ['text 0d0a5244590d0a']],
    ['and what follows', ['7E 52 0D', '53', 'FF'], ['text 520d', 'text 53', 'text ff']],
    ['not before the line ends', ['7E 52'], []],
    ['but then', ['7E 52', '44', '0A'], ['text 52440a']],
    ['CR may be of an address', ['7E 0D'], []],
    ['LF behind it is not', ['7E 0D', '0A'], ['text 0d0a']],
    ['to the last line end, LF', ['7E 52 0D 53 0A 54'], ['text 520d530a', 'text 54']],
    ['to the last line end, CR', ['7E 52 0A 53 0D 54'], ['text 520a530d', 'text 54']],
    ['then noise', ['7E 52 0D FF 0D'], ['text 520d', 'text ff0d']],
    ['not behind noise', ['7E 52 FF 0D'], []],
    ['nor where noise begins', ['7E FE 0D', '7E'], ['rejected too-short', 'damaged fe0d']],
    ['not what may be a frame', ['7E 21 2F 0D'], []],
    ['a frame all the same', ['7E 6B 63 0D', '7E'], ['UA d26 c1  d']],
  ])('%s', (_what, reads, events) => {
    expect(read(...reads)).toEqual(events)
  })
})

describe('a frame that does not end', () => {
  test.each<[string, string[], string[]]>([
    ['14 octets may be 7 that were escaped', ['7E 07EF 010101010101010101010101'], []],
    [
      '15 may not, and what follows belongs to it',
      ['7E 07EF 01010101010101010101010101', '41', 'FF', '7E', 'FF', '7E'],
      [
        'rejected too-long',
        'damaged 07ef01010101010101010101010101',
        'text 41',
        'damaged ff',
        'rejected too-short',
        'damaged ff',
      ],
    ],
    [
      'is ended by a silence',
      ['7E 07EF41', '-', 'FF'],
      ['rejected timeout', 'damaged 07ef41', 'damaged ff'],
    ],
    ['a silence ends nothing else', ['-', 'FF', '-', '7E', '-', '-'], ['text ff']],
    ['noise behind the flag alone', ['7E', '-', 'FF'], ['damaged ff']],
  ])('%s', (_what, reads, events) => {
    expect(read(...reads)).toEqual(events)
  })

  test.each([
    ['', false],
    ['41', false],
    ['7E', false],
    ['7E 07', true],
    ['7E 07 EF 05', true],
    ['7E 07 EF 05 7E', false],
    ['7E 52 0D', false],
  ])('after %j one is waited for: %s', (hex, waiting) => {
    const decoder = new AdvancedDecoder(4)
    decoder.push(octets(hex))
    expect(decoder.waiting).toBe(waiting)
    decoder.expire()
    expect(decoder.waiting).toBe(false)
  })
})

test.each([
  [9, false],
  [10, true],
  [11, false],
  [12, false],
  [13, true],
  [14, false],
  [31, false],
  [32, true],
  [126, true],
  [127, false],
])('octet %i is of a line of text: %s', (octet, is) => {
  expect(textual(octet)).toBe(is)
})
