import { bytesOf } from '@core/bytes'
import { faultCode } from '@core/fault'
import { IpHost } from '@core/ip/host'
import { serveHttp } from '@core/ip/http-server'
import { seededChance } from '@core/ports/chance'
import { encodeFrame } from '@core/ppp/hdlc'
import type { LinkEvent, PppLink } from '@core/ppp/link'
import { describe, expect, test } from 'vitest'
import type { ManualClock } from '../../support/manual-clock'
import { alone, brief, lastDown, linkPair, type PairOptions } from './link-pair'

interface Victim {
  readonly clock: ManualClock
  readonly link: PppLink
  readonly events: readonly LinkEvent[]
  /** The peer goes on being bad for so long. */
  pass(ms: number): Promise<void>
}

/** A peer of ours that misbehaves. */
function peer(options: PairOptions): Victim {
  const { clock, client, server, clientEvents } = linkPair(options)
  server.open()
  client.open()
  return {
    clock,
    link: client,
    events: clientEvents,
    pass: (ms) => clock.advance(ms),
  }
}

/** A line on which something comes every 100 ms, whatever we send. */
function stream(next: (at: number) => Uint8Array): Victim {
  const { clock, link, events } = alone(() => undefined)
  let at = 0
  return {
    clock,
    link,
    events,
    async pass(ms) {
      for (let passed = 0; passed < ms && link.phase !== 'dead'; passed += 100) {
        link.feed(next(at++))
        await clock.advance(100)
      }
    },
  }
}

const chance = seededChance(5)
const garbage = () => Uint8Array.from({ length: 300 }, () => Math.floor(chance.next() * 256))
const badRequest = (id: number) =>
  encodeFrame(0xc021, Uint8Array.of(1, id & 0xff, 0, 7, 99, 3, id & 0xff))
const flood = (id: number) => {
  const one = badRequest(id)
  return Uint8Array.from({ length: one.length * 20 }, (_, i) => one[i % one.length] ?? 0)
}
const looped = (): Victim => {
  const { clock, link, events } = alone((bytes, link) => link.feed(bytes))
  return { clock, link, events, pass: (ms) => clock.advance(ms) }
}

const bad: [what: string, verdict: string, begin: () => Victim][] = [
  [
    'NAKs LCP for ever',
    'link-lcp-loops',
    () => peer({ server: { quirks: { lcpNakForever: true } } }),
  ],
  [
    'NAKs IPCP for ever',
    'link-ipcp-loops',
    () => peer({ server: { quirks: { nakForever: true } } }),
  ],
  [
    'terminates at once',
    'link-terminated-by-peer',
    () => peer({ server: { quirks: { terminateAtOnce: true } } }),
  ],
  ['sends garbage', 'link-noise', () => stream(garbage)],
  ['loops back', 'link-looped', looped],
  [
    'answers IPCP with 0.0.0.0',
    'link-no-address',
    () => peer({ server: { quirks: { zeroNaks: Infinity } } }),
  ],
  [
    'agrees to 0.0.0.0',
    'link-no-address',
    () => peer({ server: { quirks: { acceptZeroAddress: true } } }),
  ],
  ['floods', 'link-lcp-loops', () => stream(flood)],
  ['says nothing', 'link-no-lcp', () => stream(() => new Uint8Array())],
  ['never stops talking', 'link-no-lcp', () => stream(() => bytesOf('+CREG: 1\r\n'))],
  [
    'does not take the password (PAP)',
    'link-auth-refused',
    () =>
      peer({
        server: { require: 'pap' },
        client: { credentials: { user: 'sora', password: 'x' } },
      }),
  ],
  [
    'does not take the password (CHAP)',
    'link-auth-refused',
    () => peer({ client: { credentials: { user: 'sora', password: 'x' } } }),
  ],
]

describe('a peer that', () => {
  // The limit of all phases together, and a clean end behind it.
  const limitMs = 180_000 + 10_000

  test.each(bad)('%s: %s, within the limit', async (_what, verdict, begin) => {
    const { clock, link, events, pass } = begin()
    await pass(limitMs)
    expect(link.phase).toBe('dead')
    expect(lastDown(events)?.code).toBe(verdict)
    await clock.advance(10_000)
    expect(clock.pending).toBe(0)
  })

  test.each(bad)('%s: can be cancelled in the middle', async (_what, _verdict, begin) => {
    const { clock, link, events, pass } = begin()
    await pass(300)
    const wasUp = link.phase !== 'dead'
    link.abort()
    expect(link.phase).toBe('dead')
    if (wasUp) expect(lastDown(events)?.code).toBe('link-closed')
    const said = events.length
    await pass(1_000)
    await clock.advance(200_000)
    expect(events.slice(said).filter(({ kind }) => kind !== 'text')).toEqual([])
  })
})

