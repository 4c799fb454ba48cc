import { expect, test } from 'vitest'
import { bytesOf, hexOf } from '@core/bytes'
import type { FrameOption } from '@core/cmux/frame'
import { FrameSender, type FrameSource, type Portion } from '@core/cmux/sender'
import { ManualClock } from '../../support/manual-clock'

/** A sender on a port that takes `pace.us` for each octet; what was written, as hex, and which frames, as `2 AT`. */
function sending({ option = 'basic' as FrameOption, fails = false } = {}) {
  const clock = new ManualClock()
  const pace = { us: 0 }
  let freeAtUs = 0
  const writes: string[] = []
  const frames: string[] = []
  const failures: unknown[] = []
  const sender = new FrameSender({
    clock,
    option,
    write: async (bytes) => {
      writes.push(hexOf(bytes))
      freeAtUs = Math.max(clock.monotonicUs(), freeAtUs) + bytes.length * pace.us
      const ms = (freeAtUs - clock.monotonicUs()) / 1000
      await new Promise<void>((resolve) => clock.schedule(ms, resolve))
      if (fails) throw new Error('EIO')
    },
    onFrame: ({ dlci }, info) =>
      frames.push(`${dlci} ${info.map((piece) => String.fromCodePoint(...piece)).join('')}`),
    onFailure: (error) => failures.push(error),
  })
  return { clock, pace, writes, frames, failures, sender }
}

const portion = (dlci: number, text: string, taken?: () => void): Portion => ({
  frame: { dlci, cr: 1, control: 'UIH' },
  info: [bytesOf(text)],
  ...(taken ? { taken } : {}),
})

/** What waits on a channel. */
function source(...portions: Portion[]): FrameSource {
  return { next: () => portions.shift() }
}

/** Frames of 64 octets on the line, as many as there are. */
function many(count: number): FrameSource {
  const frame = { dlci: 1, cr: 1, control: 'UIH', wide: true } as const
  return source(...Array.from({ length: count }, () => ({ frame, info: [new Uint8Array(57)] })))
}

test('what is written in one turn travels together: control first, then each channel in turn', async () => {
  const { clock, sender, frames, writes } = sending()
  sender.add(source(portion(1, 'a'), portion(1, 'b'), portion(1, 'c')))
  sender.add(source(portion(2, 'd')))
  sender.add(source())
  sender.wake()
  sender.control({ dlci: 0, cr: 1, control: 'SABM', pf: 1 })
  sender.control({ dlci: 0, cr: 1, control: 'UIH', info: bytesOf('m') })
  expect(writes).toEqual([])
  await clock.advance(1)
  expect(frames).toEqual(['0 ', '0 m', '1 a', '2 d', '1 b', '1 c'])
  expect(writes).toHaveLength(1)
  expect(writes[0]).toMatch(/^f9033f011cf9f903ef036d..f9f907ef0361..f9f90bef0364..f9/)
})

test('a channel that was taken away is not asked any more', async () => {
  const { clock, sender, frames } = sending()
  const gone = source(portion(1, 'a'))
  sender.add(source(portion(2, 'b')))
  sender.add(gone)
  sender.remove(gone)
  sender.wake()
  await clock.advance(1)
  expect(frames).toEqual(['2 b'])
})

test.each([
  ['basic', 'f9f9f9', 'f9f9f9f9033f011cf9'],
  ['advanced', '7e7e7e', '7e7e7e7e033ffc7e'],
] as const)('flags of the %s option stand before everything', async (option, flags, both) => {
  const { clock, sender, writes } = sending({ option })
  sender.flags(3)
  await clock.advance(1)
  sender.control({ dlci: 0, cr: 1, control: 'SABM', pf: 1 })
  sender.flags(1)
  sender.flags(2)
  await clock.advance(1)
  expect(writes).toEqual([flags, both])
})

test('while held only flags go out, and what waited goes out afterwards', async () => {
  const { clock, sender, writes, frames } = sending()
  sender.hold(true)
  sender.add(source(portion(1, 'a')))
  sender.control({ dlci: 0, cr: 1, control: 'SABM', pf: 1 })
  sender.flags(4)
  await clock.advance(1)
  expect(writes).toEqual(['f9f9f9f9'])
  sender.hold(true)
  await clock.advance(1)
  expect(frames).toEqual([])
  sender.hold(false)
  await clock.advance(1)
  expect(frames).toEqual(['0 ', '1 a'])
})

test('whoever floods with control frames has a thousand of them taken', async () => {
  const { clock, sender, frames } = sending()
  sender.hold(true)
  for (let i = 1; i <= 1001; i++)
    sender.control({ dlci: 0, cr: 1, control: 'UIH', info: bytesOf(`${i}`) })
  sender.hold(false)
  await clock.advance(100)
  expect(frames).toHaveLength(1000)
  expect(frames.at(-1)).toBe('0 1000')
})

