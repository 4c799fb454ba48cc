import { transportChecksum } from '../../ip/checksum'
import { packetIn, type Stretch } from './packet-in'
import { PacketStreams, type Look } from './packet-streams'

export type { Look } from './packet-streams'
export type { Stretch } from './packet-in'

/**
 * What must not leave of the content that an IP packet in a PPP frame carries in the clear: user and password of MQTT, and
 * what `look` finds in its text (credentials of HTTP, forms, JSON). `streams`: what the packets before it carried, so that
 * what is cut over several of them is found as well.
 */
export function packetLogins(
  frame: Uint8Array,
  look: Look,
  streams = new PacketStreams(),
): Stretch[] {
  const packet = packetIn(frame)
  return packet ? streams.logins(frame, packet, look) : []
}

/** The frame with x in place of what `packetLogins` finds. Lengths stay, and a check sum that was right is right again. */
export function withoutPacketLogins(
  frame: Uint8Array,
  look: Look,
  streams = new PacketStreams(),
): Uint8Array {
  const packet = packetIn(frame)
  const found = packet ? streams.logins(frame, packet, look) : []
  if (!packet || found.length === 0) return frame
  const masked = frame.slice()
  for (const [from, to] of found) masked.fill(0x78, from, to)
  const { at, transport, end, protocol, sumAt, addressesAt } = packet
  if (sumAt === undefined || end < transport + sumAt + 2) return masked
  const addresses = masked.subarray(at + addressesAt[0], at + addressesAt[1])
  const sumOf = (octets: Uint8Array) =>
    transportChecksum(addresses, protocol, octets.subarray(transport, end))
  if (sumOf(frame) !== 0) return masked
  masked.fill(0, transport + sumAt, transport + sumAt + 2)
  const sum = sumOf(masked)
  masked.set([sum >> 8, sum & 0xff], transport + sumAt)
  return masked
}
