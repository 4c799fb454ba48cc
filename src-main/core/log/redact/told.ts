import type { Explanation, Knowledge, Secret } from '../../at/knowledge'
import type { Span } from './span'
import { matches } from './matches'

const commandInside = /\bAT[+^$#*%&!][^'\]\\\n]*/g
const lineInside = /(?<![\w"])[+*^%#$!][A-Z][A-Z0-9]{1,15}: [^'\n]*/g

const messageHeader = /^\+(?:C(?:MT|MGR|MGL|DS|BM)|QCMGR): /

/**
 * What the decoders say of commands and answers inside another line: a Python list of them, a program's own log. The
 * first thing quoted in a list is the command the others answer.
 */
export function toldInside(text: string, knowledge: Knowledge): Span[] {
  if (!/AT[+^$#*%&!]|[+*^%#$!][A-Z]|'AT/.test(text)) return []
  const list = /[[(]\s*(['"].*['"])\s*[\])]/.exec(text)
  if (list?.[1] !== undefined) return toldInList(text, list.index, knowledge)
  const spans: Span[] = []
  for (const match of matches(commandInside, text))
    spans.push(...moved(knowledge.command(match[0])?.secrets, match.index))
  for (const match of matches(lineInside, text))
    spans.push(...moved(lineTold(match[0], knowledge)?.secrets, match.index))
  return spans
}

/** Some answers are none without the command they answer. */
function lineTold(line: string, knowledge: Knowledge): Explanation | undefined {
  const name = /^[^:]*/.exec(line)?.[0] ?? ''
  return knowledge.line(line, {}) ?? knowledge.line(line, { command: `AT${name}` })
}

function toldInList(text: string, from: number, knowledge: Knowledge): Span[] {
  const spans: Span[] = []
  let command: string | undefined
  let before = ''
  for (const match of matches(/'((?:[^'\\]|\\.)*)'/g, text.slice(from))) {
    const item = match[1] ?? ''
    const at = from + match.index + 1
    const asked = command === undefined && /^AT/i.test(item)
    if (asked) command = item
    // The text of a message is under its header.
    if (messageHeader.test(before) && !/^(OK|ERROR|\+CM[ES] ERROR.*)?$/.test(item))
      spans.push({ kind: 'message', start: at, end: at + item.length })
    before = item
    const told = asked ? knowledge.command(item) : knowledge.line(item, { command })
    spans.push(...moved(told?.secrets, at))
  }
  return spans
}

export function moved(secrets: readonly Secret[] | undefined, by: number): Span[] {
  return (secrets ?? []).map(({ kind, start, end }) => ({ kind, start: start + by, end: end + by }))
}
