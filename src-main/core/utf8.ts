/** UTF-8 octets of a text (RFC 3629); the core has no TextEncoder. */
export function utf8Bytes(text: string): Uint8Array {
  const octets: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0xfffd
    if (code < 0x80) octets.push(code)
    else if (code < 0x800) octets.push(0xc0 | (code >> 6), tail(code))
    else if (code < 0x10000) octets.push(0xe0 | (code >> 12), tail(code >> 6), tail(code))
    else octets.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code))
  }
  return Uint8Array.from(octets)
}

const tail = (code: number) => 0x80 | (code & 0x3f)

/** The text of UTF-8 octets; each octet that fits nowhere becomes U+FFFD. */
export function utf8(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const { code, length } = codeAt(bytes, at)
    text += String.fromCodePoint(code)
    at += length
  }
  return text
}

const replacement = { code: 0xfffd, length: 1 }

function codeAt(bytes: Uint8Array, at: number): { code: number; length: number } {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return { code: lead, length: 1 }
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0
  if (length === 0 || lead > 0xf4 || at + length > bytes.length) return replacement
  let code = lead & (0xff >> (length + 1))
  for (let i = 1; i < length; i++) {
    const octet = bytes[at + i] ?? 0
    if ((octet & 0xc0) !== 0x80) return replacement
    code = (code << 6) | (octet & 0x3f)
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length] ?? 0
  const surrogate = code >= 0xd800 && code <= 0xdfff
  return code < least || surrogate || code > 0x10ffff ? replacement : { code, length }
}
