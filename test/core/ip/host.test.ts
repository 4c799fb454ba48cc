import { bytesOf, latin1 } from '@core/bytes'
import { faultCode } from '@core/fault'
import { buildAnswer, parseDns } from '@core/ip/dns-message'
import type { IpHost } from '@core/ip/host'
import { serveHttp } from '@core/ip/http-server'
import { buildIpv4, parseIpv4 } from '@core/ip/ipv4'
import { buildNtpReply } from '@core/ip/ntp'
import { describe, expect, test } from 'vitest'
import { hostPair, type HostPair } from './host-pair'

function code(pair: HostPair, promise: Promise<unknown>): Promise<string | undefined> {
  const settled = promise.then(
    () => 'no fault',
    (error: unknown) => faultCode(error) ?? String(error),
  )
  return pair.clock.until(settled, 600_000, 500)
}

function nameServer(internet: IpHost, names: Record<string, string>): void {
  internet.onUdp(53, ({ data, reply }) => {
    const query = parseDns(data)
    const question = query?.questions?.[0]
    if (!query || !question) return
    const found = names[question.name]
    const answers = found
      ? [{ name: question.name, type: question.type, ttl: 60, data: found }]
      : []
    reply(buildAnswer(query, answers, found ? 0 : 3))
  })
}

describe('ping', () => {
  test('measures the answers', async () => {
    const pair = hostPair()
    const result = await pair.clock.until(pair.client.ping('8.8.8.8', { count: 3 }))
    expect(result).toMatchObject({
      host: '8.8.8.8',
      address: '8.8.8.8',
      sent: 3,
      received: 3,
      lossPct: 0,
      minMs: 40,
      avgMs: 40,
      maxMs: 40,
      jitterMs: 0,
    })
    expect(result.replies.map(({ seq, ttl }) => [seq, ttl])).toEqual([
      [1, 64],
      [2, 64],
      [3, 64],
    ])
    expect(pair.clock.pending).toBe(0)
  })

  test('counts what is lost, and does not hang', async () => {
    const pair = hostPair({ loss: 1 })
    const result = await pair.clock.until(pair.client.ping('8.8.8.8', { count: 2 }))
    expect(result).toMatchObject({
      sent: 2,
      received: 0,
      lossPct: 100,
      avgMs: null,
      jitterMs: null,
    })
    expect(pair.clock.pending).toBe(0)
  })

  test('goes on until it is stopped, and keeps what it measured', async () => {
    const pair = hostPair()
    const stop = new AbortController()
    const seen: number[] = []
    const onReply = ({ seq }: { seq: number }) => seen.push(seq)
    const work = pair.client.ping('8.8.8.8', { count: Infinity, signal: stop.signal, onReply })
    await pair.clock.advance(4_500)
    stop.abort()
    expect(await pair.clock.until(work)).toMatchObject({ sent: 5, received: 5 })
    expect(seen).toEqual([1, 2, 3, 4, 5])
  })

  test('an echo that is under way when it is stopped is not counted as lost', async () => {
    const pair = hostPair({ delayMs: 400 })
    const stop = new AbortController()
    const pinging = pair.client.ping('203.0.113.1', { count: Infinity, signal: stop.signal })
    await pair.clock.advance(3_500)
    stop.abort()
    expect(await pair.clock.until(pinging)).toMatchObject({ sent: 3, received: 3, lossPct: 0 })
  })

  test.each([
    ['999.1.1.1', /four numbers/],
    ['10.0.0', /four numbers/],
    ['2001:db8::g', /IPv6 address such as 2001:db8::1/],
    ['host:80', /without blanks, http:\/\/ or a port/],
  ])('%s is refused before any name server is asked', async (host, words) => {
    const { client } = hostPair()
    await expect(client.ping(host)).rejects.toThrow(words)
    expect(client.counters.packetsOut).toBe(0)
  })

  test('refuses a size that no packet takes', async () => {
    const pair = hostPair()
    expect(await code(pair, pair.client.ping('8.8.8.8', { size: 65_508 }))).toBe('ip-too-long')
    expect(await code(pair, pair.client.ping('8.8.8.8', { size: 65_507 }))).toBe('no fault')
  })
})

test('traceroute names each router and stops at the host', async () => {
  const pair = hostPair({}, 1, { internet: { routers: ['10.64.64.64', '198.51.100.7'] } })
  const result = await pair.clock.until(pair.client.traceroute('8.8.8.8', { probes: 2 }))
  expect(result.hops.map(({ address }) => address)).toEqual([
    '10.64.64.64',
    '198.51.100.7',
    '8.8.8.8',
  ])
  expect(result.reached).toBe(true)
})

