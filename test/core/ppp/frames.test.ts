import { concat, fromHex, hexOf } from '@core/bytes'
import { decodePppFrame, type DecodedFrame } from '@core/ppp/decode'
import { decodePppStream } from '@core/ppp/frames'
import { encodeFrame, fcs16 } from '@core/ppp/hdlc'
import { protocols } from '@core/ppp/codes'
import { isMalformed, parseControl, parseOptions, splitFrame } from '@core/ppp/packet'
import { between, seededChance } from '@core/ports/chance'
import { HdlcDecoder } from '@core/ppp/hdlc'
import { bytesOf } from '@core/bytes'
import { describe, expect, test } from 'vitest'
import { workedFrames } from './worked-frames'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

/** A decoded frame in the short words of the table. */
function short(frame: DecodedFrame, compressed: { acfc: boolean; pfc: boolean }): string {
  const marks = [compressed.acfc ? 'acfc' : '', compressed.pfc ? 'pfc' : ''].filter(Boolean)
  const head = [frame.protocolName, ...marks, frame.codeName].filter(Boolean)
  if (frame.ip) {
    const { src, dst, proto, totalLength } = frame.ip
    return [...head, `${src}>${dst}`, `p${proto}`, `n${totalLength}`].join(' ')
  }
  head.push(`id=${frame.id}`)
  for (const { name, value } of frame.options ?? [])
    head.push(value === null ? name : `${name}=${value}`)
  if (frame.magic) head.push(`magic=${frame.magic}`)
  if (frame.rejected) head.push(`rejected=${frame.rejected}`)
  else if (frame.data) head.push(`data=${frame.data}`)
  if (frame.value) head.push(frame.value, frame.name ?? '')
  if (frame.peerId !== undefined) head.push(`${frame.peerId}/${frame.password}`)
  if (frame.message !== undefined) head.push(`"${frame.message}"`)
  return head.join(' ')
}

function compression(raw: Uint8Array): { acfc: boolean; pfc: boolean } {
  const split = splitFrame(raw)
  if (isMalformed(split)) return { acfc: false, pfc: false }
  const acfc = raw[0] !== 0xff
  return { acfc, pfc: raw.length - split.info.length === (acfc ? 1 : 3) }
}