test('a wrong password is said in words: who refused, and what the peer wrote', async () => {
  const { link, events, pass } = peer({
    server: { require: 'pap' },
    client: { credentials: { user: 'sora', password: 'x' } },
  })
  await pass(30_000)
  expect(link.phase).toBe('dead')
  expect(lastDown(events)?.seen).toBe('PAP Nak: Login incorrect')
})

test('an MTU below 576 is warned about, and TCP still carries a page through it', async () => {
  const { clock, client, server, hosts, clientEvents } = withHosts({
    server: { quirks: { mru: 296 } },
  })
  server.open()
  client.open()
  await clock.advance(10_000)
  expect(brief(clientEvents)).toContain('warning link-mtu-small')
  const { far, near } = hosts()
  const page = Uint8Array.from({ length: 20_000 }, (_, i) => i & 0xff)
  far.listenTcp(80, (connection) => void serveHttp(connection, () => ({ status: 200, body: page })))
  const got = await clock.until(near.http('http://203.0.113.1/'), 120_000)
  expect(Buffer.compare(got.body, page)).toBe(0)
})

test('a peer that dies in the middle of a download: the download and the link both end by themselves', async () => {
  const far = { gone: false }
  const { clock, client, server, hosts, clientEvents } = withHosts({
    carry: (clock) => (bytes, deliver) => {
      far.gone ||= client.counters.rxIpBytes > 100_000
      if (!far.gone) clock.schedule(5, () => deliver(bytes))
    },
  })
  server.open()
  client.open()
  await clock.advance(90_000)
  const { far: internet, near } = hosts()
  const page = new Uint8Array(2_000_000)
  internet.listenTcp(80, (connection) => {
    void serveHttp(connection, () => ({ status: 200, body: page }))
  })
  const fetching = near.http('http://203.0.113.1/').then(
    () => 'whole',
    (error: unknown) => faultCode(error),
  )
  expect(await clock.until(fetching, 600_000, 1_000)).toBe('net-stalled')
  await clock.advance(300_000)
  expect(lastDown(clientEvents)?.code).toBe('link-echo-timeout')
  server.abort()
  near.close()
  internet.close()
  await clock.advance(300_000)
  expect(clock.pending).toBe(0)
})

test('a download can be cancelled, and leaves nothing that waits', async () => {
  const { clock, client, server, hosts } = withHosts({})
  server.open()
  client.open()
  await clock.advance(5_000)
  const { far, near } = hosts()
  far.listenTcp(80, () => undefined)
  const stop = new AbortController()
  const fetching = near.http('http://203.0.113.1/', { signal: stop.signal }).catch(faultCode)
  await clock.advance(1_000)
  stop.abort()
  expect(await clock.until(fetching, 1_000)).toBe('at-cancelled')
  client.abort()
  server.abort()
  near.close()
  far.close()
  await clock.advance(300_000)
  expect(clock.pending).toBe(0)
})

/** IP hosts on both ends of a link, once it is up. */
function withHosts(options: PairOptions) {
  const pair = linkPair(options)
  const { clock, client, server } = pair
  const hosts = () => {
    const up = pair.clientEvents.find((event) => event.kind === 'up')
    if (up?.kind !== 'up') throw new Error('the link is not up')
    const { address, mtu, dns } = up
    const near: IpHost = new IpHost({
      clock,
      chance,
      address,
      mtu,
      dns,
      send: (packet) => client.sendIp(packet),
    })
    const far: IpHost = new IpHost({
      clock,
      chance,
      address: '10.64.64.64',
      mtu: 1500,
      dns: [],
      promiscuous: true,
      send: (packet) => server.sendIp(packet),
    })
    client.on((event) => event.kind === 'ip' && near.receive(event.packet))
    server.on((event) => event.kind === 'ip' && far.receive(event.packet))
    return { near, far }
  }
  return { ...pair, hosts }
}
