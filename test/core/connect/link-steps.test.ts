import type { StepContext } from '@core/connect/step'
import { address, ppp } from '@core/connect/steps/ppp'
import { Fault } from '@core/fault'
import { seenIn } from '@core/words'
import { describe, expect, test } from 'vitest'
import { given, StepBench, type StepBenchOptions } from '../../support/step-bench'

/** All who listen to something, and the way to tell them. */
function tellers<T>() {
  const all = new Set<(event: T) => void>()
  return {
    all,
    on: (listener: (event: T) => void) => {
      all.add(listener)
      return () => all.delete(listener)
    },
    tell: (event: T) => [...all].forEach((listener) => listener(event)),
  }
}

type Event = { readonly [name: string]: unknown }

const phase = (name: string): Event => ({ kind: 'phase', phase: name })
const packet = (dir: string, protocolName: string): Event => ({
  kind: 'packet',
  dir,
  words: { en: `${protocolName} packet`, ja: `${protocolName} パケット` },
  frame: { protocolName },
})
const down: Event = {
  kind: 'down',
  code: 'link-auth-refused',
  said: { en: 'Bad password.', ja: 'パスワード違い。' },
}

interface Line {
  readonly target?: StepBenchOptions['target']
  /** What the link tells, one after the other, 1 s apart. */
  readonly events?: readonly Event[]
  /** The port ends then. */
  readonly end?: object
  readonly session?: object
}

/** A link that tells what it is told to. */
function line({ target = {}, events = [], end, session }: Line) {
  const bench = new StepBench({}, { target })
  const link = tellers<Event>()
  const port = tellers<object>()
  const started: unknown[] = []
  events.forEach((event, i) => bench.clock.schedule((i + 1) * 1000, () => link.tell(event)))
  if (end) bench.clock.schedule((events.length + 1) * 1000, () => port.tell(end))
  const whole = {
    port: { onEnd: port.on },
    dataLine: { link: { on: link.on } },
    startLink: (options: unknown) => {
      started.push(options)
      return { on: link.on }
    },
    ...session,
  }
  const run = async (step: typeof ppp, parts: Partial<StepContext> = {}) => {
    const ended = await bench.run(given(step, { session: whole, ...parts }))
    return {
      ...ended,
      started,
      seconds: bench.seconds,
      progress: bench.progress,
      seen: bench.seen.map((one) => [seenIn(one, 'en'), seenIn(one, 'ja')]),
      listens: link.all.size + port.all.size,
    }
  }
  return { run, whole, bench }
}

describe('the PPP link', () => {
  test.each([
    ['IP', ['ipv4']],
    ['IPV6', ['ipv6']],
    ['IPV4V6', ['ipv4', 'ipv6']],
  ] as const)('of type %s asks for %j', async (pdpType, families) => {
    const target = { pdpType, user: 'anna', password: 'hemlig', auth: 'chap' } as const
    const { started, ...ended } = await line({ target, events: [phase('network')] }).run(ppp)
    expect(started).toEqual([
      {
        role: 'client',
        credentials: { user: 'anna', password: 'hemlig' },
        auth: 'chap',
        families,
      },
    ])
    expect(ended).toMatchObject({
      state: 'ok',
      en: 'LCP is open, no authentication asked.',
      facts: { auth: 'none' },
      seconds: 1,
      listens: 0,
    })
  })

  test.each([
    [['network'], 1],
    [['open'], 1],
    [['establish', 'authenticate', 'network'], 3],
    [['establish', 'terminate', 'dead', 'open'], 4],
  ])('is there in phase %j', async (phases, seconds) => {
    const ended = await line({ events: phases.map(phase) }).run(ppp)
    expect([ended.state, ended.seconds, ended.listens]).toEqual(['ok', seconds, 0])
  })

  test('no other event says so, whatever it holds', async () => {
    const events = [{ kind: 'up', phase: 'open' }, { kind: 'text' }, { kind: 'stats' }]
    expect(await line({ events }).run(ppp)).toMatchObject({
      state: 'link-down',
      seconds: 70,
      listens: 0,
    })
  })

  test('packets are told, with their direction', async () => {
    const events = [packet('tx', 'LCP'), packet('rx', 'IPCP'), phase('network')]
    const { seen, progress, facts } = await line({ events }).run(ppp)
    expect(seen).toEqual([
      ['→ LCP packet', '→ LCP パケット'],
      ['← IPCP packet', '← IPCP パケット'],
    ])
    expect(progress).toEqual(['LCP packet', 'IPCP packet'])
    expect(facts).toEqual({ auth: 'none' })
  })

  test.each([
    ['rx', 'PAP', 'PAP', 'LCP is open, PAP accepted.'],
    ['rx', 'CHAP', 'CHAP', 'LCP is open, CHAP accepted.'],
    ['tx', 'PAP', 'none', 'LCP is open, no authentication asked.'],
    ['tx', 'CHAP', 'none', 'LCP is open, no authentication asked.'],
    ['rx', 'LCP', 'none', 'LCP is open, no authentication asked.'],
  ])('of a packet %s of %s the authentication is %s', async (dir, name, auth, en) => {
    const events = [packet(dir, name), phase('network')]
    expect(await line({ events }).run(ppp)).toMatchObject({ en, facts: { auth } })
  })

  test('one that goes down says why, one whose port ends how', async () => {
    expect(await line({ events: [down] }).run(ppp)).toMatchObject({
      state: 'link-auth-refused',
      en: expect.stringContaining('Bad password.'),
      seconds: 1,
      listens: 0,
    })
    const end = { reason: 'gone', detail: 'EIO' }
    expect(await line({ events: [phase('establish')], end }).run(ppp)).toMatchObject({
      state: 'port-gone',
      en: expect.stringContaining('EIO'),
      seconds: 2,
      listens: 0,
    })
  })

  test('is waited for as long as nobody cancels', async () => {
    const stop = new AbortController()
    const { run, bench } = line({})
    bench.clock.schedule(3000, () => stop.abort(new Fault('connect-cancelled')))
    expect(await run(ppp, { signal: stop.signal })).toMatchObject({
      state: 'connect-cancelled',
      seconds: 3,
      listens: 0,
    })
  })
})

