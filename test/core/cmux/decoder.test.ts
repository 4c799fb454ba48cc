import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOf, concat, fromHex, hexOf, latin1 } from '@core/bytes'
import { CmuxDecoder, type CmuxEvent } from '@core/cmux/decoder'
import { encodeFrame, type CmuxFrame } from '@core/cmux/frame'
import { inShort } from './in-short'
import { workedFrames } from './worked-frames'

function octets(hex: string): Uint8Array {
  const bytes = fromHex(hex)
  if (!bytes) throw new Error(`not hex: ${hex}`)
  return bytes
}

function eventsOf(chunks: Uint8Array[]): CmuxEvent[] {
  const decoder = new CmuxDecoder()
  return [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.expire()]
}

function framesOf(...chunks: Uint8Array[]): CmuxFrame[] {
  return eventsOf(chunks).flatMap((event) => (event.kind === 'frame' ? [event.frame] : []))
}

/** Frames, rejections and outside octets, joined over the cuts of the reads. */
function outcome(chunks: Uint8Array[]) {
  const list: string[] = []
  let outside = ''
  for (const event of eventsOf(chunks)) {
    if (event.kind === 'frame') list.push(inShort(event.frame))
    if (event.kind === 'rejected') list.push(`rejected ${event.reason}`)
    if (event.kind === 'outside') outside += latin1(event.bytes)
  }
  return { list, outside }
}

const short = (...chunks: Uint8Array[]) => framesOf(...chunks).map(inShort)

const chat = encodeFrame({ dlci: 2, cr: 0, control: 'UIH', info: bytesOf('\r\nOK\r\n') })
const open = encodeFrame({ dlci: 1, cr: 1, control: 'UA', pf: 1 })

describe('worked frames', () => {
  test.each(workedFrames)('$id says $says', ({ hex, says }) => {
    expect(short(octets(hex)).join(' / ')).toBe(says)
  })

  test.each(workedFrames)('$id encodes to the octets it came as', ({ hex }) => {
    const again = framesOf(octets(hex)).map((frame) => hexOf(encodeFrame(frame)))
    const plain = (text: string) => text.toLowerCase().replace(/^(f9)+/, 'f9')
    // Fill flags and shared flags are no part of a frame.
    const joined = hex.toLowerCase().includes('f9f9')
      ? again.join('')
      : again.join('').replace(/f9f9/g, 'f9')
    expect(joined).toBe(plain(hex))
  })

  test.each(workedFrames)('$id decodes the same wherever one cut falls', ({ hex, says }) => {
    const whole = octets(hex)
    for (let cut = 0; cut <= whole.length; cut++)
      expect(short(whole.slice(0, cut), whole.slice(cut)).join(' / ')).toBe(says)
  })

  test.each([1, 2, 3, 4])('all of them in one stream, read in pieces of %i', (size) => {
    const whole = concat(workedFrames.map(({ hex }) => octets(hex)))
    const pieces: Uint8Array[] = []
    for (let at = 0; at < whole.length; at += size) pieces.push(whole.slice(at, at + size))
    expect(short(...pieces)).toEqual(short(whole))
    expect(short(whole)).toHaveLength(workedFrames.flatMap(({ says }) => says.split(' / ')).length)
  })
})

test('all worked frames in one stream give the same wherever one cut falls', () => {
  const whole = concat(workedFrames.map(({ hex }) => octets(hex)))
  const once = outcome([whole])
  for (let cut = 0; cut <= whole.length; cut++)
    expect(outcome([whole.slice(0, cut), whole.slice(cut)])).toEqual(once)
})

describe('what may stand in a stream', () => {
  test('one flag closes a frame and opens the next', () => {
    expect(short(concat([chat, open.slice(1), chat.slice(1)]))).toEqual([
      'UIH d2 c0 n6 "\\r\\nOK\\r\\n"',
      'UA+ d1 c1 n0',
      'UIH d2 c0 n6 "\\r\\nOK\\r\\n"',
    ])
  })

  test('a DLCI 62 whose address octet is a flag is fill, never a frame', () => {
    expect(short(octets('F9 F9 3F 01 00 F9'))).toEqual([])
  })

  test('a length of 446 in two octets, 7C 03', () => {
    const info = new Uint8Array(446).fill(0xf9)
    const frame = encodeFrame({ dlci: 1, cr: 0, control: 'UIH', info })
    expect(hexOf(frame.slice(1, 5))).toBe('05ef7c03')
    expect(framesOf(frame)[0]?.info).toEqual(info)
  })

  test.each([0, 1, 127, 128, 1500, 1540])('an information field of %i octets', (length) => {
    const info = new Uint8Array(length).map((_, i) => i * 7)
    const [frame] = framesOf(encodeFrame({ dlci: 3, cr: 1, control: 'UIH', info }))
    expect(frame?.info).toEqual(info)
    expect(frame?.wide).toBe(length > 127)
  })

  test('a length beyond what the receiver allows is wrong at once, without waiting for it', () => {
    const decoder = new CmuxDecoder()
    const events = decoder.push(concat([octets('F9 05 EF 0A 0C'), chat]))
    expect(events.map((event) => event.kind)).toEqual(['rejected', 'outside', 'frame'])
  })

  test('counts how many fill flags stand together, whatever the reads', () => {
    const decoder = new CmuxDecoder()
    const runs = [octets('F9'), octets('F9 F9'), octets('F9')].flatMap((bytes) =>
      decoder.push(bytes),
    )
    expect(runs).toEqual([
      { kind: 'flags', run: 3 },
      { kind: 'flags', run: 4 },
    ])
  })

  test.each([
    [62, new Uint8Array()],
    [-1, new Uint8Array()],
    [1, new Uint8Array(32768)],
  ])('refuses to encode DLCI %i with what does not fit', (dlci, info) => {
    expect(() => encodeFrame({ dlci, cr: 1, control: 'UIH', info })).toThrow(RangeError)
  })
})