describe('names', () => {
  test('are asked of the assigned server', async () => {
    const pair = hostPair()
    nameServer(pair.internet, { 'pong.soracom.io': '100.127.100.127' })
    const result = await pair.clock.until(pair.client.resolve('pong.soracom.io'))
    expect(result).toEqual({
      name: 'pong.soracom.io',
      type: 'A',
      answers: [{ name: 'pong.soracom.io', type: 'A', ttlSeconds: 60, data: '100.127.100.127' }],
      server: '100.100.0.253',
      ms: 40,
    })
  })

  test('an address is turned round for PTR', async () => {
    const pair = hostPair()
    nameServer(pair.internet, { '8.8.8.8.in-addr.arpa': 'dns.google' })
    const result = await pair.clock.until(pair.client.resolve('8.8.8.8', { type: 'PTR' }))
    expect(result.answers[0]?.data).toBe('dns.google')
  })

  test('the second server is asked when the first stays silent', async () => {
    const pair = hostPair()
    pair.internet.onUdp(53, ({ data, dst, reply }) => {
      const query = parseDns(data)
      if (query && dst === '100.100.0.254')
        reply(buildAnswer(query, [{ name: 'a.example', type: 'A', ttl: 1, data: '192.0.2.1' }]))
    })
    const result = await pair.clock.until(pair.client.resolve('a.example'))
    expect(result.server).toBe('100.100.0.254')
  })

  test.each([
    ['no such name', {}, 'nope.example', 'dns-no-such-name'],
    ['a text that is no name', {}, 'a..b', 'bad-input'],
    ['a silent server', { loss: 1 }, 'a.example', 'dns-no-answer'],
  ] as const)('%s has its own fault', async (_what, weather, name, expected) => {
    const pair = hostPair(weather)
    nameServer(pair.internet, {})
    expect(await code(pair, pair.client.resolve(name))).toBe(expected)
  })

  test('without a server it says so', async () => {
    const pair = hostPair({}, 1, { client: { dns: [] } })
    expect(await code(pair, pair.client.resolve('a.example'))).toBe('dns-no-server')
  })

  test('a long answer is fetched over TCP', async () => {
    const pair = hostPair()
    const text = 'x'.repeat(200)
    const answers = Array.from({ length: 10 }, () => ({
      name: 'long.example',
      type: 'TXT',
      ttl: 1,
      data: [text],
    }))
    pair.internet.onUdp(53, ({ data, reply }) => {
      const query = parseDns(data)
      if (query) {
        const cut = buildAnswer(query, [])
        cut[2] = (cut[2] ?? 0) | 2
        reply(cut)
      }
    })
    pair.internet.listenTcp(53, (connection) => {
      void (async () => {
        await connection.read()
        const query = parseDns((await connection.read()) ?? new Uint8Array())
        if (!query) return
        const answer = buildAnswer(query, answers)
        await connection.write(Uint8Array.of(answer.length >> 8, answer.length & 0xff))
        await connection.write(answer)
        connection.end()
      })()
    })
    const result = await pair.clock.until(pair.client.resolve('long.example', { type: 'TXT' }))
    expect(result.answers).toHaveLength(10)
    expect(result.answers[0]?.data).toBe(text)
  })
})

