const places = 2048
const longest = 96

/**
 * Texts that were seen lately, each kept once: the lines of a log come again and again, and one that is known costs neither
 * memory nor the reckoning of its key where it is looked up. Two texts that fall on one place push each other out.
 */
export class KnownTexts {
  readonly #texts: string[] = new Array<string>(places).fill('')

  /** The stretch of a text, as a text of its own: a slice would keep the whole piece of a file in memory. */
  part(text: string, start: number, end: number): string {
    const length = end - start
    if (length === 0) return ''
    if (length > longest) return copied(text, start, end)
    let hash = length
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
    const place = placeOf(hash)
    const known = this.#texts[place]
    if (known?.length === length && text.startsWith(known, start)) return known
    return (this.#texts[place] = copied(text, start, end))
  }

  /** The octets as a text, one character each; `make` writes one that is not known. */
  ofOctets(bytes: Uint8Array, start: number, end: number, make: () => string): string {
    const length = end - start
    if (length > longest) return make()
    let hash = length
    for (let i = start; i < end; i++) hash = (Math.imul(hash, 31) + (bytes[i] ?? 0)) | 0
    const place = placeOf(hash)
    const known = this.#texts[place]
    if (known !== undefined && says(known, bytes, start, length)) return known
    return (this.#texts[place] = make())
  }
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (places - 1)
}

function says(text: string, bytes: Uint8Array, start: number, length: number): boolean {
  if (text.length !== length) return false
  for (let i = 0; i < length; i++) if (text.charCodeAt(i) !== bytes[start + i]) return false
  return true
}

function copied(text: string, start: number, end: number): string {
  return end - start < 13 ? text.slice(start, end) : ` ${text.slice(start, end)}`.slice(1)
}
