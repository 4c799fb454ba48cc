import { buildAnswer, parseDns } from '../ip/dns-message'
import type { SimulatedInternet } from './internet'

const NO_SUCH_NAME = 3
const TTL_S = 300

/** The answer to a DNS query; undefined when it is none. A name without the record asked for gets an empty answer. */
export function answerDns(query: Uint8Array, internet: SimulatedInternet): Uint8Array | undefined {
  const packet = parseDns(query)
  const question = packet?.questions?.[0]
  if (!packet || !question) return undefined
  const address = internet.lookUp(question.name)
  if (address === undefined) return buildAnswer(packet, [], NO_SUCH_NAME)
  if (question.type !== 'A') return buildAnswer(packet, [])
  return buildAnswer(packet, [{ type: 'A', name: question.name, ttl: TTL_S, data: address }])
}
