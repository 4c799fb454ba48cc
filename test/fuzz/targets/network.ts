import { bytesOf, concat } from '@core/bytes'
import { checksum, transportChecksum } from '@core/ip/checksum'
import { buildDhcpv6Reply, parseDhcpv6 } from '@core/ip/dhcpv6'
import { familyFor } from '@core/ip/family'
import { buildIcmpv6, parseIcmpv6, quotedPacketv6 } from '@core/ip/icmpv6'
import { iperf3 } from '@core/ip/iperf3/iperf3'
import { buildIpv4, parseIpv4 } from '@core/ip/ipv4'
import { behindExtensions, buildIpv6, parseIpv6, parseIpv6Quote } from '@core/ip/ipv6'
import { pathMtu } from '@core/ip/mtu-probes'
import { addressPair, ipProtocols, isUnreadable } from '@core/ip/packet'
import { compareResolvers } from '@core/ip/resolvers'
import {
  buildAdvertisement,
  neighbourOptions,
  parseAdvertisement,
} from '@core/ip/router-advertisement'
import { readStun, stunAnswer, stunRequest } from '@core/ip/stun'
import type { TcpConnection } from '@core/ip/tcp'
import { withoutLogin } from '@core/log/pcapng'
import { PacketStreams } from '@core/log/redact/packet-streams'
import { Redactor } from '@core/log/redact'
import { messageIn, PacketBuffer, publishOf, encoded, packets as mqtt } from '@core/mqtt/packet'
import { seededChance } from '@core/ports/chance'
import { answerDns } from '@core/simulator/name-server'
import { SimulatedInternet } from '@core/simulator/internet'
import { TelnetReader, offer, options, within } from '@platform/serial/rfc2217/telnet'
import { knowledge } from '@catalog/decoders'
import { hostPair } from '../../core/ip/host-pair'
import { latin, octets } from '../corpus'
import { answered, must, type Target } from '../target'

const id = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
const internet = new SimulatedInternet(() => 0)
const [near, far] = ['2001:db8::2', '2001:db8::10']
const empty = new Uint8Array()

const advertisement = buildAdvertisement({
  hopLimit: 64,
  managed: false,
  other: true,
  lifetimeSeconds: 1800,
  prefixes: [],
  mtu: 1400,
  dns: [far],
  nat64: '64:ff9b::/96',
})
const tooBig = (quoted: Uint8Array) =>
  buildIcmpv6({ type: 2, code: 0, id: 0, seq: 1300, body: quoted }, far, near)
const packets6 = [
  buildIpv6({ src: far, dst: near, protocol: ipProtocols.tcp, payload: bytesOf('a'.repeat(30)) }),
  buildIpv6({ src: far, dst: near, protocol: ipProtocols.icmpv6, payload: tooBig(bytesOf('`')) }),
  buildIpv6({ src: far, dst: near, protocol: 0, payload: Uint8Array.of(6, 0, 5, 2, 0, 0, 0, 0) }),
]

/** A packet of the other side with an octet of what it carries spoilt, and its check sums right: else nobody would look at it. */
function resealed(packet: Uint8Array, at: number, octet: number): Uint8Array {
  const read = parseIpv4(packet)
  if (isUnreadable(read)) return packet
  const { src, dst, protocol } = read
  const payload = read.payload.slice()
  payload[at % Math.max(1, payload.length)] = octet
  const place = { [ipProtocols.icmp]: 2, [ipProtocols.udp]: 6, [ipProtocols.tcp]: 16 }[protocol]
  if (place !== undefined && payload.length >= place + 2) {
    payload.fill(0, place, place + 2)
    const icmp = protocol === ipProtocols.icmp
    const sum = icmp
      ? checksum(payload)
      : transportChecksum(addressPair(src, dst), protocol, payload)
    payload.set([sum >> 8, sum & 0xff], place)
  }
  return buildIpv4({ src, dst, protocol, id: 1, payload })
}

