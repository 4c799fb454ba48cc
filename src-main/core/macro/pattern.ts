import { literal, regExp, type Compiled } from '../regexp'
import { unclosed } from './words'

/**
 * A pattern for a whole line of an answer: `*` is anything, `[15]` one of these characters, everything else stands for
 * itself (`\` before a sign that shall be itself). `/…/` is a regular expression.
 */
export function linePattern(pattern: string): Compiled {
  const own = /^\/(.+)\/(i?)$/.exec(pattern)
  if (own) return regExp(own[1] ?? '', own[2])
  const source = translated(pattern)
  return source === undefined ? { problem: unclosed } : regExp(`^${source}$`)
}

/** As a regular expression; undefined where a set is not closed. */
function translated(pattern: string): string | undefined {
  let out = ''
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at] ?? ''
    if (sign === '\\' && at + 1 < pattern.length) out += literal(pattern[++at] ?? '')
    else if (sign === '*') out += '.*'
    else if (sign === '[') {
      const end = pattern.indexOf(']', at + 1)
      if (end <= at + 1) return undefined
      out += setOf(pattern.slice(at + 1, end))
      at = end
    } else out += literal(sign)
  }
  return out
}

function setOf(signs: string): string {
  const inside = signs.replace(/[\\^]/g, '\\$&')
  // `[!15]` is a shell's way to say: none of these.
  return inside.startsWith('!') ? `[^${inside.slice(1)}]` : `[${inside}]`
}
