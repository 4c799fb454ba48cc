import { buildAnswer, parseDns } from '../ip/dns-message'
import { throughNat64 } from '../ip/nat64'
import type { SimulatedInternet } from './internet'

const NO_SUCH_NAME = 3
const TTL_S = 300

/**
 * The answer to a DNS query; undefined when it is none. A name without the record asked for gets an empty answer, and with the
 * prefix of NAT64 an IPv6 address made of its IPv4 one (DNS64, RFC 6147).
 */
export function answerDns(
  query: Uint8Array,
  internet: SimulatedInternet,
  nat64?: string,
): Uint8Array | undefined {
  const packet = parseDns(query)
  const question = packet?.questions?.[0]
  if (!packet || !question) return undefined
  const { name, type } = question
  const own = internet.records(name, type)
  const made = type === 'AAAA' && own?.length === 0 && nat64 !== undefined
  const found = made ? through(internet.records(name, 'A') ?? [], nat64) : own
  if (!found) return buildAnswer(packet, [], NO_SUCH_NAME)
  return buildAnswer(
    packet,
    found.map((data) => ({ type, name, ttl: TTL_S, data })),
  )
}

const through = (addresses: readonly string[], prefix: string): readonly string[] =>
  addresses.flatMap((address) => throughNat64(prefix, address) ?? [])
