import { bytesOf, concat } from '../bytes'
import { ucs2Hex } from './redact/ucs2'
import type { JournalEntry } from './journal'

/**
 * The octets as they passed, both directions in the order of time. Values that must not leave are overwritten with `x`,
 * octet by octet, so that lengths and places stay; the check sums of frames that held one are then wrong.
 */
export class RawWriter {
  readonly #patterns: readonly Uint8Array[]
  readonly #longest: number
  /** The end of what came in each direction, which may hold the beginning of a value. */
  readonly #held = new Map<JournalEntry['dir'], Uint8Array>()

  constructor(values: readonly string[] = []) {
    const forms = values.flatMap((value) => [value, ucs2Hex(value), semiOctets(value)])
    const distinct = [...new Set(forms)].filter((form) => form.length > 2)
    this.#patterns = distinct.sort((a, b) => b.length - a.length).map(bytesOf)
    this.#longest = Math.max(0, ...this.#patterns.map((pattern) => pattern.length))
  }

  /** What may go out now. */
  push(entry: Pick<JournalEntry, 'dir' | 'bytes'>): Uint8Array {
    if (entry.dir === 'note') return new Uint8Array()
    if (this.#longest === 0) return entry.bytes
    const others = [...this.#held].filter(([dir]) => dir !== entry.dir)
    const flushed = others.flatMap(([dir, bytes]) => {
      this.#held.delete(dir)
      this.#hide(bytes, true)
      return [bytes]
    })
    const before = this.#held.get(entry.dir) ?? new Uint8Array()
    const all = concat([before, entry.bytes])
    this.#hide(all, false)
    // One octet more on either side decides whether a value stands there as a word of its own.
    const keep = Math.min(all.length, this.#longest + 1)
    this.#held.set(entry.dir, all.slice(all.length - keep))
    return concat([...flushed, all.subarray(0, all.length - keep)])
  }

  end(): Uint8Array {
    const rest = [...this.#held.values()]
    this.#held.clear()
    for (const bytes of rest) this.#hide(bytes, true)
    return concat(rest)
  }

  #hide(bytes: Uint8Array, last: boolean): void {
    for (const pattern of this.#patterns)
      for (let at = indexOf(bytes, pattern, 0); at >= 0; at = indexOf(bytes, pattern, at + 1))
        if (
          pattern.length >= 10 ||
          (stands(bytes, at, pattern.length) && (last || at + pattern.length < bytes.length))
        )
          bytes.fill(0x78, at, at + pattern.length)
  }
}

/** Digits as they stand in PDUs and SIM files. */
function semiOctets(value: string): string {
  if (!/^\d{7,}$/.test(value)) return ''
  const even = value.length % 2 === 0 ? value : `${value}F`
  return even.replace(/(.)(.)/g, '$2$1')
}

function indexOf(bytes: Uint8Array, pattern: Uint8Array, from: number): number {
  const first = pattern[0] ?? 0
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1
    while (same < pattern.length && bytes[at + same] === pattern[same]) same++
    if (same === pattern.length) return at
  }
  return -1
}

/** A word of its own: a password `sora` is not part of `soracom.io`. */
function stands(bytes: Uint8Array, at: number, length: number): boolean {
  return !isWord(bytes[at - 1]) && !isWord(bytes[at + length])
}

function isWord(octet: number | undefined): boolean {
  return octet !== undefined && /[A-Za-z0-9.]/.test(String.fromCharCode(octet))
}
