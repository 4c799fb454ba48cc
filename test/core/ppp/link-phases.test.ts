import { bytesOf, fromHex } from '@core/bytes'
import { encodeFrame } from '@core/ppp/hdlc'
import type { LinkEvent, PppLink, PppLinkOptions } from '@core/ppp/link'
import { quoted } from '@core/words'
import { describe, expect, test } from 'vitest'
import { alone, brief, lastDown, linkPair, type PairOptions } from './link-pair'

const [lcp, ipcp, pap, chap] = [0xc021, 0x8021, 0xc023, 0xc223]
const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const say = (link: PppLink, protocol: number, code: number, id: number, data = '') => {
  const body = octets(data)
  link.feed(encodeFrame(protocol, Uint8Array.of(code, id, 0, body.length + 4, ...body)))
}
/** What was sent, in words: `LCP ConfReq 7`. */
const sent = (events: readonly LinkEvent[]) =>
  events.flatMap((event) =>
    event.kind === 'packet' && event.dir === 'tx'
      ? [`${event.frame.protocolName} ${event.frame.codeName} ${event.frame.id}`]
      : [],
  )

async function open(options: PairOptions = {}) {
  const pair = linkPair(options)
  pair.server.open()
  pair.client.open()
  await pair.clock.advance(5_000)
  expect(pair.client.phase).toBe('open')
  return pair
}

/** A client whose peer is a script: LCP is agreed, with the authentication that the peer asks for. */
function agreed(asked = '', o: Partial<PppLinkOptions> = {}) {
  const all = alone(() => undefined, o)
  const agree = () => {
    const last = all.events.findLast((event) => event.kind === 'packet' && event.dir === 'tx')
    if (last?.kind !== 'packet') throw new Error('nothing was asked')
    say(all.link, lcp, 1, 1, asked)
    say(all.link, lcp, 2, last.frame.id ?? 0, last.frame.info.slice(8))
  }
  agree()
  return { ...all, agree }
}

describe('a link that is stopped here', () => {
  test.each([
    ['of itself', 'open', 'link-modem-hung-up', 'link-modem-hung-up', 'gone'],
    [
      'that its peer is ending',
      'terminate',
      'link-modem-hung-up',
      'link-terminated-by-peer',
      'Terminate-Request',
    ],
    ['that its peer is ending, by a person', 'terminate', 'link-closed', 'link-closed', 'gone'],
  ] as const)('%s', async (_what, phase, told, code, seen) => {
    const { client, clientEvents, clock, server } = await open()
    server.abort()
    if (phase === 'terminate') say(client, lcp, 5, 1)
    expect(client.phase).toBe(phase)
    client.abort(quoted('gone'), told)
    expect(lastDown(clientEvents)).toEqual({ code, seen })
    await clock.advance(5)
    expect(clock.pending).toBe(0)
  })
  test('is told once, and a dead one is not', async () => {
    const { client, clientEvents } = await open()
    client.abort()
    const before = clientEvents.length
    client.abort()
    expect(clientEvents).toHaveLength(before)
    await client.close()
    expect(clientEvents).toHaveLength(before)
  })
  test('tells everyone who waits for its end, by the first reason', async () => {
    const { client, clientEvents, clock } = await open()
    const ended: number[] = []
    void client.close(quoted('one')).then(() => ended.push(1))
    void client.close(quoted('two')).then(() => ended.push(2))
    await clock.advance(1_000)
    expect([ended, lastDown(clientEvents)]).toEqual([[1, 2], { code: 'link-closed', seen: 'one' }])
  })
  test('that is opened is not opened again', async () => {
    const { client, clientEvents } = await open()
    const before = clientEvents.length
    client.open()
    expect([clientEvents.length, client.phase]).toEqual([before, 'open'])
  })
})

describe('a phase that does not end', () => {
  test.each<[string, string, Partial<PppLinkOptions>, string[], string]>([
    [
      'authentication',
      '0304c023',
      { timers: { authenticateLimitMs: 10_000 } },
      ['phase terminate', 'phase dead', 'down link-auth-no-answer'],
      'authentication did not end',
    ],
    [
      'the network phase',
      '',
      { timers: { networkLimitMs: 10_000 } },
      ['phase terminate', 'phase dead', 'down link-no-ipcp'],
      '4 IPCP requests were not answered',
    ],
    [
      'all together, in the network phase',
      '',
      { timers: { totalLimitMs: 10_000 } },
      ['phase terminate', 'phase dead', 'down link-no-ipcp'],
      '4 IPCP requests were not answered',
    ],
    [
      'all together, while it ends: as it was going to end',
      '0304c023',
      { timers: { authenticateLimitMs: 9_000, totalLimitMs: 10_000 } },
      ['phase dead', 'down link-auth-no-answer'],
      'authentication did not end',
    ],
  ])('%s', async (_what, asked, o, expected, seen) => {
    const { clock, events } = agreed(asked, o)
    await clock.advance(9_999)
    const before = events.length
    await clock.advance(1)
    await clock.advance(10_000)
    expect(brief(events.slice(before))).toEqual(expected)
    expect([lastDown(events)?.seen, clock.pending]).toEqual([seen, 0])
  })
  test('all together, before LCP is agreed', async () => {
    const { clock, events } = alone(() => undefined, { timers: { totalLimitMs: 10_000 } })
    await clock.advance(10_000)
    expect(brief(events)).toEqual(['phase establish', 'phase dead', 'down link-no-lcp'])
  })
})

