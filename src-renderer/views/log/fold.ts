import type { LogRow } from '@contract'
import { atLeast } from '../../components/row-mark'

/** Rows that are shown as one: repeated polls, or frames in a row. */
export interface Fold {
  readonly kind: 'polls' | 'frames'
  readonly rows: readonly LogRow[]
  /** How many exchanges or frames. */
  readonly count: number
  /** What they were, and how often: `AT+CSQ ×12`. */
  readonly parts: readonly string[]
  /** The newest answer of each poll. */
  readonly last: readonly string[]
}

/** A row of the list; `fold` where it stands for several. */
export type ShownRow = LogRow & { readonly fold?: Fold }

export interface FoldOptions {
  readonly polls: boolean
  readonly frames: boolean
  /** Folds that a person opened, by the key of their first row. */
  readonly opened: ReadonlySet<string>
}

export const foldKey = (row: LogRow): string => `${row.slot}${row.id}`

/** The list with repeats folded. What asks for attention is never hidden in a fold. */
export function foldRows(rows: readonly LogRow[], options: FoldOptions): readonly ShownRow[] {
  if (!options.polls && !options.frames) return rows
  const folder = new Folder(options)
  for (const row of rows) folder.take(row)
  return folder.shown()
}

/** Questions that change nothing: what is read again and again. */
const question =
  /^AT(\+\w+\?|\+(CSQ|CESQ|CBC|CPMUTEMP|CPSI|QCSQ|QNWINFO|QTEMP)|#RFSTS|%XMONITOR|%CESQ)?$/i

interface Run {
  readonly kind: Fold['kind']
  readonly rows: LogRow[]
}

/** Each slot has runs of its own, so that two slots that are polled at the same time both fold. */
class Folder {
  readonly #options: FoldOptions
  readonly #places: (ShownRow | Run)[] = []
  readonly #open = new Map<string, Run>()

  constructor(options: FoldOptions) {
    this.#options = options
  }

  take(row: LogRow): void {
    const kind = this.#kindOf(row)
    const run = this.#open.get(row.slot)
    if (kind !== undefined && run?.kind === kind) {
      run.rows.push(row)
      return
    }
    this.#open.delete(row.slot)
    if (kind === undefined) {
      this.#places.push(row)
      return
    }
    const begun: Run = { kind, rows: [row] }
    this.#places.push(begun)
    this.#open.set(row.slot, begun)
  }

  shown(): ShownRow[] {
    return this.#places.flatMap((place) => ('rows' in place ? this.#folded(place) : [place]))
  }

  #kindOf(row: LogRow): Fold['kind'] | undefined {
    if (atLeast(row, 'warning')) return undefined
    const { polls, frames } = this.#options
    if (frames && (row.kind === 'ppp' || row.kind === 'cmux')) return 'frames'
    if (!polls) return undefined
    const command = row.kind === 'command' || row.kind === 'echo' ? row.text : row.command
    return command !== undefined && question.test(command.trim()) ? 'polls' : undefined
  }

  #folded({ kind, rows }: Run): ShownRow[] {
    const [first] = rows
    if (!first) return []
    const names = rows.filter((row) => kind === 'frames' || row.kind === 'command').map(nameOf)
    const counts = new Map<string, number>()
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
    // A list of different questions asked once is no poll.
    const repeats = kind === 'frames' ? rows.length > 1 : Math.max(0, ...counts.values()) > 1
    if (!repeats) return rows
    const fold: Fold = {
      kind,
      rows,
      count: names.length,
      parts: [...counts].map(([name, count]) => (count > 1 ? `${name} ×${count}` : name)),
      last: kind === 'polls' ? newest(rows) : [],
    }
    const head: ShownRow = { ...headOf(first), fold }
    return this.#options.opened.has(foldKey(first)) ? [head, ...rows] : [head]
  }
}

function nameOf(row: LogRow): string {
  if (row.kind === 'command') return row.text.trim()
  return row.text.split(/[\s:,]/, 1)[0] ?? row.kind
}

/** The last answer to each question. */
function newest(rows: readonly LogRow[]): string[] {
  const answers = new Map<string, string>()
  for (const row of rows)
    if (row.kind === 'answer' && row.command) answers.set(row.command, row.text)
  return [...answers.values()]
}

/** Half a microsecond before its first row: a key and a place of its own. */
function headOf({ explanation: _explanation, ...row }: LogRow): LogRow {
  return { ...row, monoUs: row.monoUs - 0.5 }
}
