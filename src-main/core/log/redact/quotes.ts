import type { Span } from './span'
import { matches } from './matches'

/** How JSON, CSV and HTML write a quote, and what a text's own escapes are; `user=""]` is an empty value. */
const written = /\\+"|""(?=[^",\s\])}>])|(?<=[^",\s=([{])""|&quot;|&#34;|&#x22;/g

export function mayHoldQuotes(text: string): boolean {
  return (
    text.includes('\\"') || text.includes('""') || text.includes('&quot;') || text.includes('&#')
  )
}

/** What `look` finds once quotes stand as themselves, with the places in the text as it is written. */
export function inQuotes(text: string, look: (inside: string) => Span[]): Span[] {
  if (!mayHoldQuotes(text)) return []
  const places: number[] = []
  let inside = ''
  let from = 0
  const take = (to: number) => {
    for (; from < to; from++) {
      places.push(from)
      inside += text[from] ?? ''
    }
  }
  for (const { 0: quote, index } of matches(written, text)) {
    take(index)
    places.push(index)
    inside += '"'
    from = index + quote.length
  }
  take(text.length)
  places.push(text.length)
  return look(inside).flatMap(({ start, end, ...span }) => {
    const first = places[start]
    const last = places[end - 1]
    if (first === undefined || last === undefined) return []
    return [{ ...span, start: first, end: Math.max(last + 1, places[end] ?? 0) }]
  })
}
