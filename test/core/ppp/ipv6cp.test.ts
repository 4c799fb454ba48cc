import { fromHex, hexOf } from '@core/bytes'
import { decodePppFrame } from '@core/ppp/decode'
import { explainFrame } from '@core/ppp/explain'
import { encodeFrame } from '@core/ppp/hdlc'
import { Ipv6cpPolicy, randomIdentifier } from '@core/ppp/ipv6cp'
import type { LinkEvent, LinkUp, PppLink } from '@core/ppp/link'
import { seededChance } from '@core/ports/chance'
import { describe, expect, test } from 'vitest'
import { alone, brief, lastDown, linkPair, type PairOptions } from './link-pair'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()
const identifier = (hex: string) => ({ type: 1, value: octets(hex) })
const policy = (own = '0211223344556677', give?: string) =>
  new Ipv6cpPolicy({
    chance: seededChance(1),
    identifier: octets(own),
    give: give === undefined ? undefined : octets(give),
  })

const server = {
  ipv6: { identifier: octets('0000000000000001'), clientIdentifier: octets('00000000cafe0002') },
}
const both = { families: ['ipv4', 'ipv6'] as const }
const ipv6Alone = { families: ['ipv6'] as const }

async function linked(options: PairOptions, ms = 30_000) {
  const pair = linkPair(options)
  pair.server.open()
  pair.client.open()
  await pair.clock.advance(ms)
  return pair
}

const lastUp = (events: readonly LinkEvent[]): LinkUp | undefined =>
  events.filter((event): event is LinkUp => event.kind === 'up').at(-1)

function families({ clientEvents, client }: Awaited<ReturnType<typeof linked>>) {
  const up = lastUp(clientEvents)
  return client.phase === 'open' && up
    ? [up.address, up.ipv6?.linkLocal ?? null]
    : lastDown(clientEvents)
}

describe('interface identifiers (RFC 5072, 4.1)', () => {
  test.each([
    ['another one, not zero', '0000000000000001', { kind: 'ack' }],
    ['one with a wrong length', '0001', { kind: 'rej', options: [identifier('0001')] }],
  ])('answers %s', (_name, asked, verdict) => {
    expect(policy().judge([identifier(asked)], true)).toEqual(verdict)
  })

  test.each([
    ['zero', '0000000000000000'],
    ['our own', '0211223344556677'],
  ])('proposes another for %s, and rejects it when the peer insists', (_name, asked) => {
    const ours = policy()
    const verdict = ours.judge([identifier(asked)], true)
    const proposed = verdict.kind === 'nak' ? hexOf(verdict.options[0]?.value ?? octets('')) : ''
    expect(proposed).toMatch(/^(?!0{16}|0211223344556677)[\da-f]{16}$/)
    expect(ours.judge([identifier(asked)], false)).toEqual({
      kind: 'rej',
      options: [identifier(asked)],
    })
  })

  test('takes the identifier that a network gives', () => {
    const ours = policy()
    expect(ours.nakked([identifier('00000000cafe0002')])).toBe('again')
    expect(ours.wanted()).toEqual([identifier('00000000cafe0002')])
  })

  test.each([
    ['zero', '0000000000000000'],
    ['the identifier the peer has itself', '0000000000000001'],
  ])('takes a new random one when the Nak says %s', (_name, offer) => {
    const ours = policy()
    ours.peerAgreed([identifier('0000000000000001')])
    expect(ours.nakked([identifier(offer)])).toBe('again')
    expect(hexOf(ours.identifier)).not.toBe(offer)
    expect(hexOf(ours.identifier)).not.toBe('0211223344556677')
  })

  test('fails where the peer proposes for ever', () => {
    const ours = policy()
    const answers = Array.from({ length: 11 }, (_, i) =>
      ours.nakked([identifier(`00000000000000${(16 + i).toString(16)}`)]),
    )
    expect([answers[9], answers[10]]).toEqual(['again', 'fail'])
  })

  test('refuses compression, and does without an identifier where the peer rejects it', () => {
    const ours = policy()
    const compression = { type: 2, value: octets('0061') }
    expect(ours.judge([identifier('0000000000000001'), compression], true)).toEqual({
      kind: 'rej',
      options: [compression],
    })
    ours.rejected()
    expect(ours.wanted()).toEqual([])
    expect(hexOf(ours.identifier)).toBe('0211223344556677')
  })

  test('gives its client the identifier of the session', () => {
    const network = policy('0000000000000001', '00000000cafe0002')
    expect(network.judge([identifier('0211223344556677')], true)).toEqual({
      kind: 'nak',
      options: [identifier('00000000cafe0002')],
    })
    expect(network.judge([identifier('00000000cafe0002')], true)).toEqual({ kind: 'ack' })
  })

  test('a random one is not told as unique in the world', () => {
    for (let seed = 1; seed < 50; seed++)
      expect((randomIdentifier(seededChance(seed))[0] ?? 0) & 2).toBe(0)
  })
})

