import { isToldGarbled } from '../log/listener-words'
import { repaired } from '../at/final'
import type { LogRow } from '../log/row'
import { isBoot, isBrownOut } from '../log/restarts'
import type { Oddity, ToldLine } from './story'
import { toldLine } from './told-line'
import { oddityWords } from './words'

const stormLines = 20
const stormMs = 10_000
const flaps = 3
const attaches = 3

type Kind = Oddity['kind']

/** Programs show so what is no letter; Arduino's Serial Monitor writes a reversed question mark. */
const noLetter = /[\ufffd\u2e2e]/g
/** So much of a line, that nobody takes it for text in an encoding that was not known. */
const mostOf = 0.3
/** A time and an arrow of the program that shows the line. */
const beforeLine = /^[\s[\]\d:.,TZ+-]{4,40}(?:[-=]>|<[-=]|[<>|])?\s*/

/** A result or an answer of which letters were broken, as a program writes what is none. */
export function isBroken({ dir, kind, text }: LogRow): boolean {
  if (kind === 'text' && noise(text)) return true
  if (kind === 'text') return /^(?:[+*^%$#!]\S*\ufffd.*|O\ufffd|\ufffdK)$/.test(text)
  return dir === 'rx' && kind === 'final' && repaired(text) !== undefined
}

function noise(text: string): boolean {
  const count = text.match(noLetter)?.length ?? 0
  if (count === 0) return false
  return count >= mostOf * text.replace(beforeLine, '').replace(/\s/g, '').length
}

/** What is odd and need not be harmful: a reader wants to know, but not to look there first. */
export class OddityReader {
  readonly #found = new Map<Kind, { count: number; first: ToldLine }>()
  #exchanged = false
  /** What it said when it first started. */
  #started: string | undefined
  #registered: boolean | undefined
  #name = ''
  #run = 0
  #since = 0
  #attaches = 0

  take(row: LogRow): void {
    if (row.late) this.#keep('late', row)
    if (row.explanation?.name === 'result') this.#keep('out-of-step', row)
    if (isToldGarbled(row) || row.kind === 'noise' || isBroken(row)) this.#keep('bit-errors', row)
    if (isBrownOut(row)) this.#keep('brown-out', row)
    if (isBoot(row)) {
      // The first start is none; a modem that starts over and over never comes to an exchange.
      if (this.#exchanged || this.#started === row.text) this.#keep('restart', row)
      this.#started ??= row.text
    }
    if (row.kind === 'final') this.#exchanged = true
    if (row.kind === 'command' && /^AT\+CGATT=1/i.test(row.text) && ++this.#attaches >= attaches)
      this.#keep('attach-storm', row)
    this.#flap(row)
    this.#storm(row)
  }

  get oddities(): readonly Oddity[] {
    return [...this.#found].flatMap(([kind, { count, first }]) =>
      kind === 'flapping' && count < flaps
        ? []
        : [{ kind, count, first, words: oddityWords[kind](count) }],
    )
  }

  #flap(row: LogRow): void {
    const { name = '', facts } = row.explanation ?? {}
    if (
      row.dir !== 'rx' ||
      !/^\+(?:C(?:5G|E|G)?|EG?)REG$/.test(name) ||
      typeof facts?.['stat'] !== 'number'
    )
      return
    const registered = facts['stat'] === 1 || facts['stat'] === 5
    if (this.#registered === true && !registered) this.#keep('flapping', row)
    this.#registered = registered
  }

  #storm(row: LogRow): void {
    if (row.kind !== 'unsolicited') return
    const name = row.text.split(':')[0] ?? ''
    if (name !== this.#name || row.atMs - this.#since > stormMs) {
      this.#name = name
      this.#run = 0
      this.#since = row.atMs
    }
    if (++this.#run >= stormLines) this.#keep('storm', row)
  }

  #keep(kind: Kind, row: LogRow): void {
    const found = this.#found.get(kind)
    if (found) found.count++
    else this.#found.set(kind, { count: 1, first: toldLine(row) })
  }
}
