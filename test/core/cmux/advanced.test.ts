import { describe, expect, test } from 'vitest'
import { bytesOf, concat, hexOf, latin1 } from '@core/bytes'
import { classifyBytes } from '@core/cmux/classify'
import { decoderFor } from '@core/cmux/decoders'
import { encodeFrame, type FrameContent } from '@core/cmux/frame'
import { decodeCmuxStream } from '@core/cmux/frames'
import { encodeFrame as encodePpp } from '@core/ppp/hdlc'
import { pair } from './pair'

const octets = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))

/** The check is that of the basic option without the length octet (27.010 5.2.1.6, 5.2.7). */
const frames: readonly (readonly [string, FrameContent, string])[] = [
  ['SABM 0', { dlci: 0, cr: 1, control: 'SABM', pf: 1 }, '7E 03 3F FC 7E'],
  ['UA 0', { dlci: 0, cr: 1, control: 'UA', pf: 1 }, '7E 03 73 85 7E'],
  ['close-down', { dlci: 0, cr: 1, control: 'UIH', info: octets('C3 01') }, '7E 03 EF C3 01 70 7E'],
  [
    'data with flag, escape and flow control within',
    { dlci: 1, cr: 1, control: 'UIH', info: octets('7E 7D 11 13 91 93 F9') },
    '7E 07 EF 7D 5E 7D 5D 7D 31 7D 33 7D B1 7D B3 F9 05 7E',
  ],
]

describe('frames of the advanced option', () => {
  test.each(frames)('%s goes out and comes back', (_name, frame, hex) => {
    const bytes = encodeFrame(frame, 'advanced')
    expect(hexOf(bytes)).toBe(hexOf(octets(hex)))
    const [event] = decoderFor('advanced').push(bytes)
    expect(event).toMatchObject({ kind: 'frame', frame: { ...frame } })
  })

  test('do not depend on how reads cut them, and share their flags', () => {
    const whole = concat(frames.map(([, frame]) => encodeFrame(frame, 'advanced')))
    const shared = octets(hexOf(whole).replaceAll('7e7e', '7e'))
    for (const stream of [whole, shared])
      for (let size = 1; size <= 7; size++) {
        const decoder = decoderFor('advanced')
        const found = []
        for (let at = 0; at < stream.length; at += size)
          found.push(...decoder.push(stream.slice(at, at + size)))
        const infos = found.flatMap((event) => (event.kind === 'frame' ? [event.frame.info] : []))
        expect(infos).toEqual(frames.map(([, { info = new Uint8Array() }]) => info))
      }
  })

  test('that are damaged, too short or given up cost themselves alone', () => {
    const good = encodeFrame({ dlci: 2, cr: 0, control: 'UIH', info: bytesOf('OK') }, 'advanced')
    const bad = octets('7E 09 EF 4F 4B 00 7E 09 7E 09 EF 41 7D 7E')
    const events = decoderFor('advanced').push(concat([bad, good]))
    expect(events.filter(({ kind }) => kind === 'rejected')).toHaveLength(3)
    const found = events.filter(({ kind }) => kind === 'frame')
    expect(found).toHaveLength(1)
  })

  test('say what was wrong with them: an escape of nothing, too few octets', () => {
    const reasons = (hex: string) =>
      decoderFor('advanced')
        .push(octets(hex))
        .flatMap((event) => (event.kind === 'rejected' ? [event.reason] : []))
    expect(reasons('7E 09 EF 41 7D 7E')).toEqual(['escape'])
    expect(reasons('7E 09 EF 7E')).toEqual(['too-short'])
  })

  test('are limited in length, however reads cut them, and what is left of a long one is no text', () => {
    const info = new Uint8Array(5000).fill(0x41)
    const long = encodeFrame({ dlci: 1, cr: 0, control: 'UIH', info }, 'advanced')
    const good = encodeFrame({ dlci: 2, cr: 0, control: 'UIH', info: bytesOf('OK') }, 'advanced')
    const stream = concat([long, good])
    for (const size of [stream.length, 4000, 1000, 7]) {
      const decoder = decoderFor('advanced')
      const events = []
      for (let at = 0; at < stream.length; at += size)
        events.push(...decoder.push(stream.slice(at, at + size)))
      const rejected = events.filter(({ kind }) => kind === 'rejected')
      expect(rejected).toEqual([{ kind: 'rejected', reason: 'too-long' }])
      const frames = events.flatMap((event) => (event.kind === 'frame' ? [event.frame.dlci] : []))
      expect(frames).toEqual([2])
      const whole = events.flatMap((event) => (event.kind === 'outside' ? [event.bytes] : []))
      expect(concat(whole)).toHaveLength(long.length - 2)
    }
  })

  test('are told from PPP between the same flags', () => {
    const lcp = encodePpp(0xc021, octets('01 01 00 04'))
    expect(classifyBytes(lcp)).toBe('ppp')
    const inside = encodeFrame({ dlci: 1, cr: 1, control: 'UIH', info: lcp }, 'advanced')
    expect(classifyBytes(inside)).toBe('cmux')
  })

  test('are read by the frames filter, whichever option it is given', () => {
    const sent = frames.map(([, frame]) => encodeFrame(frame, 'advanced'))
    const { frames: found, rejected } = decodeCmuxStream(sent)
    expect(found.map(({ control }) => control)).toEqual(['SABM', 'UA', 'UIH', 'UIH'])
    expect(found[2]?.message).toMatchObject({ name: 'CLD', command: true })
    expect(rejected).toBe(0)
  })
})

describe('a session in the advanced option', () => {
  test('carries every octet both ways, and is closed in order', async () => {
    const option = 'advanced' as const
    const {
      clock,
      computer,
      modem,
      frames: said,
    } = pair({
      computer: { option },
      modem: { option },
    })
    const all = Uint8Array.from({ length: 1024 }, (_, index) => index & 0xff)
    const got = { up: '', down: '' }
    modem.onChannel((channel) => {
      channel.onBytes((bytes) => {
        got.up += latin1(bytes)
        void channel.write(bytes)
      })
    })
    await clock.until(computer.start())
    const channel = await clock.until(computer.openChannel(1))
    channel.onBytes((bytes) => (got.down += latin1(bytes)))
    await clock.until(channel.write(all))
    await clock.advance(1000)
    expect(got).toEqual({ up: latin1(all), down: latin1(all) })
    await clock.until(computer.close())
    expect(said.at(-1)).toContain('CLD')
    expect(computer.ended?.reason).toBe('closed')
    expect(modem.ended?.reason).toBe('peer-closed')
  })
})
