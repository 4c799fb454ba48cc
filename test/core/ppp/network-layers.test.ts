import type { IpFamily } from '@core/ip/address'
import type { Layer } from '@core/ppp/layer'
import type { Negotiation } from '@core/ppp/negotiation'
import { NetworkLayers } from '@core/ppp/network-layers'
import { quoted, seenIn } from '@core/words'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'

const protocolOf = { ipv4: 0x8021, ipv6: 0x8057 } as const

/** Families whose negotiations are led by hand; `said` is what came of it. */
function layers(families: readonly IpFamily[] = ['ipv4', 'ipv6'], useless: readonly string[] = []) {
  const clock = new ManualClock()
  const said: string[] = []
  const did: string[] = []
  const of: Partial<Record<IpFamily, Layer>> = {}
  const network = new NetworkLayers({
    clock,
    graceMs: 5_000,
    cameUp: () => said.push('up'),
    again: () => said.push('again'),
    ended: ({ code, seen }) => said.push(`ended ${code}: ${seenIn(seen, 'en')}`),
    useless: (family) =>
      useless.includes(family) ? { code: 'link-no-address', seen: quoted('useless') } : undefined,
    endingOf: (family, { asked, frames }) => ({
      code: 'link-no-ipcp',
      seen: quoted(`${family} ${asked} asked, ${frames} came`),
    }),
  })
  for (const family of families)
    network.add(family, protocolOf[family], (layer) => {
      of[family] = layer
      const does = (what: string) => () => did.push(`${family} ${what}`)
      return {
        requestsSent: 7,
        open: does('open'),
        lowerUp: does('lower up'),
        lowerDown: does('lower down'),
        abandon: does('abandon'),
        receive: does('receive'),
      } as unknown as Negotiation
    })
  const led = (family: IpFamily): Layer => {
    const layer = of[family]
    if (!layer) throw new Error(`no ${family}`)
    return layer
  }
  const missing = () => {
    const seen = network.missing()
    return seen && seenIn(seen, 'en')
  }
  const isOpen = () => (['ipv4', 'ipv6'] as const).filter((family) => network.isOpen(family))
  const packet = { code: 1, id: 1, data: new Uint8Array() }
  const receive = (protocol: number) => network.receive(protocol, packet)
  return {
    clock,
    said,
    did,
    network,
    four: () => led('ipv4'),
    six: () => led('ipv6'),
    missing,
    isOpen,
    receive,
  }
}

describe('one family', () => {
  test('is told when it opens', () => {
    const { clock, said, network, four, missing, isOpen } = layers(['ipv4'])
    expect([isOpen(), network.someOpen, missing()]).toEqual([[], false, 'ipv4 7 asked, 0 came'])
    four().up()
    expect([said, isOpen(), network.someOpen, missing()]).toEqual([['up'], ['ipv4'], true, null])
    expect(clock.pending).toBe(0)
  })
  test('is negotiated again when it goes down', () => {
    const { said, four } = layers(['ipv4'])
    four().down()
    expect(said).toEqual([])
    four().up()
    four().down()
    four().up()
    expect(said).toEqual(['up', 'again', 'up'])
  })
  test('ends the link with it, as its packets tell', () => {
    const { said, four, receive, network } = layers(['ipv4'])
    receive(0x8021)
    receive(0x8021)
    four().finished()
    expect(said).toEqual(['ended link-no-ipcp: ipv4 7 asked, 2 came'])
    four().finished()
    network.drop(0x8021, undefined)
    expect(said).toHaveLength(1)
  })
  test.each<[IpFamily, string]>([
    ['ipv4', 'ended link-terminated-by-peer: IPCP Terminate-Request'],
    ['ipv6', 'ended link-terminated-by-peer: IPV6CP Terminate-Request'],
  ])('%s that was open is ended by the peer', (family, expected) => {
    const { said, four, six } = layers([family])
    const layer = family === 'ipv4' ? four() : six()
    layer.up()
    layer.down()
    layer.finished()
    expect(said).toEqual(['up', 'again', expected])
  })
  test('never settles', () => {
    const { said, did, four } = layers(['ipv4'])
    four().failed()
    expect(said).toEqual(['ended link-ipcp-loops: the proposed values never settled'])
    expect(did).toEqual(['ipv4 abandon'])
  })
  test('is of no use', () => {
    const { said, did, isOpen, four } = layers(['ipv4'], ['ipv4'])
    four().up()
    expect([said, did, isOpen()]).toEqual([
      ['ended link-no-address: useless'],
      ['ipv4 abandon'],
      [],
    ])
  })
})

