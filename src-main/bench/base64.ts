const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Octets that come in pieces as one base64 text (RFC 4648, 4); the bench has no Node to ask. */
export class Base64Writer {
  readonly #text: string[] = []
  #held = 0
  #bits = 0

  push(part: Uint8Array): void {
    let piece = ''
    for (const octet of part) {
      this.#held = ((this.#held << 8) | octet) & 0xffffff
      this.#bits += 8
      while (this.#bits >= 6) {
        this.#bits -= 6
        piece += letters[(this.#held >> this.#bits) & 63] ?? ''
      }
    }
    this.#text.push(piece)
  }

  end(): string {
    const bits = this.#bits
    if (bits > 0)
      this.#text.push(`${letters[(this.#held << (6 - bits)) & 63] ?? ''}${bits === 2 ? '==' : '='}`)
    return this.#text.join('')
  }
}

export function base64(parts: readonly Uint8Array[]): string {
  const writer = new Base64Writer()
  for (const part of parts) writer.push(part)
  return writer.end()
}

const none = 64
/** By the code of a letter, since a file comes in hundreds of thousands of them at once. */
const values = new Uint8Array(128).fill(none)
for (let value = 0; value < letters.length; value++) values[letters.charCodeAt(value)] = value

/** The octets of a base64 text; anything that is no letter of it ends them. */
export function octetsOf(text: string): Uint8Array {
  const octets = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charCodeAt(at)] ?? none
    if (value === none) break
    held = ((held << 6) | value) & 0xffffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    octets[count++] = (held >> bits) & 0xff
  }
  return octets.subarray(0, count)
}
