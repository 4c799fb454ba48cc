/** TCP sequence numbers: 32 bits that wrap (RFC 9293 3.4). */
export function add(seq: number, count: number): number {
  return (seq + count) >>> 0
}

/** How far `a` is ahead of `b`; negative when it is behind. */
export function ahead(a: number, b: number): number {
  return (a - b) | 0
}
