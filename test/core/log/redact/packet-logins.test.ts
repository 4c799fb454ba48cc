import { expect, test } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { bytesOf, concat, fromHex, latin1 } from '@core/bytes'
import { buildIpv4, parseIpv4 } from '@core/ip/ipv4'
import { buildIpv6, parseIpv6 } from '@core/ip/ipv6'
import { buildSegment, parseSegment } from '@core/ip/tcp-segment'
import { transportChecksum } from '@core/ip/checksum'
import { addressPair, ipProtocols, isUnreadable } from '@core/ip/packet'
import { PcapngWriter, withoutLogin } from '@core/log/pcapng'
import { RawWriter } from '@core/log/raw'
import { LogReader } from '@core/log/reader'
import { Redactor } from '@core/log/redact'
import { protocols } from '@core/ppp/codes'
import { encodeFrame } from '@core/ppp/hdlc'

const [src, dst] = ['10.0.0.2', '192.0.2.7']

const text = (said: string) => concat([Uint8Array.of(0, said.length), bytesOf(said)])

function mqttConnect(version: 4 | 5): Uint8Array {
  const body = concat([
    text('MQTT'),
    Uint8Array.of(version, 0xc6, 0, 60),
    ...(version === 5 ? [Uint8Array.of(5, 0x11, 0, 0, 0, 60)] : []),
    text('bench-1'),
    ...(version === 5 ? [Uint8Array.of(0)] : []),
    text('gone'),
    text('offline'),
    text('ann77'),
    text('p,9 Q'),
  ])
  return concat([Uint8Array.of(0x10, body.length), body])
}

/** What people send in the clear, with what nobody else may read. */
const contents: readonly (readonly [string, Uint8Array, readonly string[]])[] = [
  [
    'Basic',
    bytesOf('GET / HTTP/1.1\r\nHost: example.com\r\nAuthorization: Basic YW5uOmh1bnRlcjI=\r\n\r\n'),
    ['YW5uOmh1bnRlcjI='],
  ],
  [
    'Bearer, cookie and keys of SORACOM',
    bytesOf(
      'POST /v1 HTTP/1.1\r\nAuthorization: Bearer abcdef0123456789\r\nCookie: sid=77aa88bb\r\nX-Soracom-API-Key: api-1234abcd5678\r\n\r\n',
    ),
    ['abcdef0123456789', '77aa88bb', 'api-1234abcd5678'],
  ],
  [
    'an address',
    bytesOf('GET /up?user=ann&password=hunter2x&token=t0ken77 HTTP/1.1\r\nHost: a\r\n\r\n'),
    ['hunter2x', 't0ken77'],
  ],
  [
    'JSON',
    bytesOf(
      'POST / HTTP/1.1\r\n\r\n{"user":"ann","password":"hunter2x","authKey":"secret-9911aabb"}',
    ),
    ['hunter2x', 'secret-9911aabb'],
  ],
  ['MQTT 3.1.1', mqttConnect(4), ['ann77', 'p,9 Q']],
  ['MQTT 5.0', mqttConnect(5), ['ann77', 'p,9 Q']],
]

function frameOf(data: Uint8Array): Uint8Array {
  const segment = { srcPort: 49152, dstPort: 80, seq: 7, ack: 9, flags: 0x18, window: 1000, data }
  const payload = buildSegment(segment, src, dst)
  const packet = buildIpv4({ src, dst, protocol: ipProtocols.tcp, id: 1, payload })
  return concat([Uint8Array.of(0x00, 0x21), packet])
}

function rowsOf(frame: Uint8Array) {
  const reader = new LogReader({ slot: 'a', knowledge })
  const octets = encodeFrame(protocols.ip, frame.subarray(2))
  const say = (dir: 'rx' | 'tx', bytes: Uint8Array, atMs: number) =>
    reader.push({ slot: 'a', dir, atMs, monoUs: atMs * 1000, bytes })
  const rows = [
    ...say('tx', bytesOf('ATD*99#\r'), 1),
    ...say('rx', bytesOf('\r\nCONNECT\r\n'), 2),
    ...say('tx', octets, 3),
  ]
  return { rows, octets }
}

const ofLength = (secret: string) => 'x'.repeat(secret.length)

