import type { Span } from './span'
import { matches } from './matches'

/** A line that holds something to hide, and where. */
export interface HiddenLine {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Octets in hex, as they stand in a frame before it is escaped; the first `skip` of them only say where. */
export interface HiddenOctets {
  readonly hex: string
  readonly skip: number
}

/** What must not stand in octets either. */
export interface HiddenValues {
  /** Values that are hidden wherever they stand. */
  readonly all: readonly string[]
  /** Lines of which a part is hidden. */
  readonly lines: readonly HiddenLine[]
  readonly octets: readonly HiddenOctets[]
}

interface Standing {
  readonly value: string
  readonly kind: string
  /** Where its longest run begins. */
  readonly offset: number
}

const shortestRun = 4
const runs = /\w{4,}/g

const longestRun = (value: string): string =>
  (value.match(/\w+/g) ?? []).reduce(
    (longest, run) => (run.length > longest.length ? run : longest),
    '',
  )

/** A letter and a digit or a sign, and no word of a modem: those are in capitals, or a name with a number behind. */
function isUnlikeWords(value: string): boolean {
  return (
    value.length >= 6 && /[A-Za-z]/.test(value) && /[\d@!?#$%&*]/.test(value) && !/\s/.test(value)
  )
}

const inQuotes = new Set(['password', 'token', 'key', 'position'])

/** What was masked once is masked wherever it comes again, in whatever line. */
export class KnownValues implements HiddenValues {
  readonly #digits = new Map<string, string>()
  readonly #quoted = new Map<string, string>()
  /** Values that are unlike words, by their longest run of letters: what they say is the same wherever they stand. */
  readonly #standing = new Map<string, Standing[]>()
  readonly #lines = new Map<string, HiddenLine>()
  readonly #octets = new Map<string, HiddenOctets>()
  /** Counts up when a value was added. */
  size = 0
  /** Is told of each value once. */
  onNew: ((kind: string, value: string) => void) | undefined

  /** False: the value says too little to be found by itself. */
  add(kind: string, value: string): boolean {
    const digits = value.replace(/^\+/, '')
    if (/^\d{7,32}$/.test(digits)) return this.#put(this.#digits, digits, kind)
    if (inQuotes.has(kind) && value.length > 2) {
      if (!this.#quoted.has(value) && kind !== 'position') this.#stands(value, kind)
      return this.#put(this.#quoted, value, kind)
    }
    return false
  }

  addLine(text: string, start: number, end: number): void {
    this.#lines.set(`${start} ${end} ${text}`, { text, start, end })
  }
  addOctets(hex: string, skip = 0): void {
    this.#octets.set(`${skip} ${hex}`, { hex, skip })
  }

  /** Whether it is worth looking. */
  mayHold(text: string): boolean {
    return (
      (this.#digits.size > 0 && /\d{7}/.test(text)) ||
      (this.#quoted.size > 0 && /["'“「]/.test(text)) ||
      this.#standingIn(text).length > 0
    )
  }

  find(text: string): Span[] {
    const spans: Span[] = []
    if (this.#digits.size > 0 && /\d{7}/.test(text))
      for (const match of matches(/\d{7,32}/g, text)) {
        const kind = this.#digits.get(match[0])
        if (kind) spans.push({ kind, start: match.index, end: match.index + match[0].length })
      }
    // A password may be any word, so it is only looked for between quotes.
    if (this.#quoted.size > 0 && /["'“「]/.test(text))
      for (const match of matches(/(?<=["'“「])[^"'”」]{3,512}(?=["'”」])/g, text)) {
        const kind = this.#quoted.get(match[0])
        if (kind) spans.push({ kind, start: match.index, end: match.index + match[0].length })
      }
    return [...spans, ...this.#standingIn(text)]
  }

  /** Those of logins as words of a message, which names whom it let in or refused. */
  words(text: string): Span[] {
    if (this.#quoted.size === 0) return []
    return matches(/(?<![\w.@-])[\w.@-]{3,64}(?<![.-])/g, text).flatMap(({ 0: word, index }) =>
      this.#quoted.get(word) === 'password'
        ? [{ kind: 'password', start: index, end: index + word.length }]
        : [],
    )
  }

  #stands(value: string, kind: string): void {
    if (!isUnlikeWords(value)) return
    const run = longestRun(value)
    if (run.length < shortestRun) return
    const one = { value, kind, offset: value.indexOf(run) }
    this.#standing.set(run, [...(this.#standing.get(run) ?? []), one])
  }

  #standingIn(text: string): Span[] {
    if (this.#standing.size === 0) return []
    return matches(runs, text).flatMap(({ 0: run, index }) =>
      (this.#standing.get(run) ?? []).flatMap(({ value, kind, offset }) => {
        const start = index - offset
        const end = start + value.length
        return start >= 0 && text.startsWith(value, start) ? [{ kind, start, end }] : []
      }),
    )
  }

  /** Every value as it was written, for masking octets. */
  get all(): readonly string[] {
    return [...this.#digits.keys(), ...this.#quoted.keys()]
  }

  get lines(): readonly HiddenLine[] {
    return [...this.#lines.values()]
  }
  get octets(): readonly HiddenOctets[] {
    return [...this.#octets.values()]
  }

  #put(map: Map<string, string>, value: string, kind: string): true {
    if (map.has(value)) return true
    map.set(value, kind)
    this.size++
    this.onNew?.(kind, value)
    return true
  }
}