describe('a link comes up with what was asked for and granted', () => {
  const linkLocal = 'fe80::cafe:2'
  test.each([
    ['both of both', both, both, ['10.141.26.2', linkLocal]],
    ['IPv6 of both', ipv6Alone, both, [null, linkLocal]],
    ['IPv4 of both', {}, both, ['10.141.26.2', null]],
    ['both, and IPv4 is granted', both, {}, ['10.141.26.2', null]],
    ['both, and IPv6 is granted', both, ipv6Alone, [null, linkLocal]],
  ])('%s', async (_name, client, serverLink, expected) => {
    const pair = await linked({ client, serverLink, server })
    expect(families(pair)).toEqual(expected)
    expect(brief(pair.clientEvents).filter((one) => one.startsWith('up'))).toHaveLength(1)
    const closed = pair.client.close()
    await pair.clock.advance(5_000)
    await closed
    expect(pair.clock.pending).toBe(0)
  })

  test.each([
    ['IPv6, and IPv4 is granted', ipv6Alone, {}, 'link-no-ipv6', 'rejected the protocol IPV6CP'],
    ['IPv4, and IPv6 is granted', {}, ipv6Alone, 'link-no-ipcp', 'rejected the protocol IPCP'],
  ])('%s: it ends, and says what was refused', async (_name, client, serverLink, code, seen) => {
    const pair = await linked({ client, serverLink, server })
    expect(families(pair)).toEqual({ code, seen: expect.stringContaining(seen) })
  })

  test('packets of both families pass, each under its own protocol', async () => {
    const { client, clock, serverEvents } = await linked({ client: both, serverLink: both, server })
    const six = octets(`60000000000${'0'.repeat(69)}`)
    const four = octets(`4500001400004000${'0'.repeat(24)}`)
    expect([client.sendIp(six), client.sendIp(four)]).toEqual([true, true])
    await clock.advance(100)
    expect(serverEvents.filter(({ kind }) => kind === 'ip')).toEqual([
      { kind: 'ip', packet: six },
      { kind: 'ip', packet: four },
    ])
  })

  test('a link without IPv6 takes no IPv6 packet', async () => {
    const { client } = await linked({ client: both, server })
    expect(client.sendIp(octets(`6000${'0'.repeat(76)}`))).toBe(false)
  })
})

describe('a peer that is late, or changes its mind', () => {
  const ipv6cp = 0x8057
  const packets = (events: readonly LinkEvent[], dir: 'tx' | 'rx') =>
    events.flatMap((event) =>
      event.kind === 'packet' && event.dir === dir && event.frame.protocolName === 'IPV6CP'
        ? [`${event.frame.codeName} ${event.frame.info.slice(8)}`]
        : [],
    )
  const say = (link: PppLink, code: number, id: number, data: string) => {
    const body = octets(data)
    link.feed(encodeFrame(ipv6cp, Uint8Array.of(code, id, 0, body.length + 4, ...body)))
  }
  const lastId = (events: readonly LinkEvent[]) => {
    const requests = events.filter(
      (event) =>
        event.kind === 'packet' && event.dir === 'tx' && event.frame.codeName === 'ConfReq',
    )
    const last = requests.at(-1)
    return last?.kind === 'packet' ? (last.frame.id ?? 0) : 0
  }

  test('IPv4 is told after 5 s where IPV6CP gets no answer, and IPv6 when it comes after all', async () => {
    const { client, clientEvents, clock } = await linked(
      {
        client: both,
        serverLink: { families: ['ipv4'] },
        // A modem that drops what it does not know, in silence.
        carry: (now) => (bytes, deliver) => {
          const frame = hexOf(bytes)
          if (!frame.includes('8057')) now.schedule(5, () => deliver(bytes))
        },
      },
      4_900,
    )
    expect(lastUp(clientEvents)).toBeUndefined()
    await clock.advance(1_000)
    expect(lastUp(clientEvents)).toMatchObject({ address: '10.141.26.2', ipv6: null })
    say(client, 1, 1, '010a0000000000000001')
    say(client, 2, lastId(clientEvents), packets(clientEvents, 'tx').at(-2)?.split(' ')[1] ?? '')
    expect(lastUp(clientEvents)).toMatchObject({
      address: '10.141.26.2',
      ipv6: { peerLinkLocal: 'fe80::1' },
    })
    expect(client.phase).toBe('open')
  })

  test('a family that ends alone leaves the other, and may come back', async () => {
    const { client, clientEvents, clock } = await linked({ client: both, serverLink: both, server })
    say(client, 5, 9, '')
    await clock.advance(10_000)
    expect(client.phase).toBe('open')
    const ups = clientEvents.flatMap((event) =>
      event.kind === 'up' ? [[event.address, event.ipv6?.peerLinkLocal]] : [],
    )
    expect(ups).toEqual([
      ['10.141.26.2', 'fe80::1'],
      ['10.141.26.2', undefined],
      ['10.141.26.2', 'fe80::1'],
    ])
  })

  test('IPV6CP that nobody asked for is refused with a Protocol-Reject', () => {
    const { link, events } = alone(() => undefined)
    // LCP: ours acknowledged, theirs taken.
    const lcp = (code: number, id: number, data: string) =>
      link.feed(
        encodeFrame(0xc021, Uint8Array.of(code, id, 0, octets(data).length + 4, ...octets(data))),
      )
    const own = events.find((event) => event.kind === 'packet' && event.dir === 'tx')
    if (own?.kind !== 'packet') throw new Error('no request')
    lcp(1, 1, '')
    lcp(2, own.frame.id ?? 0, own.frame.info.slice(8))
    say(link, 1, 1, '010a0000000000000001')
    const last = events.at(-1)
    expect(last).toMatchObject({ dir: 'tx', frame: { codeName: 'ProtRej', rejected: '8057' } })
    link.abort()
  })
})

test('IPV6CP is told in words', () => {
  const frame = decodePppFrame({ bytes: octets('ff0380570101000e010a0211223344556677') })
  expect(frame).toMatchObject({
    protocolName: 'IPV6CP',
    codeName: 'ConfReq',
    options: [{ name: 'interface', value: '0211223344556677' }],
  })
  expect(explainFrame(frame)).toEqual({
    en: 'IPV6CP ConfReq 1: the sender asks for interface identifier 0211:2233:4455:6677.',
    ja: 'IPV6CP ConfReq 1：次の設定を要求しています（インターフェース識別子 0211:2233:4455:6677）。',
  })
})