describe('worked frames', () => {
  test('there are all thirty-three', () => expect(workedFrames).toHaveLength(33))

  test.each(workedFrames)('%s (%s) decodes to what the trace says', (_id, _dir, hex, words) => {
    const [item] = new HdlcDecoder().feed(octets(hex))
    const { frames, rejected, words: sentences } = decodePppStream([octets(hex)])
    expect(rejected).toBe(0)
    expect(frames).toHaveLength(1)
    expect(frames[0]?.error).toBeUndefined()
    const raw = item?.kind === 'frame' ? item.bytes : new Uint8Array()
    const decoded = decodePppFrame({ bytes: raw })
    expect(frames[0]).toMatchObject({ info: decoded.info })
    expect(short(decoded, compression(raw))).toBe(words)
    expect(sentences[0]?.en).toMatch(/[.?]$/)
    expect(sentences[0]?.ja).toMatch(/[ぁ-ん]/)
  })

  test.each(workedFrames)('%s (%s) gives the same wherever the read cuts it', (_id, _dir, hex) => {
    const bytes = octets(hex)
    const whole = decodePppStream([bytes])
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(decodePppStream([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(whole)
  })

  test.each(workedFrames.filter(([, dir]) => dir === 'tx'))(
    '%s (%s) comes out again octet for octet',
    (id, _dir, hex) => {
      const [item] = new HdlcDecoder().feed(octets(hex))
      if (item?.kind !== 'frame') throw new Error('no frame')
      const split = splitFrame(item.bytes)
      if (isMalformed(split)) throw new Error(split.error.en)
      const { acfc, pfc } = compression(item.bytes)
      const accm = hex.startsWith('7EFF7D23') ? 0xffffffff : 0
      const escapePlus = id === 'plus-escaped'
      const again = encodeFrame(split.protocol, split.info, { accm, acfc, pfc, escapePlus })
      expect(hexOf(again).toUpperCase()).toBe(hex)
    },
  )
})

test('the FCS of "123456789" is 906e', () => expect(fcs16(bytesOf('123456789'))).toBe(0x906e))

const good = octets('7EFF7D2380217D227D237D207D2475277E')

test.each([
  ['NO CARRIER between frames', [good, bytesOf('\r\nNO CARRIER\r\n'), good], 2, 0, ['NO CARRIER']],
  [
    'CONNECT, then a frame at once',
    [bytesOf('CONNECT 115200\r\n'), good],
    1,
    0,
    ['CONNECT 115200'],
  ],
  ['NO CARRIER after the last flag', [good, bytesOf('\r\nNO CARRIER\r\n')], 1, 0, ['NO CARRIER']],
  ['a line without an end at the end', [good, bytesOf('NO CARRIER')], 1, 0, ['NO CARRIER']],
  [
    'a line glued to a torn frame',
    [good, octets('FF7D23C0'), bytesOf('\r\n+PPPD: DISCONNECTED\r\n')],
    1,
    1,
    ['+PPPD: DISCONNECTED'],
  ],
  ['one flag shared by two frames', [good, good.slice(1)], 2, 0, []],
  ['a frame taken back with an escape', [octets('7EFF7D23C0217D7E'), good.slice(1)], 1, 1, []],
  ['a piece of three octets', [octets('7E0000007E'), good], 1, 0, []],
  ['many flags in a row', [octets('7E7E7E7E'), good], 1, 0, []],
  ['a wrong FCS', [octets('7EFF7D2380217D227D237D207D2475287E'), good], 1, 1, []],
] as const)('%s', (_name, chunks, frames, rejected, text) => {
  const decoded = decodePppStream(chunks)
  expect(decoded.frames).toHaveLength(frames)
  expect(decoded.rejected).toBe(rejected)
  expect(decoded.text).toEqual(text)
  const bytes = chunks.flatMap((chunk) => [...chunk])
  const single = decodePppStream(bytes.map((octet) => Uint8Array.of(octet)))
  expect(single).toEqual(decoded)
})

/** An IP packet of 100 octets as PFC and ACFC bring it. */
const ipFrame = (protocol: number, head: string) => {
  const info = Uint8Array.from([...octets(head), ...new Uint8Array(90).fill(0x41)])
  return encodeFrame(protocol, info, { accm: 0, acfc: true, pfc: true })
}

// Text begins so, too: W is 57h, ! is 21h, and a line feed in what follows is no end of a line.
test.each([
  [0x57, '600A0000003C1140'],
  [0x57, '600D0A0A003C1140'],
  [0x57, '602A0A0D003C1140'],
  [0x57, '6020200A003C1140'],
  [0x57, '6A090A0A0DFF1140'],
  [0x21, '450A0064000040004011'],
] as const)('IP behind one octet of protocol (%i) is a frame: %s', (protocol, head) => {
  const frame = ipFrame(protocol, head)
  const decoded = decodePppStream([good, frame, frame.slice(1), bytesOf('\r\nNO CARRIER\r\n')])
  expect(decoded.frames).toHaveLength(3)
  expect([decoded.rejected, decoded.text]).toEqual([0, ['NO CARRIER']])
  const single = [...good, ...frame, ...frame.slice(1), ...bytesOf('\r\nNO CARRIER\r\n')]
  expect(decodePppStream(single.map((octet) => Uint8Array.of(octet)))).toEqual(decoded)
})

test.each(['Wait\r\nNO CARRIER\r\n', 'Wo\nOK\n', 'Welcome\r\n'])(
  'text that begins so stays text: %j',
  (said) => {
    const lines = said.split(/\r?\n/).filter((line) => line !== '')
    expect(decodePppStream([good, bytesOf(said)])).toMatchObject({ rejected: 0, text: lines })
    expect(decodePppStream([bytesOf(said), good])).toMatchObject({ rejected: 0, text: lines })
  },
)

test('raw control octets of the receive map are line noise', () => {
  const noisy = octets('7EFF11034A')
  expect(noisy).toHaveLength(5)
  const frame = encodeFrame(0xc021, octets('0905000854FD4A65'), { accm: 0xffffffff })
  const withNoise = Uint8Array.from([...frame.slice(0, 4), 0x11, 0x13, ...frame.slice(4)])
  expect(decodePppStream([withNoise]).frames).toHaveLength(0)
  expect(decodePppStream([withNoise], { rxAccm: 0x000a0000 }).frames).toHaveLength(1)
})

test('a flood without flags stays bounded and the next frame is read', () => {
  const decoder = new HdlcDecoder()
  const noise = Uint8Array.from({ length: 1 << 20 }, (_, i) => ((i * 7 + 128) % 251) | 0x80)
  let rejected = 0
  for (const item of decoder.feed(noise)) if (item.kind === 'rejected') rejected++
  expect(rejected).toBeGreaterThan(300)
  expect(decoder.pendingLength).toBeLessThan(3201)
  const items = decoder.feed(good)
  expect(items.at(-1)?.kind).toBe('frame')
})

/** The LCP and IPCP packets that a receiver takes out of a stream and acts upon. */
function packetsIn(stream: Uint8Array): string[] {
  return new HdlcDecoder().feed(stream).flatMap((item) => {
    const split = item.kind === 'frame' ? splitFrame(item.bytes) : undefined
    if (!split || isMalformed(split)) return []
    if (split.protocol !== protocols.lcp && split.protocol !== protocols.ipcp) return []
    const packet = parseControl(split.protocol, split.info)
    if (isMalformed(packet) || (packet.code < 5 && isMalformed(parseOptions(packet.data))))
      return []
    return [`${split.protocol} ${packet.code} ${packet.id} ${hexOf(packet.data)}`]
  })
}

/** Frames as a modem might send them: any code, sane options, raw or escaped control octets. */
function someFrames(count: number): Uint8Array[] {
  const chance = seededChance(11)
  const pick = (low: number, high: number) => between(chance, low, high)
  return Array.from({ length: count }, () => {
    const options = Array.from({ length: pick(0, 4) }, () => {
      const value = Array.from({ length: pick(0, 6) }, () => pick(0, 255))
      return [pick(1, 13), value.length + 2, ...value]
    }).flat()
    const packet = Uint8Array.of(pick(1, 12), pick(0, 255), 0, options.length + 4, ...options)
    const accm = [0, 0xffffffff, 0x000a0000][pick(0, 2)] ?? 0
    return encodeFrame(pick(0, 1) ? protocols.lcp : protocols.ipcp, packet, { accm })
  })
}

test('a single flipped bit never delivers another LCP or IPCP packet', () => {
  for (const bytes of [...workedFrames.map(([, , hex]) => octets(hex)), ...someFrames(150)]) {
    const original = packetsIn(bytes).join()
    // The flags too: a frame may run into the next one.
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = concat([bytes, good])
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const others = packetsIn(flipped).filter((one) => one !== original && one !== '32801 2 3 ')
      expect(others, `${hexOf(bytes)}, bit ${bit}`).toEqual([])
    }
  }
})

test('all frames in one stream are the same in pieces of one to four octets, and wherever it is cut', () => {
  const whole = concat(workedFrames.map(([, , hex]) => octets(hex)))
  const read = (...pieces: Uint8Array[]) => {
    const decoder = new HdlcDecoder()
    return pieces
      .flatMap((piece) => decoder.feed(piece))
      .map((item) => `${item.kind} ${hexOf(item.bytes)}`)
      .join('\n')
  }
  const once = read(whole)
  expect(once.match(/^frame/gm)).toHaveLength(33)
  for (const size of [1, 2, 3, 4]) {
    const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
      whole.slice(i * size, (i + 1) * size),
    )
    expect(read(...pieces)).toBe(once)
  }
  for (let cut = 0; cut <= whole.length; cut++)
    expect(read(whole.slice(0, cut), whole.slice(cut))).toBe(once)
})

test.each([
  ['length beyond the frame', 'C0210101001405060102', /only 8 octets came/],
  ['option of length 0', 'C02101010008050054FD', /less than its header/],
  ['option past the end', 'C0210101000805090102', /past the end/],
  ['address of three octets', '8021010100090305010203', /wrong length/],
  ['IPv6 inside IPv4', '00216000000000000000000000000000000000000000', /version 6/],
])('a packet with %s is delivered with its error', (_name, hex, error) => {
  const body = octets(hex)
  const frame = encodeFrame(((body[0] ?? 0) << 8) | (body[1] ?? 0), body.slice(2))
  const { frames, words } = decodePppStream([frame])
  expect(frames[0]?.error).toMatch(error)
  expect(words[0]?.en).toContain('malformed')
  // Nothing of the English in the Japanese but the names of the field.
  expect(words[0]?.ja).toMatch(/内容が不正です（[^）]*[ぁ-ん]/)
})

test.each([
  ['one octet of a negotiation', 'C021', '0101000441', true],
  ['one octet of 0', 'C021', '0101000400', false],
  ['three octets', '8021', '01010004414243', false],
  ['one octet of a PAP answer', 'C023', '0201000500FF', false],
])('%s behind the length: damage or padding', (_name, protocol, hex, damaged) => {
  const frame = encodeFrame(Number.parseInt(protocol, 16), octets(hex))
  const [found] = decodePppStream([frame]).frames
  expect(found?.error?.includes('an escape was lost') ?? false).toBe(damaged)
})

test.each([
  ['nothing', '', undefined],
  ['a frame that was not closed', 'ff7d23c021', 'ff7d23c021'],
  ['white space', '0d0a', '0d0a'],
  ['a line', '204f4b2020', undefined],
])('behind the last flag stands %s', (what, hex, unfinished) => {
  const decoded = decodePppStream([good, octets(hex)])
  expect(decoded.unfinished).toBe(unfinished)
  expect('unfinished' in decoded).toBe(unfinished !== undefined)
  expect(decoded.text).toEqual(what === 'a line' ? ['OK'] : [])
})

test('octets behind the length are padding', () => {
  const frame = encodeFrame(0xc021, octets('0101000400000000'))
  expect(decodePppStream([frame]).frames[0]).toMatchObject({ codeName: 'ConfReq', options: [] })
})

test.each([
  [
    'C021',
    '01010014020600000000050654fd4a6507020802',
    /no control octet escaped \(ACCM 0\).*magic/,
  ],
  ['C021', '0101000801040128', /packets of at most 296 octets/],
  ['8021', '0101000a030600000000', /asks for an address to be given/],
  ['8021', '0301000a030600000000', /proposes no address yet/],
  ['8021', '01010010810600000000830600000000', /name server to be given \(DNS1\)/],
])('says what the options of %s %s are for', (protocol, hex, words) => {
  const frame = encodeFrame(Number.parseInt(protocol, 16), octets(hex))
  expect(decodePppStream([frame]).words[0]?.en).toMatch(words)
})
