import { explainUdpEcho, udpEchoTool, type UdpEchoTool } from '@core/ip/tools/udp-echo'
import { seededChance } from '@core/ports/chance'
import { describe, expect, test } from 'vitest'
import type { UdpArrival } from '@core/ip/udp-table'
import { hostPair, type Weather } from './host-pair'

const host = '203.0.113.7'

function echoes(weather: Weather = {}, serve = ({ data, reply }: UdpArrival) => reply(data)) {
  const pair = hostPair(weather)
  pair.internet.onUdp(7, serve)
  const parts = { clock: pair.clock, chance: seededChance(3), host: pair.client }
  const run = (more: Partial<UdpEchoTool> = {}) =>
    pair.clock.until(udpEchoTool(parts, { host, count: 5, intervalMs: 20, ...more }), 60_000, 5)
  return { ...pair, run }
}

describe('UDP echo (RFC 862)', () => {
  test('every datagram comes back, in order, with its time', async () => {
    const { ok, facts, words } = await echoes().run({ size: 200 })
    expect(ok).toBe(true)
    expect(facts).toMatchObject({ sent: 5, received: 5, size: 200, reordered: 0, duplicated: 0 })
    expect(facts.replies.map(({ ms }) => Math.round(ms ?? 0))).toEqual([40, 40, 40, 40, 40])
    expect(words.en).toBe('203.0.113.7:7 echoes UDP: 5 of 5, 40.0 ms on average.')
  })

  test('loss, order and repetition are counted', async () => {
    const { facts, words } = await echoes({ loss: 0.1, duplicate: 0.1, reorder: 0.3 }).run({
      count: 200,
    })
    expect(facts.received).toBeLessThan(200)
    expect(facts.received).toBeGreaterThan(120)
    expect(facts.reordered).toBeGreaterThan(5)
    expect(facts.duplicated).toBeGreaterThan(5)
    expect(facts.altered).toBe(0)
    expect(words.ja).toMatch(/一部のデータグラムが失われました。順序の入れ替わりがあります。$/)
  })

  test('an echo that comes after its time is lost, and told', async () => {
    const { ok, facts } = await echoes({ delayMs: 200 }).run({ timeoutMs: 150, count: 20 })
    expect(ok).toBe(false)
    expect(facts.received).toBe(0)
    expect(facts.late).toBeGreaterThan(0)
  })

  test('a port where nobody listens is told by the host itself', async () => {
    const { ok, facts, words } = await echoes().run({ port: 9, count: 2 })
    expect(ok).toBe(false)
    expect(facts.replies).toMatchObject([
      { ms: null, from: host, error: 'port unreachable' },
      { ms: null, from: host, error: 'port unreachable' },
    ])
    expect(words.en).toMatch(/^Nothing echoes UDP at 203\.0\.113\.7:9: .*“port unreachable”/)
  })

  test('a service that answers something else is no echo', async () => {
    const serve = ({ data, reply }: UdpArrival) => reply(data.slice(0, 20).reverse())
    const { ok, facts, words } = await echoes({}, serve).run()
    expect(ok).toBe(false)
    expect(facts).toMatchObject({ received: 0, altered: 5 })
    expect(words.en).toContain('another service has that port')
  })

  test('silence says what it may be', async () => {
    const { facts } = await echoes({}, () => undefined).run({ count: 1 })
    expect(explainUdpEcho(facts).words.ja).toContain('UDP が遮断されています')
  })
})

test('stopped before the first answer is no verdict, and nothing of nothing is lost', () => {
  const none = { sent: 0, received: 0, lossPct: 0, replies: [] }
  const facts = { host: 'a.example', address: '192.0.2.1', port: 7, size: 8, ...none }
  const counted = { reordered: 0, duplicated: 0, late: 0, altered: 0 }
  const answer = explainUdpEcho({ ...facts, ...counted, ...times })
  expect(answer).toMatchObject({ ok: false, lines: [] })
  expect(answer.words.en).toBe('Stopped before the first answer.')
})
const times = { minMs: null, avgMs: null, maxMs: null, jitterMs: null }
