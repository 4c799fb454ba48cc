import type { Alias } from './aliases'
import { canonical, readsOnly } from './digits'
import type { KnownValues } from './known-values'
import { matches } from './matches'
import type { Pseudonyms } from './pseudonyms'
import type { Places } from './seeker'
import { disjoint, isPlaceholder, type Span } from './span'
import { ucs2Text } from './ucs2'

const places: ReadonlySet<string> = new Set(['address', 'cell'])
const logins: ReadonlySet<string> = new Set(['password', 'pin', 'token', 'key', 'proof'])

interface Named {
  readonly start: number
  readonly end: number
  readonly name: string
}

/** Puts names in the place of what was found, and counts them by kind. */
export class Naming {
  readonly #names: Pseudonyms
  readonly #known: KnownValues
  readonly #places: Places
  readonly #masked = new Map<string, number>()
  /** The kinds that were masked in the row at hand. */
  #counted: string[] = []

  constructor(names: Pseudonyms, known: KnownValues, shown: Places) {
    this.#names = names
    this.#known = known
    this.#places = shown
  }

  /** How many places were masked so far, by kind. */
  get masked(): { readonly [kind: string]: number } {
    return Object.fromEntries(this.#masked)
  }
  get counted(): readonly string[] {
    return this.#counted
  }
  begin(): void {
    this.#counted = []
  }

  hides(kind: string): boolean {
    if (this.#places.loginsOnly) return logins.has(kind)
    if (kind === 'position') return !this.#places.showPlaces
    return this.#places.places || !places.has(kind)
  }

  nameOf(kind: string, value: string): string {
    return this.#names.nameOf(kind, value)
  }

  /** The text with names; `aliases` gets them. */
  mask(text: string, spans: readonly Span[], aliases: Alias[], counted = true): string {
    const named: Named[] = []
    // What is shown must not stand in the way of what is hidden and overlaps it.
    const hidden = spans.filter(({ kind }) => this.hides(kind))
    for (const span of disjoint(hidden, text)) {
      const written = text.slice(span.start, span.end)
      if (isPlaceholder(written, span.kind)) continue
      if (span.kind === 'pin' && readsOnly(written)) continue
      const value = canonical(span.kind, span.value ?? ucs2Text(written) ?? written)
      const name = this.#names.nameOf(span.kind, value)
      if (counted) this.count(span.kind)
      const found = this.#known.add(span.kind, value)
      // A number is found again by its digits; others, and parts of a value, are hidden in octets by the line they stand in.
      if (!found || span.value !== undefined || value !== written)
        this.#known.addLine(text, span.start, span.end)
      aliases.push([written, name, span.kind])
      if (value !== written) aliases.push([value, name, span.kind])
      if (span.kind === 'position') aliases.push(...eachNumber(written, name))
      named.push({ start: span.start, end: span.end, name })
    }
    if (named.length === 0) return text
    aliases.unshift(...quotedTexts(text, named))
    return withNamed(text, 0, text.length, named)
  }

  count(kind: string): void {
    this.#counted.push(kind)
    this.add(kind)
  }
  /** A place in a row that was seen before. */
  add(kind: string): void {
    this.#masked.set(kind, (this.#masked.get(kind) ?? 0) + 1)
  }
}

export const isPlaceKind = (kind: string): boolean => places.has(kind)

function withNamed(text: string, from: number, to: number, named: readonly Named[]): string {
  let masked = ''
  let at = from
  for (const { start, end, name } of named) {
    if (start < at || end > to) continue
    masked += text.slice(at, start) + name
    at = end
  }
  return masked + text.slice(at, to)
}

/** A value of a command is told as a whole: a URL with a short PIN in it is told with its name, too. */
function quotedTexts(text: string, named: readonly Named[]): Alias[] {
  if (!text.includes('"')) return []
  return matches(/"([^"]{4,1024})"/g, text).flatMap(({ 0: { length }, 1: said = '', index }) => {
    const [from, to] = [index + 1, index + length - 1]
    const inside = named.filter(({ start, end }) => start >= from && end <= to)
    const whole = inside.some(({ start, end }) => start === from && end === to)
    return inside.length === 0 || whole ? [] : [[said, withNamed(text, from, to, inside)]]
  })
}

/** Latitude and longitude are told one by one; whole degrees could be any number. */
function eachNumber(written: string, name: string): Alias[] {
  return matches(/\d+\.\d{2,}/g, written).flatMap(({ 0: number }) =>
    number === written ? [] : [[number, name, 'position']],
  )
}