test.each(contents)('%s leaves no capture, and the packet stays right', (_, data, secrets) => {
  const redactor = new Redactor({ knowledge })
  const frame = frameOf(data)
  const masked = withoutLogin(frame, (said) => redactor.spansIn(said))
  for (const secret of secrets) {
    expect(latin1(frame)).toContain(secret)
    expect(latin1(masked)).not.toContain(secret)
    expect(latin1(masked)).toContain(ofLength(secret))
  }
  expect(masked.length).toBe(frame.length)
  const packet = parseIpv4(masked.subarray(2))
  if (isUnreadable(packet)) throw new Error(packet.error)
  expect(parseSegment(packet.payload, src, dst)).not.toHaveProperty('error')
  // A check sum that was wrong stays as it was.
  const wrong = frame.slice()
  wrong.set([0x12, 0x34], 2 + 20 + 16)
  const still = withoutLogin(wrong, (said) => redactor.spansIn(said))
  expect([...still.subarray(38, 40)]).toEqual([0x12, 0x34])
  expect(transportChecksum(addressPair(src, dst), 6, still.subarray(22))).not.toBe(0)
})

test.each(contents)('%s leaves neither as pcapng nor as octets', (_, data, secrets) => {
  const { rows, octets } = rowsOf(frameOf(data))
  expect(rows.at(-1)?.kind).toBe('ppp')
  const redactor = new Redactor({ knowledge })
  const pcapng = new PcapngWriter({ language: 'en', redactor })
  const capture = latin1(concat(rows.map((row) => pcapng.row(row))))
  const lines = JSON.stringify(rows.map((row) => redactor.row(row)))
  const raw = new RawWriter(redactor.values)
  const said = latin1(concat([raw.push({ dir: 'tx', bytes: octets }), raw.end()]))
  expect(said.length).toBe(octets.length)
  for (const secret of secrets)
    for (const out of [capture, said, lines]) expect(out).not.toContain(secret)
})

test('a packet without a login, cut, or of no protocol of ours is left as it is', () => {
  const look = (said: string) => new Redactor({ knowledge }).spansIn(said)
  for (const frame of [
    frameOf(bytesOf('GET / HTTP/1.1\r\nHost: example.com\r\n\r\n')),
    frameOf(mqttConnect(4)).subarray(0, 30),
    fromHex('0021450000') ?? new Uint8Array(),
    fromHex('8021010100040000') ?? new Uint8Array(),
  ])
    expect(withoutLogin(frame, look)).toEqual(frame)
})

const [src6, dst6] = ['2001:db8:64:2::6402', '2001:db8::10']
const extension = (next: number) => Uint8Array.of(next, 0, 5, 2, 0, 0, 0, 0)

/** The same over IPv6, as it is and behind an extension header. */
function frameOf6(data: Uint8Array, extended: boolean): Uint8Array {
  const segment = { srcPort: 49152, dstPort: 80, seq: 7, ack: 9, flags: 0x18, window: 1000, data }
  const tcp = buildSegment(segment, src6, dst6)
  const packet = extended
    ? { src: src6, dst: dst6, protocol: 0, payload: concat([extension(ipProtocols.tcp), tcp]) }
    : { src: src6, dst: dst6, protocol: ipProtocols.tcp, payload: tcp }
  return concat([Uint8Array.of(0x00, 0x57), buildIpv6(packet)])
}

test.each(contents)(
  '%s leaves no capture over IPv6, and the packet stays right',
  (_, data, secrets) => {
    const redactor = new Redactor({ knowledge })
    for (const extended of [false, true]) {
      const frame = frameOf6(data, extended)
      const masked = withoutLogin(frame, (said) => redactor.spansIn(said))
      for (const secret of secrets) {
        expect(latin1(masked)).not.toContain(secret)
        expect(latin1(masked)).toContain(ofLength(secret))
      }
      expect(masked.length).toBe(frame.length)
      const packet = parseIpv6(masked.subarray(2))
      if (isUnreadable(packet)) throw new Error(packet.error)
      expect(parseSegment(packet.payload, src6, dst6)).not.toHaveProperty('error')
    }
  },
)

test.each([
  '2001:db8:64:2::6402',
  'fe80::1',
  '64:ff9b::c000:221',
  '2001:db8:64:2::',
  '2001:db8:0:1:1:1:1:1',
])('the address %s is masked in a text where places are', (address) => {
  const redactor = new Redactor({ knowledge, maskPlaces: true })
  const text = `from ${address} came nothing`
  const [span] = redactor.spansIn(text)
  expect(span && text.slice(span.start, span.end)).toBe(address)
})

test('half of an address that IPV6CP gives goes with the places', () => {
  const text = 'IPV6CP ConfNak id=1 interface=00000000cafe0002'
  const hidden = (maskPlaces: boolean) =>
    new Redactor({ knowledge, maskPlaces })
      .spansIn(text)
      .map(({ start, end }) => text.slice(start, end))
  expect([hidden(true), hidden(false)]).toEqual([['00000000cafe0002'], []])
})
