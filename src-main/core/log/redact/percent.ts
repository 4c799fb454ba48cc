import type { Span } from './span'
import { matches } from './matches'

/** A value, and signs that divide a query, written as `%3D` and their like (RFC 3986, 2.1). */
const written = /[\w.~!*'()+/:?=&%-]+/g
const one = /%([\da-f]{2})|[^]/gi

export const mayHoldPercent = (text: string): boolean => /%(?:3D|26|22|3A)/i.test(text)

/** What `look` finds in the parts of a text whose signs are written as in an URL, at its places as they are written. */
export function inPercent(text: string, look: (inside: string) => Span[]): Span[] {
  if (!mayHoldPercent(text)) return []
  return matches(written, text).flatMap(({ 0: said, index }) => {
    if (!mayHoldPercent(said)) return []
    const letters = matches(one, said)
    const inside = letters
      .map(({ 0: letter, 1: hex }) => (hex ? String.fromCharCode(parseInt(hex, 16)) : letter))
      .join('')
    return look(inside).flatMap(({ kind, start, end, value }) => {
      const first = letters[start]
      const last = letters[end - 1]
      if (!first || !last) return []
      return [
        {
          kind,
          start: index + first.index,
          end: index + last.index + last[0].length,
          value: value ?? inside.slice(start, end),
        },
      ]
    })
  })
}