describe('authentication', () => {
  const last = (events: readonly LinkEvent[]) => sent(events).at(-1)
  // The random numbers of the link: the highest there is, so the first id is 0 (255 and one more).
  const highest = { chance: { next: () => 0.999_999 } }
  test('has an id of its own each time', () => {
    const { link, events, agree } = agreed('0304c023', highest)
    expect(last(events)).toBe('PAP AuthReq 0')
    say(link, lcp, 5, 9)
    expect(lastDown(events)).toBeUndefined()
    link.abort()
    link.open()
    agree()
    expect(last(events)).toBe('PAP AuthReq 1')
  })
  test.each([
    ['PAP', '0304c023', chap, 3],
    ['CHAP', '0305c22305', pap, 4],
  ])('by %s does not hear the other method', (_name, asked, other, code) => {
    const { link, events } = agreed(asked, highest)
    if (other === pap) say(link, chap, 1, 0, '0411223344')
    say(link, other, code, 0)
    expect([link.phase, lastDown(events)]).toEqual(['authenticate', undefined])
    say(link, other === pap ? chap : pap, code, 0)
    expect(link.phase).toBe('terminate')
  })
  test('that the peer ends by ending LCP', async () => {
    const { link, events, clock } = agreed('0304c023')
    say(link, lcp, 5, 1)
    await clock.advance(10_000)
    expect(lastDown(events)).toEqual({
      code: 'link-auth-ended',
      seen: 'Terminate-Request during authentication',
    })
  })
  test.each([
    [undefined, []],
    [{ discardBeforeAuth: true }, ['LCP DiscReq']],
  ])('of a modem (%j) begins with %j', async (quirks, expected) => {
    const { serverEvents } = await open({ server: { quirks } })
    const all = sent(serverEvents).map((words) => words.replace(/ \d+$/, ''))
    expect(all.slice(all.indexOf('CHAP Challenge') - 1)[0] === 'LCP DiscReq').toBe(
      expected.length > 0,
    )
    expect(all.filter((words) => words === 'LCP DiscReq')).toEqual(expected)
  })
})

describe('the network phase of a modem', () => {
  const offers = ['CCP ConfReq', 'IPV6CP ConfReq']
  test.each([
    [undefined, []],
    [{ offerCcp: true }, offers],
  ])('with %j offers %j besides', async (quirks, expected) => {
    const { serverEvents } = await open({ server: { quirks } })
    const all = sent(serverEvents).map((words) => words.replace(/ \d+$/, ''))
    expect(all.filter((words) => offers.includes(words))).toEqual(expected)
  })
  test('may begin in silence', async () => {
    const { clock, client, serverEvents, server } = linkPair({
      server: { require: 'none', quirks: { silentIpcpMs: 4_000 } },
    })
    server.open()
    client.open()
    await clock.advance(3_990)
    expect(sent(serverEvents).filter((words) => words.startsWith('IPCP'))).toEqual([])
    expect(client.phase).toBe('network')
    await clock.advance(3_000)
    expect([client.phase, server.phase]).toEqual(['open', 'open'])
  })
})

