const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Octets in pieces as one base64 text (RFC 4648, 4); the bench has no Node to ask. */
export function base64(parts: readonly Uint8Array[]): string {
  const text: string[] = []
  let held = 0
  let bits = 0
  for (const part of parts) {
    let piece = ''
    for (const octet of part) {
      held = ((held << 8) | octet) & 0xffffff
      bits += 8
      while (bits >= 6) {
        bits -= 6
        piece += letters[(held >> bits) & 63] ?? ''
      }
    }
    text.push(piece)
  }
  if (bits > 0) text.push(`${letters[(held << (6 - bits)) & 63] ?? ''}${bits === 2 ? '==' : '='}`)
  return text.join('')
}

const values = new Map([...letters].map((letter, value) => [letter, value]))

/** The octets of a base64 text; anything that is no letter of it ends them. */
export function octetsOf(text: string): Uint8Array {
  const octets = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let count = 0
  for (const letter of text) {
    const value = values.get(letter)
    if (value === undefined) break
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    octets[count++] = (held >> bits) & 0xff
  }
  return octets.subarray(0, count)
}
