import { expect, test } from 'vitest'
import { probeOver } from '@core/failover/probe'
import type { ProbeCheck } from '@core/failover/slots'
import { faultCode, Fault } from '@core/fault'
import { answerCoap } from '@core/simulator/coap-server'
import type { IpHost } from '@core/ip/host'
import { seededChance } from '@core/ports/chance'
import { sleep } from '@core/wait'
import { seenIn } from '@core/words'
import { ManualClock } from '../../support/manual-clock'
import { hostPair, type Weather } from '../ip/host-pair'

const host = '203.0.113.7'

/** One check over a link, to an internet where UDP is echoed on port 7, altered on port 9, and CoAP is spoken. */
async function checkOf(check: Pick<ProbeCheck, 'kind' | 'target'>, weather: Weather = {}) {
  const { clock, client, internet } = hostPair(weather)
  internet.onUdp(7, ({ data, reply }) => reply(data))
  internet.onUdp(4000, ({ data, reply }) => reply(data))
  internet.onUdp(9, ({ data, reply }) => reply(data.map((octet) => octet ^ 1)))
  internet.onUdp(5683, ({ data, reply }) => {
    const answer = answerCoap(data)
    if (answer) reply(answer)
  })
  const signal = new AbortController().signal
  const probed = probeOver(clock, client, { ...check, timeoutMs: 2_000 }, signal).then(
    ({ ms, seen }) => `${Math.round(ms)} ms: ${seenIn(seen, 'en')}`,
    (error: unknown) => {
      const said = error instanceof Fault ? error.said : undefined
      return `${faultCode(error)}: ${said?.en} / ${said?.ja}`
    },
  )
  return clock.until(probed, 60_000)
}

test.each([
  ['udp-echo', host, `40 ms: ${host} answers, 40 ms`],
  ['udp-echo', `${host}:4000`, `40 ms: ${host}:4000 answers, 40 ms`],
  ['coap', `coap://${host}`, `40 ms: coap://${host} answers, 40 ms`],
  ['ping', host, `40 ms: ${host} answers, 40 ms`],
] as const)('a check by %s of %s is answered', async (kind, target, said) => {
  expect(await checkOf({ kind, target })).toBe(said)
})

test.each([
  ['udp-echo', host],
  ['coap', `coap://${host}`],
  ['ping', host],
] as const)('a check by %s of %s fails where nothing passes', async (kind, target) => {
  expect(await checkOf({ kind, target }, { loss: 1 })).toMatch(/^ip-no-answer: /)
})

test('a service that answers with other octets does not echo', async () => {
  expect(await checkOf({ kind: 'udp-echo', target: `${host}:9` })).toMatch(
    /^ip-no-answer: .*not with what was sent.* \/ .*別のサービス/,
  )
})

test.each([
  ['udp-echo', `${host}:5000`],
  ['coap', `coap://${host}:5000`],
] as const)('a check by %s says what the host says where nobody listens', async (kind, target) => {
  expect(await checkOf({ kind, target })).toMatch(
    /^ip-unreachable: .*203\.0\.113\.7 says “port unreachable” \/ .*の通知/,
  )
})

/** A check over a host that answers each question after 30 ms, or not; and what it was asked. */
async function asked(check: Partial<ProbeCheck>, fails?: Fault) {
  const clock = new ManualClock()
  const questions: unknown[] = []
  const answer =
    <T>(result: T) =>
    async (...question: unknown[]) => {
      questions.push(question)
      await sleep(clock, 30)
      if (fails) throw fails
      return result
    }
  const given = {
    chance: seededChance(1),
    resolve: answer({ server: '100.100.0.253' }),
    http: answer({ status: 204 }),
    ping: answer({ avgMs: 61.4, replies: [] }),
  } as unknown as IpHost
  const { signal } = new AbortController()
  const full = { kind: 'dns', target: 'soracom.io', timeoutMs: 2_000, ...check } as const
  const probed = probeOver(clock, given, full, signal).then(
    ({ ms, seen }) => [ms, seenIn(seen, 'en')],
    faultCode,
  )
  return { said: await clock.until(probed), questions, signal }
}

test.each([
  ['dns', 'soracom.io', [30, 'soracom.io: 100.100.0.253, 30 ms'], {}],
  ['http', 'http://x/', [30, 'http://x/: HTTP 204, 30 ms'], { maxBytes: 262_144 }],
  ['ping', '8.8.8.8', [61.4, '8.8.8.8 answers, 61 ms'], { count: 1 }],
] as const)('a check by %s of %s', async (kind, target, said, options) => {
  const result = await asked({ kind, target })
  expect(result.said).toEqual(said)
  const { questions, signal } = result
  expect(questions).toEqual([[target, { timeoutMs: 2_000, signal, ...options }]])
})

test.each(['dns', 'http', 'ping'] as const)(
  'a check by %s fails as the host does',
  async (kind) => {
    expect((await asked({ kind }, new Fault('net-not-connected'))).said).toBe('net-not-connected')
  },
)

test('an echo without a place to go to is no check', async () => {
  expect((await asked({ kind: 'udp-echo', target: 'x:99999' })).said).toBe('bad-input')
})
