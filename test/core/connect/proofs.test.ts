import type { Step, StepContext } from '@core/connect/step'
import { dns, http, ping } from '@core/connect/steps/prove'
import { Fault, type FaultCode } from '@core/fault'
import { describe, expect, test } from 'vitest'
import { given, StepBench, type StepBenchOptions } from '../../support/step-bench'

/** A proof over a link that is up, with a host of which only what is given works. */
async function proved(
  step: Step,
  target: StepBenchOptions['target'],
  host: object,
  parts: Partial<StepContext> = {},
) {
  const bench = new StepBench({}, { ...(target ? { target } : {}) })
  let listens = 0
  const on = () => {
    listens += 1
    return () => (listens -= 1)
  }
  const upLink = { link: { on }, host: { address: '10.0.0.2', ipv6: null, ...host } }
  const ended = await bench.run(given(step, { session: { upLink }, ...parts }))
  return { ...ended, listens, progress: bench.progress, pinged: bench.found.pinged }
}
const signal = expect.any(AbortSignal)
const name = 'a.example'

describe('a name', () => {
  /** Answers each type with an address of it; what was asked. */
  function resolver() {
    const asked: unknown[] = []
    const resolve = async (one: string, how: { type: string }) => {
      asked.push([one, how])
      const data = how.type === 'A' ? '192.0.2.7' : '2001:db8::7'
      return { answers: [{ data }], server: `9.9.9.${asked.length}`, ms: 41.6 * asked.length }
    }
    return { asked, resolve }
  }
  const six = { address: '2001:db8::2' }
  test.each([
    ['10.0.0.2', null, ['A'], ['192.0.2.7']],
    ['10.0.0.2', { address: null }, ['A'], ['192.0.2.7']],
    ['10.0.0.2', six, ['AAAA', 'A'], ['2001:db8::7', '192.0.2.7']],
    [null, six, ['AAAA'], ['2001:db8::7']],
  ])('on a link of %s and %j is asked for as %j', async (address, ipv6, types, answers) => {
    const { asked, resolve } = resolver()
    const ended = await proved(dns, { pingHost: name }, { address, ipv6, resolve })
    expect(asked).toEqual(types.map((type) => [name, { type, signal, timeoutMs: 15_000 }]))
    expect(ended).toMatchObject({
      state: 'ok',
      en: `a.example is ${answers.join(' ')} (42 ms, 9.9.9.1).`,
      facts: { name, answers, server: '9.9.9.1', ms: 41.6 },
      listens: 0,
    })
  })
  test('is asked for of nobody on a link without an address', async () => {
    const ended = await proved(dns, { pingHost: name }, { address: null })
    expect(ended).toMatchObject({ state: 'ok', en: 'a.example is  (0 ms, ).' })
    expect(ended.facts).toEqual({ name, answers: [], server: '', ms: 0 })
  })
  test.each([
    ['http://b.example/x', 'b.example'],
    ['https://b.example:8443', 'b.example'],
    ['http://b.example?x', 'b.example'],
    ['http://b.example#x', 'b.example'],
    ['http://192.0.2.1/', undefined],
    ['http://[2001:db8::1]:80/', undefined],
    ['ftp://b.example/', undefined],
    ['x http://b.example/', undefined],
    ['http://', undefined],
  ])('of the page %s: %s', async (httpUrl, host) => {
    const { asked, resolve } = resolver()
    const { state } = await proved(dns, { pingHost: '', httpUrl }, { resolve })
    expect(state).toBe(host === undefined ? 'skipped' : 'ok')
    expect(asked).toEqual(host === undefined ? [] : [[host, expect.anything()]])
  })
})

