import { describe, expect, test } from 'vitest'
import { fromHex } from '@core/bytes'
import { CmuxDecoder } from '@core/cmux/decoder'
import { readBy } from './event-in-short'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const read = (...reads: string[]) => readBy(new CmuxDecoder(), ...reads)

describe('what is wrong with a frame, and what it gives back', () => {
  test.each<[string, string, string[]]>([
    ['an address of two octets', 'F9 06', ['rejected address', 'damaged 06']],
    ['an unknown control octet', 'F9 07 00', ['rejected control', 'damaged 0700']],
    ['a check', 'F9 05 EF 03 41 00 F9', ['rejected fcs', 'damaged 05ef034100']],
    [
      'no flag behind it',
      'F9 05 EF 03 41 B5 00',
      ['rejected no-closing-flag', 'damaged 05ef0341b500'],
    ],
    ['a length of 1541', 'F9 05 EF 0A 0C', ['rejected too-long', 'damaged 05ef0a0c']],
    ['a length of 1540 may be', 'F9 05 EF 08 0C', []],
  ])('%s', (_what, hex, events) => {
    expect(read(hex)).toEqual(events)
  })

  test.each<[string, string, string[]]>([
    ['up to the address', 'F9 52 FF', ['text 52ff']],
    ['up to the control octet', 'F9 21 0D FF', ['text 210dff']],
    ['up to a length too long', 'F9 21 43 20 0D FF', ['text 2143200dff']],
    ['not up to it', 'F9 21 43 20 7F', ['rejected too-long', 'damaged 2143207f']],
    ['up to the check', 'F9 21 43 0D 414141414141 41 FF', ['text 21430d41414141414141ff']],
    [
      'up to the flag that is none',
      'F9 21 43 0D 414141414141 55 20 FF',
      ['text 21430d4141414141415520ff'],
    ],
    [
      'not up to it',
      'F9 21 43 0D 414141414141 55 FF',
      ['rejected no-closing-flag', 'damaged 21430d41414141414155ff'],
    ],
    ['behind fill', 'F9F9 21 43 0D 414141414141 41 FF', ['flags 2', 'text 21430d41414141414141ff']],
    [
      'behind fill, no flag',
      'F9F9 21 43 0D 414141414141 55 20 FF',
      ['flags 2', 'text 21430d4141414141415520ff'],
    ],
  ])('text behind a flag is text, %s', (_what, hex, events) => {
    expect(read(hex)).toEqual(events)
  })

  test.each<[string, string[], string[]]>([
    ['half a frame', ['F9 05 EF', '-'], ['rejected timeout', 'damaged 05ef']],
    ['an address alone', ['F9 05', '-'], ['rejected timeout', 'damaged 05']],
    ['half a length', ['F9 05 EF 04', '-'], ['rejected timeout', 'damaged 05ef04']],
    ['text', ['F9 21 43', '-'], ['text 2143']],
    ['a flag', ['F9', '-', '-'], []],
    ['nothing', ['-'], []],
    [
      'what follows is no rest of it',
      ['F9 05 EF', '-', 'FF'],
      ['rejected timeout', 'damaged 05ef', 'text ff'],
    ],
    [
      'what follows without it is',
      ['F9 06', 'FF'],
      ['rejected address', 'damaged 06', 'damaged ff'],
    ],
    ['until the next flag', ['F9 06 FF F9 52'], ['rejected address', 'damaged 06ff', 'text 52']],
  ])('a silence ends %s', (_what, reads, events) => {
    expect(read(...reads)).toEqual(events)
  })
})

describe('flags', () => {
  test.each<[string, string[], string[]]>([
    ['one says nothing', ['F9'], []],
    ['more are counted', ['F9F9F9', 'F9'], ['flags 3', 'flags 4']],
    ['behind noise', ['FF F9F9'], ['text ff', 'flags 2']],
    [
      'the one that closes a frame is no fill',
      ['F9037301D7F9', 'F9F9'],
      ['UA+ d0 c1  d7', 'flags 2'],
    ],
    [
      'anew behind a damaged frame',
      ['F9F9F9 0700 F9F9'],
      ['flags 3', 'rejected control', 'damaged 0700', 'flags 2'],
    ],
  ])('%s', (_what, reads, events) => {
    expect(read(...reads)).toEqual(events)
  })
})

test.each([
  ['', false],
  ['41', false],
  ['F9', false],
  ['F9 F9', false],
  ['F9 03', true],
  ['F9 03 73 01 D7', true],
  ['F9 03 73 01 D7 F9', false],
  ['F9 52', false],
])('after %j a frame is waited for: %s', (hex, waiting) => {
  const decoder = new CmuxDecoder()
  decoder.push(octets(hex))
  expect(decoder.waiting).toBe(waiting)
})

test.each([
  [undefined, 1540],
  [31, 1540],
  [2000, 2000],
])('with a limit of %s %i octets are received', (limit, maxInfo) => {
  const decoder = new CmuxDecoder(limit)
  expect(decoder.maxInfo).toBe(maxInfo)
})

/** UIH on channel 1 with two octets, wide and not. */
const frames = ['F9 05 EF 05 4F4B 51 F9', 'F9 05 EF 04 00 4F4B A0 F9']

test.each(frames)('behind the rest of %s the next frame is a window into the read', (frame) => {
  const whole = octets(frame.replaceAll(' ', ''))
  for (let cut = 1; cut < whole.length; cut++) {
    const decoder = new CmuxDecoder()
    decoder.push(whole.slice(0, cut))
    const last = new Uint8Array([
      ...whole.slice(cut),
      ...octets('05 EF 1D 0D0A43616C6C2052656164790D0A 43 F9'),
    ])
    const found = decoder
      .push(last)
      .flatMap((event) => (event.kind === 'frame' ? [event.frame] : []))
    expect(found.map(({ info }) => info.length)).toEqual([2, 14])
    expect(found[1]?.info.buffer).toBe(last.buffer)
  }
})
