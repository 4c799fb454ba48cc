import { buildIpv4, parseIpv4 } from '@core/ip/ipv4'
import { isUnreadable, ipProtocols } from '@core/ip/packet'
import { stunAnswer, stunPort } from '@core/ip/stun'
import { natTimeoutTool, type NatTimeoutTool } from '@core/ip/tools/nat-timeout'
import { seededChance } from '@core/ports/chance'
import { describe, expect, test } from 'vitest'
import { hostPair } from './host-pair'

const shift = 1000

/** A NAT between a host and a server of STUN and TCP: each flow is forgotten after so long a silence, TCP without a word. */
function behindNat(udpMs: number, tcpMs: number, moves = shift) {
  const pair = hostPair()
  const lastUs = new Map<number, number>()
  const forgotten = new Map<number, number>()
  const receive = pair.internet.receive.bind(pair.internet)
  pair.internet.receive = (octets) => {
    const packet = parseIpv4(octets)
    if (isUnreadable(packet)) return
    const port = ((packet.payload[0] ?? 0) << 8) | (packet.payload[1] ?? 0)
    const nowUs = pair.clock.monotonicUs()
    const silentMs = (nowUs - (lastUs.get(port) ?? nowUs)) / 1000
    const udp = packet.protocol === ipProtocols.udp
    lastUs.set(port, nowUs)
    if (silentMs > (udp ? udpMs : tcpMs)) {
      if (!udp) return void lastUs.set(port, -Infinity)
      forgotten.set(port, (forgotten.get(port) ?? 0) + 1)
    }
    if (lastUs.get(port) !== -Infinity) receive(buildIpv4({ ...packet, id: 1 }))
  }
  pair.internet.onUdp(stunPort, ({ data, srcPort, reply }) => {
    const port = srcPort - moves + (moves === 0 ? 0 : (forgotten.get(srcPort) ?? 0))
    const answer = stunAnswer(data, { address: '203.0.113.80', port })
    if (answer) reply(answer)
  })
  pair.internet.listenTcp(443, () => undefined)
  const parts = { clock: pair.clock, chance: seededChance(4), host: pair.client }
  const options = {
    protocols: ['udp', 'tcp'],
    stunHost: '203.0.113.9',
    tcpHost: '203.0.113.10',
  } as const
  const run = (more: Partial<NatTimeoutTool> = {}) =>
    pair.clock.until(natTimeoutTool(parts, { ...options, ...more }), 3_600_000, 500)
  return { ...pair, run }
}

describe('the silence that a NAT allows', () => {
  test('is found for each protocol, and a keep-alive named', async () => {
    const { ok, facts, words } = await behindNat(100_000, 200_000).run()
    expect(ok).toBe(true)
    const [udp, tcp] = facts.timeouts
    expect(udp?.keptSeconds).toBeGreaterThan(80)
    expect(udp?.keptSeconds).toBeLessThanOrEqual(100)
    expect(udp?.lostSeconds).toBeGreaterThan(100)
    expect(udp?.lostSeconds).toBeLessThan(112)
    expect(tcp?.keptSeconds).toBeLessThanOrEqual(200)
    expect(tcp?.lostSeconds).toBeGreaterThan(200)
    expect(words.en).toMatch(
      /^UDP: silent flows are forgotten between \d+ and \d+ s: send something every \d+ s\. TCP: /,
    )
  })

  test('is longer than all that was tried', async () => {
    const { facts, words } = await behindNat(1e9, 1e9).run({ mostSeconds: 60 })
    expect(facts.timeouts).toMatchObject([
      { keptSeconds: 60, lostSeconds: null },
      { keptSeconds: 60, lostSeconds: null },
    ])
    expect(words.ja).toContain('最長の無通信時間 60 秒でも維持されます')
  })

  test('is not guessed where the NAT keeps port numbers', async () => {
    const { ok, facts } = await behindNat(10_000, 1e9, 0).run({ protocols: ['udp'] })
    expect(ok).toBe(false)
    expect(facts.timeouts).toMatchObject([{ nat: 'preserved', keptSeconds: null, silences: [] }])
  })
})
