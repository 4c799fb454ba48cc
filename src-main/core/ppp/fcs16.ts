/** RFC 1662 C.2: reflected polynomial 0x8408. */
const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >> 1) ^ 0x8408 : value >> 1
  return value
})

export const initialFcs = 0xffff
/** What the running value must be after data and FCS were both counted. */
export const goodFcs = 0xf0b8

/** Carries the running FCS-16 on over `bytes`. */
export function runFcs(fcs: number, bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++)
    fcs = (fcs >> 8) ^ (table[(fcs ^ (bytes[i] ?? 0)) & 0xff] ?? 0)
  return fcs
}

/** The FCS of `bytes` as it is sent: complemented; the low octet goes first. */
export function fcs16(bytes: Uint8Array): number {
  return runFcs(initialFcs, bytes) ^ 0xffff
}
