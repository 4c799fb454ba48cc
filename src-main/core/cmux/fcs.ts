/** CRC-8, reflected polynomial 0xE0 (x^8 + x^2 + x + 1); 3GPP TS 27.010 5.2.1.6 and annex B. */
const table = Uint8Array.from({ length: 256 }, (_, octet) => {
  let crc = octet
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xe0 : crc >> 1
  return crc
})

/** The running register over more octets; starts as 0xFF. */
function crc8(crc: number, bytes: Uint8Array, from: number, to: number): number {
  for (let i = from; i < to; i++) crc = table[crc ^ (bytes[i] ?? 0)] ?? 0
  return crc
}

/** The frame check sequence of `bytes[from, to)`, as it travels. */
export function fcs8(bytes: Uint8Array, from = 0, to = bytes.length): number {
  return 0xff - crc8(0xff, bytes, from, to)
}
