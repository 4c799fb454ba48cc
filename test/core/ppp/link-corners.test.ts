import { fromHex } from '@core/bytes'
import { encodeFrame } from '@core/ppp/hdlc'
import type { LinkEvent, PppLink, PppLinkOptions } from '@core/ppp/link'
import { LinkControl } from '@core/ppp/link-control'
import { noCounters } from '@core/ppp/link-session'
import { defaultTimers } from '@core/ppp/timers'
import { seededChance } from '@core/ports/chance'
import { quoted } from '@core/words'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'
import { alone, brief, lastDown, linkPair, type PairOptions } from './link-pair'

/** What happens to a link while it begins, ends, or is told of something out of its turn. */
const [lcp, ipcp, ipv6cp, pap] = [0xc021, 0x8021, 0x8057, 0xc023]
const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const say = (link: PppLink, protocol: number, code: number, id: number, data = '') => {
  const body = octets(data)
  link.feed(encodeFrame(protocol, Uint8Array.of(code, id, 0, body.length + 4, ...body)))
}
const packets = (events: readonly LinkEvent[]) =>
  events.flatMap((event) => (event.kind === 'packet' && event.dir === 'tx' ? [event.frame] : []))
const sent = (events: readonly LinkEvent[]) =>
  packets(events).map(({ protocolName, codeName }) => `${protocolName} ${codeName}`)
const lastAsked = (events: readonly LinkEvent[], name: string) => {
  const asked = packets(events).findLast(
    ({ protocolName, codeName }) => protocolName === name && codeName === 'ConfReq',
  )
  if (!asked) throw new Error(`no ${name}`)
  return { id: asked.id ?? 0, data: asked.info.slice(8) }
}
/** The peer takes what was asked last by this protocol. */
const acknowledge = (
  link: PppLink,
  events: readonly LinkEvent[],
  protocol: number,
  name: string,
) => {
  const { id, data } = lastAsked(events, name)
  say(link, protocol, 2, id, data)
}

async function open(options: PairOptions = {}) {
  const pair = linkPair(options)
  pair.server.open()
  pair.client.open()
  await pair.clock.advance(5_000)
  expect(pair.client.phase).toBe('open')
  return pair
}

const serverOptions = {
  require: 'none',
  check: () => true,
  address: '10.0.0.1',
  clientAddress: '10.0.0.2',
  dns: [],
} as const

/** A link whose peer is a script, with LCP agreed. */
function agreed(o: Partial<PppLinkOptions> = {}, before?: (link: PppLink) => void) {
  const all = alone(() => undefined, o)
  before?.(all.link)
  const agree = () => {
    say(all.link, lcp, 1, 1)
    acknowledge(all.link, all.events, lcp, 'LCP')
  }
  agree()
  return { ...all, agree }
}

/** The same, with an address from the peer. */
function addressed(o: Partial<PppLinkOptions> = {}) {
  const all = agreed(o)
  const again = () => {
    say(all.link, ipcp, 1, 1, '03060a000001')
    say(all.link, ipcp, 3, lastAsked(all.events, 'IPCP').id, '03060a000002')
    acknowledge(all.link, all.events, ipcp, 'IPCP')
  }
  again()
  return { ...all, again }
}

