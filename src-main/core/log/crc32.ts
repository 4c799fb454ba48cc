const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

export const crcStart = 0xffffffff

/** The register after some more octets. */
export function crcAfter(state: number, bytes: Uint8Array): number {
  let crc = state
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return crc >>> 0
}

/** What the register says at the end. */
export const crcOf = (state: number): number => (state ^ 0xffffffff) >>> 0

/** CRC-32 as in IEEE 802.3, gzip and PNG: "123456789" gives cbf43926. */
export const crc32 = (bytes: Uint8Array): number => crcOf(crcAfter(crcStart, bytes))