describe('pings', () => {
  const answered = (parts: object = {}) => ({
    sent: 3,
    received: 2,
    avgMs: 61.4,
    address: '192.0.2.7',
    ...parts,
  })
  const pinging = (parts: object = {}) => ({ ping: async () => answered(parts) })
  const four = { host: name, sent: 3, received: 2 }
  test.each([
    [name, 'IP', {}, 'a.example answers: 2 of 3, 61 ms on average.'],
    [name, 'IPV6', {}, 'a.example answers over IPv4 (192.0.2.7): 2 of 3, 61 ms on average.'],
    [
      name,
      'IPV4V6',
      { address: '2001:db8::7' },
      'a.example answers over IPv6 (2001:db8::7): 2 of 3, 61 ms on average.',
    ],
    ['192.0.2.7', 'IPV4V6', {}, '192.0.2.7 answers: 2 of 3, 61 ms on average.'],
    [name, 'IP', { avgMs: null }, 'a.example answers: 2 of 3, 0 ms on average.'],
  ] as const)('of %s over %s %j', async (pingHost, pdpType, parts, en) => {
    const avgMs = 'avgMs' in parts ? null : 61.4
    const ended = await proved(ping, { pingHost, pdpType }, pinging(parts))
    expect(ended).toMatchObject({ state: 'ok', en, listens: 0 })
    expect(ended.facts).toEqual({ ...four, host: pingHost, avg_ms: avgMs })
    expect(ended.pinged).toEqual({ ...four, host: pingHost, avgMs })
  })
  test('are three, one a second, each waited for 5 s and told', async () => {
    const asked: unknown[] = []
    const host = {
      ping: async (...how: readonly [string, { onReply(reply: object): void }]) => {
        const [one, { onReply, ...rest }] = how
        asked.push([one, rest])
        onReply({ ms: 41.6 })
        onReply({ ms: null })
        return answered()
      },
    }
    const { progress } = await proved(ping, { pingHost: name }, host)
    expect(asked).toEqual([[name, { count: 3, intervalMs: 1000, timeoutMs: 5000, signal }]])
    expect(progress).toEqual(['a.example: 42 ms.', 'a.example: no answer.'])
  })
  test('none of which is answered are kept with what failed', async () => {
    const ended = await proved(ping, { pingHost: name }, pinging({ received: 0, avgMs: null }))
    expect([ended.state, ended.en]).toEqual([
      'connect-no-ping',
      'a.example: 3 sent, none answered.',
    ])
    expect(ended.pinged).toEqual({ host: name, sent: 3, received: 0, avgMs: null })
  })
  test('that were cancelled are no answer of the host', async () => {
    const cancelled = AbortSignal.abort(new Fault('connect-cancelled'))
    const ended = await proved(ping, { pingHost: name }, pinging(), { signal: cancelled })
    expect([ended.state, ended.pinged]).toEqual(['connect-cancelled', undefined])
  })
})

test('a page is fetched in 30 s and 64 KiB at most', async () => {
  const asked: unknown[] = []
  const host = {
    http: async (...how: readonly unknown[]) => {
      asked.push(how)
      return { status: 204, body: new Uint8Array(7), ms: 250.4 }
    },
  }
  const httpUrl = 'http://a.example/x'
  const ended = await proved(http, { httpUrl }, host)
  expect(asked).toEqual([[httpUrl, { signal, timeoutMs: 30_000, maxBytes: 65_536 }]])
  expect(ended).toMatchObject({ state: 'ok', en: 'http://a.example/x: 204, 7 octets, 250 ms.' })
  expect(ended.facts).toEqual({ status: 204, bytes: 7, ms: 250.4 })
})

describe('what goes wrong', () => {
  const failing = (error: unknown) => {
    const fail = () => Promise.reject(error)
    return { resolve: fail, ping: fail, http: fail }
  }
  const target = { pingHost: name, httpUrl: 'http://b.example/' }
  test.each([
    [dns, 'connect-no-dns', 'a.example'],
    [ping, 'connect-no-ping', 'a.example'],
    [http, 'connect-no-http', 'http://b.example/'],
  ] as const)('is told as that of the step, with whom it asked: $id', async (step, state, what) => {
    const ended = await proved(step, target, failing(new Fault('dns-no-answer')))
    expect([ended.state, ended.listens]).toEqual([state, 0])
    expect(ended.en).toMatch(/: [A-Z].*\.$/)
    expect(ended.en.startsWith(`${what}: `)).toBe(true)
    expect(ended.ja.startsWith(`${what}：`)).toBe(true)
    expect(ended.ja.length).toBeGreaterThan(what.length + 5)
  })
  test.each(['at-cancelled', 'connect-cancelled', 'port-gone', 'port-failed'] as const)(
    'stays what it is: %s',
    async (code: FaultCode) => {
      expect((await proved(dns, target, failing(new Fault(code)))).state).toBe(code)
    },
  )
  test('an error of this program is none of the host', async () => {
    const error = new RangeError('too far')
    await expect(proved(dns, target, failing(error))).rejects.toBe(error)
  })
})
