import type { IpHost } from '@core/ip/host'
import { KeepAlive, type KeepAliveRound, type KeepAliveSettings } from '@core/ip/keep-alive'
import { buildAnswer, parseDns } from '@core/ip/dns-message'
import { expect, test } from 'vitest'
import { hostPair } from './host-pair'

const minute = 60_000

function keeping(settings: Partial<KeepAliveSettings> = {}) {
  const pair = hostPair()
  const rounds: KeepAliveRound[] = []
  let link: IpHost | undefined = pair.client
  const keepAlive = new KeepAlive({
    kind: 'ping',
    host: '8.8.8.8',
    everyMs: 15 * minute,
    ...settings,
    clock: pair.clock,
    link: () => link,
    onChange: () => undefined,
    onRound: (round) => rounds.push(round),
  })
  return {
    ...pair,
    rounds,
    keepAlive,
    drop: () => {
      link = undefined
    },
  }
}

test('sends one small echo each quarter of an hour', async () => {
  const { keepAlive, clock, client } = keeping()
  keepAlive.start()
  await clock.advance(60 * minute + 1000)
  expect(keepAlive.state).toMatchObject({ on: true, sent: 4, answered: 4, missedInRow: 0 })
  expect(client.counters.bytesIn + client.counters.bytesOut).toBe(4 * 72)
  keepAlive.stop()
  await clock.advance(60 * minute)
  expect(keepAlive.state).toMatchObject({ on: false, sent: 4 })
})

test('costs what it said', async () => {
  const { keepAlive, clock, client } = keeping()
  keepAlive.start()
  await clock.advance(24 * 60 * minute + 1000)
  const { bytesIn, bytesOut } = client.counters
  expect(bytesIn + bytesOut).toBe(keepAlive.state.perDayBytes)
})

test('counts what is missed in a row, and forgets it with the first answer', async () => {
  const { keepAlive, clock, weather } = keeping()
  keepAlive.start()
  weather.loss = 1
  await clock.advance(46 * minute)
  expect(keepAlive.state).toMatchObject({ missedInRow: 3, lastMs: null })
  weather.loss = 0
  await clock.advance(15 * minute)
  expect(keepAlive.state).toMatchObject({ missedInRow: 0, answered: 1 })
})

test('passes rounds over while there is no link', async () => {
  const { keepAlive, clock, drop } = keeping()
  drop()
  keepAlive.start()
  await clock.advance(60 * minute)
  expect(keepAlive.state.sent).toBe(0)
})

test('asks the name server that came with the address, or sends a datagram nobody answers', async () => {
  const dns = keeping({ kind: 'dns', host: '' })
  dns.internet.onUdp(53, ({ data, reply }) => {
    const query = parseDns(data)
    const name = query?.questions?.[0]?.name ?? ''
    if (query) reply(buildAnswer(query, [{ name, type: 'A', ttl: 60, data: '8.8.8.8' }], 0))
  })
  await dns.clock.until(dns.keepAlive.now())
  expect(dns.rounds[0]?.words).toEqual({
    en: '100.100.0.253 answers',
    ja: '100.100.0.253 が応答',
  })
  const { bytesIn, bytesOut } = dns.client.counters
  const perRound = dns.keepAlive.state.perDayBytes / 96
  expect(Math.abs(bytesIn + bytesOut - perRound)).toBeLessThan(perRound * 0.2)

  const udp = keeping({ kind: 'udp' })
  udp.internet.onUdp(9, () => undefined)
  await udp.clock.until(udp.keepAlive.now())
  expect(udp.keepAlive.state).toMatchObject({ answered: 1, missedInRow: 0 })
  expect(udp.client.counters.bytesOut).toBe(29)
})

test('a round that is stopped in the middle says nothing', async () => {
  const { keepAlive, clock, weather, rounds } = keeping()
  weather.loss = 1
  keepAlive.start()
  const round = keepAlive.now()
  await clock.advance(1000)
  keepAlive.stop()
  await clock.until(round)
  expect(rounds).toEqual([])
})
