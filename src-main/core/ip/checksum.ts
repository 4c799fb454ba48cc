/** Sum of 16-bit words, not yet folded (RFC 1071). An odd last octet counts as the high one. */
export function sumOf(bytes: Uint8Array, initial = 0): number {
  let sum = initial
  const even = bytes.length & ~1
  for (let i = 0; i < even; i += 2) sum += ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0)
  if (even !== bytes.length) sum += (bytes[even] ?? 0) << 8
  return sum
}

/** The complement that goes into the header; 0 when the sum already contains a right one. */
export function fold(sum: number): number {
  let folded = sum
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x10000)
  return ~folded & 0xffff
}

export function checksum(bytes: Uint8Array): number {
  return fold(sumOf(bytes))
}

/** Checksum over the pseudo header and the segment (RFC 9293 3.1, RFC 768). */
export function transportChecksum(
  addresses: Uint8Array,
  protocol: number,
  segment: Uint8Array,
): number {
  return fold(sumOf(segment, sumOf(addresses, protocol + segment.length)))
}
