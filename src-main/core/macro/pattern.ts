/**
 * A pattern for a whole line of an answer: `*` is anything, `[15]` one of these characters, everything else stands for
 * itself (`\` before a sign that shall be itself). `/…/` is a regular expression. Throws SyntaxError when it is neither.
 */
export function linePattern(pattern: string): RegExp {
  const own = /^\/(.+)\/(i?)$/.exec(pattern)
  if (own) return new RegExp(own[1] ?? '', own[2])
  return new RegExp(`^${translated(pattern)}$`)
}

function translated(pattern: string): string {
  let out = ''
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern[at] ?? ''
    if (sign === '\\' && at + 1 < pattern.length) out += quoted(pattern[++at] ?? '')
    else if (sign === '*') out += '.*'
    else if (sign === '[') {
      const end = pattern.indexOf(']', at + 1)
      if (end <= at + 1) throw new SyntaxError('[ without characters and ]')
      out += setOf(pattern.slice(at + 1, end))
      at = end
    } else out += quoted(sign)
  }
  return out
}

function setOf(signs: string): string {
  const inside = signs.replace(/[\\^]/g, '\\$&')
  // `[!15]` is a shell's way to say: none of these.
  return inside.startsWith('!') ? `[^${inside.slice(1)}]` : `[${inside}]`
}

function quoted(sign: string): string {
  return sign.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
}
