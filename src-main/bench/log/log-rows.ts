import type { LogRow, Words } from '@contract'
import { knowledge } from '@catalog/decoders'
import { Fault } from '@core/fault'
import { encodingNotices } from '@core/log/encoding-words'
import type { LogFormat } from '@core/log/import/format'
import { LogImport } from '@core/log/import/log-import'
import type { JournalEntry } from '@core/log/journal'
import { LogReader } from '@core/log/reader'
import type { LogSource } from '@bench/environment'
import { isEmpty, journalName, noExchange, textName } from './words'

type Breathe = () => Promise<void>

/** So much text at once: a piece of a file takes longer to read than others may wait. */
const charsAtOnce = 16_384

function* cut(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += charsAtOnce) yield text.slice(at, at + charsAtOnce)
}

/** What is known of a log file while it is read; all of it once it was read to its end. */
export interface LogAbout {
  readonly format: Words
  /** What was odd about the file. */
  readonly notices: readonly Words[]
  /** 0: no modem is in it. */
  readonly exchanges: number
}

/** One reading of a log file, from its first row to its last. `format` is known where somebody marked the directions. */
export class LogReading {
  readonly #source: LogSource
  readonly #name: string
  readonly #format: LogFormat | undefined
  about: LogAbout = { format: textName, notices: [], exchanges: 0 }

  constructor(source: LogSource, name: string, format?: LogFormat) {
    this.#source = source
    this.#name = name
    this.#format = format
  }

  /** The rows, some at a time: others may have their turn behind each piece. Rejects with Fault('log-empty') for an empty file. */
  rows(): AsyncGenerator<readonly LogRow[]> {
    const source = this.#source
    return source.kind === 'journal' ? this.#journal(source.entries) : this.#text(source)
  }

  async *#text(source: LogSource & { kind: 'text' }): AsyncGenerator<readonly LogRow[]> {
    const log = new LogImport({ knowledge, ...(this.#format ? { format: this.#format } : {}) })
    let count = 0
    const taken = (rows: readonly LogRow[]) => {
      count += rows.length
      this.about = { ...this.about, exchanges: log.exchanges, format: log.format?.name ?? textName }
      return rows
    }
    for await (const text of source.text)
      for (const piece of cut(text)) yield taken(log.push(piece))
    yield taken(log.end())
    if (count === 0) throw new Fault('log-empty', isEmpty(this.#name))
    const odd = [...source.notices].map((notice) => encodingNotices[notice])
    const notices = log.exchanges === 0 ? [noExchange, ...odd] : odd
    this.about = { ...this.about, notices }
  }

  async *#journal(
    entries: (LogSource & { kind: 'journal' })['entries'],
  ): AsyncGenerator<readonly LogRow[]> {
    const readers = {
      a: new LogReader({ slot: 'a', knowledge }),
      b: new LogReader({ slot: 'b', knowledge }),
    }
    const list = new OneList()
    let last = { atMs: 0, monoUs: 0 }
    this.about = { ...this.about, format: journalName }
    for await (const entry of entries) {
      last = entry
      this.about = { ...this.about, exchanges: this.about.exchanges + 1 }
      yield list.numbered(readers[entry.slot].push(entry))
    }
    for (const reader of Object.values(readers))
      yield list.numbered(reader.end(last.atMs, last.monoUs))
  }
}

/** All rows of a log file. `breathe` lets others have their turn when it is time. */
export async function readLogRows(
  source: LogSource,
  name: string,
  breathe: Breathe,
): Promise<LogAbout & { readonly rows: readonly LogRow[] }> {
  const reading = new LogReading(source, name)
  const rows: LogRow[] = []
  for await (const piece of reading.rows()) {
    for (const row of piece) rows.push(row)
    await breathe()
  }
  return { ...reading.about, rows }
}

export type Octets = Pick<JournalEntry, 'slot' | 'dir' | 'bytes'>

/** The octets that passed, as far as the log says them. */
export async function* logOctets(
  source: LogSource,
  breathe: Breathe,
  format?: LogFormat,
): AsyncGenerator<Octets> {
  if (source.kind === 'journal') {
    yield* source.entries
    return
  }
  const heard: Octets[] = []
  const log = new LogImport({
    knowledge,
    onOctets: (octets) => heard.push(octets),
    ...(format ? { format } : {}),
  })
  for await (const text of source.text) {
    for (const piece of cut(text)) {
      log.push(piece)
      yield* heard.splice(0)
      await breathe()
    }
  }
  log.end()
  yield* heard
}

/** Each slot has numbers of its own; here they are one list, and a bookmark follows its row. */
class OneList {
  #next = 0
  /** Where the rows of a slot stand in the list, by the numbers they have there. */
  readonly #places: { readonly [slot in LogRow['slot']]: number[] } = { a: [], b: [] }

  numbered(rows: readonly LogRow[]): LogRow[] {
    return rows.map((row) => this.#numbered(row))
  }

  #numbered(row: LogRow): LogRow {
    const id = this.#next++
    const places = this.#places[row.slot]
    places[row.id] = id
    // A bookmark is set on a row that is there.
    const about = row.about === undefined ? undefined : places[row.about]
    return about === undefined ? { ...row, id } : { ...row, id, about }
  }
}