describe('the address', () => {
  const up = { kind: 'up', missing: null, peerAddress: '10.64.64.64', mtu: 1420 }
  const host = (parts: object = {}) => ({
    address: '10.0.0.2',
    ipv6: null,
    dns: ['9.9.9.9'],
    ...parts,
  })
  const upLink = (parts: object = {}) => ({ host: host(parts), up })

  test('of a link that is up is told at once', async () => {
    const dns = ['9.9.9.9', '1.1.1.1']
    const ended = await line({ session: { upLink: upLink({ dns }) } }).run(address)
    expect(ended).toMatchObject({
      state: 'ok',
      en: '10.0.0.2, DNS 9.9.9.9 1.1.1.1.',
      facts: { address: '10.0.0.2', ipv6: null, dns, peer: '10.64.64.64', mtu: 1420 },
      seconds: 0,
      progress: [],
      listens: 0,
    })
  })

  test('of one that carries IPv6, too', async () => {
    const session = { upLink: upLink({ ipv6: { address: '2001:db8::2' } }) }
    expect(await line({ session }).run(address)).toMatchObject({
      state: 'ok',
      en: '10.0.0.2 2001:db8::2, DNS 9.9.9.9.',
      facts: { address: '10.0.0.2', ipv6: '2001:db8::2' },
    })
    const six = { upLink: upLink({ address: null, ipv6: { address: '2001:db8::2' }, dns: [] }) }
    expect(await line({ session: six }).run(address)).toMatchObject({
      state: 'ok',
      en: '2001:db8::2, DNS none given.',
      facts: { address: null, ipv6: '2001:db8::2', dns: [] },
    })
  })

  test('is waited for where the link is not up', async () => {
    const { run, whole } = line({ events: [phase('network'), packet('rx', 'IPCP'), up] })
    const late = Object.assign(whole, { upLink: undefined as object | undefined })
    const on = whole.dataLine.link.on
    whole.dataLine.link.on = (listener) =>
      on((event) => {
        if (event['kind'] === 'up') late.upLink = upLink()
        listener(event)
      })
    expect(await run(address)).toMatchObject({
      state: 'ok',
      seconds: 3,
      progress: ['IPCP packet'],
      seen: [['← IPCP packet', '← IPCP パケット']],
      listens: 0,
    })
  })

  test.each([
    ['there is no link', { dataLine: { link: undefined }, upLink: upLink() }, [], 'link-down', 0],
    ['it never comes up', {}, [phase('open')], 'link-down', 70],
    ['it came up and is gone', {}, [up], 'link-down', 1],
    ['it goes down', {}, [down], 'link-auth-refused', 1],
  ])('is none where %s', async (_, session, events, state, seconds) => {
    const ended = await line({ session, events }).run(address)
    expect([ended.state, ended.seconds, ended.listens]).toEqual([state, seconds, 0])
  })

  test.each([
    [{ address: null, ipv6: null }, 'No router advertisement came within 15 s', 0],
    [
      {
        address: null,
        ipv6: { address: null, linkLocal: 'fe80::2', progress: 'no-prefix', router: 'fe80::1' },
      },
      'The router fe80::1 advertises no prefix for addresses; ours on the link is fe80::2.',
      15,
    ],
  ])('is none where no router tells one: %j', async (parts, words, seconds) => {
    const ended = await line({ session: { upLink: upLink(parts) } }).run(address)
    expect([ended.state, ended.seconds]).toEqual(['ip-no-router', seconds])
    expect(ended.en).toContain(words)
  })

  test('is that of the link as it is after the wait', async () => {
    const { run, whole, bench } = line({})
    const ipv6 = { address: null, linkLocal: 'fe80::2' }
    const late = Object.assign(whole, { upLink: upLink({ address: null, ipv6 }) as object })
    bench.clock.schedule(2000, () => (late.upLink = upLink({ address: '10.0.0.9' })))
    const ended = await run(address)
    expect(ended).toMatchObject({ state: 'ok', facts: { address: '10.0.0.9', ipv6: null } })
  })

  test('the link that is gone after the wait is told as it was', async () => {
    const { run, whole, bench } = line({})
    const late = Object.assign(whole, {
      upLink: upLink({ ipv6: { address: null } }) as object | undefined,
    })
    bench.clock.schedule(2000, () => (late.upLink = undefined))
    const ended = await run(address)
    expect(ended).toMatchObject({ state: 'ok', facts: { address: '10.0.0.2' }, seconds: 2 })
  })
})
