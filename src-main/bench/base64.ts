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
