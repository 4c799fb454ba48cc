import type { EndingsOf } from '../../at/endings'
import { literal, ownRegExp, type Pattern } from '../../regexp'
import { AtLines } from './at-lines'
import { HandParser, handFormat } from './by-hand'
import type { ImportEvent, LogFormat, LogParser } from './format'
import { prefixStamp } from './prefix-stamp'

/** Two lines of a log as they stand in it: one that was sent to the modem, one that came from it. */
export interface ExampleLines {
  readonly sent: string
  readonly received: string
}

/** Where a command begins, whatever stands directly before it: `TXAT+CSQ`. */
const command = /(?:AT|at)(?=$|[+*^%$#&\\!]|[EIZDVQHO]\d?(?:$|["'\s]))/
/** Where an answer or a result begins. */
const reply =
  /[+*^%$#!][A-Z][A-Z0-9]+(?: ERROR)?:|(?:OK|ERROR|RING|CONNECT|BUSY|NO CARRIER)\W{0,4}$/

/** What is looked at of a line: a prefix is short. */
const longest = 160

/**
 * The format of a log of which a person marked two lines: what stands before them stands before all of their direction, but
 * for its numbers. Where both begin alike, what is said tells the direction. Undefined where nothing stands before them.
 */
export function byExample({ sent, received }: ExampleLines): LogFormat | undefined {
  const apart = differ(sent, received)
  const before = {
    tx: prefixOf(sent, command.exec(sent)?.index ?? apart.sent),
    rx: prefixOf(received, reply.exec(received)?.index ?? apart.received),
  }
  if (before.tx === '' && before.rx === '') return undefined
  const forms = { tx: formOf(before.tx), rx: formOf(before.rx) }
  if (shapeOf(before.tx) === shapeOf(before.rx))
    return handFormat((endings) => new AlikeParser(forms.tx, endings))
  const both = [['tx', forms.tx] as const, ['rx', forms.rx] as const]
  // The longer first: `out: ` may begin as `out: in: ` does, and nothing at all begins every line.
  const ordered = both.sort(([a], [b]) => before[b].length - before[a].length)
  return handFormat(() => new HandParser(ordered))
}

function prefixOf(line: string, at: number): string {
  return line.slice(0, Math.min(at, longest))
}

/** Where each line goes on behind the first word or sign in which the two are not the same. */
function differ(sent: string, received: string): { sent: number; received: number } {
  const [a, b] = [pieces(sent), pieces(received)]
  let same = 0
  while (same < a.length && same < b.length && plain(a[same]) === plain(b[same])) same++
  const behind = (all: readonly string[]) => {
    const first = all[same] ?? ''
    const word = /\w/.test(first)
    return all.slice(0, same + (word ? 2 : 1)).join('').length
  }
  return { sent: behind(a), received: behind(b) }
}

/** Words, numbers, and what stands between them. */
const pieces = (line: string) =>
  line.slice(0, longest).match(/\d+|[A-Za-z_]+|[^A-Za-z0-9_]+/g) ?? []
const plain = (piece: string | undefined) =>
  piece !== undefined && /^\d+$/.test(piece) ? '0' : piece
const shapeOf = (prefix: string) => pieces(prefix).map(plain).join('')

/** Numbers and the width of blanks change from line to line. */
function formOf(prefix: string): Pattern {
  const parts = prefix.split(/(\d+|\s+)/).map((part) => {
    if (/^\d+$/.test(part)) return '[0-9]+'
    return /^\s+$/.test(part) ? '\\s+' : literal(part)
  })
  return ownRegExp(`^${parts.join('').replace(/\\s\+$/, '\\s*')}`)
}

/** Both directions begin alike; only what is said tells them apart. */
class AlikeParser implements LogParser {
  readonly #form: Pattern
  readonly #lines: AtLines

  constructor(form: Pattern, endings?: EndingsOf) {
    this.#form = form
    this.#lines = new AtLines(endings)
  }
  line(text: string, end: string): ImportEvent[] {
    const stamp = prefixStamp(text)
    const found = this.#form.find(text)
    const events: ImportEvent[] = found
      ? this.#lines.line(text.slice(found.to), end)
      : [{ kind: 'text', text }]
    return stamp ? events.map((event) => ({ ...event, stamp })) : events
  }
  finish(): ImportEvent[] {
    return []
  }
}