describe('two families', () => {
  test('are told together where the second follows within 5 s', async () => {
    const { clock, said, four, six, isOpen } = layers()
    four().up()
    await clock.advance(4_999)
    expect(said).toEqual([])
    six().up()
    expect([said, isOpen(), clock.pending]).toEqual([['up'], ['ipv4', 'ipv6'], 0])
  })
  test('or the first alone after 5 s, and both when the second comes', async () => {
    const { clock, said, four, six, missing } = layers()
    four().up()
    await clock.advance(5_000)
    expect([said, missing()]).toEqual([['up'], 'ipv6 7 asked, 0 came'])
    six().up()
    expect([said, missing()]).toEqual([['up', 'up'], null])
  })
  test('or at once where the second is refused', () => {
    const { clock, said, did, network, four, missing } = layers()
    four().up()
    network.drop(0x8057, { code: 'link-no-ipv6', seen: quoted('no') })
    expect([said, did, clock.pending, missing()]).toEqual([['up'], ['ipv6 abandon'], 0, 'no'])
    network.drop(0x8057, { code: 'link-no-ipv6', seen: quoted('another') })
    expect([said, did, missing()]).toEqual([['up'], ['ipv6 abandon'], 'no'])
  })
  test('the link lives as long as one of them does', () => {
    const { said, four, six, isOpen } = layers()
    four().up()
    six().up()
    six().down()
    expect([said, isOpen()]).toEqual([['up'], ['ipv4']])
    six().finished()
    expect(said).toEqual(['up', 'up'])
    four().down()
    expect(said).toEqual(['up', 'up', 'again'])
    four().finished()
    expect(said.slice(3)).toEqual(['ended link-terminated-by-peer: IPCP Terminate-Request'])
  })
  test('it ends with the last one, as the first one tells', () => {
    const { said, network } = layers()
    network.drop(0x8057, { code: 'link-no-ipv6', seen: quoted('six') })
    expect(said).toEqual([])
    network.drop(0x8021, { code: 'link-no-ipcp', seen: quoted('four') })
    expect(said).toEqual(['ended link-no-ipcp: four'])
  })
  test('the second is waited for anew after both went down', async () => {
    const { clock, said, four } = layers()
    four().up()
    await clock.advance(5_000)
    four().down()
    four().up()
    expect(said).toEqual(['up', 'again'])
    await clock.advance(4_999)
    expect(said).toEqual(['up', 'again'])
    await clock.advance(1)
    expect(said).toEqual(['up', 'again', 'up'])
  })
  test('one that went down is waited for, when the other comes back first', async () => {
    const { clock, said, four, six } = layers()
    four().up()
    six().up()
    four().down()
    six().down()
    six().up()
    expect(said).toEqual(['up', 'again'])
    await clock.advance(5_000)
    expect(said).toEqual(['up', 'again', 'up'])
  })
  test('LCP goes down, and everything is forgotten', async () => {
    const { clock, said, did, network, four, six, isOpen, missing } = layers()
    four().up()
    network.drop(0x8057, { code: 'link-no-ipv6', seen: quoted('no') })
    did.length = 0
    network.lowerDown()
    expect([did, isOpen(), missing()]).toEqual([
      ['ipv4 lower down', 'ipv6 lower down'],
      [],
      'ipv4 7 asked, 0 came',
    ])
    four().up()
    expect([said, missing(), clock.pending]).toEqual([['up'], 'ipv6 7 asked, 0 came', 1])
    network.lowerDown()
    expect(clock.pending).toBe(0)
    six().finished()
    four().finished()
    expect(said).toEqual(['up', 'ended link-no-ipcp: ipv4 7 asked, 0 came'])
    await clock.advance(60_000)
    expect(said).toHaveLength(2)
  })
  test('are opened and abandoned together', () => {
    const { clock, did, network, four } = layers()
    network.open()
    expect(did).toEqual(['ipv4 open', 'ipv4 lower up', 'ipv6 open', 'ipv6 lower up'])
    four().up()
    did.length = 0
    network.abandon()
    expect([did, clock.pending]).toEqual([['ipv4 abandon', 'ipv6 abandon'], 0])
  })
})

describe('what is spoken', () => {
  test.each([
    [0x8021, true],
    [0x0021, true],
    [0x8057, false],
    [0x0057, false],
    [0xc021, false],
    [0x8023, false],
  ])('where IPv4 alone is: %i %s', (protocol, expected) => {
    expect(layers(['ipv4']).network.speaks(protocol)).toBe(expected)
  })
  test('is received by its family, what is not by none', () => {
    const { did, receive, network, said } = layers(['ipv4'])
    receive(0x8021)
    receive(0x8057)
    network.drop(0x8057, undefined)
    expect([did, said]).toEqual([['ipv4 receive'], []])
  })
  test('nothing where there is no family, and nothing ends it', () => {
    expect(layers([]).network.ending()).toBeUndefined()
    expect(layers([]).missing()).toBeNull()
    const { network } = layers()
    expect(network.ending()?.seen).toBe('ipv4 7 asked, 0 came')
    network.drop(0x8021, { code: 'link-no-ipcp', seen: quoted('four') })
    expect(network.ending()?.seen).toBe('four')
  })
})