describe('damage', () => {
  test('good frames swallowed by a damaged length come back', () => {
    const damaged = octets('F9 05 EF 7D 0D 0A')
    expect(short(concat([damaged, chat, open, chat]), new Uint8Array(90))).toEqual([
      'UIH d2 c0 n6 "\\r\\nOK\\r\\n"',
      'UA+ d1 c1 n0',
      'UIH d2 c0 n6 "\\r\\nOK\\r\\n"',
    ])
  })

  test('a frame that never ends gives back what it swallowed when the line falls silent', () => {
    const decoder = new CmuxDecoder()
    expect(decoder.push(concat([octets('F9 05 EF 7D'), open, chat]))).toEqual([])
    expect(decoder.waiting).toBe(true)
    const events = decoder.expire()
    expect(events.map((event) => event.kind)).toEqual([
      'rejected',
      'outside',
      'frame',
      'flags',
      'frame',
    ])
    expect(decoder.waiting).toBe(false)
  })

  test('the closing flag still opens the next frame after a silence', () => {
    const decoder = new CmuxDecoder()
    decoder.push(open)
    decoder.expire()
    expect(decoder.push(chat.slice(1)).map((event) => event.kind)).toEqual(['frame'])
  })

  test('a frame cut short is dropped and the next one delivered', () => {
    for (let keep = 1; keep < chat.length; keep++)
      expect(
        short(concat([chat.slice(0, keep), open, open])).filter((one) => one.startsWith('UA')),
      ).not.toEqual([])
  })

  test('every single flipped bit of a header or check octet drops that frame and no other', () => {
    const good = concat([open, chat])
    for (const { hex } of workedFrames.filter(({ says }) => /^(SABM|UA|DM|DISC)/.test(says))) {
      const frame = octets(hex)
      for (let i = 1; i < frame.length - 1; i++)
        for (let bit = 0; bit < 8; bit++) {
          const flipped = frame.slice()
          flipped[i] = (flipped[i] ?? 0) ^ (1 << bit)
          expect(short(concat([flipped, good]))).toEqual(short(good))
        }
    }
  })

  test('information of a UI frame is protected, that of UIH is not', () => {
    const flip = (control: 'UI' | 'UIH') => {
      const frame = encodeFrame({ dlci: 1, cr: 1, control, info: bytesOf('AT\r') })
      frame[4] = 0x40
      return short(frame)
    }
    expect(flip('UI')).toEqual([])
    expect(flip('UIH')).toEqual(['UIH d1 c1 n3 "@T\\r"'])
  })

  test('text behind the last frame is text, not a damaged frame', () => {
    const events = eventsOf([concat([open, bytesOf('\r\nRDY\r\n\r\n+CPIN: READY\r\n')])])
    expect(events.map((event) => event.kind)).toEqual(['frame', 'outside'])
    expect(events[1]).toMatchObject({ damaged: false })
  })

  test('whatever comes, cut however: the same frames and the same octets outside', () => {
    const piece = fc.oneof(
      fc.constantFrom(...workedFrames.map(({ hex }) => octets(hex))),
      fc.constantFrom(...workedFrames.map(({ hex }) => octets(hex).slice(0, 5))),
      fc.uint8Array({ maxLength: 12 }),
      fc.constant(bytesOf('\r\nRDY\r\n')),
    )
    const cuts = fc.array(fc.nat(400), { maxLength: 20 })
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), cuts, (pieces, places) => {
        const whole = concat(pieces)
        const sorted = [0, ...places.filter((cut) => cut < whole.length), whole.length].sort(
          (a, b) => a - b,
        )
        const chunks = sorted.slice(1).map((end, i) => whole.slice(sorted[i], end))
        expect(outcome(chunks)).toEqual(outcome([whole]))
      }),
    )
  })

  test('garbage of any kind is never held without limit', () => {
    const decoder = new CmuxDecoder()
    const garbage = octets('F9 05 EF FC 0B')
    for (let i = 0; i < 5000; i++) decoder.push(garbage)
    const events = decoder.expire()
    const kept = events.reduce(
      (sum, event) => sum + (event.kind === 'outside' ? event.bytes.length : 0),
      0,
    )
    expect(kept).toBeLessThan(4000)
  })
})
