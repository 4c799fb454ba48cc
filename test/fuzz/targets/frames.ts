import { bytesOf, concat, fromHex, hexOf } from '@core/bytes'
import { frameOptionOf } from '@core/cmux/classify'
import { decodeCmuxStream } from '@core/cmux/frames'
import { buildQuery, parseDns } from '@core/ip/dns-message'
import { HttpReader, readBody, readHeaders } from '@core/ip/http-read'
import { parseIcmp, quotedPacket } from '@core/ip/icmp'
import { buildIpv4, parseIpv4 } from '@core/ip/ipv4'
import { isUnreadable } from '@core/ip/packet'
import { answersNtp, buildNtpQuery, buildNtpReply, readNtp } from '@core/ip/ntp'
import { socksConnect, socksGreeting, socksLogin, socksNext, socksStart } from '@core/ip/socks5'
import { parseSegment } from '@core/ip/tcp-segment'
import { parseUdp } from '@core/ip/udp'
import { frameSecrets } from '@core/log/redact/frame'
import { withoutLogin } from '@core/log/pcapng'
import { decodePppFrame } from '@core/ppp/decode'
import { explainFrame } from '@core/ppp/explain'
import { decodePppStream } from '@core/ppp/frames'
import { answerDns } from '@core/simulator/name-server'
import { SimulatedInternet } from '@core/simulator/internet'
import { LinkFrameReader, linkFrame } from '@platform/micropython/link-frames'
import { workedFrames as cmuxFrames } from '../../core/cmux/worked-frames'
import { workedFrames as pppFrames } from '../../core/ppp/worked-frames'
import { latin } from '../corpus'
import { answered, must, type Target } from '../target'

export const pppStreams = pppFrames.map(([, , hex]) => fromHex(hex) ?? new Uint8Array())
export const cmuxStreams = cmuxFrames.map(({ hex }) => fromHex(hex) ?? new Uint8Array())

const addresses = ['10.0.0.2', '8.8.8.8'] as const
export const packets = [1, 6, 17].map((protocol) =>
  buildIpv4({
    src: addresses[1],
    dst: addresses[0],
    protocol,
    id: 1,
    payload: bytesOf('\x08\0\0\0\0\x01\0\x01 a payload of some octets, to be taken apart'),
  }),
)
const query = buildQuery({ id: 7, name: 'www.example.org', type: 'A' })
const internet = new SimulatedInternet(() => 0)
const ntp = buildNtpQuery(1_760_000_000_000)

const halves = (bytes: Uint8Array) => [
  bytes.subarray(0, bytes.length >> 1),
  bytes.subarray(bytes.length >> 1),
]

export const frameTargets: readonly Target[] = [
  {
    name: 'PPP stream',
    corpus: [
      ...pppStreams,
      concat(pppStreams.slice(0, 12)),
      ...latin('NO CARRIER\r\n~\xff}#\xc0!'),
    ],
    share: 4,
    run: (bytes) => {
      const whole = decodePppStream([bytes])
      must(
        decodePppStream(halves(bytes)).frames.length === whole.frames.length,
        'frames that depend on how reads cut the stream',
      )
    },
  },
  {
    name: 'PPP frame',
    corpus: pppStreams.flatMap((stream) => decodedOf(stream)),
    share: 8,
    run: (bytes) => {
      explainFrame(decodePppFrame({ bytes }))
      frameSecrets(hexOf(bytes))
      must(withoutLogin(bytes).length === bytes.length, 'a masked frame of another length')
      const all = withoutLogin(bytes, (text) => [{ start: 0, end: text.length }])
      must(all.length === bytes.length, 'a masked packet of another length')
    },
  },
  {
    name: 'CMUX stream',
    corpus: [...cmuxStreams, concat(cmuxStreams.slice(0, 20))],
    share: 2,
    run: (bytes) => {
      frameOptionOf(bytes)
      must(
        decodeCmuxStream(halves(bytes)).frames.length === decodeCmuxStream([bytes]).frames.length,
        'frames that depend on how reads cut the stream',
      )
    },
  },
  {
    name: 'IP packet',
    corpus: packets,
    share: 8,
    run: (bytes) => {
      parseIpv4(bytes)
      parseSegment(bytes.subarray(20), ...addresses)
      parseUdp(bytes.subarray(20), ...addresses)
      const echo = parseIcmp(bytes.subarray(20))
      if (!isUnreadable(echo)) quotedPacket(echo)
    },
  },
  {
    name: 'DNS message',
    corpus: [query, answerDns(query, internet) ?? query],
    share: 1,
    run: (bytes) => {
      parseDns(bytes)
      answerDns(bytes, internet)
    },
  },
  {
    name: 'time of NTP',
    corpus: [buildNtpReply(ntp, 1_760_000_000_100)],
    share: 1,
    run: (bytes) =>
      answered(() => {
        answersNtp(ntp, bytes)
        if (bytes.length >= 48) readNtp('ntp', bytes, 1, 2)
      }),
  },
  {
    name: 'HTTP answer',
    corpus: latin(
      'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
      'HTTP/1.0 301 Moved\r\nLocation: /a\r\nA: b\r\n c\r\n\r\nrest',
    ),
    run: (bytes) =>
      answered(async () => {
        const all = halves(bytes)
        const reader = new HttpReader(async () => all.shift())
        await reader.line()
        await readBody(reader, await readHeaders(reader), true, () => undefined)
      }),
  },
  {
    name: 'client of the proxy',
    corpus: [
      concat([
        socksGreeting({ user: 'u', password: 'p' }),
        socksLogin({ user: 'u', password: 'p' }),
        socksConnect({ host: 'example.org', port: 80 }),
      ]),
      concat([socksGreeting(), socksConnect({ host: '10.1.2.3', port: 80 })]),
    ],
    share: 8,
    run: (bytes) => {
      for (const login of [undefined, { user: 'u', password: 'p' }])
        halves(bytes).reduce((state, part) => socksNext(state, part, login).state, socksStart)
    },
  },
  {
    name: 'frames of the bridge',
    corpus: [
      concat([
        linkFrame('D', 0, bytesOf('AT\r')),
        linkFrame('C', 1, bytesOf('64')),
        linkFrame('L', 2, bytesOf('power 1')),
      ]),
    ],
    share: 8,
    run: (bytes) => new LinkFrameReader().feed(bytes),
  },
]

/** The frames of a stream without their framing. */
function decodedOf(stream: Uint8Array): Uint8Array[] {
  return [stream.subarray(1, -1).filter((octet) => octet !== 0x7d)]
}
