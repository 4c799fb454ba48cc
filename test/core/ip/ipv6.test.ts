import { concat, fromHex, hexOf } from '@core/bytes'
import { faultCode } from '@core/fault'
import { buildInformationRequest, parseDhcpv6 } from '@core/ip/dhcpv6'
import { buildAnswer, parseDns } from '@core/ip/dns-message'
import { serverOf, questionName } from '@core/ip/dns-question'
import { authorityOf, parseUrl } from '@core/ip/http'
import { serveHttp } from '@core/ip/http-server'
import { IpHost, type IpHostOptions } from '@core/ip/host'
import { buildIcmpv6 } from '@core/ip/icmpv6'
import { buildIpv6, parseIpv6 } from '@core/ip/ipv6'
import { ipv6Octets, ipv6Text, linkLocalOf } from '@core/ip/ipv6-address'
import { behindNat64, nat64PrefixOf, throughNat64 } from '@core/ip/nat64'
import { neighbourAnswer, solicitedNode } from '@core/ip/neighbours'
import { isUnreadable } from '@core/ip/packet'
import { parseAdvertisement, type RouterAdvertisement } from '@core/ip/router-advertisement'
import { describe, expect, test } from 'vitest'
import { hostPair, type HostPair } from './host-pair'

const octets = (hex: string) => fromHex(hex) ?? new Uint8Array()

