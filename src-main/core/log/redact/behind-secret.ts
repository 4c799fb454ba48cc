import { isBrokenEcho } from '../../at/broken-echo'
import type { LogRow } from '../row'
import { credentialsOf } from './credentials'
import { matches } from './matches'
import type { Span } from './span'

interface Command {
  readonly text: string
  readonly spans: readonly Span[]
  /** The line ended inside of its last secret: what this is. */
  readonly cut: string | undefined
}

/** Behind so many rows nothing belongs to the command any more. */
const mostRows = 8
const shortestValue = 4
/** Which lock it is about (27.007, 7.4). */
const lock = /^[A-Z][A-Z\d]$/
const isCommand = /^\s*AT/i
/** No echo, whatever became of its letters. */
const isNamed = /^[+^%$#*!][A-Z]+:/

/**
 * What is secret for the command before it: the rest of a value that a line of the modem cut, and the echo of which letters
 * were broken on the way, which no decoder reads. Asked for every row in its order.
 */
export class BehindSecret {
  #command: Command | undefined
  #rows = 0

  get idle(): boolean {
    return this.#command === undefined
  }

  spansOf(row: LogRow): Span[] {
    const { kind, text } = row
    const begun = this.#command
    if (kind === 'command' && (isCommand.test(text) || begun?.cut === undefined)) {
      this.#begin(row)
      return []
    }
    if (!begun || kind === 'unsolicited' || text === '') return []
    if (kind === 'final' || ++this.#rows > mostRows) {
      this.#command = undefined
      return []
    }
    if (kind === 'prompt' || kind === 'ppp' || kind === 'payload') return []
    if (kind === 'answer' && isNamed.test(text)) return []
    if (begun.cut !== undefined) return this.#rest(text, begun.cut)
    return kind === 'note' || kind === 'echo' ? [] : echoed(text, begun)
  }

  #begin({ text, explanation }: LogRow): void {
    const spans = [...(explanation?.secrets ?? []), ...credentialsOf(text)]
    const open = (text.match(/"/g) ?? []).length % 2 === 1
    const last = open ? spans.find(({ end }) => end >= text.trimEnd().length) : undefined
    // A quote at the end opens a value of which nothing was sent yet.
    const cut =
      last?.kind ?? (open && spans.length > 0 && /"\s*$/.test(text) ? 'password' : undefined)
    this.#command = spans.length > 0 ? { text, spans, cut } : undefined
    this.#rows = 0
  }

  /** Up to the quote that closes the value, and what stands in quotes behind it. */
  #rest(text: string, kind: string): Span[] {
    const first = text.indexOf('"')
    if (first < 0) return /^\S{1,32}$/.test(text) ? [{ kind, start: 0, end: text.length }] : []
    this.#command = undefined
    const start = text.lastIndexOf(' ', first - 1) + 1
    const behind = matches(/"([^"]+)(?:"|$)/g, text.slice(first + 1))
    return [
      ...(start >= first ? [] : [{ kind, start, end: first }]),
      ...behind.map(({ 1: said = '', index }) => {
        const at = first + 1 + index + 1
        return { kind, start: at, end: at + said.length }
      }),
    ]
  }
}

/** A value as it was sent, or all that the broken echo has in quotes or behind `=`. */
function echoed(text: string, { text: sent, spans }: Command): Span[] {
  const values = spans.flatMap(({ kind, start, end }) =>
    placesOf(sent.slice(start, end), kind, text),
  )
  if (!isBrokenEcho(text, sent) && !beginsAlike(text, sent)) return values
  const kind = spans[0]?.kind ?? 'password'
  const quoted = matches(/"([^"]+)(?:"|$)/g, text)
    .filter(([, said = '']) => !lock.test(said))
    .map(({ 1: said = '', index }) => {
      return { kind, start: index + 1, end: index + 1 + said.length }
    })
  if (values.length + quoted.length > 0) return [...values, ...quoted]
  const name = Math.max(0, text.search(/[^A-Za-z+*^%$#!]/))
  return [{ kind, start: text[name] === '=' ? name + 1 : name, end: text.length }]
}

/** The same name, and then not what was sent. */
function beginsAlike(text: string, sent: string): boolean {
  const name = sent.slice(0, sent.indexOf('=') + 1)
  return name !== '' && text.toUpperCase().startsWith(name.toUpperCase())
}

function placesOf(value: string, kind: string, text: string): Span[] {
  if (value.length < shortestValue) return []
  const places: Span[] = []
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length))
    places.push({ kind, start: at, end: at + value.length })
  return places
}
