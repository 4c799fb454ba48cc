import { encodeFrame } from '@core/ppp/hdlc'
import type { LinkPhase } from '@core/ppp/link-types'
import type { PppLink } from '@core/ppp/link'
import { PhaseLimit } from '@core/ppp/phase-limit'
import { defaultTimers } from '@core/ppp/timers'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'
import { alone, brief, linkPair, type PairOptions } from './link-pair'

const lcp = 0xc021
const say = (link: PppLink, protocol: number, code: number, id: number, ...data: number[]) =>
  link.feed(encodeFrame(protocol, Uint8Array.of(code, id, 0, data.length + 4, ...data)))

async function open(options: PairOptions = {}) {
  const pair = linkPair(options)
  pair.server.open()
  pair.client.open()
  await pair.clock.advance(5_000)
  expect(pair.client.phase).toBe('open')
  return pair
}

describe('how long a phase may last', () => {
  test.each<readonly [LinkPhase, number]>([
    ['establish', 60_000],
    ['authenticate', 60_000],
    ['network', 90_000],
    ['terminate', 9_000],
  ])('%s: %i ms', async (phase, ms) => {
    const clock = new ManualClock()
    let late = 0
    new PhaseLimit(clock, defaultTimers).enter(phase, () => late++)
    await clock.advance(ms - 1)
    expect(late).toBe(0)
    await clock.advance(1)
    expect(late).toBe(1)
  })
  test('each as long as its own timer says', async () => {
    const clock = new ManualClock()
    const late: LinkPhase[] = []
    const timers = { ...defaultTimers, establishLimitMs: 1_000, authenticateLimitMs: 2_000 }
    for (const phase of ['establish', 'authenticate'] as const)
      new PhaseLimit(clock, timers).enter(phase, () => late.push(phase))
    await clock.advance(1_000)
    expect(late).toEqual(['establish'])
    await clock.advance(1_000)
    expect(late).toEqual(['establish', 'authenticate'])
  })
  test.each<LinkPhase>(['open', 'dead'])('%s: for ever', (phase) => {
    const clock = new ManualClock()
    new PhaseLimit(clock, defaultTimers).enter(phase, () => undefined)
    expect(clock.pending).toBe(0)
  })
  test('the next phase has a limit of its own, and all together 180 s until the link is up', async () => {
    const clock = new ManualClock()
    const late: string[] = []
    const limit = new PhaseLimit(clock, defaultTimers)
    limit.begin(() => late.push('all'))
    limit.enter('establish', () => late.push('establish'))
    await clock.advance(59_000)
    limit.enter('network', () => late.push('network'))
    await clock.advance(89_000)
    limit.enter('open', () => late.push('open'))
    await clock.advance(31_999)
    expect(late).toEqual([])
    await clock.advance(1)
    expect(late).toEqual(['all'])
    limit.begin(() => late.push('again'))
    limit.arrived()
    await clock.advance(200_000)
    expect(late).toEqual(['all'])
  })
})

describe('the longest packet', () => {
  const ip = (length: number) => Uint8Array.from({ length }, (_, i) => (i === 0 ? 0x45 : 0))
  test.each([
    [575, true],
    [576, false],
  ])('an MTU of %i octets is warned about: %s', async (mru, warned) => {
    const { client, clientEvents } = await open({ server: { quirks: { mru } } })
    expect(brief(clientEvents).includes('warning link-mtu-small')).toBe(warned)
    expect([client.sendIp(ip(mru)), client.sendIp(ip(mru + 1))]).toEqual([true, false])
  })
  test('is 1500 octets where the peer names none, and none before the link is open or of a family it has not', async () => {
    const { client, clock } = await open()
    expect([client.sendIp(ip(1500)), client.sendIp(ip(1501))]).toEqual([true, false])
    expect(client.sendIp(Uint8Array.of(0x60, 0))).toBe(false)
    void client.close()
    await clock.advance(1000)
    expect([client.phase, client.sendIp(ip(20))]).toEqual(['dead', false])
    expect(linkPair().client.sendIp(ip(20))).toBe(false)
  })
})

describe('a peer that ends what has not begun', () => {
  test('is heard twice and believed the third time', () => {
    const { link, events } = alone(() => undefined)
    say(link, lcp, 5, 1)
    say(link, lcp, 5, 2)
    expect(link.phase).toBe('establish')
    say(link, lcp, 5, 3)
    expect(brief(events)).toEqual(['phase establish', 'phase dead', 'down link-terminated-by-peer'])
  })
})

describe('a Protocol-Reject ends the open link, or does not', () => {
  test.each([
    [0xc021, 'LCP', ['phase dead', 'down link-terminated-by-peer']],
    [0x8021, 'IPCP', ['phase terminate', 'phase dead', 'down link-no-ipcp']],
    [0xc223, 'CHAP', ['phase terminate', 'phase dead', 'down link-auth-unsupported']],
    [0x80fd, 'CCP, which we never asked for', []],
  ])('%i, %s', async (protocol, _name, expected) => {
    const { client, clientEvents, clock } = await open()
    const before = clientEvents.length
    say(client, lcp, 8, 1, protocol >> 8, protocol & 0xff)
    await clock.advance(20_000)
    expect(brief(clientEvents.slice(before))).toEqual(expected)
  })
})

describe('what is spoken', () => {
  const rejects = async (protocol: number) => {
    const { client, clientEvents } = await open()
    const before = clientEvents.length
    say(client, protocol, 1, 9)
    return clientEvents
      .slice(before)
      .some(
        (event) =>
          event.kind === 'packet' && event.dir === 'tx' && event.frame.codeName === 'ProtRej',
      )
  }
  test.each([
    [0xc021, false],
    [0xc023, false],
    [0xc223, false],
    [0x8021, false],
    [0x8057, true],
    [0x80fd, true],
    [0xc025, true],
  ])('%i is rejected: %s', async (protocol, rejected) => {
    expect(await rejects(protocol)).toBe(rejected)
  })
  test('what comes before its phase is dropped in silence (RFC 1661, 3.5)', () => {
    const { link, events } = alone(() => undefined)
    const before = events.length
    say(link, 0x8021, 1, 1)
    expect(
      events.slice(before).filter((event) => event.kind === 'packet' && event.dir === 'tx'),
    ).toEqual([])
  })
  test('on a link that is dead nothing is', () => {
    const { client, clientEvents } = linkPair()
    say(client, 0x80fd, 1, 1)
    expect(clientEvents).toEqual([])
  })
})
