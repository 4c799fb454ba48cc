import type { TlsFacts } from '@core/ports/tls'
import {
  idleNet,
  noCapture,
  proxyOff,
  type Handlers,
  type measureCalls,
  type netCalls,
  type ToolAnswer,
} from '@contract'
import { quoted } from '@core/words'

function answer<T extends object>(line: string, facts: T): ToolAnswer<T> {
  return { ok: true, words: { en: line, ja: line }, lines: [quoted(line)], facts }
}

const trip = { host: 'pong.soracom.io', address: '100.127.100.127' }

const delay = {
  sent: 25,
  received: 25,
  minMs: 55,
  medianMs: 61,
  p95Ms: 80,
  maxMs: 92,
  jitterMs: 3.4,
}

const session: TlsFacts = {
  protocol: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  alpn: null,
  serverName: 'server.test',
  handshakeMs: 180,
  trouble: null,
  also: [],
  chain: [],
}

/** The calls over a link, answered as a good link does. */
export const fakeNetHandlers: Pick<Handlers, keyof typeof netCalls | keyof typeof measureCalls> = {
  'net.ping': async ({ count }) =>
    answer('pong.soracom.io answers', {
      ...trip,
      sent: count,
      received: count,
      lossPct: 0,
      minMs: 58,
      avgMs: 61.5,
      maxMs: 70,
      jitterMs: 2.1,
      replies: [{ seq: 1, ms: 61.5, ttl: 60, from: trip.address, error: null }],
    }),
  'net.dns': async ({ name, type }) =>
    answer(`${name} is 100.127.100.127`, {
      name,
      type,
      answers: [{ name, type, ttlSeconds: 60, data: trip.address }],
      server: '100.127.0.53',
      ms: 62,
    }),
  'net.http': async ({ url, method }) =>
    answer('200 OK', {
      url,
      method: method ?? 'GET',
      status: 200,
      reason: 'OK',
      address: trip.address,
      headers: { 'content-type': 'text/plain' },
      ms: 180,
      firstByteMs: 65,
      bytesIn: 120,
      bytesOut: 96,
      tls: null,
      bodyBytes: 5,
      text: 'pong\n',
      cut: false,
    }),
  'net.tls': async ({ host, port }) => answer(`${host}:${port} is trusted`, session),
  'net.mqtt': async ({ url, topic, qos, count }) =>
    answer(`${count} back`, {
      url,
      topic: topic ?? 'modem-bench/1',
      qos,
      connectMs: 210,
      sent: count,
      acknowledged: count,
      returned: count,
      repeated: 0,
      ms: Array.from({ length: count }, () => 120),
      minMs: 120,
      avgMs: 120,
      maxMs: 120,
      reconnects: 0,
      tls: null,
    }),
  'net.throughput': async ({ direction, url, seconds, budgetBytes }) =>
    answer('12.4 Mbit/s', {
      direction,
      url,
      ms: seconds * 1000,
      bytes: 9_400_000,
      billedBytes: 9_800_000,
      mbps: 12.4,
      samples: [{ atMs: 500, bytes: 775_000, mbps: 12.4 }],
      ended: 'budget',
      budgetBytes,
      requests: 1,
    }),
  'net.traceroute': async () =>
    answer('3 hops', {
      ...trip,
      hops: [{ ttl: 1, address: '10.64.64.64', ms: [1, 1, 1] }],
      reached: true,
    }),
  'net.udpEcho': async ({ port, count, size }) =>
    answer('echo.example.com echoes', {
      ...trip,
      port,
      size,
      sent: count,
      received: count,
      lossPct: 0,
      minMs: 58,
      avgMs: 61.5,
      maxMs: 70,
      jitterMs: 2.1,
      replies: [],
      reordered: 0,
      duplicated: 0,
      late: 0,
      altered: 0,
    }),
  'net.coap': async ({ count }) =>
    answer('coap.example.com answers', {
      port: 5683,
      ping: {
        ...trip,
        sent: count,
        received: count,
        lossPct: 0,
        minMs: 58,
        avgMs: 61.5,
        maxMs: 70,
        jitterMs: 2.1,
        replies: [],
      },
      response: null,
      unanswered: null,
    }),
  'net.bufferbloat': async ({ url, ways }) =>
    answer('grade B', {
      ...trip,
      url,
      by: 'icmp',
      phases: (['idle', ...ways] as const).map((phase) => ({
        ...delay,
        phase,
        mbps: 4.2,
        unfit: null,
      })),
      addedMs: 41,
      grade: 'B',
      billedBytes: 1_200_000,
      samples: [],
    }),
  'net.iperf3': async ({ port, protocol, direction, seconds, budgetBytes }) =>
    answer('8.4 Mbit/s', {
      ...trip,
      ...{ port, protocol, direction, budgetBytes },
      ms: seconds * 1000,
      bytes: 10_500_000,
      mbps: 8.4,
      retransmits: 0,
      jitterMs: null,
      packets: null,
      lost: null,
      samples: [],
      ended: 'time',
      billedBytes: 10_900_000,
    }),
  'net.resolvers': async ({ type, names }) =>
    answer('100.127.0.53 is the fastest', {
      type,
      rows: [
        {
          server: '100.127.0.53',
          ours: true,
          asked: 3,
          answered: 3,
          firstMs: 60,
          medianMs: 52,
        },
      ],
      names: names.map((name) => ({ name, answers: [] })),
    }),
  'net.natTimeout': async ({ protocols, mostSeconds }) =>
    answer('silent for 96 s', {
      mostSeconds,
      timeouts: protocols.map((protocol) => ({
        protocol,
        keptSeconds: 96,
        lostSeconds: 108,
        nat: null,
        silences: [],
      })),
    }),
  'net.mtu': async ({ host }) =>
    answer('1428 octets', {
      host,
      address: trip.address,
      linkMtu: 1500,
      pathMtu: 1428,
      by: 'icmp',
      toldBy: null,
      silent: false,
      mss: null,
      probes: [],
    }),
  'net.ntp': async ({ host }) =>
    answer('the clocks agree', {
      server: host,
      timeMs: Date.UTC(2026, 0, 1),
      offsetMs: 3,
      delayMs: 60,
      stratum: 2,
    }),
  'net.soracom': async ({ what }) => answer(`${what}: fine`, {}),
  'net.cancel': async () => undefined,
  'net.socks': async ({ on, port, budgetBytes }) =>
    on ? { ...proxyOff, on, port, budgetBytes } : proxyOff,
  'net.capture': async ({ on, way, redact }) => ({
    ...noCapture,
    on,
    way,
    redact,
    path: on ? '/data/captures/slot-a-4711.pipe' : null,
  }),
  'net.dissector': async () => ({ path: '/plugins/modem-bench-at.lua' }),
  'net.keepAlive': async ({ on, minutes, kind, host }) => ({
    ...idleNet.keepAlive,
    on,
    kind,
    host,
    everyMs: minutes * 60_000,
  }),
  'net.keepAliveCost': async ({ minutes }) => ({
    roundsPerDay: 1440 / minutes,
    perDayBytes: 6912,
    words: { en: '96 a day, about 6.9 kB', ja: '1 日 96 回、約 6.9 kB' },
  }),
}
