import { buildAnswer, parseDns } from '../ip/dns-message'
import type { SimulatedInternet } from './internet'

const NO_SUCH_NAME = 3
const TTL_S = 300

/** The answer to a DNS query; undefined when it is none. A name without the record asked for gets an empty answer. */
export function answerDns(query: Uint8Array, internet: SimulatedInternet): Uint8Array | undefined {
  const packet = parseDns(query)
  const question = packet?.questions?.[0]
  if (!packet || !question) return undefined
  const { name, type } = question
  const found = internet.records(name, type)
  if (!found) return buildAnswer(packet, [], NO_SUCH_NAME)
  return buildAnswer(
    packet,
    found.map((data) => ({ type, name, ttl: TTL_S, data })),
  )
}
