import {
  mostLogBytes,
  type FoundRow,
  type LogCount,
  type LogPage,
  type LogRow,
  type OpenedLog,
  type RowFilter,
  type SearchGoal,
} from '@contract'
import { Fault } from '@core/fault'
import { byExample } from '@core/log/import/by-example'
import type { RowPlace } from '@core/log/row-order'
import type { SlotName } from '@core/modem/slot-names'
import { breathes } from '@bench/breath'
import type { Environment } from '@bench/environment'
import type { Heading } from './log-book'
import { LogFile } from './log-file'
import { noLongerOpen } from './words'
import { logOctets, type Octets } from './log-rows'
import type { GoOn, Wanted } from './log-walk'
import { fitting, passing } from './row-filter'
import { logTooLarge, noSuchFile, nothingLearned } from './words'

// What is open is kept in memory; the oldest makes room. Two of the longest take some 1.2 GiB, of the 2 GiB that their thread may have.
const mostLogs = 8
const mostBytes = 2.5 * mostLogBytes
const mib = 1024 * 1024

/** What is needed to read them. */
export type OpenedParts = Pick<Environment, 'clock' | 'readLog'>

/** Log files that a person opened to read beside the live slots. */
export class OpenedLogs {
  readonly #parts: OpenedParts
  readonly #files = new Map<string, LogFile>()

  constructor(parts: OpenedParts) {
    this.#parts = parts
  }

  /** How many are open. */
  get size(): number {
    return this.#files.size
  }

  /** `id`: what it is called from now on. */
  open(id: string, name: string, bytes: number): void {
    if (bytes > mostLogBytes)
      throw new Fault('bad-input', logTooLarge(name, Math.ceil(bytes / mib), mostLogBytes / mib))
    this.#keep(new LogFile(this.#parts, id, name, bytes))
  }

  async feed(id: string, octets: Uint8Array, last: boolean): Promise<OpenedLog | null> {
    const file = this.#files.get(id)
    if (!file || file.fed) throw new Fault('bad-input', noSuchFile(id))
    try {
      return await file.feed(octets, last)
    } catch (error) {
      this.drop(id)
      throw error
    }
  }

  /** Reads it anew, with what stands before two of its lines for the sign of their direction; `as`: what it is called then. */
  async learn(id: string, as: string, sent: number, received: number): Promise<OpenedLog> {
    const file = this.#find(id)
    const { rows } = file.list
    const [tx, rx] = [unread(rows[sent]), unread(rows[received])]
    const format =
      tx !== undefined && rx !== undefined ? byExample({ sent: tx, received: rx }) : undefined
    if (!format) throw nothingLearned()
    await file.end()
    const { name, bytes, parts } = file
    const learned = new LogFile(this.#parts, as, name, bytes, format)
    for (const part of parts.slice(0, -1)) await learned.feed(part, false)
    const log = await learned.feed(parts.at(-1) ?? new Uint8Array(), true)
    if (!log || learned.exchanges === 0) throw nothingLearned()
    this.#keep(learned)
    this.drop(id)
    return log
  }

  page(id: string, filter: RowFilter, wanted: Wanted, goOn: GoOn): Promise<LogPage> {
    return this.#find(id).list.page(filter.slots, passing(filter), wanted, goOn)
  }

  async find(
    id: string,
    filter: RowFilter,
    goal: SearchGoal,
    heading: Heading,
    goOn: GoOn,
  ): Promise<FoundRow> {
    const file = this.#find(id)
    // That a row has a bookmark stands behind it.
    if (goal.marked) await file.end()
    const marked = new Set(file.told.bookmarks.flatMap((row) => [`a${row}`, `b${row}`]))
    return file.list.find(filter.slots, fitting(filter, goal, marked), heading, goOn)
  }

  count(id: string, filter: RowFilter, of: RowPlace | undefined, goOn: GoOn): Promise<LogCount> {
    return this.#find(id).list.count(filter.slots, fitting(filter, {}, new Set()), of, goOn)
  }

  /** All of an open log, once it was read to its end: to export it, to tell of it, to stand it up as a modem. */
  async whole(id: string): Promise<WholeLog> {
    const file = this.#find(id)
    await file.end()
    const { name, list, slots, journal } = file
    return { name, rows: list.rows, slots, journal }
  }

  /** The octets that passed, as far as an open log says them. */
  async *octets(id: string): AsyncGenerator<Octets> {
    const { name, parts, format } = this.#find(id)
    const source = await this.#parts.readLog(pieces(parts), name)
    yield* logOctets(source, breathes(this.#parts.clock), format)
  }

  drop(id: string): void {
    this.#files.get(id)?.close()
    this.#files.delete(id)
  }

  #find(id: string): LogFile {
    const file = this.#files.get(id)
    if (!file) throw noLongerOpen()
    return file
  }

  #keep(file: LogFile): LogFile {
    this.#files.set(file.id, file)
    let kept = 0
    for (const [at, { id, bytes }] of [...this.#files.values()].reverse().entries()) {
      kept += bytes
      if (at > 0 && (at >= mostLogs || kept > mostBytes)) this.drop(id)
    }
    return file
  }
}

/** What others do with an open log. */
export interface WholeLog {
  readonly name: string
  readonly rows: readonly LogRow[]
  readonly slots: ReadonlySet<SlotName>
  /** Its times are moments, not what a clock without a zone showed. */
  readonly journal: boolean
}

/** The line as it stands in the file, where nothing was read in it. */
function unread(row: LogRow | undefined): string | undefined {
  return row?.kind === 'text' && row.text.trim() !== '' ? row.text : undefined
}

async function* pieces(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}