/** Whatever the packets of the other side say: each tool ends, and leaves nothing behind. */
async function strangeNetwork(bytes: Uint8Array): Promise<void> {
  let at = 0
  const pair = hostPair({}, 1, {
    internet: {
      send: (packet) => {
        const [how = 0, place = 0, octet = 0] = bytes.subarray(at, at + 3)
        at = bytes.length > 3 ? (at + 3) % bytes.length : 0
        if (how < 16) return
        const sent = how > 96 ? packet.slice() : resealed(packet, place, octet)
        pair.clock.schedule(how, () => pair.client.receive(sent))
      },
    },
  })
  const { clock, client, internet: peer } = pair
  peer.onUdp(53, ({ data, reply }) => reply(answerDns(data, internet) ?? empty))
  peer.listenTcp(443, (connection) => connection.end())
  const parts = { clock, chance: seededChance(1), host: client }
  const works = [
    () => pathMtu(clock, client, '192.0.2.7', {}),
    () => compareResolvers(clock, client, { names: ['www.soracom.io'], rounds: 1 }),
    () => iperf3(parts, { host: '192.0.2.7', port: 443, protocol: 'tcp', direction: 'down' }),
  ]
  const work = works[(bytes[0] ?? 0) % works.length] ?? works[0]
  if (work) await clock.until(answered(work), 900_000, 250)
  client.close()
  peer.close()
  await clock.advance(600_000)
  must(clock.pending === 0, 'a timer that nobody stops')
}

/** A server of iperf3 that says these octets on its control connection, and some on the one for content. */
async function strangeServer(bytes: Uint8Array): Promise<void> {
  const { clock, client, internet: peer } = hostPair()
  let connections = 0
  const serve = (connection: TcpConnection) => {
    if (connections++ > 0) return void connection.write(bytesOf('content'.repeat(100)))
    const parts = [bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)]
    parts.forEach((part, i) => clock.schedule(500 * i, () => void connection.write(part)))
    clock.schedule(2_000, () => connection.end())
  }
  peer.listenTcp(5201, serve)
  const protocol = (bytes[0] ?? 0) & 1 ? 'tcp' : 'udp'
  const direction = (bytes[0] ?? 0) & 2 ? 'down' : 'up'
  const request = { host: '192.0.2.20', protocol, direction, seconds: 1 } as const
  const parts = { clock, chance: seededChance(1), host: client }
  await clock.until(
    answered(() => iperf3(parts, request)),
    120_000,
    100,
  )
  client.close()
  peer.close()
}

const results = octets(JSON.stringify({ streams: [{ bytes: 10, jitter: 0.1, errors: 1 }] }))
const states = [9, 10, 1, 2, 13]

const requests = latin(
  'GET /up?user=ann&password=hunter2&token=t0ken77 HTTP/1.1\r\nAuthorization: Basic YW5uOmh1bnRlcjI=\r\n\r\n',
  '\x10\x1b\0\x04MQTT\x04\xc2\0\x3c\0\x01b\0\x03ann\0\x05hunt2',
  '{"user":"ann","password":"hunter2","authKey":"secret-9911aabb"}',
)

/** The content of a TCP connection in packets of some octets, as PPP frames. */
function framesOf(bytes: Uint8Array): Uint8Array[] {
  const frames: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const size = 1 + ((bytes[at] ?? 0) & 31)
    const segment = new Uint8Array(20 + Math.min(size, bytes.length - at))
    segment.set([0xc0, 0, 0, 80, 0, 0, at >> 8, at & 0xff, 0, 0, 0, 1, 0x50, 0x18])
    segment.set(bytes.subarray(at, at + size), 20)
    const ip = { src: '10.0.0.2', dst: '192.0.2.7', protocol: ipProtocols.tcp, payload: segment }
    frames.push(concat([Uint8Array.of(0, 0x21), buildIpv4({ ...ip, id: 1 })]))
    // Now and then one is lost, or goes back.
    at += size & 16 ? size + (size & 3) - 1 : size
  }
  return frames
}

const redactor = new Redactor({ knowledge })

