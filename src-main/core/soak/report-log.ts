import type { Words } from '../words'
import { htmlWriter } from '../export/html'
import type { LogWriter, WriterOptions } from '../log/formats/writer'
import type { Redactor } from '../log/redact'
import type { LogRow } from '../log/row'
import type { Tally } from './tally'
import { journalNotReadable, journalTitle, linesLeftOut } from './words'

/** The log of one life of the program, and the instants of it that a report points at, as monotonic microseconds. */
export interface JournalPart {
  readonly file: string
  /** In order; rejects when the journal cannot be read. */
  readonly rows: AsyncIterable<LogRow>
  readonly instants: readonly number[]
}

/** The part of the log a report points into, as a page, and where in it an instant is. */
export interface ReportLog {
  readonly text: string
  readonly masked: { readonly [kind: string]: number }
  /** The anchor of the row at an instant or before it; undefined when its journal has no row. */
  anchorOf(file: string, us: number): string | undefined
}

type Options = WriterOptions & {
  readonly redactor?: Redactor
  /** Rows before and behind an instant; fewer when there are very many instants. */
  readonly around?: number
}

const usualAround = 200
// A page of more rows opens slowly in a browser.
const mostRows = 40_000

/** The instants a report points at, by journal. */
export function instantsOf(tally: Tally): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, Set<number>>()
  for (const file of tally.journals) found.set(file, new Set())
  const add = (ms: number, us: number, later = false) => {
    const file = tally.journalAt(ms, later)
    if (file !== null) found.get(file)?.add(us)
  }
  for (const { fromMs, us, cause } of tally.summary().gaps) add(fromMs, us, cause === 'not-running')
  for (const { atMs, monoUs } of tally.decisions.values()) add(atMs, monoUs)
  for (const { ms, us } of tally.anomalies) add(ms, us)
  return new Map([...found].map(([file, all]) => [file, [...all].sort((a, b) => a - b)]))
}

/** Writes the rows around the instants, and says how many are left out between them. */
export async function reportLog(
  parts: readonly JournalPart[],
  options: Options,
): Promise<ReportLog> {
  const count = parts.reduce((sum, { instants }) => sum + instants.length, 0)
  const room = Math.floor(mostRows / (2 * Math.max(1, count)))
  const excerpt = new Excerpt(htmlWriter(options), Math.min(options.around ?? usualAround, room))
  for (const { file, rows, instants } of parts) {
    excerpt.begin(file, instants)
    try {
      for await (const row of rows) excerpt.take(options.redactor?.row(row) ?? row)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      excerpt.say(journalNotReadable(reason))
    }
    excerpt.finish()
  }
  return {
    text: excerpt.end(),
    masked: options.redactor?.masked ?? {},
    anchorOf: (file, us) => excerpt.anchors.get(keyOf(file, us)),
  }
}

const keyOf = (file: string, us: number) => `${us} ${file}`
const nameOf = (file: string) => file.replace(/^.*[\\/]/, '')

/** Sees every row, keeps the last few, and writes those around an instant: a night's log is read once. */
class Excerpt {
  readonly anchors = new Map<string, string>()
  readonly #writer: LogWriter
  readonly #around: number
  readonly #pieces: string[]
  #written = 0
  #file = ''
  #instants: readonly number[] = []
  #next = 0
  /** Passed, not written, and still near enough for an instant that may come. */
  #held: LogRow[] = []
  #left = 0
  /** So many rows more belong to the instant before. */
  #follow = 0
  #seen: LogRow | undefined
  /** Instants before the first row. */
  #early: number[] = []

  constructor(writer: LogWriter, around: number) {
    this.#writer = writer
    this.#around = around
    this.#pieces = [writer.head()]
  }

  begin(file: string, instants: readonly number[]): void {
    this.#file = file
    this.#instants = instants
    this.#next = 0
    this.#follow = 0
    this.#seen = undefined
    this.#early = []
  }

  take(row: LogRow): void {
    this.#reach(row.monoUs)
    const first = this.#early.splice(0)
    if (first.length > 0) this.#follow = this.#around + 1
    const begins = !this.#seen
    this.#seen = row
    if (begins) this.#sayFile()
    if (this.#follow > 0) {
      this.#follow--
      this.#write(row)
    } else {
      this.#held.push(row)
      if (this.#held.length > this.#around + 1 && this.#held.shift()) this.#left++
    }
    for (const us of first) this.#anchor(us)
  }

  /** The journal is at its end. */
  finish(): void {
    if (!this.#seen) this.#sayFile()
    this.#reach(Infinity)
    this.#left += this.#held.length
    this.#held = []
    this.#sayLeft()
  }

  end(): string {
    return this.#pieces.join('') + this.#writer.end()
  }

  /** A line of the page itself. */
  say(words: Words): void {
    const { atMs, monoUs } = this.#held[0] ?? this.#seen ?? { atMs: 0, monoUs: 0 }
    const explanation = { name: '', facts: {}, words, severity: 'fine', secrets: [] } as const
    const place = { id: this.#written, slot: 'a', atMs, monoUs } as const
    const known = atMs > 0 ? {} : ({ timed: 'none' } as const)
    this.#write({ ...place, dir: 'note', kind: 'divider', text: words.en, explanation, ...known })
  }

  /** Points the instants before this one at the last row. */
  #reach(us: number): void {
    for (;;) {
      const instant = this.#instants[this.#next]
      if (instant === undefined || us <= instant) return
      this.#next++
      if (!this.#seen) {
        this.#early.push(instant)
        continue
      }
      this.#sayLeft()
      for (const row of this.#held.splice(0)) this.#write(row)
      this.#follow = this.#around
      this.#anchor(instant)
    }
  }

  #anchor(us: number): void {
    this.anchors.set(keyOf(this.#file, us), `r${this.#written - 1}`)
  }

  #sayFile(): void {
    const name = nameOf(this.#file)
    this.say(journalTitle(name))
  }

  #sayLeft(): void {
    const count = this.#left
    this.#left = 0
    if (count === 0) return
    this.say(linesLeftOut(count, nameOf(this.#file)))
  }

  #write(row: LogRow): void {
    this.#written++
    this.#pieces.push(this.#writer.row(row))
  }
}