describe('a link that has not begun', () => {
  test('is dead, and stopping it says nothing', () => {
    const { client, clientEvents } = linkPair()
    expect(client.phase).toBe('dead')
    client.abort(quoted('gone'), 'link-modem-hung-up')
    expect(clientEvents).toEqual([])
  })
  test('speaks nothing but LCP and authentication, and passes and refuses nothing', () => {
    const did: string[] = []
    const control = new LinkControl(
      {
        role: 'client',
        clock: new ManualClock(),
        chance: seededChance(1),
        write: () => undefined,
      },
      defaultTimers,
      noCounters(),
      {
        send: () => did.push('send'),
        sendAs: () => did.push('send as'),
        peerMru: () => 1500,
        emit: ({ kind }) => did.push(kind),
      },
    )
    expect([control.running, control.peer, control.passIp('ipv4', 20, 0)]).toEqual([
      false,
      undefined,
      false,
    ])
    expect([lcp, pap, 0xc223, ipcp, 0x21].map((protocol) => control.speaks(protocol))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    control.refuse(0x80fd, octets('0101'))
    control.receive(lcp, { code: 1, id: 1, data: new Uint8Array() })
    control.line('NO CARRIER')
    expect(did).toEqual([])
  })
})

describe('a link that is ending', () => {
  test('carries nothing more', async () => {
    const { client } = await open()
    expect(client.sendIp(Uint8Array.of(0x45))).toBe(true)
    void client.close()
    expect([client.phase, client.sendIp(Uint8Array.of(0x45))]).toEqual(['terminate', false])
  })
  test('is not ended sooner by a peer that wants it, too', async () => {
    const { client, clientEvents, clock, server } = await open()
    server.abort()
    void client.close()
    for (let id = 0; id < 4; id++) say(client, lcp, 5, id)
    expect(client.phase).toBe('terminate')
    await clock.advance(6_000)
    expect(lastDown(clientEvents)?.code).toBe('link-closed')
  })
  test('does not hear how the peer proves itself', () => {
    const { link, events } = alone(() => undefined, {
      role: 'server',
      server: { ...serverOptions, require: 'pap' },
    })
    say(link, lcp, 1, 1)
    acknowledge(link, events, lcp, 'LCP')
    expect(link.phase).toBe('authenticate')
    void link.close()
    say(link, pap, 1, 7, '01750170')
    expect([sent(events).at(-1), link.phase]).toEqual(['LCP TermReq', 'terminate'])
  })
  test('ends at the limit for all phases at once', async () => {
    const { clock, link, events } = agreed({
      timers: { networkLimitMs: 9_000, totalLimitMs: 10_000 },
    })
    await clock.advance(9_999)
    expect(link.phase).toBe('terminate')
    await clock.advance(1)
    expect([link.phase, lastDown(events)?.code]).toEqual(['dead', 'link-no-ipcp'])
  })
  test('is told why, where the peer knows LCP no more', async () => {
    const { client, clientEvents, clock } = await open()
    say(client, lcp, 8, 1, 'c021')
    await clock.advance(20_000)
    expect(lastDown(clientEvents)).toEqual({
      code: 'link-terminated-by-peer',
      seen: 'Protocol-Reject of LCP',
    })
  })
})

test('LCP that is never agreed ends with the eleventh Nak', () => {
  const { link, events } = alone(() => undefined)
  const nak = () => say(link, lcp, 3, lastAsked(events, 'LCP').id, '020600000000')
  for (let times = 0; times < 10; times++) nak()
  expect(link.phase).toBe('establish')
  nak()
  expect(link.phase).toBe('terminate')
  link.abort(quoted('gone'), 'link-modem-hung-up')
  expect(lastDown(events)).toEqual({
    code: 'link-lcp-loops',
    seen: '11 LCP packets, but no agreement',
  })
})

test('a link that carries nothing is down at the limit of the phase', async () => {
  const { clock, events } = agreed({ families: [], timers: { networkLimitMs: 10_000 } })
  await clock.advance(10_000)
  expect(lastDown(events)).toEqual({ code: 'link-down', seen: '' })
})

test('a second family is no phase of its own', async () => {
  const both = { families: ['ipv4', 'ipv6'] as const }
  const { client, clientEvents, clock } = await open({
    client: both,
    serverLink: both,
    server: {
      ipv6: {
        identifier: octets('0000000000000001'),
        clientIdentifier: octets('00000000cafe0002'),
      },
    },
  })
  const before = clientEvents.length
  say(client, ipv6cp, 5, 9)
  await clock.advance(10_000)
  expect(brief(clientEvents.slice(before))).toEqual(['up 10.141.26.2', 'up 10.141.26.2'])
})

describe('a modem that ends the link at once', () => {
  test('does so with requests alone', () => {
    const { link, events } = alone(() => undefined, {
      role: 'server',
      server: { ...serverOptions, quirks: { terminateAtOnce: true } },
    })
    const before = sent(events).length
    say(link, lcp, 3, 99)
    say(link, lcp, 6, 99)
    expect(sent(events).slice(before)).toEqual([])
    say(link, lcp, 1, 1)
    expect(sent(events).slice(before)).toEqual(['LCP TermReq'])
  })
})

describe('what comes before its phase', () => {
  const unanswered = { code: 'link-no-ipcp', seen: '4 IPCP requests were not answered' }
  test('does not count', async () => {
    const { clock, events } = agreed({ timers: { networkLimitMs: 10_000 } }, (link) =>
      say(link, ipcp, 1, 1, '03060a000001'),
    )
    await clock.advance(20_000)
    expect(lastDown(events)).toEqual(unanswered)
  })
  const silent = {
    role: 'server',
    server: { ...serverOptions, quirks: { silentIpcpMs: 4_000 } },
  } as const
  const ncp = (events: readonly LinkEvent[]) =>
    sent(events).filter((words) => words.startsWith('IPCP')).length
  test('nor what comes while a modem is silent', async () => {
    const { clock, link, events } = agreed({ ...silent, timers: { networkLimitMs: 15_000 } })
    await clock.advance(3_999)
    say(link, ipcp, 1, 1, '03060a000001')
    expect(ncp(events)).toBe(0)
    await clock.advance(1)
    expect(ncp(events)).toBe(1)
    await clock.advance(20_000)
    expect(lastDown(events)).toEqual(unanswered)
  })
  test('nor does a modem speak that fell silent in a link that is gone', async () => {
    const { agree, clock, link, events } = agreed(silent)
    await clock.advance(2_000)
    link.abort()
    await clock.advance(1_000)
    link.open()
    agree()
    expect(link.phase).toBe('network')
    await clock.advance(3_999)
    expect(ncp(events)).toBe(0)
    await clock.advance(1)
    expect(ncp(events)).toBe(1)
  })
  test('nor in one that is negotiated anew', async () => {
    const { clock, link, events } = agreed(silent)
    await clock.advance(2_000)
    say(link, lcp, 1, 2)
    expect(link.phase).toBe('establish')
    await clock.advance(3_000)
    expect(ncp(events)).toBe(0)
  })
})

describe('a link that is negotiated again too often', () => {
  function often() {
    const all = addressed()
    expect(all.link.phase).toBe('open')
    for (let times = 0; times < 10; times++) all.again()
    expect([all.link.phase, all.link.counters.renegotiations]).toEqual(['open', 10])
    return all
  }
  test('is not told as up once more, nor counted, before it ends', async () => {
    const { again, clock, events, link } = often()
    const before = events.length
    again()
    again()
    expect(link.counters.renegotiations).toBe(11)
    await clock.advance(10_000)
    expect(brief(events.slice(before))).toEqual([
      'phase terminate',
      'phase dead',
      'down link-lcp-loops',
    ])
  })
  test('may have been replaced by another before it ends', async () => {
    const { again, clock, link } = often()
    again()
    link.abort()
    link.open()
    await clock.advance(1_000)
    expect(link.phase).toBe('establish')
  })
  test('counts from the time on when it is up', () => {
    const { again, link, events } = addressed({ families: ['ipv4', 'ipv6'] })
    expect([link.phase, lastAsked(events, 'IPCP').data.slice(0, 12)]).toEqual([
      'network',
      '03060a000002',
    ])
    again()
    expect([link.phase, link.counters.renegotiations]).toEqual(['network', 0])
    expect(brief(events)).toEqual(['phase establish', 'phase network'])
  })
})