describe('http', () => {
  test('gets and posts', async () => {
    const pair = hostPair({ loss: 0.03, reorder: 0.1 })
    nameServer(pair.internet, { 'harvest.soracom.io': '100.127.111.111' })
    pair.internet.listenTcp(80, (connection) => {
      void serveHttp(connection, ({ method, path, body, from, to }) =>
        method === 'POST'
          ? { status: 201, body: `${latin1(body)}` }
          : { status: 200, body: `${path} ${from} ${to}` },
      )
    })
    const got = await pair.clock.until(pair.client.http('http://harvest.soracom.io/a?b=1'))
    expect(got.status).toBe(200)
    expect(latin1(got.body)).toBe('/a?b=1 10.141.26.2 100.127.111.111')
    const posted = await pair.clock.until(
      pair.client.http('http://harvest.soracom.io', { body: bytesOf('{"t":21}') }),
    )
    expect([posted.status, latin1(posted.body)]).toEqual([201, '{"t":21}'])
    await pair.clock.advance(120_000)
    expect(pair.client.connections).toBe(0)
  })

  const answers: [string, string, string][] = [
    [
      'chunks',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nabcd\r\n2;x=y\r\nef\r\n0\r\n\r\n',
      'abcdef',
    ],
    ['the end of the connection', 'HTTP/1.0 200 OK\r\n\r\nabc', 'abc'],
    [
      '100 Continue first',
      'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
      'ok',
    ],
    ['no body', 'HTTP/1.1 204 No Content\r\n\r\n', ''],
    ['something else than HTTP', 'SSH-2.0-OpenSSH_9.6\r\n', 'http-bad-answer'],
    ['nothing', '', 'http-bad-answer'],
    ['half a body', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc', 'http-bad-answer'],
    [
      'a bad chunk',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      'http-bad-answer',
    ],
    ['a length that is none', 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n', 'http-bad-answer'],
    ['too much', `HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(3000)}`, 'http-too-large'],
  ]
  test.each(answers)('an answer with %s', async (_what, answer, expected) => {
    const pair = hostPair()
    pair.internet.listenTcp(80, (connection) => {
      void (async () => {
        await connection.read()
        for (const character of answer) await connection.write(bytesOf(character))
        connection.end()
      })()
    })
    const work = pair.client.http('http://192.0.2.1/', { maxBytes: 2_000 }).then(
      ({ body }) => latin1(body),
      (error: unknown) => faultCode(error),
    )
    expect(await pair.clock.until(work)).toBe(expected)
  })

  test('a server that never ends its answer meets the limit', async () => {
    const pair = hostPair()
    pair.internet.listenTcp(80, () => undefined)
    const work = pair.client.http('http://192.0.2.1/', { timeoutMs: 5_000 })
    expect(await code(pair, work)).toBe('tcp-timeout')
  })

  test.each([
    'https://',
    'ftp://x',
    'http://',
    'https://user:word@a/',
    'http://a:99999/',
    'nonsense',
  ])('%s is refused with what to do instead', async (url) => {
    const pair = hostPair()
    expect(await code(pair, pair.client.http(url))).toBe('http-bad-url')
  })
})

test('NTP tells how far the clock is off', async () => {
  const pair = hostPair()
  pair.internet.onUdp(123, ({ data, reply }) =>
    reply(buildNtpReply(data, pair.clock.nowMs() + 5_000)),
  )
  const result = await pair.clock.until(pair.client.ntp('192.0.2.123'))
  expect(result.offsetMs).toBeCloseTo(5_000, 0)
  expect(result.delayMs).toBeCloseTo(40, 0)
  expect(result.stratum).toBe(2)
})

test('a datagram to a port where nobody listens is not waited for in vain for ever', async () => {
  const pair = hostPair()
  const work = pair.client.udp('192.0.2.1', 9, bytesOf('hello'), { timeoutMs: 1_000 })
  expect(await pair.clock.until(work)).toBeUndefined()
})

test.each<[string, (packet: Uint8Array) => void, RegExp]>([
  ['a wrong checksum', (packet) => (packet[10] = 1), /checksum/],
  ['IP version 6', (packet) => (packet[0] = 0x65), /version 6/],
  ['a length beyond the end', (packet) => (packet[2] = 9), /announced/],
])('a packet with %s is dropped, with the reason', (_what, spoil, reason) => {
  const { client } = hostPair()
  const packet = buildIpv4({
    src: '8.8.8.8',
    dst: '10.141.26.2',
    protocol: 1,
    id: 1,
    payload: new Uint8Array(8),
  })
  spoil(packet)
  client.receive(packet)
  expect(client.counters.dropped).toBe(1)
  expect(client.counters.lastDropped).toMatch(reason)
})

test('a fragment says which piece it is', () => {
  const packet = buildIpv4({
    src: '8.8.8.8',
    dst: '10.141.26.2',
    protocol: 17,
    id: 1,
    payload: new Uint8Array(8),
  })
  packet.set([0x12, 0x34, 0x20, 0xb9], 4)
  packet[10] = 0
  packet[11] = 0
  let sum = 0
  for (let i = 0; i < 20; i += 2) sum += ((packet[i] ?? 0) << 8) | (packet[i + 1] ?? 0)
  sum = ~((sum & 0xffff) + (sum >> 16)) & 0xffff
  packet[10] = sum >> 8
  packet[11] = sum & 0xff
  expect(parseIpv4(packet)).toMatchObject({ fragment: { id: 0x1234, at: 0xb9 * 8, more: true } })
})
