import { fromHex, hexOf } from '@core/bytes'
import { IpcpClientPolicy } from '@core/ppp/ipcp'
import { IpcpServerPolicy } from '@core/ppp/ipcp-server'
import {
  authenticator,
  extraOffers,
  ipcpPolicy,
  ipv6cpPolicy,
  lcpPolicy,
  stubborn,
} from '@core/ppp/link-layers'
import type { PppLinkOptions, ServerOptions } from '@core/ppp/link-types'
import { parseOptions, isMalformed, buildOptions } from '@core/ppp/packet'
import { defaultTimers } from '@core/ppp/timers'
import { seededChance } from '@core/ports/chance'
import { seenIn } from '@core/words'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const options = (hex: string) => {
  const parsed = parseOptions(octets(hex))
  if (isMalformed(parsed)) throw new Error(parsed.error.en)
  return parsed.options
}
type Change = Partial<Omit<PppLinkOptions, 'server'>> & { readonly server?: Partial<ServerOptions> }
const link = ({ server, ...change }: Change = {}): PppLinkOptions => ({
  role: 'client',
  clock: new ManualClock(),
  chance: seededChance(1),
  write: () => undefined,
  server: server && {
    require: 'none',
    check: (user, password) => user === 'u' && password === 'p',
    address: '10.0.0.1',
    clientAddress: '10.0.0.2',
    dns: [],
    ...server,
  },
  ...change,
})

const pap = '0304c023'
const chap = '0305c22305'

describe('which authentication', () => {
  test.each<[string, Change, string, string]>([
    ['a client lets happen by itself', {}, 'ack', 'ack'],
    ['by auto', { auth: 'auto' }, 'ack', 'ack'],
    ['by PAP alone', { auth: 'pap' }, 'ack', `nak ${pap}`],
    ['by CHAP alone', { auth: 'chap' }, `nak ${chap}`, 'ack'],
    ['by none', { auth: 'none' }, `rej ${pap}`, `rej ${chap}`],
    [
      'a server lets happen',
      { role: 'server', auth: 'auto', server: {} },
      `rej ${pap}`,
      `rej ${chap}`,
    ],
  ])('%s', (_who, change, papVerdict, chapVerdict) => {
    const policy = lcpPolicy(link(change), defaultTimers, () => undefined)
    const verdict = (asked: string) => {
      const judged = policy.judge(options(asked), true)
      return judged.kind === 'ack' ? 'ack' : `${judged.kind} ${hexOf(buildOptions(judged.options))}`
    }
    expect([verdict(pap), verdict(chap)]).toEqual([papVerdict, chapVerdict])
  })
  test('CHAP is proposed where neither is asked', () => {
    const policy = lcpPolicy(link(), defaultTimers, () => undefined)
    expect(policy.judge(options('0304c227'), true)).toEqual({ kind: 'nak', options: options(chap) })
  })
  test.each<[Change, string]>([
    [{}, 'none'],
    [{ server: { require: 'chap' } }, 'none'],
    [{ role: 'server' }, 'none'],
    [{ role: 'server', server: { require: 'none' } }, 'none'],
    [{ role: 'server', server: { require: 'pap' } }, 'pap'],
    [{ role: 'server', server: { require: 'chap' } }, 'chap'],
  ])('%j demands %s', (change, demand) => {
    expect(lcpPolicy(link(change), defaultTimers, () => undefined).demand).toBe(demand)
  })
  test.each<[string, ServerOptions['quirks'], string, string, string]>([
    ['as the client likes', undefined, 'pap', 'fail', 'pap'],
    ['as it insists', { strictAuth: true }, 'chap', 'fail', 'chap'],
    ['or none', { authOptional: true }, 'pap', 'again', 'none'],
  ])('a server demands CHAP, %s', (_how, quirks, naked, rejected, left) => {
    const policy = lcpPolicy(
      link({ role: 'server', server: { require: 'chap', quirks } }),
      defaultTimers,
      () => undefined,
    )
    policy.nakked(options(pap))
    expect(policy.demand).toBe(naked)
    expect([policy.rejected(options(naked === 'pap' ? pap : chap)), policy.demand]).toEqual([
      rejected,
      left,
    ])
  })
  test('a server may have an MRU of its own', () => {
    const asked = (quirks?: ServerOptions['quirks']) =>
      hexOf(
        buildOptions(
          lcpPolicy(link({ role: 'server', server: { quirks } }), defaultTimers, () => undefined)
            .wanted()
            .slice(0, 1),
        ),
      )
    expect([asked({ mru: 296 }), asked()]).toEqual(['01040128', '020600000000'])
  })
})

