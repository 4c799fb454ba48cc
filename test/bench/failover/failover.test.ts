import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { mustRead, readConfig } from '@bench/config/config-file'
import { benchFixture } from '../../support/bench-fixture'

const example = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../../../resources/examples', name), 'utf8')

test('reads the examples without a mistake', () => {
  for (const name of ['failover.yaml', 'soak.yaml'])
    expect(readConfig(example(name)).mistakes, name).toEqual([])
  expect(mustRead(example('soak.yaml')).soak?.for).toBe(36_000_000)
})

const shortNight = example('soak.yaml').replace('for: 10h', 'for: 10m').replace('at: 3h', 'at: 4m')

test('moves the traffic of simulated modems when the network cuts one, and loses no upload', async () => {
  const bench = await benchFixture()
  await bench.ask('soak.start', { text: shortNight })
  await bench.clock.advance(11 * 60_000)
  const state = await bench.ask('soak.state', undefined)
  // What its checks were answered by is what the ladder of the slot says.
  const { rungs, net } = bench.state(bench.bench.failover.state?.active ?? 'a')
  expect(net.check?.ms).toBeGreaterThan(0)
  expect(rungs.find(({ id }) => id === 'internet')).toMatchObject({
    state: 'fine',
    fact: expect.stringContaining(net.check?.host ?? '-'),
  })
  const decisions = bench.bench.failover.state?.decisions ?? []
  expect(decisions.map(({ trigger }) => trigger)).toEqual(['start', 'link-lost'])
  const told = bench.events.flatMap(({ name, value }) => (name === 'decision' ? [value] : []))
  expect(told.map(({ id, result }) => `${id} ${result}`)).toEqual([
    '1 open',
    '1 done',
    '2 open',
    '2 done',
  ])
  const service = bench.bench.failover.state?.service
  expect(service?.elapsedMs).toBeGreaterThanOrEqual(660_000)
  expect(service?.availabilityPct).toBeGreaterThan(95)
  expect(service?.longestGapMs).toBeLessThan(20_000)
  expect(state).toMatchObject({ state: 'ended', ended: 'done' })
  const { summary } = state ?? { summary: undefined }
  expect(summary?.switches).toBe(1)
  expect(summary?.uploads).toMatchObject({ due: 20, sent: 20, left: 0 })
  expect(summary?.clients).toHaveLength(2)
  for (const format of ['html', 'markdown', 'csv'] as const) {
    const file = await bench.ask('soak.report', { format, language: 'ja' })
    expect(file.text?.length).toBeGreaterThan(500)
  }
  expect(bench.reports).toEqual([])
  await bench.end()
})

test('tells what a configuration comes to, and touches nothing', async () => {
  const bench = await benchFixture()
  const text = example('failover.yaml')
  const own = await bench.ask('failover.plan', { text })
  expect(own).toMatchObject({ ports: { a: 'sim:sim7672', b: 'sim:sim5320' }, soak: null })
  expect(own.policy.limits.flapMs).toBe(600_000)
  expect(own.commands).toEqual([])
  const system = text
    .replace('mode: hot', 'link: operating-system\n  mode: hot')
    .replace('sim:sim7672', '/dev/ttyUSB1')
    .replace('sim:sim5320', '/dev/ttyUSB5')
    .replace(/^ *proxyPort.*$/m, '')
  const { commands } = await bench.ask('failover.plan', { text: system })
  expect(commands).toContain('mmcli -m MODEM-WITH-/dev/ttyUSB5 -J')
  expect(await bench.ask('soak.matches', { text })).toBe(false)
  expect(bench.state('a').port).toBeNull()
  await bench.end()
})

test('a run can be reported on after the program has started again', async () => {
  const bench = await benchFixture()
  expect(await bench.ask('soak.stored', undefined)).toBeNull()
  await bench.ask('soak.start', { text: shortNight })
  await bench.clock.advance(5 * 60_000)
  await bench.end()
  const again = await benchFixture(1, bench.files)
  const stored = await again.ask('soak.stored', undefined)
  expect(stored).toMatchObject({ name: 'night', ended: false })
  expect(await again.ask('soak.matches', { text: shortNight })).toBe(true)
  expect(await again.ask('soak.matches', { text: `${shortNight}# another` })).toBe(false)
  expect((stored?.endsMs ?? 0) - (stored?.startedMs ?? 0)).toBe(600_000)
  const report = await again.ask('soak.report', { format: 'markdown', language: 'en' })
  expect(report.text).toContain('The link was lost: A → B.')
  await again.end()
})

test('marks each decision in the charts, once', async () => {
  const bench = await benchFixture()
  await bench.ask('soak.start', { text: shortNight })
  await bench.clock.advance(5 * 60_000)
  const { events } = await bench.ask('signal.marks', undefined)
  const moves = events.filter(({ kind }) => kind === 'failover')
  expect(moves.map(({ slot, severity }) => `${slot} ${severity}`)).toEqual(['a fine', 'b warning'])
  expect(moves[1]?.words.en).toContain('A → B')
  await bench.end()
})
