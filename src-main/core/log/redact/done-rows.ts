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
/** An echo comes first and again, a command that nobody answered is noted: the same text, and other rows. */
const mostAlike = 4

type Texts = Map<string, readonly Done[]>

/** Rows found again by what they are, what they answer and what they say: a log's lines come again and again. */
export class DoneRows {
  readonly #commands = new Map<string | undefined, Texts>()
  /** Where the last row was: the next one mostly answers the same command. */
  #last: { readonly command: string | undefined; readonly texts: Texts } | undefined
  #size = 0

  of(row: LogRow): Done | undefined {
    const kept = this.#textsOf(row.command)?.get(row.text)
    if (kept) for (const done of kept) if (alike(done.row, row)) return done
    return undefined
  }

  keep(done: Done): void {
    if (this.#size >= most) this.clear()
    this.#size++
    const { command, text } = done.row
    const texts = this.#textsOf(command) ?? new Map<string, readonly Done[]>()
    if (texts.size === 0) this.#commands.set(command, texts)
    const others = (texts.get(text) ?? []).filter((other) => !alike(other.row, done.row))
    texts.set(text, [done, ...others.slice(0, mostAlike - 1)])
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
