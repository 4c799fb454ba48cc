import type { Span } from './span'

/** What was masked once is masked wherever it comes again, in whatever line. */
export class KnownValues {
  readonly #digits = new Map<string, string>()
  readonly #quoted = new Map<string, string>()
  /** Counts up when a value was added. */
  size = 0

  add(kind: string, value: string): void {
    const digits = value.replace(/^\+/, '')
    if (/^\d{7,22}$/.test(digits)) this.#put(this.#digits, digits, kind)
    else if (kind === 'password' && value.length > 2) this.#put(this.#quoted, value, kind)
  }

  /** Whether it is worth looking. */
  mayHold(text: string): boolean {
    return (
      (this.#digits.size > 0 && /\d{7}/.test(text)) ||
      (this.#quoted.size > 0 && /["'“「]/.test(text))
    )
  }

  find(text: string): Span[] {
    const spans: Span[] = []
    if (this.#digits.size > 0 && /\d{7}/.test(text))
      for (const match of text.matchAll(/\d{7,22}/g)) {
        const kind = this.#digits.get(match[0])
        if (kind) spans.push({ kind, start: match.index, end: match.index + match[0].length })
      }
    // A password may be any word, so it is only looked for between quotes.
    if (this.#quoted.size > 0 && /["'“「]/.test(text))
      for (const match of text.matchAll(/(?<=["'“「])[^"'”」]{3,64}(?=["'”」])/g)) {
        const kind = this.#quoted.get(match[0])
        if (kind) spans.push({ kind, start: match.index, end: match.index + match[0].length })
      }
    return spans
  }

  /** Every value as it was written, for masking octets. */
  get all(): readonly string[] {
    return [...this.#digits.keys(), ...this.#quoted.keys()]
  }

  #put(map: Map<string, string>, value: string, kind: string): void {
    if (map.has(value)) return
    map.set(value, kind)
    this.size++
  }
}
