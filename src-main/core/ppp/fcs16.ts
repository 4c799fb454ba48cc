/** RFC 1662 C.2: reflected polynomial 0x8408. */
const first = Uint16Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >> 1) ^ 0x8408 : value >> 1
  return value
})
/** What an octet comes to once so many more have followed it: four octets then need no result of one another. */
const later = (table: Uint16Array) =>
  table.map((value) => (value >> 8) ^ (first[value & 0xff] ?? 0))
const second = later(first)
const third = later(second)
const fourth = later(third)

export const initialFcs = 0xffff
/** What the running value must be after data and FCS were both counted. */
export const goodFcs = 0xf0b8

/** Carries the running FCS-16 on over `bytes`. */
export function runFcs(fcs: number, bytes: Uint8Array): number {
  const { length } = bytes
  const fours = length & ~3
  let at = 0
  for (; at < fours; at += 4) {
    const low = (fcs ^ (bytes[at] ?? 0)) & 0xff
    const high = (fcs >> 8) ^ (bytes[at + 1] ?? 0)
    fcs =
      (fourth[low] ?? 0) ^
      (third[high] ?? 0) ^
      (second[bytes[at + 2] ?? 0] ?? 0) ^
      (first[bytes[at + 3] ?? 0] ?? 0)
  }
  for (; at < length; at++) fcs = (fcs >> 8) ^ (first[(fcs ^ (bytes[at] ?? 0)) & 0xff] ?? 0)
  return fcs
}

/** The FCS of `bytes` as it is sent: complemented; the low octet goes first. */
export function fcs16(bytes: Uint8Array): number {
  return runFcs(initialFcs, bytes) ^ 0xffff
}
