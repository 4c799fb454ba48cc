import type { Document } from 'yaml'
import type { Words } from '@core/words'
import { alias, deep } from './words'

/** What a YAML document holds, or why it cannot be said: aliases that lead nowhere, into themselves or too far. */
export function yamlValues(
  document: Document,
): { readonly values: unknown; readonly words?: undefined } | { readonly words: Words } {
  try {
    const values = document.toJS({ maxAliasCount: 100 }) as unknown
    return holdsItself(values) ? { words: alias } : { values }
  } catch (error) {
    // The parser's own words for aliases, and the stack's end where the nesting is too deep.
    if (error instanceof ReferenceError) return { words: alias }
    if (error instanceof RangeError) return { words: tooDeep }
    throw error
  }
}

/** An anchor may stand inside what it names: whoever walks through that never comes to an end. */
function holdsItself(value: unknown, above: readonly object[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (above.includes(value)) return true
  const inside = [...above, value]
  return Object.values(value).some((one) => holdsItself(one, inside))
}

/** No file that a person writes comes near it, and readers that call themselves for each level end where the stack does. */
const deepest = 100
export const tooDeep: Words = deep(deepest)

/** Where brackets nest deeper than anything here reads, as an offset; those in quotation marks and comments do not count. */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0
  for (const { 0: piece, index } of text.matchAll(bracketed)) {
    if (piece === '[' || piece === '{') depth++
    else if (piece === ']' || piece === '}') depth = Math.max(0, depth - 1)
    if (depth > deepest) return index
  }
  return undefined
}
const bracketed = /"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?<=^|\s)#.*|[[\]{}]/gm
