import { findMtu, type MtuOutcome } from '@core/ip/path-mtu'
import { mtuTool, type MtuTool } from '@core/ip/tools/mtu'
import { buildAnswer, parseDns } from '@core/ip/dns-message'
import { icmpTypes, buildIcmp } from '@core/ip/icmp'
import { buildIpv4 } from '@core/ip/ipv4'
import { describe, expect, test } from 'vitest'
import { hostPair } from './host-pair'

/** A path that carries so much; what is longer is told of, or vanishes. */
function path(mtu: number, told: boolean, echoes = true) {
  const pair = hostPair()
  const receive = pair.internet.receive.bind(pair.internet)
  pair.internet.receive = (packet) => {
    if (packet.length > mtu) return told ? tooBig(packet) : undefined
    if (packet[9] === 1 && !echoes) return
    receive(packet)
  }
  const tooBig = (packet: Uint8Array) => {
    const body = packet.subarray(0, 28)
    const payload = buildIcmp({ type: icmpTypes.unreachable, code: 4, id: 0, seq: mtu, body })
    const [src, dst] = ['198.51.100.7', '10.141.26.2']
    const error = buildIpv4({ src, dst, protocol: 1, payload, id: 1 })
    pair.clock.schedule(20, () => pair.client.receive(error))
  }
  pair.internet.listenTcp(443, () => undefined)
  const run = (more: Partial<MtuTool> = {}) =>
    pair.clock.until(
      mtuTool(pair.clock, pair.client, { host: '203.0.113.5', ...more }),
      600_000,
      20,
    )
  return { ...pair, run }
}

describe('the longest packet', () => {
  test('is that of the link where nothing on the way is shorter', async () => {
    const { ok, facts, words } = await path(1500, true).run()
    expect(ok).toBe(true)
    expect(facts).toMatchObject({ pathMtu: 1500, by: 'icmp', toldBy: null, silent: false })
    expect(facts.probes.map(({ size }) => size)).toEqual([576, 1500])
    expect(words.en).toBe(
      'Packets of 1500 octets pass: the whole MTU of the link. The MSS in the SYN-ACK is 1460: nobody on the way shortens it.',
    )
  })

  test('is a router’s word, tried once', async () => {
    const { ok, facts, words } = await path(1428, true).run()
    expect(ok).toBe(true)
    expect(facts).toMatchObject({ pathMtu: 1428, toldBy: { router: '198.51.100.7', mtu: 1428 } })
    expect(facts.probes.map(({ size }) => size)).toEqual([576, 1500, 1428])
    expect(words.en).toContain('TCP learns of 1428 from the router’s message')
  })

  test('is looked for by halves where too long packets vanish, and TCP would stall', async () => {
    const { ok, facts, words } = await path(1407, false).run()
    expect(ok).toBe(false)
    expect(facts).toMatchObject({ pathMtu: 1407, by: 'icmp', toldBy: null, silent: true })
    expect(words.en).toContain('set the MTU of the device to 1407 (MSS 1367)')
    expect(words.ja).toContain('機器の MTU を 1407（MSS 1367）に設定してください')
  })

  test('is found by data of TCP where no echo is answered', async () => {
    const { facts } = await path(1407, false, false).run()
    expect(facts).toMatchObject({ pathMtu: 1407, by: 'tcp', silent: true })
  })

  test('is what a router says of a TCP segment', async () => {
    const { facts, words } = await path(1428, true, false).run()
    expect(facts).toMatchObject({ pathMtu: 1428, by: 'tcp', toldBy: { router: null, mtu: 1428 } })
    expect(words.en).toContain('as a router says')
  })

  test('is found by questions to a name server', async () => {
    const one = path(1400, false)
    one.internet.onUdp(53, ({ data, reply }) => {
      const query = parseDns(data)
      if (query) reply(buildAnswer(query, []))
    })
    const { facts } = await one.run({ by: 'udp' })
    expect(facts).toMatchObject({ pathMtu: 1400, by: 'udp', mss: null, silent: true })
  })

  test('is not guessed where nothing answers', async () => {
    const { ok, facts, words } = await path(0, false).run()
    expect({ ok, octets: facts.pathMtu, by: facts.by }).toEqual({
      ok: false,
      octets: null,
      by: null,
    })
    expect(words.en).toContain('neither echoes nor TCP')
    expect(words.ja).toContain('ping、TCP にも応答しないため')
  })

  test('a clamped MSS is told', async () => {
    const pair = hostPair({}, 1, { internet: { mtu: 1380 } })
    pair.internet.listenTcp(443, () => undefined)
    const asked = mtuTool(pair.clock, pair.client, { host: '203.0.113.5' })
    const { facts, words } = await pair.clock.until(asked)
    expect(facts.mss).toEqual({ port: 443, ours: 1460, theirs: 1340 })
    expect(words.en).toContain('SYN-ACK is 1340, not 1460: the network (MSS clamping)')
  })
})

test.each([576, 577, 1000, 1499, 1500])('halves end at %i', async (mtu) => {
  const sizes: number[] = []
  const probe = async (size: number): Promise<MtuOutcome> => {
    sizes.push(size)
    return { outcome: size <= mtu ? 'passed' : 'lost' }
  }
  expect(await findMtu(probe, 576, 1500)).toMatchObject({ pathMtu: mtu, silent: mtu < 1500 })
  expect(sizes.length).toBeLessThan(14)
})

test('a router that names too little is not believed', async () => {
  const probe = async (size: number): Promise<MtuOutcome> =>
    size <= 1400 ? { outcome: 'passed' } : { outcome: 'too-big', mtu: 68, from: '192.0.2.1' }
  expect(await findMtu(probe, 576, 1500)).toEqual({ pathMtu: 1400, toldBy: null, silent: false })
})
