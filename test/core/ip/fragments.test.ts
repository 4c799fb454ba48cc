import { FragmentStore, piecesOf } from '@core/ip/fragments'
import { families } from '@core/ip/family'
import { isUnreadable, type IpPacket } from '@core/ip/packet'
import { linkLocalOf } from '@core/ip/ipv6-address'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'
import { hostPair } from './host-pair'

const payload = Uint8Array.from({ length: 4001 }, (_, i) => (i * 7) & 0xff)
const ends = {
  ipv4: { src: '192.0.2.1', dst: '192.0.2.2' },
  ipv6: { src: '2001:db8::1', dst: '2001:db8::2' },
} as const

/** The pieces of one packet as they are read from the wire. */
function pieces(name: 'ipv4' | 'ipv6', id = 77): IpPacket[] {
  const family = families[name]
  const packet = { ...ends[name], protocol: 17, payload, ttl: 9 }
  return piecesOf(packet, family.pieceOctets(1300), id).map((piece) => {
    const octets = family.build(piece, 1)
    expect(octets.length).toBeLessThanOrEqual(1300 + family.headerOctets)
    const read = family.parse(octets)
    if (isUnreadable(read)) throw new Error(read.error)
    return read
  })
}

function store() {
  const clock = new ManualClock()
  const dropped: string[] = []
  const fragments = new FragmentStore(clock, (reason) => dropped.push(reason))
  const take = (packet: IpPacket) => packet.fragment && fragments.take(packet, packet.fragment)
  return { clock, dropped, take }
}

describe.each(['ipv4', 'ipv6'] as const)('%s in pieces', (name) => {
  test('is put together in any order, and a piece that comes twice does no harm', () => {
    const { take, dropped } = store()
    const [first, ...rest] = pieces(name)
    const others = rest.toReversed()
    for (const one of [...others, ...others]) expect(take(one)).toBeUndefined()
    const whole = first && take(first)
    expect(whole).toEqual({ ...ends[name], protocol: 17, payload, ttl: 9 })
    expect(dropped).toEqual([])
  })

  test('two packets at once stay apart', () => {
    const { take } = store()
    const mixed = pieces(name, 1).flatMap((one, i) => [one, ...pieces(name, 2).slice(i, i + 1)])
    expect(mixed.map(take).filter(Boolean)).toHaveLength(2)
  })

  test('pieces that overlap, are of odd length or lie beyond the end drop all of it', () => {
    const { take, dropped } = store()
    const [first, second, ...rest] = pieces(name)
    if (!first || !second?.fragment) throw new Error('too few pieces')
    take(first)
    take({ ...second, fragment: { ...second.fragment, at: second.fragment.at - 8 } })
    expect([second, ...rest].map(take).filter(Boolean)).toEqual([])
    take({ ...second, payload: second.payload.subarray(0, 100) })
    take({ ...second, fragment: { ...second.fragment, at: 65_528 } })
    expect(dropped).toEqual([
      'fragments that overlap',
      'a fragment of odd length',
      'a fragment beyond the longest packet',
    ])
  })

  test('what is missing for a minute is given up', async () => {
    const { take, clock, dropped } = store()
    const [first, ...rest] = pieces(name)
    rest.forEach(take)
    await clock.advance(60_000)
    expect(dropped).toEqual(['a datagram of which pieces are missing'])
    expect(first && take(first)).toBeUndefined()
  })
})

test('a flood of first pieces keeps no more than some', () => {
  const { take, dropped } = store()
  for (let id = 0; id < 100; id++) pieces('ipv4', id).slice(0, 1).forEach(take)
  expect(dropped).toHaveLength(68)
})

test('a whole packet with a fragment header is no piece (RFC 6946)', () => {
  const octets = families.ipv6.build(
    { ...ends.ipv6, protocol: 17, payload, fragment: { id: 5, at: 0, more: false } },
    0,
  )
  expect(families.ipv6.parse(octets)).toEqual({ ...ends.ipv6, protocol: 17, payload, ttl: 64 })
})

test('echoes that are longer than the link carries go and come in pieces', async () => {
  const pair = hostPair({ reorder: 0.5 })
  const asked = pair.client.ping('8.8.8.8', { size: 5000, count: 3 })
  expect((await pair.clock.until(asked, 20_000, 5)).received).toBe(3)
  expect(pair.client.counters.packetsOut).toBe(12)
})

test('over IPv6, too, between the addresses of the link', async () => {
  const near = linkLocalOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 2))
  const far = linkLocalOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1))
  const pair = hostPair({}, 1, { client: { linkLocal: near }, internet: { linkLocal: far } })
  const asked = pair.client.ping(far, { size: 5000, count: 2 })
  expect((await pair.clock.until(asked, 20_000, 5)).received).toBe(2)
})
