import type { Explanation, FactValue } from '../at/knowledge'
import { regExp, type Place } from '../regexp'
import type { Severity, Words } from '../words'
import { fieldTerm, type FieldTerm } from './search-term'
import type { LogRow } from './row'
import type { RowBlock } from './row-block'

/** A search as a test of one row, or why it cannot be one. */
export type RowSearch =
  | {
      readonly matches: (row: LogRow) => boolean
      /** Whether a row of these may match; false: none does. */
      readonly mayMatch: (rows: RowBlock) => boolean
      /** Where a text holds what was looked for; nowhere for the comparisons of fields. */
      readonly places: (text: string) => readonly Place[]
      readonly problem?: undefined
    }
  | { readonly problem: Words }

/**
 * What is typed into the search of a log. `/…/` is a regular expression (upper and lower case alike unless it has flags of
 * its own); `rsrp<-110 slot=b` compares fields of the explanation and of the row, all of which must hold; `"…"` and
 * everything else is text, looked for in the line and in what it means.
 */
export function rowSearch(typed: string): RowSearch {
  const text = typed.trim()
  if (text === '') return { ...anything, places: nowhere }
  const pattern = /^\/(.+)\/([a-z]*)$/s.exec(text)
  if (pattern) return patternSearch(pattern[1] ?? '', pattern[2] ?? '')
  const literal = /^"([^"]+)"$/.exec(text)?.[1]
  if (literal !== undefined) return textSearch(literal)
  const terms = (text.match(words) ?? []).map((word) => fieldTerm(word) ?? word)
  const plain = terms.filter((term) => typeof term === 'string')
  if (plain.length === terms.length) return textSearch(text)
  const tests = terms.map((term) => (typeof term === 'string' ? contains(term) : compares(term)))
  return {
    matches: (row) => tests.every(({ matches }) => matches(row)),
    mayMatch: (rows) => tests.every(({ mayMatch }) => mayMatch(rows)),
    places: (line) => plain.flatMap((word) => placesOf(word, line)).sort(([a], [b]) => a - b),
  }
}

/** A value between quotation marks may hold spaces: `operator="NTT DOCOMO"`. */
const words = /[a-z][a-z0-9_]*[<>=!]+(?:"[^"]*"|'[^']*')|\S+/g
type Test = Pick<RowSearch & { problem?: undefined }, 'matches' | 'mayMatch'>

const anything: Test = { matches: () => true, mayMatch: () => true }
const nowhere = (): readonly Place[] => []

function patternSearch(source: string, flags: string): RowSearch {
  const made = regExp(source, flags || 'i')
  if (made.problem !== undefined) return { problem: made.problem }
  const { pattern } = made
  const matches = remembered((row) => pattern.test(wordsOf(row)))
  return { ...anything, matches, places: (text) => pattern.places(text) }
}

function textSearch(wanted: string): RowSearch {
  return { ...contains(wanted), places: (text) => placesOf(wanted, text) }
}

function placesOf(wanted: string, text: string): Place[] {
  const [lower, all] = [wanted.toLowerCase(), text.toLowerCase()]
  const places: Place[] = []
  // A few letters have more characters in lower case: their places would be others.
  if (all.length !== text.length) return places
  for (let at = all.indexOf(lower); at >= 0; at = all.indexOf(lower, at + lower.length))
    places.push([at, at + lower.length])
  return places
}

function contains(wanted: string): Test {
  const lower = wanted.toLowerCase()
  const means = rememberedMeaning(({ words: { en, ja } }) =>
    `${en}\n${ja}`.toLowerCase().includes(lower),
  )
  // Where a line ends and what it means begins.
  if (lower.includes('\n'))
    return { ...anything, matches: (row) => wordsOf(row).toLowerCase().includes(lower) }
  return {
    matches: ({ text, explanation }) =>
      text.toLowerCase().includes(lower) || (explanation !== undefined && means(explanation)),
    mayMatch: ({ lines, meanings }) => lines.includes(lower) || meanings.some(means),
  }
}

/** So much of what was found out is kept: the lines of a log come again and again. */
const mostRemembered = 20_000

