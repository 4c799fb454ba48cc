import { serveHttp } from '@core/ip/http-server'
import {
  gradeOf,
  loadedDelay,
  type LoadedDelayOptions,
  type LoadedDelaySample,
} from '@core/ip/loaded-delay'
import { bufferbloatTool, explainLoadedDelay, loadedDelayCost } from '@core/ip/tools/bufferbloat'
import { describe, expect, test } from 'vitest'
import { hostPair } from './host-pair'

const url = 'http://192.0.2.20/bytes'

/** A line that takes `octetsPerMs` towards us and keeps the rest in a queue, as a base station does. */
function line(octetsPerMs: number, pageOctets = 4_000_000) {
  const pair = hostPair({ delayMs: 0 }, 1, {
    internet: { send: (packet) => queue(packet), exists: () => true },
  })
  let freeAtUs = 0
  const queue = (packet: Uint8Array) => {
    const nowUs = pair.clock.monotonicUs()
    freeAtUs = Math.max(freeAtUs, nowUs) + (packet.length / octetsPerMs) * 1000
    pair.clock.schedule(20 + (freeAtUs - nowUs) / 1000, () => pair.client.receive(packet))
  }
  pair.internet.listenTcp(80, (connection) => {
    void serveHttp(connection, () => ({ status: 200, body: new Uint8Array(pageOctets) }))
  })
  const options = { url, ways: ['down'], idleSeconds: 2, seconds: 4 } as const
  const run = (more: Partial<LoadedDelayOptions> = {}) =>
    pair.clock.until(
      loadedDelay(pair.clock, pair.client, { ...options, budgetBytes: 1e9, ...more }),
      600_000,
      50,
    )
  return { ...pair, run, options }
}

describe('the delay of a full line', () => {
  test('is that of its queue, and the idle one is without it', async () => {
    const { run, clock } = line(125)
    const result = await run()
    const [idle, down] = result.phases
    expect(result.by).toBe('icmp')
    expect(idle).toMatchObject({ phase: 'idle', sent: 10, received: 10, mbps: 0 })
    expect(idle?.medianMs).toBeLessThan(25)
    // 256 KiB of a TCP window on a line of 1 Mbit/s.
    expect(down?.medianMs).toBeGreaterThan(400)
    expect(down?.mbps).toBeGreaterThan(0.8)
    expect(result.grade).toBe('F')
    expect(result.addedMs).toBeCloseTo((down?.medianMs ?? 0) - (idle?.medianMs ?? 0), 3)
    await clock.advance(10_000)
    expect(clock.pending).toBe(0)
  })

  test('is asked by TCP where the host answers no echo', async () => {
    const silent = line(1_250)
    const receive = silent.internet.receive.bind(silent.internet)
    // Protocol 1: its echoes go nowhere.
    silent.internet.receive = (packet) => (packet[9] === 1 ? undefined : receive(packet))
    const result = await silent.run({ seconds: 2 })
    expect(result.by).toBe('tcp')
    expect(result.phases[0]).toMatchObject({ sent: 10, received: 10 })
    expect(result.phases[1]?.received).toBeGreaterThan(3)
  })

  test('gets no grade where too little was answered', async () => {
    const { run, internet } = line(1_250)
    const receive = internet.receive.bind(internet)
    internet.receive = (packet) => (packet[9] === 1 ? undefined : receive(packet))
    const result = await run({ host: '203.0.113.9', ways: [] })
    expect(result).toMatchObject({ addedMs: null, grade: null })
  })

  test('gets no grade where the page is too small to fill the line', async () => {
    const { run } = line(125, 6)
    const result = await run()
    expect(result.phases[1]).toMatchObject({ phase: 'down', unfit: 'load' })
    expect(result).toMatchObject({ addedMs: null, grade: null })
    const { ok, words, lines } = explainLoadedDelay(result)
    expect(ok).toBe(false)
    expect(words.en).toMatch(/^No grade: too little passed .*\(download\).* name something larger/)
    expect(words.ja).toContain('ページが小さすぎます')
    expect(lines[1]).toMatchObject({ en: expect.stringContaining('the line was never full') })
  })

  test('is that of an answer which comes after more than 5 s, too', async () => {
    const { run } = line(20)
    const { phases } = await run({ seconds: 8 })
    expect(phases[1]).toMatchObject({ unfit: null })
    expect(phases[1]?.maxMs).toBeGreaterThan(5_000)
    expect(phases[1]?.received).toBe(phases[1]?.sent)
  })

  test('compares no direction that began behind the queue of another', async () => {
    const { run, clock, internet } = line(1_250)
    const receive = internet.receive.bind(internet)
    let late = false
    // From the first load on every echo is late.
    internet.receive = (packet) => {
      if (late && packet[9] === 1) clock.schedule(900, () => receive(packet))
      else receive(packet)
    }
    const onSample = ({ phase }: LoadedDelaySample) => (late ||= phase === 'down')
    const result = await run({ ways: ['down', 'down'], seconds: 1, onSample })
    expect(result.phases.map(({ unfit }) => unfit)).toEqual([null, null, 'queue'])
    expect(result.grade).toBeNull()
    expect(explainLoadedDelay(result).words.en).toMatch(/^No grade: 15 s after the first/)
  })

  test('says before how long all of it takes', () => {
    const cost = { ways: ['down', 'up'], idleSeconds: 5, seconds: 10, budgetBytes: 4_000_000 }
    expect(loadedDelayCost(cost).en).toMatch(
      /^Runs for 25 s: 5 s idle, then 2 × 10 s of load; .* 4\.0 MB/,
    )
  })

  test('is told in words, each round trip as it comes', async () => {
    const { clock, client, options } = line(125)
    const lines: unknown[] = []
    const asked = bufferbloatTool(clock, client, {
      ...options,
      budgetBytes: 1e9,
      onProgress: ({ line: one }) => lines.push(one),
    })
    const { ok, words, lines: told } = await clock.until(asked, 600_000, 50)
    expect(ok).toBe(false)
    expect(words.en).toMatch(
      /^Delay: idle \d+\.\d ms, download \d+ ms\. A full line adds .*: grade F\./,
    )
    expect(words.ja).toMatch(/評価 F。転送中は短いメッセージが長く待たされます/)
    expect(lines[0]).toMatchObject({ en: expect.stringMatching(/^idle: +0\.0 s {2}\d/) })
    expect(told[1]).toMatchObject({ en: expect.stringMatching(/^download: median .* Mbit\/s$/) })
  })

  test('ends with the link, and leaves nothing behind', async () => {
    const { clock, client, options } = line(125)
    const asked = loadedDelay(clock, client, options).catch((error: unknown) => error)
    await clock.advance(3_000)
    client.close()
    expect(await clock.until(asked)).toMatchObject({ code: 'ip-closed' })
  })
})

test.each([
  [0, 'A+'],
  [5, 'A'],
  [59.9, 'B'],
  [199, 'C'],
  [399, 'D'],
  [400, 'F'],
  [null, null],
] as const)('%s ms more is grade %s', (addedMs, grade) => {
  expect(gradeOf(addedMs)).toBe(grade)
})
