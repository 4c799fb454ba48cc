import { bytesOf, concat, fromHex } from '../bytes'
import { flag, escapeOctet } from '../ppp/hdlc-encode'
import type { JournalEntry } from './journal'
import type { HiddenValues } from './redact/known-values'
import { ucs2Hex } from './redact/ucs2'

type Octets = Pick<JournalEntry, 'dir' | 'bytes' | 'second'> & Partial<Pick<JournalEntry, 'slot'>>

/** Octets to look for, and which of them are overwritten. */
interface Pattern {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
  /** Short enough to be part of another word. */
  readonly short: boolean
}

/** A stretch of octets on its way out; its first `done` octets will not change any more. */
interface Stretch {
  readonly bytes: Uint8Array
  done: number
}

// So much is held back at most while one direction is silent.
const mostHeld = 1 << 20

/**
 * The octets as they passed, both directions in the order of time. Values that must not leave are overwritten with `x`,
 * octet by octet, so that lengths and places stay; the check sums of frames that held one are then wrong.
 */
export class RawWriter {
  readonly #patterns: ReadonlyMap<number, readonly Pattern[]>
  readonly #longest: number
  /** The end of each direction of each slot, which may hold the beginning of a value. */
  readonly #tails = new Map<string, Stretch[]>()
  #queue: Stretch[] = []
  #held = 0

  constructor(values?: HiddenValues) {
    const patterns = values ? patternsOf(values) : []
    this.#patterns = byBeginning(patterns)
    this.#longest = patterns.reduce((most, { bytes }) => Math.max(most, bytes.length), 0)
  }

  /** What may go out now. */
  push(entry: Octets): Uint8Array {
    if (entry.dir === 'note' || entry.second || entry.bytes.length === 0) return new Uint8Array()
    if (this.#longest === 0) return entry.bytes
    const stretch: Stretch = { bytes: entry.bytes.slice(), done: 0 }
    this.#queue.push(stretch)
    this.#held += stretch.bytes.length
    const key = `${entry.slot ?? ''}${entry.dir}`
    const tail = [...(this.#tails.get(key) ?? []), stretch]
    // One octet more on either side decides whether a value stands there as a word of its own.
    this.#tails.set(key, this.#settle(tail, this.#longest + 1, false))
    if (this.#held > mostHeld) this.#giveUp()
    return this.#take()
  }

  end(): Uint8Array {
    this.#giveUp()
    return this.#take()
  }

  #giveUp(): void {
    for (const tail of this.#tails.values()) this.#settle(tail, 0, true)
    this.#tails.clear()
  }

  /** Overwrites what is to be hidden in the end of a stream; gives what must wait for more. */
  #settle(tail: readonly Stretch[], keep: number, last: boolean): Stretch[] {
    const all = concat(tail.map(({ bytes }) => bytes))
    this.#hide(all, last)
    let at = 0
    for (const stretch of tail) {
      const { length } = stretch.bytes
      stretch.bytes.set(all.subarray(at, at + length))
      stretch.done = Math.min(length, Math.max(0, all.length - keep - at))
      at += length
    }
    return tail.filter(({ bytes, done }) => done < bytes.length)
  }

  /** What stands at the front and will not change. */
  #take(): Uint8Array {
    const ready = this.#queue.findIndex(({ bytes, done }) => done < bytes.length)
    const count = ready < 0 ? this.#queue.length : ready
    const out = concat(this.#queue.slice(0, count).map(({ bytes }) => bytes))
    this.#queue = this.#queue.slice(count)
    this.#held -= out.length
    return out
  }

  /** Everything is found before anything is overwritten: one line may hold several values. */
  #hide(bytes: Uint8Array, last: boolean): void {
    const found: [from: number, to: number][] = []
    for (let at = 0; at + shortest <= bytes.length; at++)
      for (const { bytes: pattern, from, to, short } of this.#patterns.get(keyAt(bytes, at)) ??
        []) {
        const end = at + pattern.length
        if (!standsAt(bytes, pattern, at)) continue
        if (!short || (stands(bytes, at, pattern.length) && (last || end < bytes.length)))
          found.push([at + from, at + to])
      }
    for (const [from, to] of found) bytes.fill(0x78, from, to)
  }
}

const shortest = 3

/** The first octets as one number, by which patterns are found. */
function keyAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
}

function byBeginning(patterns: readonly Pattern[]): Map<number, Pattern[]> {
  const map = new Map<number, Pattern[]>()
  for (const pattern of patterns) {
    if (pattern.bytes.length < shortest) continue
    const key = keyAt(pattern.bytes, 0)
    const known = map.get(key)
    if (known) known.push(pattern)
    else map.set(key, [pattern])
  }
  return map
}

function patternsOf({ all, lines, octets }: HiddenValues): Pattern[] {
  const forms = all.flatMap((value) => [value, ucs2Hex(value), semiOctets(value)])
  const words = [...new Set(forms)].filter((form) => form.length > 2)
  const frames = octets.flatMap(({ hex, skip }) => {
    const bytes = fromHex(hex)
    const forms = [
      plain,
      (part: Uint8Array) => escaped(part, 0x20),
      (part: Uint8Array) => escaped(part, 0),
    ]
    return bytes
      ? forms.map((form) => behind(form(bytes.subarray(0, skip)), form(bytes.subarray(skip))))
      : []
  })
  return [
    ...words
      .sort((a, b) => b.length - a.length)
      .map((word) => whole(bytesOf(word), word.length < 10)),
    ...lines.map(({ text, start, end }): Pattern => {
      const bytes = bytesOf(text)
      return { bytes, from: start, to: end, short: bytes.length < 10 }
    }),
    ...frames,
  ]
}

const plain = (octets: Uint8Array) => octets

/** What follows some octets. */
function behind(before: Uint8Array, octets: Uint8Array): Pattern {
  const bytes = concat([before, octets])
  return { bytes, from: before.length, to: bytes.length, short: false }
}

function whole(bytes: Uint8Array, short: boolean): Pattern {
  return { bytes, from: 0, to: bytes.length, short }
}

/** As octets stand in a frame (RFC 1662, 4.2): those below `limit` are escaped too. */
function escaped(bytes: Uint8Array, limit: number): Uint8Array {
  return Uint8Array.from(
    [...bytes].flatMap((octet) =>
      octet < limit || octet === flag || octet === escapeOctet
        ? [escapeOctet, octet ^ 0x20]
        : [octet],
    ),
  )
}

/** Digits as they stand in PDUs and SIM files. */
function semiOctets(value: string): string {
  if (!/^\d{7,}$/.test(value)) return ''
  const even = value.length % 2 === 0 ? value : `${value}F`
  return even.replace(/(.)(.)/g, '$2$1')
}

function standsAt(bytes: Uint8Array, pattern: Uint8Array, at: number): boolean {
  if (at + pattern.length > bytes.length) return false
  for (let same = 0; same < pattern.length; same++)
    if (pattern[same] !== bytes[at + same]) return false
  return true
}

/** A word of its own: a password `sora` is not part of `soracom.io`. */
function stands(bytes: Uint8Array, at: number, length: number): boolean {
  return !isWord(bytes[at - 1]) && !isWord(bytes[at + length])
}

function isWord(octet: number | undefined): boolean {
  return octet !== undefined && /[A-Za-z0-9.]/.test(String.fromCharCode(octet))
}
