import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, concat, latin1 } from '@core/bytes'
import { buildIpv4 } from '@core/ip/ipv4'
import { buildIpv6 } from '@core/ip/ipv6'
import { ipProtocols } from '@core/ip/packet'
import { buildSegment } from '@core/ip/tcp-segment'
import { PcapngWriter, withoutLogin } from '@core/log/pcapng'
import { RawWriter } from '@core/log/raw'
import { LogReader } from '@core/log/reader'
import { Redactor } from '@core/log/redact'
import { PacketStreams } from '@core/log/redact/packet-streams'
import { protocols } from '@core/ppp/codes'
import { encodeFrame } from '@core/ppp/hdlc'

const field = (said: string) => concat([Uint8Array.of(0, said.length), bytesOf(said)])
const connectBody = concat([
  field('MQTT'),
  Uint8Array.of(4, 0xc2, 0, 60),
  field('bench-1'),
  field('ann77'),
  field('p,9 Q'),
])
const request = (...lines: readonly string[]) => bytesOf([...lines, '', ''].join('\r\n'))

/** What people send in the clear, with what nobody else may read. */
const contents: readonly (readonly [string, Uint8Array, readonly string[]])[] = [
  ['MQTT', concat([Uint8Array.of(0x10, connectBody.length), connectBody]), ['ann77', 'p,9 Q']],
  [
    'Basic',
    request('GET / HTTP/1.1', 'Host: a.example', 'Authorization: Basic YW5uOmh1bnRlcjI='),
    ['YW5uOmh1bnRlcjI='],
  ],
  [
    'Bearer, then more',
    request('GET / HTTP/1.1', 'Authorization: Bearer abcdef0123456789', 'Host: a.example'),
    ['abcdef0123456789'],
  ],
  ['a cookie', request('GET / HTTP/1.1', 'Cookie: sid=77aa88bb'), ['77aa88bb']],
  [
    'a key of SORACOM',
    request('GET / HTTP/1.1', 'X-Soracom-API-Key: api-1234abcd5678'),
    ['api-1234abcd5678'],
  ],
  [
    'an address',
    request('GET /up?user=ann88&password=hq7zkr2&token=t0qzn77 HTTP/1.1', 'Host: a.example'),
    ['ann88', 'hq7zkr2', 't0qzn77'],
  ],
  [
    'JSON',
    bytesOf(
      'POST / HTTP/1.1\r\n\r\n{"user":"ann88","password":"hq7zkr2","authKey":"qzv9911wkbb","n":1}',
    ),
    ['hq7zkr2', 'qzv9911wkbb'],
  ],
  [
    'an identity',
    request('GET /d?imei=353456789012348&n=1 HTTP/1.1', 'Host: a.example'),
    ['353456789012348'],
  ],
]

interface Part {
  readonly data: Uint8Array
  readonly seq: number
}

/** Of IPv4, or of IPv6. */
function frameOf({ data, seq }: Part, six = false): Uint8Array {
  const [src, dst] = six ? ['2001:db8::2', '2001:db8::10'] : ['10.0.0.2', '192.0.2.7']
  const rest = { srcPort: 49152, dstPort: 80, ack: 9, flags: 0x18, window: 1000 }
  const payload = buildSegment({ ...rest, seq, data }, src, dst)
  const ip = { src, dst, protocol: ipProtocols.tcp, payload }
  const packet = six ? buildIpv6(ip) : buildIpv4({ ...ip, id: 1 })
  return concat([Uint8Array.of(0x00, six ? 0x57 : 0x21), packet])
}

// The sequence numbers begin anew in the middle.
const firstSeq = 0xffff_fff8
const cutAt = (data: Uint8Array, cuts: readonly number[]): Part[] =>
  [0, ...cuts].map((from, i) => ({
    data: data.subarray(from, cuts[i] ?? data.length),
    seq: (firstSeq + from) >>> 0,
  }))
const everyCut = (data: Uint8Array) =>
  Array.from({ length: data.length - 1 }, (_, i) => cutAt(data, [i + 1]))
const pieces = (data: Uint8Array, octets: number) =>
  cutAt(
    data,
    Array.from({ length: Math.ceil(data.length / octets) - 1 }, (_, i) => (i + 1) * octets),
  )

/** What a capture shows of the content, put together again. */
function captured(parts: readonly Part[], six = false): string {
  const redactor = new Redactor({ knowledge })
  const streams = new PacketStreams()
  const shown = parts.map((part) => {
    const frame = frameOf(part, six)
    const masked = withoutLogin(frame, (text) => redactor.spansIn(text), streams)
    expect(masked.length).toBe(frame.length)
    return latin1(masked.subarray(frame.length - part.data.length))
  })
  return shown.join('')
}

/** The content with x for each octet of the secrets, which none holds itself. */
const hiding = (data: Uint8Array, secrets: readonly string[]) =>
  secrets.reduce((text, secret) => text.replace(secret, 'x'.repeat(secret.length)), latin1(data))

