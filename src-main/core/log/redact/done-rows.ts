import type { LogRow } from '../row'

/** The parts of a row that may hold something to hide, as they are shown. */
export type Masked = Pick<LogRow, 'text' | 'hex' | 'command' | 'header' | 'explanation'>

/** What became of a row. */
export interface Done {
  readonly row: LogRow
  /** Undefined: there was nothing to hide. */
  readonly masked: Masked | undefined
  /** The kinds of values that were masked, one entry a place. */
  readonly counted: readonly string[]
  /** It neither depends on the rows before it nor matters to those after. */
  readonly alone: boolean
}

const most = 4096

type Texts = Map<string, Done>

/** Rows found again by what they are, what they answer and what they say: a log's lines come again and again. */
export class DoneRows {
  readonly #commands = new Map<string | undefined, Texts>()
  /** Where the last row was: the next one mostly answers the same command. */
  #last: { readonly command: string | undefined; readonly texts: Texts } | undefined
  #size = 0

  of(row: LogRow): Done | undefined {
    const done = this.#textsOf(row.command)?.get(row.text)
    return done && alike(done.row, row) ? done : undefined
  }

  keep(done: Done): void {
    if (this.#size >= most) this.clear()
    this.#size++
    const { command, text } = done.row
    const texts = this.#textsOf(command) ?? new Map<string, Done>()
    if (texts.size === 0) this.#commands.set(command, texts)
    texts.set(text, done)
  }

  clear(): void {
    this.#commands.clear()
    this.#last = undefined
    this.#size = 0
  }

  #textsOf(command: string | undefined): Texts | undefined {
    if (this.#last && this.#last.command === command) return this.#last.texts
    const texts = this.#commands.get(command)
    if (texts) this.#last = { command, texts }
    return texts
  }
}

function alike(a: LogRow, b: LogRow): boolean {
  return (
    a.kind === b.kind &&
    a.explanation === b.explanation &&
    a.hex === b.hex &&
    a.header === b.header &&
    a.channel === b.channel
  )
}
