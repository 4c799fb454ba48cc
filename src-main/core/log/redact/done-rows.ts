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
}

const most = 4096

/** Rows found again by what they are, what they answer and what they say: a log's lines come again and again. */
export class DoneRows {
  readonly #kinds = new Map<string, Map<string | undefined, Map<string, Done>>>()
  #size = 0

  of(row: LogRow): Done | undefined {
    const done = this.#kinds.get(row.kind)?.get(row.command)?.get(row.text)
    return done && alike(done.row, row) ? done : undefined
  }

  keep(done: Done): void {
    if (this.#size >= most) this.clear()
    this.#size++
    const { kind, command, text } = done.row
    let commands = this.#kinds.get(kind)
    if (!commands) this.#kinds.set(kind, (commands = new Map()))
    let texts = commands.get(command)
    if (!texts) commands.set(command, (texts = new Map()))
    texts.set(text, done)
  }

  clear(): void {
    this.#kinds.clear()
    this.#size = 0
  }
}

function alike(a: LogRow, b: LogRow): boolean {
  return (
    a.explanation === b.explanation &&
    a.hex === b.hex &&
    a.header === b.header &&
    a.channel === b.channel
  )
}
