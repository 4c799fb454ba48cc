import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { IdleMeasurement } from '@contract'
import { benchFixture } from '../../support/bench-fixture'

const target = {
  apn: 'soracom.io',
  user: 'sora',
  password: 'sora',
  auth: 'auto',
  pdpType: 'IP',
  cid: 1,
  direct: false,
  pingHost: '',
  httpUrl: '',
} as const

async function connected(port: string) {
  const bench = await benchFixture()
  await bench.ask('port.open', { slot: 'a', path: port })
  await bench.ask('connect.start', { slot: 'a', target })
  expect((await bench.verdict('a')).result).toBe('connected')
  return bench
}

test('measures the idle limit of a slot in the window, with its keep-alive off meanwhile', async () => {
  const bench = await connected('sim:sim7672?idle=62')
  await bench.ask('net.keepAlive', { slot: 'a', on: true, minutes: 5, host: 'pong.soracom.io' })
  const begun = await bench.ask('idle.start', { slot: 'a', upToMinutes: 90 })
  expect(begun.state).toBe('silent')
  expect(bench.state('a').net.keepAlive.on).toBe(false)
  await bench.clock.advance(63 * 60_000)
  const found = await bench.ask('idle.state', { slot: 'a' })
  expect(found).toMatchObject({ state: 'cut', sign: 'terminate' })
  expect((found?.silentMs ?? 0) / 60_000).toBeCloseTo(62, 1)
  expect(bench.state('a').net.keepAlive).toMatchObject({ on: true, everyMs: 300_000 })
  const told = bench.events.flatMap((event) =>
    event.name === 'patch' && event.value.patch.idle ? [event.value.patch.idle.state] : [],
  )
  expect(told).toEqual(['silent', 'cut'])
  expect(bench.reports).toEqual([])
  await bench.end()
})

test('stops measuring by hand, and when the port is closed', async () => {
  const bench = await connected('sim:sim7672')
  await bench.ask('idle.start', { slot: 'a' })
  await bench.clock.advance(60_000)
  await bench.ask('idle.stop', { slot: 'a' })
  const stopped = (): IdleMeasurement | null => bench.state('a').idle
  expect(stopped()).toMatchObject({ state: 'stopped', seen: { en: 'stopped by hand' } })
  await bench.ask('idle.start', { slot: 'a' })
  await bench.ask('port.close', { slot: 'a' })
  expect(stopped()).toMatchObject({ state: 'stopped', seen: { en: 'the port was closed' } })
  await bench.end()
})

test('does not measure what is not connected, nor what a failover uses', async () => {
  const bench = await benchFixture()
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await expect(bench.ask('idle.start', { slot: 'a' })).rejects.toMatchObject({
    error: { code: 'net-not-connected' },
  })
  const text = readFileSync(
    resolve(import.meta.dirname, '../../../resources/examples/failover.yaml'),
    'utf8',
  ).replace(/ *proxyPort.*\n/, '')
  await bench.ask('failover.start', { text })
  await expect(bench.ask('idle.start', { slot: 'a' })).rejects.toMatchObject({
    error: { code: 'idle-busy' },
  })
  await bench.end()
})

test('counts down to the idle cut on both links, and keeps them alive at a price it says', async () => {
  const bench = await benchFixture()
  const text = `slots:
  a: { port: 'sim:sim7672', preset: soracom }
  b: { port: 'sim:sim5320', preset: soracom }
failover:
  triggers: { health: { on: false, target: pong.soracom.io } }
  keepAlive: { on: true, every: 20m, host: pong.soracom.io }
`
  await bench.ask('failover.start', { text })
  await bench.clock.advance(18 * 60_000)
  const before = await bench.ask('failover.state', undefined)
  const { idle, keepAlive } = before?.slots.b ?? {}
  expect(before?.slots.b.link).toBe(true)
  expect(keepAlive).toMatchObject({ on: true, everyMs: 1_200_000, perDayBytes: 5_184 })
  expect((idle?.warnsAtMs ?? 0) - (idle?.lastTrafficMs ?? 0)).toBe(55 * 60_000)
  expect(bench.clock.nowMs() - (idle?.lastTrafficMs ?? 0)).toBeGreaterThan(15 * 60_000)
  expect(before?.checkBytesPerDay).toBe(0)
  await bench.clock.advance(150 * 60_000)
  const after = await bench.ask('failover.state', undefined)
  expect(after?.decisions.map(({ trigger }) => trigger)).toEqual(['start'])
  await bench.ask('failover.stop', undefined)
  expect(bench.state('b').net.keepAlive.on).toBe(false)
  expect(bench.reports).toEqual([])
  await bench.end()
})

test('warns in the log once, five minutes before networks usually hang up', async () => {
  const bench = await connected('sim:sim7672')
  const warnings = () =>
    bench.events
      .flatMap((event) => (event.name === 'rows' ? event.value : []))
      .filter((row) => JSON.stringify(row).includes('many networks hang up'))
  await bench.clock.advance(54 * 60_000)
  expect(warnings()).toHaveLength(0)
  await bench.clock.advance(3 * 60_000)
  expect(warnings()).toHaveLength(1)
  await bench.end()
})
