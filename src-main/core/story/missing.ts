import { saysCut } from '../log/cut-words'
import type { LogRow } from '../log/row'
import { shortest } from '../log/shortest'
import type { Missing } from './story'
import { toldLine } from './told-line'
import { beginsInside, endsBefore, twoModems } from './missing-words'

const mostCuts = 5
/** Who asks for them gets the same answer each time, from one modem. */
const asksWho = /^AT\+C?G(?:SN|MM)$/i

/** Watches the edges of a log: where it begins or ends within an exchange, where it was cut, and whether two modems answer in it. */
export class MissingReader {
  readonly #cuts: Missing[] = []
  #begun: LogRow | undefined
  #asked = false
  #concluded = false
  /** The newest command, as long as no result of it was seen. */
  #open: LogRow | undefined
  readonly #who = new Map<string, LogRow>()
  #other: Missing | undefined

  take(row: LogRow): void {
    if (row.kind === 'divider') {
      if (saysCut(row.text) && this.#cuts.length < mostCuts) this.#cut(row)
      this.#open = undefined
    }
    if (!this.#asked && !this.#begun && isInside(row)) this.#begun = row
    if (row.kind === 'command') {
      this.#asked = true
      this.#open = row
      return
    }
    const { command } = row
    if (command !== undefined && asksWho.test(command) && row.kind === 'answer') this.#told(row)
    if (row.kind === 'final') this.#concluded = true
    const settled = row.kind === 'final' || row.kind === 'ppp' || row.kind === 'note'
    if (settled) this.#open = undefined
  }

  get missing(): readonly Missing[] {
    const found: Missing[] = []
    if (this.#begun && this.#asked)
      found.push({ words: beginsInside(shortest(this.#begun.text)), line: toldLine(this.#begun) })
    found.push(...this.#cuts)
    // Where results are left out, no one of them is missing.
    if (this.#open && this.#concluded)
      found.push({ words: endsBefore(shortest(this.#open.text)), line: toldLine(this.#open) })
    if (this.#other) found.push(this.#other)
    return found
  }

  #cut(row: LogRow): void {
    const { words } = row.explanation ?? {}
    this.#cuts.push({ words: words ?? { en: row.text, ja: row.text }, line: toldLine(row) })
  }

  #told(row: LogRow): void {
    const command = (row.command ?? '').toUpperCase()
    const before = this.#who.get(command)
    if (!before) this.#who.set(command, row)
    else if (before.text !== row.text)
      this.#other ??= { words: twoModems(command, before.text, row.text), line: toldLine(row) }
  }
}

/** A result of nothing, or a frame before any call. */
const isInside = ({ kind, command }: LogRow) =>
  (kind === 'final' && command === undefined) || kind === 'ppp' || kind === 'cmux'
