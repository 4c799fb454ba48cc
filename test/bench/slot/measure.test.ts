import type { CallFailed } from '@contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { benchFixture } from '../../support/bench-fixture'
import { soracom } from '../../support/connect-bench'

/** The measuring tools over the link of a simulated modem, as a window asks for them. */
describe('measured over the link of a slot', () => {
  let fixture: Awaited<ReturnType<typeof benchFixture>>
  const name = 'sim:sim7672'
  const url = 'http://speed.example/bytes/1000000'
  beforeEach(async () => {
    fixture = await benchFixture()
    await fixture.ask('port.open', { slot: 'a', path: name })
    await fixture.ask('connect.start', { slot: 'a', target: soracom })
    expect((await fixture.verdict('a')).result).toBe('connected')
  })
  afterEach(() => fixture.end())

  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => 'no fault',
      (error: CallFailed) => error.error.code,
    )

  test('the delay of the idle and of the full line, one measurement at a time', async () => {
    const asked = fixture.ask('net.bufferbloat', {
      slot: 'a',
      url,
      idleSeconds: 1,
      seconds: 2,
      budgetBytes: 3_000_000,
    })
    expect(await code(fixture.ask('net.throughput', { slot: 'a', url }))).toBe('net-running')
    const { facts, words } = await asked
    expect(facts.phases.map(({ phase }) => phase)).toEqual(['idle', 'down', 'up'])
    expect(facts).toMatchObject({ by: 'icmp', host: 'speed.example', address: '192.0.2.20' })
    expect(facts.billedBytes).toBeGreaterThan(20_000)
    expect(words.en).toMatch(/^Delay: idle .*, download .*, upload .*: grade [A-F]/)
    const parts = fixture.events.flatMap((event) =>
      event.name === 'net' ? [event.value.progress.part] : [],
    )
    expect(new Set(parts)).toEqual(new Set(['idle', 'down', 'up']))
  })

  test('the name servers of the network and others, those that answer nothing last', async () => {
    const { ok, facts, words } = await fixture.ask('net.resolvers', {
      slot: 'a',
      names: ['soracom.io', 'no.such.name.example'],
      servers: ['8.8.8.8', '192.0.2.99'],
      rounds: 2,
    })
    expect(ok).toBe(true)
    expect(facts.rows.map(({ server, ours, asked }) => [server, ours, asked])).toContainEqual([
      '100.127.0.53',
      true,
      4,
    ])
    expect(facts.rows.at(-1)).toMatchObject({ server: '192.0.2.99', answered: 0, firstMs: null })
    expect(facts.names).toMatchObject([
      { answers: [{ said: ['192.0.2.30'], code: null }] },
      { answers: [{ said: [], code: 'dns-no-such-name' }] },
    ])
    expect(words.en).toMatch(/^Fastest: .* ms\. The network’s .* All that answer say the same\.$/)
  })

  test('the MTU of a path that a router tells of', async () => {
    fixture.simulators.control(name, 'path-mtu', '1412')
    const { facts, words } = await fixture.ask('net.mtu', { slot: 'a', host: '8.8.8.8' })
    expect(facts).toMatchObject({ pathMtu: 1412, toldBy: { router: '100.127.10.16', mtu: 1412 } })
    expect(words.ja).toContain('ルーター 100.127.10.16 が通知')
  })

  test('the MTU of a path that says nothing, and on which a download stalls', async () => {
    fixture.simulators.control(name, 'path-mtu', '1412')
    fixture.simulators.control(name, 'path-silent', 'on')
    const { facts } = await fixture.ask('net.mtu', { slot: 'a', host: 'speed.example', port: 80 })
    expect(facts).toMatchObject({ pathMtu: 1412, silent: true, mss: { port: 80, theirs: 1460 } })
    expect(await code(fixture.ask('net.throughput', { slot: 'a', url }))).toBe('tcp-timeout')
  })
})
