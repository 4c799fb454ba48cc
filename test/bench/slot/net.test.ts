import { noteText } from '@core/log/note'
import type { CallFailed, ToolProgress } from '@contract'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { benchFixture } from '../../support/bench-fixture'
import { soracom } from '../../support/connect-bench'

let fixture: Awaited<ReturnType<typeof benchFixture>>

beforeEach(async () => {
  fixture = await benchFixture()
})
afterEach(async () => {
  await fixture.end()
})

async function online(name = 'sim:sim7672') {
  await fixture.ask('port.open', { slot: 'a', path: name })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  expect((await fixture.verdict('a')).result).toBe('connected')
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no fault',
    (error: CallFailed) => error.error.code,
  )

const progress = (): ToolProgress[] =>
  fixture.events.flatMap((event) => (event.name === 'net' ? [event.value.progress] : []))

test('says to connect first when there is no link', async () => {
  const asked = fixture.ask('net.ping', { slot: 'a', host: '8.8.8.8' })
  expect(await code(asked)).toBe('net-not-connected')
})

describe('over the link of a slot', () => {
  beforeEach(() => online())

  test('pings, echo by echo', async () => {
    const answer = await fixture.ask('net.ping', { slot: 'a', host: 'pong.soracom.io', count: 3 })
    expect(answer).toMatchObject({ ok: true, facts: { sent: 3, received: 3 } })
    expect(answer.words.en).toMatch(/^pong\.soracom\.io answers: 3 of 3/)
    expect(answer.words.ja).toMatch(/3 回中 3 回/)
    expect(progress().map(({ index }) => index)).toEqual([1, 2, 3])
    expect(answer.lines[0]).toBe(progress()[0]?.line)
    const top = () => fixture.state('a').rungs.find(({ id }) => id === 'internet')
    expect(top()).toMatchObject({
      state: 'fine',
      fact: expect.stringMatching(/^pong\.soracom\.io {2}\d+ ms$/),
    })
    await fixture.ask('net.ping', { slot: 'a', host: '192.0.2.99', count: 1 })
    expect(top()?.state).toBe('fine')
    await fixture.ask('connect.disconnect', { slot: 'a' })
    expect(fixture.state('a').net.check).toBeNull()
  })

  test('says what it means when nobody answers', async () => {
    const answer = await fixture.ask('net.ping', { slot: 'a', host: '192.0.2.99', count: 2 })
    expect(answer).toMatchObject({ ok: false, facts: { received: 0 } })
    expect(answer.words.en).toContain('answers no ping')
  })

  test('looks names up', async () => {
    const found = await fixture.ask('net.dns', { slot: 'a', name: 'harvest.soracom.io' })
    expect(found).toMatchObject({ ok: true, facts: { server: '100.127.0.53' } })
    expect(found.words.en).toContain('100.127.111.111')
    const asked = fixture.ask('net.dns', { slot: 'a', name: 'no.such.name.example' })
    expect(await code(asked)).toBe('dns-no-such-name')
  })

  test('fetches a page, and says of a refusal that the link works', async () => {
    const page = await fixture.ask('net.http', { slot: 'a', url: 'http://ip.example/' })
    expect(page).toMatchObject({ ok: true, facts: { status: 200, text: '10.164.98.251\n' } })
    const missing = await fixture.ask('net.http', {
      slot: 'a',
      url: 'http://metadata.soracom.io/nothing',
    })
    expect(missing).toMatchObject({ ok: false, facts: { status: 404 } })
    expect(missing.words.en).toContain('the link itself works')
    const secure = fixture.ask('net.http', { slot: 'a', url: 'ftp://ip.example/' })
    expect(await code(secure)).toBe('bad-input')
  })

  test('follows the routers and asks for the time', async () => {
    const trace = await fixture.ask('net.traceroute', { slot: 'a', host: '8.8.8.8' })
    expect(trace.words.en).toBe('8.8.8.8 is 3 hops away.')
    const time = await fixture.ask('net.ntp', { slot: 'a', host: 'ntp.soracom.io' })
    expect(time.words.en).toContain('agrees with ntp.soracom.io')
  })

  test('measures within a budget, one measurement at a time', async () => {
    const url = 'http://speed.example/bytes/1000000'
    const first = fixture.ask('net.throughput', { slot: 'a', url, seconds: 5, budgetBytes: 20_000 })
    const second = fixture.ask('net.throughput', { slot: 'a', url })
    expect(await code(second)).toBe('net-running')
    const answer = await first
    expect(answer).toMatchObject({ ok: true, facts: { ended: 'budget', budgetBytes: 20_000 } })
    expect(answer.words.en).toContain('Stopped at the budget of 20.0 kB')
    expect(answer.facts.mbps).toBeLessThan(0.1)
  })

  test('says of a short page that it is nothing to measure with', async () => {
    const url = 'http://example.com/'
    const answer = await fixture.ask('net.throughput', { slot: 'a', url, seconds: 2 })
    expect(answer.ok).toBe(false)
    expect(answer.words.en).toContain('too short to measure with')
    expect(answer.words.ja).toContain('1 MB 以上')
  })

  test('cancels what runs', async () => {
    const asked = fixture.ask('net.ping', { slot: 'a', host: '8.8.8.8', count: 1000 })
    fixture.clock.schedule(3_500, () => fixture.bench.slots.a.net.runs.cancel())
    expect((await asked).facts.sent).toBeLessThan(6)
    expect(fixture.state('a').net.running).toEqual([])
  })

  test.each([
    ['pong', true, /answers: 3 of 3/],
    ['metadata', true, /its status is active/],
    ['userdata', true, /user data arrived/],
    ['harvest', true, /Harvest took the data \(201\)/],
    ['unified', true, /unified endpoint took the data/],
    ['beam', true, /destination answered 200/],
    ['funnel', true, /Funnel took the data \(204\)/],
  ] as const)('tries SORACOM’s %s', async (what, ok, words) => {
    const answer = await fixture.ask('net.soracom', { slot: 'a', what })
    expect(answer.ok).toBe(ok)
    expect(answer.words.en).toMatch(words)
    expect(answer.words.ja).not.toBe('')
  })

  test.each([
    ['harvest', 'udp', undefined, true, /Harvest took the data \(201\)/],
    ['harvest', 'tcp', undefined, true, /Harvest took the data \(201\); 22 octets/],
    ['unified', 'udp', 'hello', true, /unified endpoint took the data \(201\); 5 octets/],
    ['unified', 'tcp', undefined, true, /unified endpoint took the data/],
    ['beam', 'udp', undefined, true, /destination answered 200/],
    ['beam', 'tcp', undefined, true, /destination answered 200/],
    ['funnel', 'udp', undefined, true, /Funnel took the data \(200\)/],
    ['funnel', 'tcp', '{"t":', false, /Funnel answered 400/],
  ] as const)('sends SORACOM’s %s data by %s', async (what, by, body, ok, words) => {
    const answer = await fixture.ask('net.soracom', { slot: 'a', what, by, body })
    expect(answer.ok).toBe(ok)
    expect(answer.words.en).toMatch(words)
  })

  test('SORACOM’s endpoints that are asked have no way to be chosen', async () => {
    const asked = fixture.ask('net.soracom', { slot: 'a', what: 'pong', by: 'udp' })
    await expect(asked).rejects.toMatchObject({ error: { code: 'bad-input' } })
  })

  test('has an echo server and a CoAP server in the simulated internet', async () => {
    const echo = await fixture.ask('net.udpEcho', { slot: 'a', host: 'echo.example', count: 2 })
    expect(echo.facts).toMatchObject({ port: 7, received: 2, altered: 0 })
    const url = 'coap://coap.example/sensors/temperature'
    const { facts } = await fixture.ask('net.coap', { slot: 'a', url, count: 1 })
    expect(facts.response).toMatchObject({ code: '2.05', text: '{"t":21.5}' })
    expect(fixture.state('a').net.running).toEqual([])
  })

  test('keeps the session alive, and says what it costs', async () => {
    const cost = await fixture.ask('net.keepAliveCost', { minutes: 10 })
    const state = await fixture.ask('net.keepAlive', { slot: 'a', on: true, minutes: 10 })
    expect(state).toMatchObject({ on: true, words: cost.words })
    await fixture.clock.advance(31 * 60_000)
    expect(fixture.state('a').net.keepAlive).toMatchObject({ sent: 3, answered: 3 })
    await fixture.ask('net.keepAlive', { slot: 'a', on: false, minutes: 10 })
    expect(fixture.state('a').net.keepAlive.on).toBe(false)
    const notes = fixture.entries
      .filter(({ dir }) => dir === 'note')
      .flatMap(({ bytes }) => noteText(bytes).words?.ja ?? [])
      .filter((note) => note.includes('キープアライブ'))
    expect(notes[0]).toMatch(/^キープアライブ開始：/)
    expect(notes[1]).toMatch(/^キープアライブ：.+ が応答、\d+ ms$/)
    expect(notes.at(-1)).toBe('キープアライブを停止しました。')
  })

  test('counts what passed and projects the day, telling the window once a second at most', async () => {
    const before = fixture.events.length
    const asked = fixture.ask('net.ping', {
      slot: 'a',
      host: '8.8.8.8',
      count: 60,
      intervalMs: 200,
    })
    await asked
    const patches = fixture.events
      .slice(before)
      .filter((event) => event.name === 'patch' && event.value.patch.net)
    expect(patches.length).toBeLessThanOrEqual(20)
    const { bytes, perDayBytes } = fixture.state('a').net
    expect(bytes?.rx).toBeGreaterThan(60 * 84)
    expect(perDayBytes).toBeGreaterThan(10_000_000)
    await fixture.ask('connect.disconnect', { slot: 'a' })
    expect(fixture.state('a').net).toMatchObject({ bytes: null, perDayBytes: null })
  })

  test('a transfer that NO CARRIER ends is told by it', async () => {
    const url = 'http://speed.example/bytes/1000000'
    const asked = fixture.ask('net.throughput', { slot: 'a', url, seconds: 60, budgetBytes: 1e9 })
    fixture.clock.schedule(5000, () => fixture.simulators.control('sim:sim7672', 'cut-session'))
    const failed: unknown = await asked.catch((error: unknown) => error)
    expect(failed).toMatchObject({ error: { code: expect.stringMatching(/^link-/) } })
    const page = fixture.ask('net.http', { slot: 'a', url })
    expect(await code(page)).toBe('net-not-connected')
  })

  test('an endless ping ends with the link', async () => {
    const asked = fixture.ask('net.ping', { slot: 'a', host: '8.8.8.8', count: 3600 })
    fixture.clock.schedule(3_500, () => fixture.simulators.control('sim:sim7672', 'cut-session'))
    const answer = await asked
    expect(answer.facts.received).toBeLessThan(10)
  })
})
