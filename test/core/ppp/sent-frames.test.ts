import { fromHex, hexOf } from '@core/bytes'
import { FrameSender } from '@core/ppp/frame-sender'
import { HdlcDecoder } from '@core/ppp/hdlc'
import { defaultPeer } from '@core/ppp/lcp'
import { noCounters } from '@core/ppp/link-session'
import { expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

function sender() {
  const clock = new ManualClock()
  const counters = noCounters()
  const sent: Uint8Array[] = []
  const frames = new FrameSender(clock, (bytes) => sent.push(bytes), counters)
  return { clock, counters, sent, frames }
}
const beginsWithFlag = (sent: readonly Uint8Array[]) => sent.map((bytes) => bytes[0] === 0x7e)

test('a flag goes first on a line that was idle for a second', async () => {
  const { clock, sent, frames } = sender()
  frames.send(0x21, octets('45'))
  await clock.advance(999.999)
  frames.send(0x21, octets('45'))
  await clock.advance(1_000)
  frames.send(0x21, octets('45'))
  expect(beginsWithFlag(sent)).toEqual([true, false, true])
})
test('the moment may be told by who sends', () => {
  const { sent, frames } = sender()
  for (const now of [0, 5_000_000, 5_999_999, 6_999_999]) frames.send(0x21, octets('45'), now)
  expect(beginsWithFlag(sent)).toEqual([true, true, false, true])
})

test.each([
  ['data as it is by default', 0x21, {}, '7eff7d237d2021457d21'],
  ['data as the peer asked', 0x21, { accm: 0, pfc: true, acfc: true }, '7e214501'],
  ['data with one of these', 0x21, { accm: 0, pfc: true }, '7eff03214501'],
  ['data with the other', 0x21, { accm: 0, acfc: true }, '7e00214501'],
  ['LCP in full', 0xc021, { accm: 0, pfc: true, acfc: true }, '7eff7d23c021457d21'],
])('%s', (_what, protocol, asked, expected) => {
  const { frames, sent } = sender()
  frames.peer = { ...defaultPeer, ...asked }
  frames.send(protocol, octets('4501'))
  expect(hexOf(sent[0] ?? new Uint8Array()).slice(0, expected.length)).toBe(expected)
})

test('+ goes escaped where the peer lets it, and what goes is counted', () => {
  const { counters, frames, sent } = sender()
  frames.peer = { ...defaultPeer, accm: 0 }
  frames.send(0x21, octets('2b2b2b'))
  frames.send(0x21, octets('45'))
  expect(hexOf(sent[0] ?? new Uint8Array())).toContain('7d0b7d0b7d0b')
  const [item] = new HdlcDecoder().feed(sent[0] ?? new Uint8Array())
  expect(item?.kind).toBe('frame')
  expect([counters.txFrames, counters.txBytes]).toEqual([
    2,
    sent.reduce((sum, { length }) => sum + length, 0),
  ])
})