describe('which side of IPCP and IPV6CP', () => {
  test.each<[Change, unknown]>([
    [{}, IpcpClientPolicy],
    [{ server: {} }, IpcpClientPolicy],
    [{ role: 'server' }, IpcpClientPolicy],
    [{ role: 'server', server: {} }, IpcpServerPolicy],
  ])('%j', (change, side) => {
    expect(ipcpPolicy(link(change)).constructor).toBe(side)
  })
  const ipv6 = {
    identifier: octets('0000000000000001'),
    clientIdentifier: octets('00000000cafe0002'),
  }
  test.each<[string, Change, string, boolean]>([
    ['a server', { role: 'server', server: { ipv6 } }, '0000000000000001', true],
    ['a client, though it has one', { server: { ipv6 } }, '', false],
    ['a server without IPv6', { role: 'server', server: {} }, '', false],
    ['none', { role: 'server' }, '', false],
  ])('%s gives identifiers', (_who, change, identifier, gives) => {
    const policy = ipv6cpPolicy(link(change))
    if (identifier) expect(hexOf(policy.identifier)).toBe(identifier)
    else expect(hexOf(policy.identifier)).not.toBe('0000000000000001')
    const asked = [{ type: 1, value: octets('0211223344556677') }]
    expect(policy.judge(asked, true).kind).toBe(gives ? 'nak' : 'ack')
  })
})

test('a server told to nak for ever agrees to nothing, and hears all', () => {
  const did: string[] = []
  const policy = stubborn({
    restart: () => did.push('restart'),
    wanted: () => options(pap),
    judge: () => ({ kind: 'ack' }),
    nakked: (some) => {
      did.push(`nakked ${some.length}`)
      return 'wait'
    },
    rejected: (some) => {
      did.push(`rejected ${some.length}`)
      return 'fail'
    },
    peerAgreed: (some) => did.push(`peer agreed ${some.length}`),
    agreed: () => did.push('agreed'),
  })
  const naks = Array.from({ length: 252 }, () => {
    const verdict = policy.judge([], true)
    return verdict.kind === 'ack'
      ? 'ack'
      : `${verdict.kind} ${hexOf(buildOptions(verdict.options))}`
  })
  expect([naks[0], naks[1], naks[249], naks[250], naks[251]]).toEqual([
    'nak 050609090900',
    'nak 050609090901',
    'nak 0506090909f9',
    'nak 050609090900',
    'nak 050609090901',
  ])
  expect(policy.wanted()).toEqual(options(pap))
  policy.restart()
  expect([policy.nakked(options(pap)), policy.rejected(options(pap))]).toEqual(['wait', 'fail'])
  policy.peerAgreed(options(`${pap}${chap}`))
  policy.agreed()
  expect(did).toEqual(['restart', 'nakked 1', 'rejected 1', 'peer agreed 2', 'agreed'])
})

test('what a modem offers besides', () => {
  expect(extraOffers.map(({ protocol, packet }) => [protocol, hexOf(packet)])).toEqual([
    [0x80fd, '010100081a047800'],
    [0x8057, '0101000e010a0000000000000001'],
  ])
})

