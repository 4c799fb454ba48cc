import { latin1 } from '../../bytes'
import { fromBase64 } from '../base64'
import type { Span } from './span'
import { matches } from './matches'

const quoted =
  /(?<=["'])(?:[A-Za-z\d+/]{4}){2,1000}(?:[A-Za-z\d+/]{4}|[A-Za-z\d+/]{3}=|[A-Za-z\d+/]{2}==)(?=["'\\])/g

/** No such word stands in most lines. */
export const mayHoldBase64 = (text: string): boolean => /["'][A-Za-z\d+/]{12}/.test(text)

/** Texts in Base64 in which `look` finds something to hide: letters begin anywhere in it, so that all of it goes. */
export function base64Texts(text: string, look: (inside: string) => Span[]): Span[] {
  if (!mayHoldBase64(text)) return []
  return matches(quoted, text).flatMap(({ 0: written, index }) => {
    const inside = latin1(fromBase64(written))
    if (!/^[\t\r\n\x1a\x20-\x7e]+$/.test(inside)) return []
    const parts = [inside, ...inside.split(/[\r\n]+/)]
    if (parts.every((part) => look(part).length === 0)) return []
    return [{ kind: 'octets', start: index, end: index + written.length }]
  })
}