describe('addresses', () => {
  test.each([
    // RFC 4291 2.2 and RFC 5952 4.
    ['2001:db8:0:0:8:800:200c:417a', '2001:db8::8:800:200c:417a'],
    ['ff01:0:0:0:0:0:0:101', 'ff01::101'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['2001:DB8::0001', '2001:db8::1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::ffff:192.0.2.33', '::ffff:c000:221'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1::', '1::'],
  ])('%s is written %s', (text, written) => {
    expect(ipv6Text(ipv6Octets(text) ?? new Uint8Array())).toBe(written)
    expect(ipv6Octets(written)).toEqual(ipv6Octets(text))
  })

  test.each([
    '',
    ':',
    ':::',
    '1:2:3',
    '1::2::3',
    '12345::',
    '::1.2.3',
    '1:2:3:4:5:6:7:8:9',
    'g::',
    ':1::',
  ])('“%s” is none', (text) => expect(ipv6Octets(text)).toBeUndefined())

  test('an interface identifier makes a link-local address, and one where neighbours ask', () => {
    const own = linkLocalOf(octets('021122fffe334455'))
    expect(own).toBe('fe80::211:22ff:fe33:4455')
    expect(solicitedNode(own)).toBe('ff02::1:ff33:4455')
  })
})

describe('packets (RFC 8200)', () => {
  const echo = {
    src: 'fe80::1',
    dst: '2001:db8::2',
    protocol: 58,
    payload: octets('80000000'),
    ttl: 64,
  }
  const wire =
    '6000000000043a40fe80000000000000000000000000000120010db800000000000000000000000280000000'
  test('are built and read', () => {
    expect(hexOf(buildIpv6(echo))).toBe(wire)
    expect(parseIpv6(octets(wire))).toEqual(echo)
  })

  test('extension headers are passed over', () => {
    const options = '3a00050200000000'
    const packet = octets(`${wire.replace('00043a40', '000c0040').slice(0, 80)}${options}80000000`)
    expect(parseIpv6(packet)).toEqual(echo)
  })

  test.each([
    ['shorter than its header', wire.slice(0, 60), /shorter/],
    ['shorter than it says', wire.slice(0, -2), /announced/],
    ['a fragment header cut short', wire.replace('00043a40', '00042c40'), /does not fit/],
    ['an extension beyond the end', wire.replace('00043a40', '00040040'), /does not fit/],
  ])('one that is %s is dropped', (_what, hex, reason) => {
    expect(parseIpv6(octets(hex))).toEqual({ error: expect.stringMatching(reason) })
  })
})

// RFC 4861 4.2 and 4.6, RFC 8106 5.1, RFC 8781 4: cur hop limit 64, flags, lifetime 1800 s, reachable, retransmit.
const head = '40c00708' + '0000000000000000'
const prefixOption = '030440c000278d0000093a8000000000' + '20010db8000100020000000000000000'
const mtuOption = '0501000000000514'
const dnsOption = '19030000000004b0' + '20010db8000000000000000000000053'
const nat64Option = '260207080064ff9b0000000000000000'

describe('router advertisements', () => {
  test('tell prefix, MTU, name servers and NAT64', () => {
    expect(
      parseAdvertisement(octets(head + prefixOption + mtuOption + dnsOption + nat64Option)),
    ).toEqual({
      hopLimit: 64,
      managed: true,
      other: true,
      lifetimeSeconds: 1800,
      prefixes: [
        {
          prefix: '2001:db8:1:2::',
          length: 64,
          onLink: true,
          autonomous: true,
          validSeconds: 2_592_000,
          preferredSeconds: 604_800,
        },
      ],
      mtu: 1300,
      dns: ['2001:db8::53'],
      nat64: '64:ff9b::/96',
    })
  })

  test.each([
    ['an option without a length', head + '0300', /does not fit/],
    ['an option beyond the end', head + '0304', /does not fit/],
    ['half a head', '4000', /too short/],
  ])('%s is no advertisement', (_what, hex, reason) => {
    expect(parseAdvertisement(octets(hex))).toEqual({ error: expect.stringMatching(reason) })
  })
})

describe('DHCPv6 (RFC 8415)', () => {
  test('asks for name servers and no address', () => {
    const request = {
      transaction: 0x123456,
      identifier: octets('0211223344556677'),
      elapsedMs: 1000,
    }
    expect(hexOf(buildInformationRequest(request))).toBe(
      '0b123456' + '0001000c0003001b0211223344556677' + '000600020017' + '000800020064',
    )
  })

  test('reads the servers of a reply', () => {
    const servers = '20010db8000000000000000000000053' + '20010db8000000000000000000000054'
    const reply = '07123456' + '0002000a00030001020304050607' + `00170020${servers}`
    expect(parseDhcpv6(octets(reply))).toEqual({
      type: 7,
      transaction: 0x123456,
      server: octets('00030001020304050607'),
      dns: ['2001:db8::53', '2001:db8::54'],
    })
    expect(parseDhcpv6(octets(reply.slice(0, -2)))).toEqual({ error: expect.any(String) })
  })
})

test('a neighbour solicitation is answered (RFC 4861 7.2.4), but not one that came over a router', () => {
  const own = 'fe80::2'
  const packet = {
    src: 'fe80::1',
    dst: 'ff02::1:ff00:2',
    protocol: 58,
    ttl: 255,
    payload: octets('8700000000000000' + 'fe800000000000000000000000000002'),
  }
  const answer = neighbourAnswer(packet, [own])
  expect(answer).toMatchObject({ src: own, dst: 'fe80::1', ttl: 255 })
  expect(hexOf(answer?.payload ?? octets(''))).toMatch(
    /^8800....60000000fe800000000000000000000000000002$/,
  )
  expect(neighbourAnswer({ ...packet, ttl: 254 }, [own])).toBeUndefined()
  expect(neighbourAnswer(packet, ['fe80::3'])).toBeUndefined()
})

describe('NAT64', () => {
  // RFC 6052 2.4, for 192.0.2.33.
  test.each([
    ['2001:db8::/32', '2001:db8:c000:221::'],
    ['2001:db8:100::/40', '2001:db8:1c0:2:21::'],
    ['2001:db8:122::/48', '2001:db8:122:c000:2:2100::'],
    ['2001:db8:122:300::/56', '2001:db8:122:3c0:0:221::'],
    ['2001:db8:122:344::/64', '2001:db8:122:344:c0:2:2100:0'],
    ['2001:db8:122:344::/96', '2001:db8:122:344::c000:221'],
    ['64:ff9b::/96', '64:ff9b::c000:221'],
  ])('%s', (prefix, address) => {
    expect(throughNat64(prefix, '192.0.2.33')).toBe(address)
    expect(behindNat64(prefix, address)).toBe('192.0.2.33')
  })

  // RFC 7050: what DNS64 makes of ipv4only.arpa.
  test.each([
    ['64:ff9b::192.0.0.170', '64:ff9b::/96'],
    ['2001:db8:122:344::192.0.0.171', '2001:db8:122:344::/96'],
    ['2001:db8:122:344:c0:0:ab00::', '2001:db8:122:344::/64'],
    ['2001:db8::10', undefined],
  ])('%s shows %s', (address, prefix) => {
    expect(nat64PrefixOf(address)).toBe(prefix)
  })
})

describe('where an address may stand', () => {
  test.each([
    ['http://[2001:db8::1]:8080/a', '2001:db8::1', 8080, '[2001:db8::1]:8080'],
    ['https://[2001:db8::1]/', '2001:db8::1', 443, '[2001:db8::1]'],
  ])('%s', (url, host, port, authority) => {
    const target = parseUrl(url)
    expect(target).toMatchObject({ host, port })
    expect(authorityOf(target)).toBe(authority)
  })

  test.each([
    ['2001:db8::53', '2001:db8::53', 53],
    ['[2001:db8::53]:5353', '2001:db8::53', 5353],
    ['8.8.8.8:5353', '8.8.8.8', 5353],
  ])('as the name server %s', (text, address, port) => {
    expect(serverOf(text)).toEqual({ address, port })
  })

  test.each(['2001:db8::53:x', '[8.8.8.8', 'fe80::1%eth0', '8.8.8.8:53:53'])(
    'not as the name server %s',
    (text) => expect(() => serverOf(text)).toThrow(/not a name server/),
  )

  test('asked for its name (RFC 3596 2.5)', () => {
    expect(questionName('4321:0:1:2:3:4:567:89ab', 'PTR')).toBe(
      'b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa',
    )
  })
})

const ra: RouterAdvertisement = {
  hopLimit: 64,
  managed: false,
  other: false,
  lifetimeSeconds: 1800,
  prefixes: [
    {
      prefix: '2001:db8:1:2::',
      length: 64,
      onLink: true,
      autonomous: true,
      validSeconds: 0xffffffff,
      preferredSeconds: 0xffffffff,
    },
  ],
  mtu: null,
  dns: ['2001:db8::53'],
  nat64: null,
}

const dual = { linkLocal: 'fe80::cafe:2' }
const alone = { ...dual, address: null, dns: [] }
const global = '2001:db8:1:2::cafe:2'

interface Names {
  readonly [name: string]: { readonly A?: string; readonly AAAA?: string }
}

function nameServer(internet: IpHost, names: Names): string[] {
  const asked: string[] = []
  internet.onUdp(53, ({ data, reply }) => {
    const query = parseDns(data)
    const question = query?.questions?.[0]
    if (!query || !question) return
    const { name, type } = question
    asked.push(`${name} ${type}`)
    const found = names[name]
    const address = type === 'A' || type === 'AAAA' ? found?.[type] : undefined
    const answers = address ? [{ name, type, ttl: 60, data: address }] : []
    reply(buildAnswer(query, answers, found ? 0 : 3))
  })
  return asked
}

/** A host behind a router, after what it learns from it. */
async function configured(
  client: Partial<IpHostOptions>,
  internet: Partial<IpHostOptions> = {},
): Promise<HostPair> {
  const pair = hostPair({}, 1, {
    client,
    internet: { linkLocal: 'fe80::1', advertise: ra, ...internet },
  })
  await pair.clock.advance(200)
  return pair
}

describe('an address from a router (RFC 4862)', () => {
  test('is made of its prefix and the interface identifier', async () => {
    const { client } = await configured(alone)
    expect(client.ipv6).toEqual({
      linkLocal: 'fe80::cafe:2',
      address: global,
      prefix: '2001:db8:1:2::/64',
      router: 'fe80::1',
      dns: ['2001:db8::53'],
      dnsFrom: 'router',
      nat64: null,
      progress: 'ready',
    })
  })

  test('is asked for again when the first question gets lost, and at last ever more seldom', async () => {
    const pair = hostPair({ loss: 1 }, 1, { client: alone })
    await pair.clock.advance(100)
    expect([pair.client.counters.packetsOut, pair.client.ipv6?.progress]).toEqual([1, 'asking'])
    await pair.clock.advance(12_000)
    expect([pair.client.counters.packetsOut, pair.client.ipv6?.progress]).toEqual([4, 'no-router'])
    await pair.clock.advance(60_000)
    expect(pair.client.counters.packetsOut).toBe(7)
    pair.client.close()
    expect(pair.clock.pending).toBe(0)
  })

  test('goes when its time is over, or the router takes it back', async () => {
    const short = { ...ra, prefixes: ra.prefixes.map((one) => ({ ...one, validSeconds: 60 })) }
    const pair = await configured(alone, { advertise: short })
    expect(pair.client.ipv6?.address).toBe(global)
    await pair.clock.advance(60_000)
    expect(pair.client.ipv6).toMatchObject({ address: null, progress: 'no-prefix' })
  })

  test.each([
    ['not autonomous', { autonomous: false }],
    ['longer than an identifier leaves room for', { length: 80 }],
    ['over', { validSeconds: 0 }],
  ])('is not made of a prefix that is %s', async (_what, change) => {
    const prefixes = ra.prefixes.map((one) => ({ ...one, ...change }))
    const { client } = await configured(alone, { advertise: { ...ra, prefixes } })
    expect(client.ipv6).toMatchObject({ address: null, progress: 'no-prefix' })
  })

  test('an advertisement from beyond the link is dropped', async () => {
    const pair = hostPair({}, 1, { client: alone })
    const own = pair.client.counters
    const packet = buildIpv6({
      src: 'fe80::1',
      dst: 'ff02::1',
      protocol: 58,
      payload: octets('86'),
      ttl: 64,
    })
    pair.client.receive(packet)
    expect(own.dropped).toBe(1)
    expect(pair.client.ipv6?.address).toBeNull()
  })

  test('name servers come by DHCPv6 where the router says so', async () => {
    const reply = octets('07000000' + '00170010' + '20010db8000000000000000000000099')
    const pair = hostPair({}, 1, {
      client: alone,
      internet: { linkLocal: 'fe80::1', advertise: { ...ra, other: true, dns: [] } },
    })
    pair.internet.onUdp(547, ({ data, reply: answer }) => {
      answer(concat([reply.subarray(0, 1), data.subarray(1, 4), reply.subarray(4)]))
    })
    await pair.clock.advance(300)
    expect(pair.client.ipv6).toMatchObject({ dns: ['2001:db8::99'], dnsFrom: 'dhcpv6' })
    expect(pair.client.dns).toEqual(['2001:db8::99'])
    expect(pair.clock.pending).toBe(0)
  })
})

/** A server of DHCPv6 that lends one address for so many seconds; what it heard, by message type. */
function lender(pair: HostPair, address: () => string | undefined, seconds = 1000) {
  const heard: number[] = []
  pair.internet.onUdp(547, ({ data, reply }) => {
    const [type = 0] = data
    heard.push(type)
    const lent = address()
    const hex = (octets: Uint8Array) => hexOf(octets)
    const valid = seconds.toString(16).padStart(8, '0')
    const given = lent ? `00050018${hex(ipv6Octets(lent) ?? data)}${valid}${valid}` : '000d00020002'
    const length = (12 + given.length / 2).toString(16).padStart(4, '0')
    const body = `00020004000300ff0003${length}000000010000000000000000${given}`
    const answer = type === 1 ? '02' : '07'
    reply(
      octets(answer + hexOf(data.slice(1, 4)) + body + '0017001020010db8000000000000000000000099'),
    )
  })
  return heard
}

describe('an address lent by DHCPv6 (RFC 8415)', () => {
  const managed = { ...ra, managed: true, prefixes: [], dns: [] }
  const start = (loss = 0) =>
    hostPair({ loss }, 1, {
      client: alone,
      internet: { linkLocal: 'fe80::1', advertise: managed },
    })

  test('is asked for where the router says M and gives no prefix, and kept at half of its time', async () => {
    const pair = start()
    const heard = lender(pair, () => '2001:db8:9::77')
    await pair.clock.advance(2_500)
    expect(pair.client.ipv6).toMatchObject({
      address: '2001:db8:9::77',
      prefix: null,
      dns: ['2001:db8::99'],
      dnsFrom: 'dhcpv6',
      progress: 'ready',
    })
    expect(heard).toEqual([1, 3])
    await pair.clock.advance(500_000)
    expect(heard).toEqual([1, 3, 5])
    expect(pair.client.ipv6?.address).toBe('2001:db8:9::77')
    pair.client.close()
    await pair.clock.advance(100)
    expect(pair.clock.pending).toBe(0)
  })

  test('is asked of anybody, and lost at the end of its time, when its server falls silent', async () => {
    const pair = start()
    lender(pair, () => '2001:db8:9::77')
    await pair.clock.advance(2_000)
    const heard: number[] = []
    pair.internet.onUdp(547, ({ data }) => void heard.push(data[0] ?? 0))
    await pair.clock.advance(790_000)
    expect(new Set(heard)).toEqual(new Set([5]))
    await pair.clock.advance(100_000)
    expect(heard).toContain(6)
    await pair.clock.advance(120_000)
    expect(pair.client.ipv6).toMatchObject({ address: null, progress: 'no-lease' })
    expect(heard.at(-1)).toBe(1)
  })

  test('that is refused is not there, and that is said', async () => {
    const pair = start()
    lender(pair, () => undefined)
    await pair.clock.advance(20_000)
    expect(pair.client.ipv6).toMatchObject({ address: null, progress: 'no-lease' })
  })

  test('is used only when nobody on the link says within a second that it is his', async () => {
    const pair = start()
    lender(pair, () => '2001:db8:9::77')
    await pair.clock.advance(2_000)
    expect(pair.client.ipv6).toMatchObject({ address: null, progress: 'no-lease' })
    await pair.clock.advance(500)
    expect(pair.client.ipv6).toMatchObject({ address: '2001:db8:9::77', progress: 'ready' })
  })

  test.each([
    ['who has it', { src: 'fe80::9', dst: 'ff02::1', type: 136, flags: 0x20 }],
    ['who wants it, too', { src: '::', dst: 'ff02::1:ff00:77', type: 135, flags: 0 }],
  ] as const)('is given back for %s, and another is asked for', async (_who, neighbour) => {
    const pair = start()
    const lent = ['2001:db8:9::77', '2001:db8:9::78']
    const heard = lender(pair, () => lent[0])
    const { src, dst, type, flags } = neighbour
    const body = ipv6Octets('2001:db8:9::77') ?? new Uint8Array()
    const payload = buildIcmpv6({ type, code: 0, id: flags << 8, seq: 0, body }, src, dst)
    await pair.clock.advance(1_200)
    pair.client.receive(buildIpv6({ src, dst, protocol: 58, ttl: 255, payload }))
    lent.shift()
    await pair.clock.advance(1_000)
    expect(heard).toEqual([1, 3, 9])
    expect(pair.client.ipv6).toMatchObject({ address: null, progress: 'taken' })
    await pair.clock.advance(15_000)
    expect(heard).toEqual([1, 3, 9, 1, 3])
    expect(pair.client.ipv6).toMatchObject({ address: '2001:db8:9::78', progress: 'ready' })
    pair.client.close()
    await pair.clock.advance(100)
    expect(pair.clock.pending).toBe(0)
  })

  test('is given back four times at most where the server says nothing to that', async () => {
    const pair = start()
    lender(pair, () => '2001:db8:9::77')
    await pair.clock.advance(1_200)
    const heard: number[] = []
    pair.internet.onUdp(547, ({ data }) => void heard.push(data[0] ?? 0))
    const [src, dst] = ['fe80::9', 'ff02::1']
    const body = ipv6Octets('2001:db8:9::77') ?? new Uint8Array()
    const payload = buildIcmpv6({ type: 136, code: 0, id: 0x2000, seq: 0, body }, src, dst)
    // Over a router it would be nobody of this link.
    pair.client.receive(buildIpv6({ src, dst, protocol: 58, ttl: 254, payload }))
    await pair.clock.advance(100)
    expect(heard).toEqual([])
    pair.client.receive(buildIpv6({ src, dst, protocol: 58, ttl: 255, payload }))
    await pair.clock.advance(40_000)
    expect(heard.slice(0, 5)).toEqual([9, 9, 9, 9, 1])
  })

  test('is not borrowed beside one that a prefix makes', async () => {
    const pair = await configured(alone, { advertise: { ...ra, managed: true } })
    const heard = lender(pair, () => '2001:db8:9::77')
    await pair.clock.advance(5_000)
    expect([pair.client.ipv6?.address, heard]).toEqual([global, []])
  })
})

const code = (pair: HostPair, promise: Promise<unknown>) =>
  pair.clock.until(
    promise.then(
      () => 'no fault',
      (error: unknown) => faultCode(error) ?? String(error),
    ),
    600_000,
    500,
  )

describe('the tools over IPv6', () => {
  const page = (pair: HostPair) =>
    pair.internet.listenTcp(80, (connection) => {
      void serveHttp(connection, ({ from }) => ({ status: 200, body: from }))
    })

  test('ping', async () => {
    const pair = await configured(alone)
    const result = await pair.clock.until(pair.client.ping('2001:db8::10', { count: 2 }))
    expect(result).toMatchObject({ address: '2001:db8::10', received: 2 })
    expect(result.replies[0]).toMatchObject({ ttl: 64, from: '2001:db8::10' })
  })

  test('a router on the link answers, too, by its link-local address', async () => {
    const pair = await configured(alone)
    const result = await pair.clock.until(pair.client.ping('fe80::1', { count: 1 }))
    expect(result.received).toBe(1)
  })

  test('traceroute', async () => {
    const routers = ['10.64.64.64', '2001:db8:0:1::1', '2001:db8:0:2::1']
    const pair = await configured(alone, { routers })
    const { hops, reached } = await pair.clock.until(pair.client.traceroute('2001:db8::10'))
    expect(reached).toBe(true)
    expect(hops.map(({ address }) => address)).toEqual([
      '2001:db8:0:1::1',
      '2001:db8:0:2::1',
      '2001:db8::10',
    ])
  })

  test('HTTP to an address in brackets, and to a name', async () => {
    const pair = await configured(alone)
    nameServer(pair.internet, { 'a.example': { AAAA: '2001:DB8:0:0::10' } })
    page(pair)
    for (const url of ['http://[2001:db8::10]/', 'http://a.example/']) {
      const { address, body } = await pair.clock.until(pair.client.http(url))
      expect([address, String.fromCharCode(...body)]).toEqual(['2001:db8::10', global])
    }
  })

  test('a datagram to a port where nobody listens, and a connection to one', async () => {
    const pair = await configured(alone)
    expect(await code(pair, pair.client.connect('2001:db8::10', 81))).toBe('tcp-refused')
    const options = { timeoutMs: 1_000 }
    const sent = pair.client.udp('2001:db8::10', 9, octets('00'), options)
    expect(await pair.clock.until(sent, 10_000)).toBeUndefined()
  })

  test('segments leave room for the longer header, and for the MTU of the router', async () => {
    const lengths: number[] = []
    const pair = await configured(alone, { advertise: { ...ra, mtu: 1300 } })
    pair.internet.listenTcp(80, (connection) => {
      void (async () => {
        for (;;) {
          const data = await connection.read()
          if (!data) return
          lengths.push(data.length)
        }
      })()
    })
    const connection = await pair.clock.until(pair.client.connect('2001:db8::10', 80))
    await connection.write(new Uint8Array(5_000))
    await pair.clock.advance(2_000)
    expect(Math.max(...lengths)).toBe(1300 - 60)
    connection.abort()
  })
})

describe('a segment that is too long for a link on the way', () => {
  test('goes again in pieces that pass', async () => {
    let told = 0
    const longest: number[] = []
    const pair = await configured(alone)
    const deliver = pair.internet.receive.bind(pair.internet)
    // A tunnel of 1280 octets behind the first router (RFC 8201).
    pair.internet.receive = (packet) => {
      if (packet.length <= 1280) {
        longest.push(packet.length)
        return deliver(packet)
      }
      told++
      const parsed = parseIpv6(packet)
      if (isUnreadable(parsed)) throw new Error(parsed.error)
      pair.client.receive(tooBig(parsed.src, packet))
    }
    const got: number[] = []
    pair.internet.listenTcp(80, (connection) => {
      void (async () => {
        for (;;) {
          const data = await connection.read()
          if (!data) return
          got.push(data.length)
        }
      })()
    })
    const connection = await pair.clock.until(pair.client.connect('2001:db8::10', 80))
    await connection.write(new Uint8Array(20_000))
    await pair.clock.advance(5_000)
    expect(got.reduce((sum, one) => sum + one, 0)).toBe(20_000)
    expect(told).toBeGreaterThan(0)
    expect(Math.max(...longest)).toBe(1280)
    connection.abort()
  })

  function tooBig(to: string, packet: Uint8Array): Uint8Array {
    const src = '2001:db8:0:1::1'
    const message = { type: 2, code: 0, id: 0, seq: 1280, body: packet.slice(0, 1000) }
    return buildIpv6({ src, dst: to, protocol: 58, payload: buildIcmpv6(message, src, to) })
  }
})

describe('which family a name is reached by', () => {
  const names: Names = {
    'both.example': { A: '192.0.2.10', AAAA: '2001:db8::10' },
    'old.example': { A: '192.0.2.20' },
    'new.example': { AAAA: '2001:db8::30' },
  }
  const cases = [
    ['both.example', dual, 'auto', '2001:db8::10'],
    ['both.example', dual, 'ipv4', '192.0.2.10'],
    ['both.example', dual, 'ipv6', '2001:db8::10'],
    ['both.example', {}, 'auto', '192.0.2.10'],
    ['old.example', dual, 'auto', '192.0.2.20'],
    ['new.example', dual, 'auto', '2001:db8::30'],
    ['new.example', alone, 'auto', '2001:db8::30'],
    ['2001:DB8:0::30', dual, 'auto', '2001:db8::30'],
    ['192.0.2.20', dual, 'ipv4', '192.0.2.20'],
  ] as const
  test.each(cases)('%s on %o with %s: %s', async (host, client, family, address) => {
    const pair = await configured(client)
    nameServer(pair.internet, names)
    expect(await pair.clock.until(pair.client.addressOf(host, { family }))).toBe(address)
  })

  const refused = [
    ['both.example', {}, 'ipv6', 'ip-no-family'],
    ['both.example', alone, 'ipv4', 'ip-no-family'],
    ['old.example', dual, 'ipv6', 'dns-failed'],
    ['new.example', {}, 'auto', 'dns-failed'],
    ['old.example', alone, 'auto', 'ip-no-family'],
    ['192.0.2.20', alone, 'auto', 'ip-no-family'],
    ['192.0.2.20', dual, 'ipv6', 'bad-input'],
    ['2001:db8::30', {}, 'auto', 'ip-no-family'],
    ['nobody.example', dual, 'auto', 'dns-no-such-name'],
  ] as const
  test.each(refused)('%s on %o with %s: %s', async (host, client, family, fault) => {
    const pair = await configured(client)
    nameServer(pair.internet, { ...names, 'ipv4only.arpa': { A: '192.0.0.170' } })
    expect(await code(pair, pair.client.addressOf(host, { family }))).toBe(fault)
  })

  test('IPv4 is reached through NAT64 where DNS64 shows its prefix (RFC 7050)', async () => {
    const pair = await configured(alone)
    const asked = nameServer(pair.internet, {
      ...names,
      'ipv4only.arpa': { A: '192.0.0.170', AAAA: '64:ff9b::c000:aa' },
    })
    for (const [host, address] of [
      ['192.0.2.20', '64:ff9b::c000:214'],
      ['old.example', '64:ff9b::c000:214'],
    ] as const)
      expect(await pair.clock.until(pair.client.addressOf(host, {}))).toBe(address)
    expect(asked.filter((one) => one.startsWith('ipv4only'))).toHaveLength(1)
    expect(pair.client.ipv6?.nat64).toBe('64:ff9b::/96')
  })

  test('a server that stumbles over AAAA is asked for the A', async () => {
    const pair = await configured(dual)
    pair.internet.onUdp(53, ({ data, reply }) => {
      const query = parseDns(data)
      const question = query?.questions?.[0]
      if (!query || !question) return
      const { name, type } = question
      const answers = type === 'A' ? [{ name, type: 'A' as const, ttl: 1, data: '192.0.2.1' }] : []
      reply(buildAnswer(query, answers, type === 'A' ? 0 : 2))
    })
    expect(await pair.clock.until(pair.client.addressOf('odd.example', {}))).toBe('192.0.2.1')
  })
})