test('a frame is taken when the port has taken it, and then nothing is left to wait for', async () => {
  const { clock, pace, sender } = sending()
  pace.us = 1000
  const said: string[] = []
  sender.add(source(portion(1, 'abc', () => said.push('taken'))))
  await sender.idle()
  sender.wake()
  void sender.idle().then(() => said.push('idle'))
  void sender.idle().then(() => said.push('idle too'))
  await clock.advance(8.999)
  expect(said).toEqual([])
  await clock.advance(0.001)
  expect(said).toEqual(['taken', 'idle', 'idle too'])
  await sender.idle()
})

test('what comes while the port works goes out behind it', async () => {
  const { clock, pace, sender, writes, frames } = sending()
  pace.us = 1000
  sender.control({ dlci: 0, cr: 1, control: 'UIH', info: bytesOf('1') })
  await clock.advance(1)
  sender.control({ dlci: 0, cr: 1, control: 'UIH', info: bytesOf('2') })
  sender.control({ dlci: 0, cr: 1, control: 'UIH', info: bytesOf('3') })
  await clock.advance(5.999)
  expect(frames).toEqual(['0 1'])
  await clock.advance(0.001)
  expect(frames).toEqual(['0 1', '0 2', '0 3'])
  expect(writes).toHaveLength(2)
})

test('a port that fails is told once, and nothing is written to it any more', async () => {
  const { clock, sender, writes, failures } = sending({ fails: true })
  const said: string[] = []
  sender.add(source(portion(1, 'a', () => said.push('taken'))))
  sender.wake()
  await clock.advance(1)
  sender.add(source(portion(1, 'b')))
  sender.wake()
  sender.flags(1)
  await clock.advance(1)
  expect(failures).toEqual([new Error('EIO')])
  expect(said).toEqual([])
  expect(writes).toHaveLength(1)
  await sender.idle()
})

/** How long each write was, in octets. */
const sizes = (writes: readonly string[]) => writes.map((hex) => hex.length / 2)

test.each([
  ['57,600 bit/s', 174, [1024, 1024, 1024, 1024]],
  ['4 us an octet', 4, [1024, 1024, 1024, 1024]],
  ['just less than that', 3.9, [1024, 1088, 1088, 1088]],
  ['2 us an octet', 2, [1024, 2048, 2048, 2048]],
  ['1 us an octet', 1, [1024, 2560, 2560, 2560]],
  ['no time at all', 0, [1024, 2560, 2560, 2560]],
])('a port that takes %s is given so much in one write', async (_how, us, expected) => {
  const { clock, pace, sender, writes } = sending()
  pace.us = us
  sender.add(many(200))
  sender.wake()
  await clock.advance(2000)
  expect(sizes(writes).slice(0, 4)).toEqual(expected)
})

test.each([
  ['1 us an octet', 1, 4032],
  ['2 us an octet', 2, 2048],
  ['a tenth of one', 0.1, 16_384],
])('over more than a buffer, %s shows how fast it is', async (_how, us, most) => {
  const { clock, pace, sender, writes } = sending()
  pace.us = us
  sender.add(many(1200))
  sender.wake()
  await clock.advance(2000)
  const all = sizes(writes)
  const proven = all.findIndex((size) => size > 2560)
  if (most > 2560) expect(all.slice(0, proven).reduce((sum, size) => sum + size)).toBe(36_864)
  expect(Math.max(...all)).toBe(most)
})

test.each([
  ['a write that is not full, behind no other, says nothing', 1016, 1023, 16],
  ['a full one does', 1017, 1024, 40],
])('%s of how fast a port is', async (_how, info, octets, frames) => {
  const { clock, sender, writes } = sending()
  const alone = source(portion(1, 'x'.repeat(info)))
  sender.add(alone)
  await clock.advance(1)
  sender.wake()
  await clock.advance(1)
  sender.add(many(100))
  sender.wake()
  await clock.advance(1)
  expect(sizes(writes).slice(0, 2)).toEqual([octets, frames * 64])
})

test.each([
  ['100 ms', 100, [16_384, 16_384, 16_384]],
  ['longer', 100.001, [16_384, 16_384, 2560]],
])('after a rest of %s', async (_how, restMs, expected) => {
  const { clock, sender, writes } = sending()
  sender.add(many(1000))
  sender.wake()
  for (let i = 0; i < 20; i++) await clock.advance(0)
  writes.splice(0)
  await clock.advance(restMs)
  sender.add(many(1000))
  sender.wake()
  for (let i = 0; i < 20; i++) await clock.advance(0)
  expect(sizes(writes).slice(0, 3)).toEqual(expected)
})

test('a port that becomes slow is given less again, what was long ago counting for less', async () => {
  const { clock, pace, sender, writes } = sending()
  pace.us = 0.1
  sender.add(many(6000))
  sender.wake()
  await clock.advance(30)
  pace.us = 10
  const before = writes.length
  await clock.advance(10_000)
  expect(sizes(writes).slice(before, before + 16)).toEqual([
    16384, 16384, 1984, 1216, 1152, 1152, 1152, 1088, 1088, 1088, 1024, 1024, 1024, 1024, 1024,
    1024,
  ])
})