describe('our side of the authentication', () => {
  function side(change: Change, agreed = '') {
    const o = link(change)
    const sent: string[] = []
    const said: string[] = []
    const policy = lcpPolicy(o, defaultTimers, () => undefined)
    policy.peerAgreed(options(agreed))
    const outcome = {
      send: (packet: Uint8Array) => sent.push(hexOf(packet)),
      passed: () => said.push('passed'),
      failed: (code: string, seen: Parameters<typeof seenIn>[0]) =>
        said.push(`${code}: ${seenIn(seen, 'en')}`),
    }
    const found = authenticator(o, defaultTimers, policy, outcome, 9)
    found?.side.start()
    const receive = (code: number, data: string) =>
      found?.side.receive({ code, id: 9, data: octets(data) })
    return { clock: o.clock as ManualClock, found, sent, said, receive }
  }
  const server = (more: Partial<ServerOptions>): Change => ({ role: 'server', server: more })

  test.each<[string, Change, string, string | undefined]>([
    ['a client of whom nothing is asked', {}, '', undefined],
    ['a client that is asked for PAP', {}, pap, 'pap'],
    ['a client that is asked for CHAP', {}, chap, 'chap'],
    ['a server that asks for nothing', server({}), pap, undefined],
    ['a server that asks for PAP', server({ require: 'pap' }), '', 'pap'],
    ['a server that asks for CHAP', server({ require: 'chap' }), '', 'chap'],
    ['a server without options', { role: 'server' }, '', undefined],
  ])('%s', (_who, change, agreed, method) => {
    expect(side(change, agreed).found?.method).toBe(method)
  })
  test('a client says who it is by PAP, or that it is nobody, ten times', async () => {
    const known = side({ credentials: { user: 'u', password: 'p' } }, pap)
    expect(known.sent).toEqual(['0109000801750170'])
    const nobody = side({}, pap)
    expect(nobody.sent).toEqual(['010900060000'])
    await nobody.clock.advance(29_999)
    expect([nobody.sent.length, nobody.said]).toEqual([10, []])
    await nobody.clock.advance(1)
    expect(nobody.said).toEqual(['link-auth-no-answer: 10 PAP requests were not answered'])
  })
  test('a client answers a challenge with its name, and waits 30 s for one', async () => {
    const { sent, receive } = side({ credentials: { user: 'u', password: 'p' } }, chap)
    receive(1, '02abcd53')
    expect(sent[0]).toMatch(/^0209001610[\da-f]{32}75$/)
    const waiting = side({}, chap)
    await waiting.clock.advance(29_999)
    expect(waiting.said).toEqual([])
    await waiting.clock.advance(1)
    expect(waiting.said).toEqual(['link-auth-no-answer: no CHAP challenge came'])
  })
  test.each([
    [undefined, '0209000500'],
    [{ barePapAck: false }, '0209000500'],
    [{ barePapAck: true }, '02090004'],
  ])('a server takes a password by PAP (%j): %s', (quirks, reply) => {
    const { sent, said, receive } = side(server({ require: 'pap', quirks }))
    receive(1, '01750170')
    expect([sent, said]).toEqual([[reply], ['passed']])
  })
  test('a server waits 30 s for a password by PAP', async () => {
    const { clock, said } = side(server({ require: 'pap' }))
    await clock.advance(29_999)
    expect(said).toEqual([])
    await clock.advance(1)
    expect(said).toEqual(['link-auth-no-answer: the client sent no PAP request'])
  })
  test.each([
    [undefined, '554d54535f434841505f53525652'],
    ['S', '53'],
  ])('a server named %s challenges ten times', async (name, suffix) => {
    const { clock, sent, said } = side(server({ require: 'chap', name }))
    expect(sent[0]?.slice(42)).toBe(suffix)
    await clock.advance(29_999)
    expect([sent.length, said]).toEqual([10, []])
    await clock.advance(1)
    expect(said).toEqual(['link-auth-no-answer: the challenge was not answered'])
  })
})