export const networkTargets: readonly Target[] = [
  {
    name: 'answers of routers and servers',
    corpus: [
      advertisement,
      buildDhcpv6Reply(7, [far]),
      stunAnswer(stunRequest(id), { address: '192.0.2.1', port: 4000 }) ?? id,
    ],
    share: 8,
    run: (bytes) => {
      parseAdvertisement(bytes)
      neighbourOptions(bytes)
      parseDhcpv6(bytes)
      const { port = 0 } = readStun(bytes, id) ?? {}
      must(port >= 0 && port <= 65_535, `a port ${port}`)
    },
  },
  {
    name: 'IPv6 packet',
    corpus: packets6,
    share: 8,
    run: (bytes) => {
      const packet = parseIpv6(bytes)
      behindExtensions(bytes)
      parseIpv6Quote(bytes)
      const message = parseIcmpv6(isUnreadable(packet) ? bytes : packet.payload, far, near)
      if (!isUnreadable(message)) quotedPacketv6(message)
      familyFor(near)
    },
  },
  {
    name: 'packets of MQTT',
    corpus: [
      publishOf({ topic: 'bench/a', qos: 1, id: 7, octets: bytesOf('state') }),
      concat([
        encoded(mqtt.connect, 0, bytesOf('\0\x04MQTT\x04\xc2\0\x3c\0\x01b\0\x03ann\0\x05hunt2')),
        publishOf({ topic: 'x', qos: 0, octets: bytesOf('y') }),
      ]),
    ],
    share: 4,
    run: (bytes) => {
      const whole = new PacketBuffer()
      const cut = new PacketBuffer()
      // Both say of a length that no packet has that it is none.
      const read = (work: () => number) => {
        try {
          return work()
        } catch (error) {
          if (!(error instanceof RangeError)) throw error
          return -1
        }
      }
      const found = read(() => {
        const all = whole.push(bytes)
        for (const one of all) read(() => messageIn(one).octets.length)
        return all.length
      })
      const parts = [bytes.subarray(0, bytes.length >> 1), bytes.subarray(bytes.length >> 1)]
      const inParts = read(() => parts.reduce((sum, part) => sum + cut.push(part).length, 0))
      must(found === inParts, 'packets that depend on how reads cut the stream')
    },
  },
  {
    name: 'Telnet of a remote port',
    corpus: [
      concat([
        offer('will', options.comPort),
        within(options.comPort, [101, 0, 1, 194, 0]),
        bytesOf('AT\r'),
      ]),
    ],
    share: 8,
    run: (bytes) => {
      const text = (parts: readonly Uint8Array[]) => {
        const reader = new TelnetReader()
        return JSON.stringify(
          parts
            .flatMap((part) => reader.push(part))
            .flatMap((event): unknown[] => (event.kind === 'data' ? [...event.bytes] : [event])),
        )
      }
      const half = bytes.length >> 1
      must(
        text([bytes]) === text([bytes.subarray(0, half), bytes.subarray(half)]),
        'what depends on how reads cut the stream',
      )
    },
  },
  {
    name: 'masked packets of a connection',
    corpus: requests,
    run: (bytes) => {
      const streams = new PacketStreams()
      for (const frame of framesOf(bytes)) {
        const masked = withoutLogin(frame, (text) => redactor.spansIn(text), streams)
        must(masked.length === frame.length, 'a masked packet of another length')
      }
    },
  },
  {
    name: 'server of iperf3',
    corpus: [
      Uint8Array.from([...states, 0, 0, 0, results.length, ...results, 14]),
      Uint8Array.of(255),
      Uint8Array.of(254, 0, 0, 0, 7, 0, 0, 0, 9),
    ],
    share: 0.1,
    run: strangeServer,
  },
  {
    name: 'tools in a strange network',
    corpus: [
      Uint8Array.from({ length: 90 }, (_, i) => (i * 37) & 0xff),
      Uint8Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 60 : i * 11) & 0xff),
      Uint8Array.of(3, 20, 3),
      Uint8Array.of(4, 0, 3, 200, 2, 1),
    ],
    share: 0.1,
    run: strangeNetwork,
  },
]