function rememberedMeaning(test: (meaning: Explanation) => boolean) {
  const known = new Map<Explanation, boolean>()
  return (meaning: Explanation): boolean => {
    const before = known.get(meaning)
    if (before !== undefined) return before
    if (known.size >= mostRemembered) known.clear()
    const now = test(meaning)
    known.set(meaning, now)
    return now
  }
}

/** The same for what depends on a row's line and what it means. */
function remembered(test: (row: LogRow) => boolean): (row: LogRow) => boolean {
  const known = new Map<Explanation | undefined, Map<string, boolean>>()
  let count = 0
  return (row) => {
    const before = known.get(row.explanation)?.get(row.text)
    if (before !== undefined) return before
    if (++count > mostRemembered) {
      known.clear()
      count = 1
    }
    const now = test(row)
    const lines = known.get(row.explanation) ?? new Map<string, boolean>()
    known.set(row.explanation, lines.set(row.text, now))
    return now
  }
}

function wordsOf(row: LogRow): string {
  const words = row.explanation?.words
  return words ? `${row.text}\n${words.en}\n${words.ja}` : row.text
}

function compares(term: FieldTerm): Test {
  const { field } = term
  const own = ownFields[field]
  const told = ({ facts }: Explanation) =>
    factsNamed(facts, field, 0).some((value) => holds(value, term))
  const means = rememberedMeaning(told)
  return {
    matches: (row) => {
      const value = own?.(row)
      if (value !== undefined) return holds(value, term)
      return row.explanation !== undefined && means(row.explanation)
    },
    mayMatch: ({ meanings }) => own !== undefined || meanings.some(means),
  }
}

const severities: readonly Severity[] = ['fine', 'notice', 'warning', 'failure']

function holds(value: string | number | boolean, { operator, value: wanted }: FieldTerm): boolean {
  const rank = severities.findIndex((one) => one === wanted)
  const own = severities.findIndex((one) => one === value)
  if (rank >= 0 && own >= 0) return ordered(own - rank, operator)
  const number = typeof value === 'boolean' ? NaN : Number(value)
  const limit = wanted === '' ? NaN : Number(wanted)
  if (!Number.isNaN(number) && !Number.isNaN(limit)) return ordered(number - limit, operator)
  const same = String(value).toLowerCase() === wanted.toLowerCase()
  if (operator === '=') return same
  return operator === '!=' ? !same : false
}

function ordered(difference: number, operator: FieldTerm['operator']): boolean {
  switch (operator) {
    case '<':
      return difference < 0
    case '<=':
      return difference <= 0
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
    case '=':
      return difference === 0
    case '!=':
      return difference !== 0
  }
}

type Plain = string | number | boolean

/** What a row says of itself; everything else is a fact of what it means. */
const ownFields: { readonly [field: string]: ((row: LogRow) => Plain | undefined) | undefined } = {
  slot: (row) => row.slot,
  dir: (row) => row.dir,
  kind: (row) => row.kind,
  command: (row) => row.command ?? (row.kind === 'command' ? row.text.trim() : undefined),
  channel: (row) => row.channel,
  severity: (row) => row.explanation?.severity ?? 'fine',
  name: (row) => row.explanation?.name,
}

const units = /_(dbm|db|v|mv|c|ms|s|hz|khz|mhz|percent)$/
const deepest = 4

/** The facts of a name, with or without its unit (`rsrp` is `rsrp_dbm`). */
function factsNamed(value: FactValue, field: string, depth: number): Plain[] {
  if (value === null || typeof value !== 'object' || depth > deepest) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (inner === undefined || inner === null) return []
    const named = name === field || name.replace(units, '') === field
    if (named && typeof inner !== 'object') return [inner]
    if (named && typeof inner === 'object' && isList(inner)) return inner.filter(isPlain)
    return factsNamed(inner, field, depth + 1)
  })
}

function isList(value: object): value is readonly FactValue[] {
  return Array.isArray(value)
}
function isPlain(value: FactValue): value is Plain {
  return value !== null && typeof value !== 'object'
}
