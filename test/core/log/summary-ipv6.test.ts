import { expect, test } from 'vitest'
import { ipv6Octets } from '@core/ip/ipv6-address'
import { pppRow } from '@core/log/ppp-rows'
import { PacketTalk } from '@core/log/packet-talk'
import { pppStage } from '@core/log/summary-ppp'

/** A row of an IPv6 packet from a router, with these octets of ICMPv6 or TCP. */
function stageOf(protocol: number, data: readonly number[], dir: 'rx' | 'tx' = 'rx') {
  const ends = ['fe80::1', 'ff02::1'].flatMap((text) => [...(ipv6Octets(text) ?? [])])
  const packet = [0, 0x57, 0x60, 0, 0, 0, 0, data.length, protocol, 255, ...ends, ...data]
  const bytes = Uint8Array.from(packet)
  const item = { kind: 'frame', bytes, raw: bytes, fcs: 0 } as const
  const row = {
    id: 1,
    slot: 'a' as const,
    atMs: 0,
    monoUs: 0,
    ...pppRow(item, dir, new PacketTalk(), 0),
  }
  return pppStage(row)
}

test.each([
  [
    'a router advertisement is the address',
    [134, 0, 0, 0, 64, 0, 7, 8, 0, 0, 0, 0, 0, 0, 0, 0],
    'ip',
    'fine',
  ],
  ['a solicitation says nothing', [135, 0, 0, 0, 0, 0, 0, 0], undefined, undefined],
  ['an echo that comes back is the internet', [129, 0, 0, 0, 0, 7, 0, 1], 'internet', 'fine'],
] as const)('%s', (_name, data, id, state) => {
  expect(stageOf(58, data)).toEqual(id && { id, state })
})
