import { bytesOf, fromHex, hexOf } from '@core/bytes'
import { FcsWatch } from '@core/ppp/fcs-watch'
import { FrameReader } from '@core/ppp/frame-reader'
import { meaningOf } from '@core/ppp/hang-up'
import { encodeFrame } from '@core/ppp/hdlc'
import type { LinkCounters } from '@core/ppp/link-types'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

test.each([
  ['NO CARRIER', 'ended'],
  ['+PPPD: DISCONNECTED', 'ended'],
  ['DISCONNECTED', 'ended'],
  ['NO DIALTONE', 'ended'],
  ['BUSY', 'ended'],
  ['x~}#NO CARRIER', 'ended'],
  ['~~+PPPD: DISCONNECTED', 'ended'],
  ['NO CARRIER?', 'other'],
  ['+PPPD: DISCONNECTED 1', 'other'],
  ['NOT DISCONNECTED', 'other'],
  ['DISCONNECTED 1', 'other'],
  ['-NO DIALTONE', 'other'],
  ['NO DIALTONES', 'other'],
  ['NOT BUSY', 'other'],
  ['BUSY NOW', 'other'],
  ['+CGEV: NW PDN DEACT 1', 'omen'],
  ['+CGEV:ME DETACH', 'omen'],
  ['+CGEV: NW DEACT "IP","10.0.0.1",1', 'omen'],
  ['+CGEV: ME PDN ACT 1', 'other'],
  ['x +CGEV: NW DETACH', 'other'],
  ['+CGEV:  NW DETACH', 'other'],
  ['ERROR', 'error'],
  ['+CME ERROR: 30', 'error'],
  ['x +CME ERROR: 30', 'other'],
  ['ERRORS', 'other'],
  ['RING', 'other'],
])('“%s” between frames means %s', (line, meaning) => {
  expect(meaningOf(line)).toBe(meaning)
})

describe('damaged frames', () => {
  /** So many good ones, then so many bad ones: what is said of the last. */
  async function said(good: number, bad: number) {
    const clock = new ManualClock()
    const watch = new FcsWatch(clock)
    const hear = (count: number) => {
      let last: string | undefined
      for (let left = count; left > 0; left--) last = watch.bad()?.en
      return last
    }
    for (let left = good; left > 0; left--) watch.good()
    return { clock, watch, hear, last: hear(bad) }
  }
  test.each([
    [0, 19, undefined],
    [0, 20, '20 of 20'],
    [80, 20, '20 of 100'],
    [81, 20, undefined],
  ])('after %i good ones %i bad ones say %s', async (good, bad, words) => {
    const { last } = await said(good, bad)
    if (words === undefined) expect(last).toBeUndefined()
    else expect(last).toContain(words)
  })
  test('say so once a minute from the first word on, whenever that was', async () => {
    const { clock, watch } = await said(0, 0)
    await clock.advance(45_000)
    const words = Array.from({ length: 25 }, () => watch.bad()?.en !== undefined)
    expect(words).toEqual([
      ...Array<boolean>(19).fill(false),
      true,
      false,
      false,
      false,
      false,
      false,
    ])
    await clock.advance(59_999)
    expect(Array.from({ length: 20 }, () => watch.bad())).toEqual(Array(20).fill(undefined))
    await clock.advance(1)
    expect(watch.bad()?.en).toContain('21 of 21')
  })
  test('say so once a minute', async () => {
    const { clock, hear } = await said(0, 20)
    expect(hear(1)).toBeUndefined()
    await clock.advance(59_999)
    expect(hear(30)).toBeUndefined()
    await clock.advance(1)
    expect(hear(1)).toBeDefined()
  })
  test.each([
    [10_000, true],
    [10_001, false],
  ])('count together for ten seconds: after %i ms %s', async (ms, together) => {
    const { clock, hear, watch } = await said(0, 19)
    for (let left = 100; left > 0; left--) watch.good()
    for (let left = 21; left > 0; left--) hear(1)
    await clock.advance(ms)
    expect(hear(1) !== undefined).toBe(false)
    const { clock: other, hear: again } = await said(0, 19)
    await other.advance(ms)
    expect(again(1) !== undefined).toBe(together)
  })
})

describe('what arrives is read', () => {
  function reader(rxAccm = 0) {
    const clock = new ManualClock()
    const counters = { rxBytes: 0, rxFrames: 0, badFcs: 0, rejected: 0 } as LinkCounters
    const heard: string[] = []
    const frames = new FrameReader({
      clock,
      rxAccm,
      counters,
      frame: ({ bytes }) => heard.push(`frame ${hexOf(bytes)}`),
      damaged: () => heard.push('damaged'),
      line: (text) => heard.push(text),
    })
    return { clock, counters, heard, frames }
  }
  const frame = encodeFrame(0xc021, Uint8Array.of(5, 1, 0, 4))

  test('as frames, and counted', async () => {
    const { clock, counters, heard, frames } = reader()
    await clock.advance(7)
    frames.feed(frame)
    expect(heard).toEqual(['frame ff03c02105010004'])
    expect(counters).toMatchObject({ rxBytes: frame.length, rxFrames: 1, badFcs: 0, rejected: 0 })
    expect(frames.atUs).toBe(7_000)
  })
  test('as damaged, and counted', () => {
    const { counters, heard, frames } = reader()
    const spoilt = frame.slice()
    spoilt[5] = (spoilt[5] ?? 0) ^ 1
    frames.feed(spoilt)
    expect([heard, counters.badFcs, counters.rejected]).toEqual([['damaged'], 1, 0])
  })
  test('as lines of text, without what is around them, a second after the last octet', async () => {
    const { clock, heard, frames } = reader()
    frames.feed(bytesOf(' RING '))
    await clock.advance(600)
    frames.feed(bytesOf('x'))
    await clock.advance(999)
    expect(heard).toEqual([])
    await clock.advance(1)
    expect(heard).toEqual(['RING x'])
    expect(clock.pending).toBe(0)
    frames.feed(bytesOf('\r\nNO CARRIER\r\n\r\n'))
    await clock.advance(1_000)
    expect(heard).toEqual(['RING x', 'NO CARRIER'])
  })
  test.each([
    ['three octets', '7eff00417e'],
    ['one that was taken back', '7eff03c02105017d7e'],
  ])('as rejected, and counted apart from damage: %s', (_what, hex) => {
    const { counters, heard, frames } = reader()
    frames.feed(octets(hex))
    frames.feed(octets(hex))
    expect([heard, counters.badFcs, counters.rejected]).toEqual([[], 0, 2])
  })
  test('without what the receive map calls noise', () => {
    const { heard, frames } = reader(0x000a0000)
    frames.feed(Uint8Array.from([...frame.slice(0, 4), 0x11, 0x13, ...frame.slice(4)]))
    expect(heard).toEqual(['frame ff03c02105010004'])
  })
  test('line by line, those of white space left out', () => {
    const { heard, frames } = reader()
    frames.feed(bytesOf('\r\n \t \r\n\r\nRING\r\n'))
    expect(heard).toEqual(['RING'])
  })
  test('no more once it is stopped', async () => {
    const { clock, heard, frames } = reader()
    frames.feed(bytesOf('RING'))
    frames.stop()
    expect(clock.pending).toBe(0)
    await clock.advance(5_000)
    expect(heard).toEqual([])
  })
})
