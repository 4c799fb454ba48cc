/** IPv6 as 16 numbers with dots (27.007 10.1.41, the default) in the text of RFC 5952; anything else as it is. */
export function ipText<T extends string | null | undefined>(text: T): T | string {
  if (typeof text !== 'string' || !/^\d{1,3}(\.\d{1,3}){15}$/.test(text)) return text
  const octets = text.split('.').map(Number)
  if (octets.some((octet) => octet > 255)) return text
  const groups = Array.from(
    { length: 8 },
    (_, i) => (octets[2 * i] ?? 0) * 256 + (octets[2 * i + 1] ?? 0),
  )
  const { start, length } = longestZeros(groups)
  const hex = groups.map((group) => group.toString(16))
  if (length < 2) return hex.join(':')
  return `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}

/** Both addresses of a context in one field: parted by a comma or a blank, or as 4 and 16 numbers with dots. */
export function addressesIn(text: string): readonly string[] {
  const numbers = /^\d{1,3}(?:\.\d{1,3}){19}$/.test(text) ? text.split('.') : undefined
  const parts = numbers
    ? [numbers.slice(0, 4).join('.'), numbers.slice(4).join('.')]
    : text.split(/\s*,\s*|\s+/).filter((part) => part !== '')
  return parts.map((part) => ipText(part))
}

/** `0.0.0.0` and `::`, in whatever length and both in one field, stand for no address. */
export function isAddress(text: unknown): boolean {
  return (
    typeof text === 'string' &&
    addressesIn(text).some((one) => !/^(?:0(?:\.0)*|0{1,4}(?::0{1,4}){7}|::)$/.test(one))
  )
}

/** The first of the longest runs of zeros (RFC 5952, 4.2.3). */
function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  for (let start = 0; start < groups.length; start++) {
    let end = start
    while (groups[end] === 0) end++
    if (end - start > best.length) best = { start, length: end - start }
  }
  return best
}
