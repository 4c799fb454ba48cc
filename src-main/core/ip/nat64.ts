import { octetsOf } from './address'
import { ipv6Octets, ipv6Text } from './ipv6-address'

/** Has only IPv4 addresses; an answer with others was made by DNS64 (RFC 7050). */
export const ipv4OnlyName = 'ipv4only.arpa'
const wellKnown = [
  [192, 0, 0, 170],
  [192, 0, 0, 171],
]

/** Where the four octets stand for each length of a prefix (RFC 6052 2.2); octet 8 stays 0. */
const places: { readonly [length: number]: readonly [number, number, number, number] } = {
  96: [12, 13, 14, 15],
  64: [9, 10, 11, 12],
  56: [7, 9, 10, 11],
  48: [6, 7, 9, 10],
  40: [5, 6, 7, 9],
  32: [4, 5, 6, 7],
}

/** The prefix by which DNS64 made an address of `ipv4only.arpa`, as `64:ff9b::/96`; undefined when it made none. */
export function nat64PrefixOf(address: string): string | undefined {
  const octets = ipv6Octets(address)
  if (!octets) return undefined
  for (const [length, place] of Object.entries(places).reverse()) {
    const four = place.map((at) => octets[at] ?? 0)
    if (!wellKnown.some((known) => known.every((octet, i) => octet === four[i]))) continue
    const prefix = octets.map((octet, i) => (i < Number(length) / 8 ? octet : 0))
    return `${ipv6Text(prefix)}/${length}`
  }
  return undefined
}

/** An IPv4 address as it is reached through NAT64. */
export function throughNat64(prefix: string, address: string): string | undefined {
  const [head = '', length = ''] = prefix.split('/')
  const place = places[Number(length)]
  const [octets, four] = [ipv6Octets(head), octetsOf(address)]
  if (!octets || !four || !place) return undefined
  place.forEach((at, i) => (octets[at] = four[i] ?? 0))
  return ipv6Text(octets)
}

/** The IPv4 address behind one of NAT64; undefined for another address. */
export function behindNat64(prefix: string, address: string): string | undefined {
  const [head = '', length = ''] = prefix.split('/')
  const place = places[Number(length)]
  const [octets, own] = [ipv6Octets(address), ipv6Octets(head)]
  if (!octets || !own || !place) return undefined
  const same = own.subarray(0, Number(length) / 8).every((octet, i) => octets[i] === octet)
  return same ? place.map((at) => octets[at] ?? 0).join('.') : undefined
}
