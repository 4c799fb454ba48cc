import { latin1 } from '../bytes'
import { dotted } from '../ip/address'
import { ipv6Text } from '../ip/ipv6-address'

/** A DNS message in short: its first question, and the addresses it gives (RFC 1035, 4.1). */
export interface DnsTalk {
  readonly id: number
  readonly answer: boolean
  readonly rcode: number
  readonly name: string
  readonly type: string
  readonly addresses: readonly string[]
}

const types: { readonly [type: number]: string } = {
  1: 'A',
  2: 'NS',
  5: 'CNAME',
  6: 'SOA',
  12: 'PTR',
  15: 'MX',
  16: 'TXT',
  28: 'AAAA',
  33: 'SRV',
  65: 'HTTPS',
}
const mostAnswers = 32
const longestName = 253

/** Undefined for what is no message with a question. */
export function dnsTalk(message: Uint8Array): DnsTalk | undefined {
  const word = (at: number) => ((message[at] ?? 0) << 8) | (message[at + 1] ?? 0)
  if (message.length < 17 || word(4) === 0) return undefined
  const question = nameAt(message, 12)
  if (!question) return undefined
  const flags = word(2)
  let at = question.end + 4
  const addresses: string[] = []
  for (let left = Math.min(word(6), mostAnswers); left > 0; left--) {
    const owner = nameAt(message, at)
    if (!owner || owner.end + 10 > message.length) break
    const [type, size] = [word(owner.end), word(owner.end + 8)]
    const data = message.subarray(owner.end + 10, owner.end + 10 + size)
    if (type === 1 && data.length === 4) addresses.push(dotted(data))
    if (type === 28 && data.length === 16) addresses.push(ipv6Text(data))
    at = owner.end + 10 + size
  }
  const type = word(question.end)
  return {
    id: word(0),
    answer: (flags & 0x8000) !== 0,
    rcode: flags & 15,
    name: question.name === '' ? '.' : question.name,
    type: types[type] ?? `TYPE${type}`,
    addresses,
  }
}

/** A name, and where it ends; what it points to must lie before it, so that nobody can lead round in a circle. */
function nameAt(message: Uint8Array, start: number): { name: string; end: number } | undefined {
  const labels: string[] = []
  let length = 0
  let end: number | undefined
  let at = start
  let limit = start
  for (;;) {
    const size = message[at]
    if (size === undefined) return undefined
    if (size === 0) return { name: labels.join('.'), end: end ?? at + 1 }
    if (size >= 0xc0) {
      const to = ((size & 63) << 8) | (message[at + 1] ?? 0)
      end ??= at + 2
      if (to >= limit) return undefined
      at = limit = to
      continue
    }
    if (size > 63 || at + 1 + size > message.length) return undefined
    length += size + 1
    if (length > longestName) return undefined
    const label = latin1(message.subarray(at + 1, at + 1 + size))
    labels.push(label.replace(/[^\x21-\x7e]/g, '?'))
    at += size + 1
  }
}
