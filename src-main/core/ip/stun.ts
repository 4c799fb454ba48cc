import { concat } from '../bytes'
import { dotted, octetsOf } from './address'
import { ipv6Octets, ipv6Text } from './ipv6-address'
import { uint16 } from './packet'

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

/** What an address is hidden behind: the cookie, and for IPv6 the request's number behind it (RFC 8489 14.2). */
const maskOf = (id: Uint8Array) => concat([magic, id])

/** The answer to a request, for the simulated internet. */
export function stunAnswer(request: Uint8Array, seen: MappedAddress): Uint8Array | undefined {
  if (request.length < 20 || uint16(request, 0) !== types.request) return undefined
  const mask = maskOf(request.subarray(8, 20))
  const own = octetsOf(seen.address) ?? ipv6Octets(seen.address) ?? new Uint8Array(4)
  const octets = own.map((octet, i) => octet ^ (mask[i] ?? 0))
  const port = seen.port ^ 0x2112
  const family = own.length === 16 ? 2 : 1
  const length = 4 + own.length
  const attribute = Uint8Array.of(
    0,
    attributes.xorMapped,
    0,
    length,
    0,
    family,
    port >> 8,
    port & 0xff,
  )
  const head = Uint8Array.of(types.success >> 8, types.success & 0xff, 0, length + 4)
  return concat([head, request.subarray(4, 20), attribute, octets])
}

/** What an answer to this request says; undefined for anything else. */
export function readStun(answer: Uint8Array, id: Uint8Array): MappedAddress | undefined {
  if (answer.length < 20 || uint16(answer, 0) !== types.success) return undefined
  if (!id.every((octet, i) => octet === answer[8 + i])) return undefined
  for (let at = 20; at + 12 <= answer.length; at += 4 + ((uint16(answer, at + 2) + 3) & ~3)) {
    const type = uint16(answer, at)
    if (type !== attributes.mapped && type !== attributes.xorMapped) continue
    const size = sizes[answer[at + 5] ?? 0]
    if (size === undefined || at + 8 + size > answer.length) continue
    const xor = type === attributes.xorMapped
    const mask = xor ? maskOf(id) : new Uint8Array(16)
    const octets = answer.slice(at + 8, at + 8 + size).map((octet, i) => octet ^ (mask[i] ?? 0))
    const address = size === 4 ? dotted(octets, 0) : ipv6Text(octets)
    return { address, port: uint16(answer, at + 6) ^ (xor ? 0x2112 : 0) }
  }
  return undefined
}

/** Octets of an address, by the number of its family. */
const sizes: { readonly [family: number]: number } = { 1: 4, 2: 16 }