/** Places at which an octet of a secret is still there. */
function shownOf(said: string, data: Uint8Array, secrets: readonly string[]): number[] {
  const hidden = hiding(data, secrets)
  const plain = latin1(data)
  return [...said].flatMap((letter, at) =>
    hidden[at] !== plain[at] && letter === plain[at] ? [at] : [],
  )
}

test.each(contents)('%s, cut at any octet: nothing of it is shown', (_, data, secrets) => {
  for (const six of [false, true])
    for (const parts of everyCut(data))
      expect([parts[1]?.seq, shownOf(captured(parts, six), data, secrets)]).toEqual([
        parts[1]?.seq,
        [],
      ])
})

test.each(contents)('%s, in pieces of some octets', (_, data, secrets) => {
  for (const octets of [5, 9, 16]) {
    const said = captured(pieces(data, octets))
    expect(shownOf(said, data, secrets).length).toBe(0)
  }
})

test('a packet that is sent again, and one that comes late, belong to what stands before them', () => {
  const [, data, secrets] = contents[1] ?? ['', new Uint8Array(), []]
  const [first, second, third] = cutAt(data, [50, 60])
  if (!first || !second || !third) throw new Error('no parts')
  const redactor = new Redactor({ knowledge })
  const streams = new PacketStreams()
  const shown = (part: Part) =>
    latin1(withoutLogin(frameOf(part), (text) => redactor.spansIn(text), streams).subarray(42))
  const [one, two, again, three] = [first, second, first, third].map(shown)
  expect(again).toBe(one)
  expect(shownOf(`${one}${two}${three}`, data, secrets)).toEqual([])
  const other = new PacketStreams()
  const late = (part: Part) =>
    latin1(withoutLogin(frameOf(part), (text) => redactor.spansIn(text), other).subarray(42))
  const [begun] = [late(first), late({ data: bytesOf('\r\n\r\n'), seq: 1_000 })]
  expect(shownOf(`${begun}${late(second)}${late(third)}`, data, secrets)).toEqual([])
})

test('two connections, and the two directions of one, are not taken for each other', () => {
  const redactor = new Redactor({ knowledge })
  const streams = new PacketStreams()
  const look = (text: string) => redactor.spansIn(text)
  const begun = frameOf({ data: bytesOf('Authorization: '), seq: 100 })
  withoutLogin(begun, look, streams)
  const other = frameOf({ data: bytesOf('what is no login'), seq: 115 })
  // Another port of the sender.
  other[23] = (other[23] ?? 0) ^ 1
  expect(withoutLogin(other, look, streams)).toBe(other)
})

test.each(contents)('%s, cut: neither as pcapng nor as octets nor in rows', (_, data, secrets) => {
  const parts = cutAt(data, [Math.floor(data.length / 3), Math.floor((data.length * 2) / 3)])
  const reader = new LogReader({ slot: 'a', knowledge })
  let atMs = 0
  const say = (dir: 'rx' | 'tx', bytes: Uint8Array) =>
    reader.push({ slot: 'a', dir, atMs: ++atMs, monoUs: atMs * 1000, bytes })
  const octets = parts.map((part) => encodeFrame(protocols.ip, frameOf(part).subarray(2)))
  const rows = [
    ...say('tx', bytesOf('ATD*99#\r')),
    ...say('rx', bytesOf('\r\nCONNECT\r\n')),
    ...octets.flatMap((one) => say('tx', one)),
  ]
  const redactor = new Redactor({ knowledge })
  const pcapng = new PcapngWriter({ language: 'en', redactor: new Redactor({ knowledge }) })
  const capture = latin1(concat(rows.map((row) => pcapng.row(row))))
  const lines = JSON.stringify(rows.map((row) => redactor.row(row)))
  const raw = new RawWriter(redactor.values)
  const said = latin1(concat([...octets.map((bytes) => raw.push({ dir: 'tx', bytes })), raw.end()]))
  expect(said.length).toBe(concat(octets).length)
  // What is left of a secret in any packet is shorter than what says anything.
  for (const secret of secrets)
    for (let at = 0; at + 3 <= secret.length; at++)
      for (const out of [capture, said, lines]) expect(out).not.toContain(secret.slice(at, at + 3))
})

test('a value longer than what is kept of a connection is hidden to its end, and nothing behind it', () => {
  const token = 'aB3dE5fG7hJ9kL2m'.repeat(600)
  const data = request(
    'POST / HTTP/1.1',
    `Authorization: Bearer ${token}`,
    'X-Open: still here, all of it',
  )
  for (const octets of [536, 1400, 5000]) {
    const parts = pieces(data, octets)
    expect(shownOf(captured(parts), data, [token])).toEqual([])
    expect(captured(parts)).toContain('X-Open: still here, all of it')
    // A packet that was sent again changes nothing.
    const again = parts.flatMap((part, at) => (at === 5 ? [parts[4] ?? part, part] : [part]))
    expect(captured(again).replace(/x+/g, 'x')).toBe(captured(parts).replace(/x+/g, 'x'))
  }
})
