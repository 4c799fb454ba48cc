import { concat } from '../bytes'
import { dotted } from './address'
import { uint16, uint32 } from './packet'

/** Where somebody sees us (RFC 8489), as far as a NAT shows itself. */
export interface MappedAddress {
  readonly address: string
  readonly port: number
}

const magic = Uint8Array.of(0x21, 0x12, 0xa4, 0x42)
const types = { request: 0x0001, success: 0x0101 } as const
const attributes = { mapped: 0x0001, xorMapped: 0x0020 } as const
export const stunPort = 3478

/** A binding request; `id` has 12 octets. */
export function stunRequest(id: Uint8Array): Uint8Array {
  return concat([Uint8Array.of(0, types.request, 0, 0), magic, id])
}

/** The answer to a request for the simulated internet: IPv4. */
export function stunAnswer(request: Uint8Array, seen: MappedAddress): Uint8Array | undefined {
  if (request.length < 20 || uint16(request, 0) !== types.request) return undefined
  const octets = seen.address.split('.').map((part, i) => Number(part) ^ (magic[i] ?? 0))
  const port = seen.port ^ 0x2112
  const attribute = Uint8Array.of(0, attributes.xorMapped, 0, 8, 0, 1, port >> 8, port & 0xff)
  const head = Uint8Array.of(types.success >> 8, types.success & 0xff, 0, 12)
  return concat([head, request.subarray(4, 20), attribute, Uint8Array.from(octets)])
}

/** What an answer to this request says; undefined for anything else. IPv4 alone: NATs of IPv6 are none. */
export function readStun(answer: Uint8Array, id: Uint8Array): MappedAddress | undefined {
  if (answer.length < 20 || uint16(answer, 0) !== types.success) return undefined
  if (!id.every((octet, i) => octet === answer[8 + i])) return undefined
  for (let at = 20; at + 12 <= answer.length; at += 4 + ((uint16(answer, at + 2) + 3) & ~3)) {
    const type = uint16(answer, at)
    const family = answer[at + 5]
    if (family !== 1 || (type !== attributes.mapped && type !== attributes.xorMapped)) continue
    const xor = type === attributes.xorMapped
    const port = uint16(answer, at + 6) ^ (xor ? 0x2112 : 0)
    const value = (uint32(answer, at + 8) ^ (xor ? uint32(magic, 0) : 0)) >>> 0
    const octets = Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
    return { address: dotted(octets, 0), port }
  }
  return undefined
}
