import { concat } from '../bytes'

/** Sixteen octets as `2001:db8::1` (RFC 5952: lower case, the longest run of zeros as `::`). */
export function ipv6Text(octets: Uint8Array, at = 0): string {
  const groups = Array.from(
    { length: 8 },
    (_, i) => ((octets[at + 2 * i] ?? 0) << 8) | (octets[at + 2 * i + 1] ?? 0),
  )
  const [from, length] = longestZeros(groups)
  const hex = (some: readonly number[]) => some.map((group) => group.toString(16)).join(':')
  if (length < 2) return hex(groups)
  return `${hex(groups.slice(0, from))}::${hex(groups.slice(from + length))}`
}

/** The first of the longest runs of zeros. */
function longestZeros(groups: readonly number[]): readonly [from: number, length: number] {
  let best: readonly [number, number] = [0, 0]
  let from = 0
  groups.forEach((group, i) => {
    if (group !== 0) from = i + 1
    else if (i + 1 - from > best[1]) best = [from, i + 1 - from]
  })
  return best
}

const known = new Map<string, Uint8Array>()
/** Every packet names two addresses: those in use are read once. */
const mostKnown = 64

/** `2001:db8::1` as sixteen octets (RFC 4291 2.2, with or without dotted IPv4 at the end); undefined when it is no IPv6 address. */
export function ipv6Octets(text: string): Uint8Array | undefined {
  const before = known.get(text)
  if (before) return before.slice()
  const octets = read(text)
  if (!octets) return undefined
  if (known.size >= mostKnown) known.clear()
  known.set(text, octets)
  return octets.slice()
}

function read(text: string): Uint8Array | undefined {
  if (!/^[\da-f:]*:[\da-f:.]*$/i.test(text)) return undefined
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half) => groupsOf(half))
  if (!head || (halves.length === 2 && !tail)) return undefined
  const missing = 16 - head.length - (tail?.length ?? 0)
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined
  return concat([head, new Uint8Array(missing), tail ?? new Uint8Array()])
}

function groupsOf(half: string): Uint8Array | undefined {
  if (half === '') return new Uint8Array()
  const parts = half.split(':')
  const octets: number[] = []
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1
    if (last && part.includes('.')) {
      const four = part.split('.')
      if (four.length !== 4 || !four.every((one) => /^\d{1,3}$/.test(one) && Number(one) < 256))
        return undefined
      octets.push(...four.map(Number))
    } else if (/^[\da-f]{1,4}$/i.test(part)) {
      const group = Number.parseInt(part, 16)
      octets.push(group >> 8, group & 0xff)
    } else return undefined
  }
  return Uint8Array.from(octets)
}

/** The link-local address that belongs to an interface identifier (RFC 4291 2.5.6). */
export function linkLocalOf(identifier: Uint8Array): string {
  return ipv6Text(concat([Uint8Array.of(0xfe, 0x80, 0, 0, 0, 0, 0, 0), identifier.subarray(0, 8)]))
}

export function isLinkLocal(address: string): boolean {
  const octets = ipv6Octets(address)
  return octets !== undefined && octets[0] === 0xfe && ((octets[1] ?? 0) & 0xc0) === 0x80
}

export function isMulticast(address: string): boolean {
  return /^ff[\da-f]{2}:/i.test(address)
}
