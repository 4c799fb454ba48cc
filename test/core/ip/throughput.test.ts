import { Fault } from '@core/fault'
import { serveHttp, type HttpReply } from '@core/ip/http-server'
import { throughput, type ThroughputOptions, type ThroughputSample } from '@core/ip/throughput'
import { describe, expect, test } from 'vitest'
import { hostPair, type Weather } from './host-pair'

const url = 'http://192.0.2.20/bytes'

/** A server with something to fetch, 100 ms away. */
function bench(size = 400_000, weather: Weather = { delayMs: 50 }, reply?: HttpReply) {
  const pair = hostPair(weather)
  let posted = 0
  pair.internet.listenTcp(80, (connection) => {
    void serveHttp(connection, ({ method, body }) => {
      if (method === 'POST') posted = body.length
      return reply ?? { status: 200, body: new Uint8Array(size) }
    })
  })
  const run = (options: Partial<ThroughputOptions> = {}) =>
    pair.clock.until(
      throughput(pair.clock, pair.client, { direction: 'down', url, ...options }),
      600_000,
      50,
    )
  return { ...pair, run, posted: () => posted }
}

const failed = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no fault',
    (error: unknown) => (error instanceof Fault ? `${error.code} ${error.detail}` : String(error)),
  )

describe('download', () => {
  test('goes on for the time asked, fetching again as often as it takes', async () => {
    const samples: ThroughputSample[] = []
    const result = await bench().run({ seconds: 3, onSample: (sample) => samples.push(sample) })
    expect(result.ended).toBe('time')
    expect(result.ms).toBeGreaterThanOrEqual(3000)
    expect(result.ms).toBeLessThan(3200)
    expect(result.requests).toBeGreaterThan(2)
    expect(samples.length).toBeGreaterThanOrEqual(6)
    expect(samples.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(result.bytes)
    expect(result.mbps).toBeCloseTo((result.bytes * 8) / result.ms / 1000, 5)
  })

  test('counts headers and acknowledgements: that is what is paid for', async () => {
    const { run, client } = bench()
    const result = await run({ seconds: 1 })
    const { bytesIn, bytesOut } = client.counters
    expect(result.billedBytes).toBeLessThanOrEqual(bytesIn + bytesOut)
    expect(result.billedBytes).toBeGreaterThan(result.bytes * 1.02)
    expect(result.billedBytes).toBeLessThan(result.bytes * 1.1)
  })

  test('stops at the budget, but for what is on its way', async () => {
    const { run, client, clock } = bench(5_000_000)
    const result = await run({ seconds: 60, budgetBytes: 100_000 })
    expect(result.ended).toBe('budget')
    expect(result.billedBytes).toBeGreaterThanOrEqual(100_000)
    await clock.advance(10_000)
    const { bytesIn, bytesOut } = client.counters
    expect(bytesIn + bytesOut).toBeLessThan(100_000 + 262_144)
    expect(client.connections).toBe(0)
  })

  test.each<[what: string, reply: HttpReply, words: RegExp]>([
    ['a page that is not there', { status: 404 }, /404/],
    ['a redirect', { status: 302, headers: { location: 'https://x/' } }, /it is at https:\/\/x\//],
    ['an empty page', { status: 200 }, /empty/],
  ])('does not measure %s', async (_what, reply, words) => {
    expect(await failed(bench(0, {}, reply).run())).toMatch(words)
  })

  test('gives up when nothing comes for half a minute, and on no address of the web at once', async () => {
    expect(await failed(bench(1000, { loss: 1 }).run())).toMatch(/^tcp-timeout/)
    expect(await failed(bench().run({ url: 'ftp://192.0.2.20/' }))).toMatch(/^http-bad-url/)
  })

  test.each([
    ['down', 20, /^net-stalled Nothing for 10 s; .* in the 6 s before/],
    ['down', 10, /^net-stalled Nothing for 4 s; .* in the 6 s before/],
    ['up', 20, /^net-stalled Nothing for 10 s; .* in the 6 s before/],
    ['up', 10, /^net-stalled Nothing for 4 s; .* in the 6 s before/],
  ] as const)(
    '%sload of %i s from a peer that is silent from 6 s on',
    async (direction, seconds, said) => {
      const { run, clock, weather } = bench(
        400_000,
        { delayMs: 50 },
        { status: 200, body: new Uint8Array(400_000) },
      )
      const ending = failed(run({ direction, seconds, budgetBytes: 1e9 }))
      clock.schedule(6000, () => (weather.loss = 1))
      expect(await ending).toMatch(said)
    },
  )

  test('a pause shorter than that is neither a fault nor part of the average', async () => {
    const { run, clock, weather } = bench()
    const ending = run({ seconds: 10 })
    clock.schedule(8500, () => (weather.loss = 1))
    const { ms, mbps, bytes, ended } = await ending
    expect(ended).toBe('time')
    expect(ms).toBeLessThan(9000)
    expect(mbps).toBeCloseTo((bytes * 8) / ms / 1000, 5)
  })

  test('can be cancelled', async () => {
    const { run, clock, client } = bench()
    const abort = new AbortController()
    const ending = failed(run({ signal: abort.signal, seconds: 60 }))
    clock.schedule(2000, () => abort.abort(new Fault('at-cancelled')))
    expect(await ending).toMatch(/^at-cancelled/)
    await clock.advance(5000)
    expect(client.connections).toBe(0)
  })

  test('ends with the link', async () => {
    const { run, clock, client } = bench()
    const ending = failed(run({ seconds: 60 }))
    clock.schedule(2000, () => client.close())
    expect(await ending).toMatch(/^ip-closed/)
  })
})

describe('upload', () => {
  test('counts what was acknowledged, not what was only handed over', async () => {
    const { run, client } = bench(0, { delayMs: 50 }, { status: 200 })
    const result = await run({ direction: 'up', seconds: 2, budgetBytes: 100_000_000 })
    expect(result.ended).toBe('time')
    expect(result.bytes).toBeGreaterThan(100_000)
    expect(result.bytes).toBeLessThan(client.counters.bytesOut)
  })

  test('stops at the budget', async () => {
    const { run, client, clock } = bench(0, { delayMs: 50 }, { status: 200 })
    const result = await run({ direction: 'up', seconds: 60, budgetBytes: 200_000 })
    expect(result.ended).toBe('budget')
    await clock.advance(5000)
    expect(client.counters.bytesOut).toBeLessThan(200_000 + 262_144)
  })

  test('says that a server does not take it', async () => {
    const pair = hostPair()
    pair.internet.listenTcp(80, (connection) => {
      void connection.read().then(async () => {
        await connection.write(new TextEncoder().encode('HTTP/1.1 405 Method Not Allowed\r\n\r\n'))
        connection.end()
      })
    })
    const run = throughput(pair.clock, pair.client, { direction: 'up', url })
    expect(await pair.clock.until(failed(run), 60_000, 50)).toMatch(/405 Method Not Allowed/)
  })
})

test('a page that stops in the middle says so long before the whole time is up', async () => {
  const { clock, client, weather } = bench(4_000_000)
  const ending = failed(client.http(url))
  clock.schedule(1000, () => (weather.loss = 1))
  const asked = clock.until(ending, 30_000, 50)
  expect(await asked).toMatch(/^net-stalled Nothing for 20 s, after .* of the answer\.$/)
})
