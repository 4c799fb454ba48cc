import { bytesOf, fromHex, hexOf } from '@core/bytes'
import { encodeFrame } from '@core/ppp/hdlc'
import type { LinkEvent, PppLink } from '@core/ppp/link'
import { describe, expect, test } from 'vitest'
import { alone, brief, lastDown, linkPair, type PairOptions } from './link-pair'

const lcp = 0xc021
const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const say = (link: PppLink, protocol: number, code: number, id: number, data = '') => {
  const body = octets(data)
  link.feed(encodeFrame(protocol, Uint8Array.of(code, id, 0, body.length + 4, ...body)))
}
const packets = (events: readonly LinkEvent[]) =>
  events.flatMap((event) => (event.kind === 'packet' && event.dir === 'tx' ? [event.frame] : []))
const count = (events: readonly LinkEvent[], words: string) =>
  packets(events).filter(({ protocolName, codeName }) => `${protocolName} ${codeName}` === words)
    .length

async function open(options: PairOptions = {}) {
  const written: string[] = []
  const pair = linkPair({
    carry: (clock) => (bytes, deliver) => {
      written.push(hexOf(bytes))
      clock.schedule(5, () => deliver(bytes))
    },
    ...options,
  })
  pair.server.open()
  pair.client.open()
  await pair.clock.advance(5_000)
  expect(pair.client.phase).toBe('open')
  return { ...pair, written }
}

describe('how often is asked', () => {
  test('LCP: ten times', async () => {
    const { clock, events } = alone(() => undefined)
    await clock.advance(29_999)
    expect([count(events, 'LCP ConfReq'), lastDown(events)]).toEqual([10, undefined])
    await clock.advance(1)
    expect([count(events, 'LCP ConfReq'), lastDown(events)?.code]).toEqual([10, 'link-no-lcp'])
  })
  test('IPCP: fifteen times', async () => {
    const { clock, events, link } = alone(() => undefined)
    const [asked] = packets(events)
    say(link, lcp, 1, 1)
    say(link, lcp, 2, asked?.id ?? 0, asked?.info.slice(8))
    await clock.advance(44_999)
    expect([count(events, 'IPCP ConfReq'), link.phase]).toEqual([15, 'network'])
    await clock.advance(20_000)
    expect([count(events, 'IPCP ConfReq'), lastDown(events)]).toEqual([
      15,
      { code: 'link-no-ipcp', seen: '15 IPCP requests were not answered' },
    ])
  })
})

describe('echoes', () => {
  const hour = 3_600_000
  test('are asked for by a client, every 30 s', async () => {
    const { clientEvents, clock, serverEvents } = await open()
    await clock.advance(hour)
    expect([count(clientEvents, 'LCP EchoReq'), count(serverEvents, 'LCP EchoReq')]).toEqual([
      120, 0,
    ])
    expect(count(serverEvents, 'LCP EchoRep')).toBe(120)
  })
  test('are asked for as is wished', async () => {
    const { clientEvents, clock, serverEvents } = await open({
      client: { echoIntervalMs: 0 },
      serverLink: { echoIntervalMs: 60_000 },
    })
    await clock.advance(hour)
    expect([count(clientEvents, 'LCP EchoReq'), count(serverEvents, 'LCP EchoReq')]).toEqual([
      0, 60,
    ])
  })
  test.each([
    [{ ignoreEcho: false }, 1],
    [{ ignoreEcho: true }, 0],
    [undefined, 1],
  ])('a modem with %j answers %i', async (quirks, answers) => {
    const { server, serverEvents } = await open({ server: { quirks } })
    say(server, lcp, 9, 5, '01020304')
    expect(count(serverEvents, 'LCP EchoRep')).toBe(answers)
  })
})

describe('lines of a modem before LCP is agreed', () => {
  test('ERROR is a loop where our own request came back', () => {
    const { events, link } = alone(() => undefined)
    const [asked] = packets(events)
    link.feed(bytesOf('\r\nERROR\r\n'))
    expect(link.phase).toBe('establish')
    say(link, lcp, 1, asked?.id ?? 0, asked?.info.slice(8))
    expect(link.phase).toBe('establish')
    link.feed(bytesOf('\r\nERROR\r\n'))
    expect(brief(events).at(-1)).toBe('down link-looped')
  })
  test('the end of a context is not doubted, since nobody can be asked', async () => {
    const { clock, events, link } = alone(() => undefined)
    link.feed(bytesOf('\r\n+CGEV: NW PDN DEACT 1\r\n'))
    await clock.advance(6_000)
    expect([link.phase, count(events, 'LCP EchoReq')]).toEqual(['establish', 0])
  })
})

test.each([
  [0x000a0000, 1],
  [undefined, 0],
])('XON and XOFF within a frame are noise where the receive map is %s', (rxAccm, answers) => {
  const { events, link } = alone(() => undefined, { rxAccm })
  const frame = encodeFrame(lcp, octets('01010004'))
  link.feed(Uint8Array.from([...frame.slice(0, 4), 0x11, 0x13, ...frame.slice(4)]))
  expect(count(events, 'LCP ConfAck')).toBe(answers)
})

test('IPv6 goes under its own protocol', async () => {
  const both = { families: ['ipv4', 'ipv6'] as const }
  const { client, written } = await open({
    client: both,
    serverLink: both,
    server: {
      ipv6: {
        identifier: octets('0000000000000001'),
        clientIdentifier: octets('00000000cafe0002'),
      },
    },
  })
  written.length = 0
  client.sendIp(octets(`6000${'00'.repeat(38)}`))
  client.sendIp(octets(`4500${'00'.repeat(18)}`))
  expect(written.map((hex) => hex.replace(/^7e/, '').slice(0, 4))).toEqual(['5760', '2145'])
})

test('a server without quirks takes what is not compressed', async () => {
  const { server, serverEvents } = await open()
  server.feed(encodeFrame(0x21, Uint8Array.of(0x45), { accm: 0 }))
  expect(serverEvents.at(-1)).toEqual({ kind: 'ip', packet: Uint8Array.of(0x45) })
})