describe('an open link', () => {
  const minute = 60_000
  test.each<[string, (link: PppLink, peer: PppLink) => void, string]>([
    ['was sent', (link) => link.sendIp(Uint8Array.of(0x45)), 'link-modem-hung-up'],
    ['came', (_link, peer) => peer.sendIp(Uint8Array.of(0x45)), 'link-modem-hung-up'],
    ['was neither', () => undefined, 'link-idle-dropped'],
  ])('is idle where a packet %s', async (_what, happen, code) => {
    const { client, clientEvents, clock, server } = await open()
    await clock.advance(20 * minute)
    happen(client, server)
    await clock.advance(20 * minute)
    client.feed(bytesOf('\r\nNO CARRIER\r\n'))
    expect(lastDown(clientEvents)?.code).toBe(code)
  })
  test.each<[string, (link: PppLink, peer: PppLink) => void]>([
    [
      'LCP',
      (_link, peer) => {
        peer.abort()
        peer.open()
      },
    ],
    ['IPCP', (link) => say(link, ipcp, 1, 77, '03060a404040')],
  ])(
    'that negotiates %s ten times in a minute lives, and ends with the eleventh',
    async (_name, again) => {
      const { client, clientEvents, clock, server } = await open()
      for (let times = 0; times < 10; times++) {
        again(client, server)
        await clock.advance(5_000)
        expect([client.phase, client.counters.renegotiations]).toEqual(['open', times + 1])
      }
      again(client, server)
      await clock.advance(20_000)
      expect(lastDown(clientEvents)).toEqual({
        code: 'link-lcp-loops',
        seen: 'negotiated again 11 times within a minute',
      })
      expect(client.counters.renegotiations).toBe(11)
    },
  )
  test('counts packets and octets, both ways', async () => {
    const { client, clock, server } = await open()
    client.sendIp(Uint8Array.of(0x45, 1, 2))
    server.sendIp(Uint8Array.of(0x45, 1))
    server.sendIp(Uint8Array.of(0x45))
    await clock.advance(100)
    expect(client.counters).toMatchObject({
      txIpPackets: 1,
      txIpBytes: 3,
      rxIpPackets: 2,
      rxIpBytes: 3,
    })
  })
  test('says how short the packets are that the peer takes', async () => {
    const { clientEvents } = await open({ server: { quirks: { mru: 296 } } })
    expect(clientEvents.find(({ kind }) => kind === 'warning')).toEqual({
      kind: 'warning',
      code: 'link-mtu-small',
      seen: 'MTU 296',
      said: { en: 'MTU 296', ja: 'MTU 296' },
    })
    expect(clientEvents.findLast(({ kind }) => kind === 'up')).toMatchObject({
      mru: 1500,
      mtu: 296,
    })
  })
  test('of a server tells its own MRU', async () => {
    const { serverEvents } = await open({ server: { quirks: { mru: 296 } } })
    expect(serverEvents.findLast(({ kind }) => kind === 'up')).toMatchObject({
      address: '10.64.64.64',
      peerAddress: '10.141.26.2',
      dns: ['100.100.0.253', '100.100.0.254'],
      mru: 296,
      mtu: 1500,
      auth: 'chap',
    })
  })
  test('of a server does not end with a line of text', async () => {
    const { server, serverEvents } = await open()
    server.feed(bytesOf('\r\nNO CARRIER\r\n'))
    expect([server.phase, serverEvents.at(-1)]).toEqual([
      'open',
      { kind: 'text', text: 'NO CARRIER' },
    ])
  })
  test('tells those who listen, with the check sum of what came', async () => {
    const { client, clientEvents } = await open()
    const heard: string[] = []
    const stop = client.on((event) => heard.push(event.kind))
    say(client, lcp, 9, 5, '01020304')
    expect(heard).toEqual(['packet', 'packet'])
    stop()
    say(client, lcp, 9, 6, '01020304')
    expect(heard).toHaveLength(2)
    const fcs = clientEvents
      .slice(-2)
      .map((event) => (event.kind === 'packet' ? [event.dir, event.frame.fcs.length] : []))
    expect(fcs).toEqual([
      ['rx', 4],
      ['tx', 0],
    ])
  })
  test('drops what is no packet', async () => {
    const { client, clientEvents } = await open()
    const before = clientEvents.length
    client.feed(encodeFrame(lcp, octets('05010009')))
    expect([client.phase, clientEvents.slice(before).map(({ kind }) => kind)]).toEqual([
      'open',
      ['packet'],
    ])
  })
})

test.each([
  [false, false, 1],
  [true, true, 2],
  [true, false, 2],
  [false, true, 2],
])(
  'a modem that drops what is not compressed (address left out: %s, protocol: %s) takes %i packets',
  async (acfc, pfc, taken) => {
    const { server, serverEvents, client, clock } = await open({
      server: { quirks: { dropUncompressed: true } },
    })
    client.sendIp(Uint8Array.of(0x45))
    await clock.advance(100)
    server.feed(encodeFrame(0x21, Uint8Array.of(0x45, 1), { acfc, pfc, accm: 0 }))
    expect(serverEvents.filter(({ kind }) => kind === 'ip')).toHaveLength(taken)
  },
)

test('damaged frames are no warning of a link that is dead', () => {
  const { client, clientEvents } = linkPair()
  const broken = encodeFrame(0x21, Uint8Array.of(0x45, 0, 0, 20, 0xff, 0xfe, 0xfd))
  broken[5] = (broken[5] ?? 0) ^ 0x80
  for (let times = 0; times < 40; times++) client.feed(broken)
  expect([clientEvents, client.counters.badFcs]).toEqual([[], 40])
})
