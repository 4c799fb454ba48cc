const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The octets of a text in Base64 (RFC 4648, 4), whose letters and padding somebody else checked. */
export function fromBase64(text: string): Uint8Array {
  const octets: number[] = []
  let held = 0
  let bits = 0
  for (const letter of text.replace(/=+$/, '')) {
    held = ((held << 6) | alphabet.indexOf(letter)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    octets.push((held >> bits) & 0xff)
  }
  return Uint8Array.from(octets)
}
