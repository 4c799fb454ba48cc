/** UCS2 is UTF-16, the high octet first (23.038, 6.2.3); a character beyond 16 bits is two of them. */
export function ucs2Octets(text: string): Uint8Array {
  const octets = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i++) {
    octets[2 * i] = text.charCodeAt(i) >> 8
    octets[2 * i + 1] = text.charCodeAt(i) & 0xff
  }
  return octets
}

export function ucs2Text(octets: Uint8Array): string {
  let text = ''
  for (let i = 0; i + 1 < octets.length; i += 2)
    text += String.fromCharCode(((octets[i] ?? 0) << 8) | (octets[i + 1] ?? 0))
  return text
}
