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
import type { LogFormat } from '@core/log/import/format'
import type { RowPlace } from '@core/log/row-order'
import type { SlotName } from '@core/modem/slot-state'
import { octetsOf } from '@bench/base64'
import { breathes, breathing } from '@bench/breath'
import type { Environment } from '@bench/environment'
import type { Heading } from './log-book'
import { logOctets, readLogRows, type Octets } from './log-rows'
import { countOf, findIn, pageOf, type GoOn, type RowWalk, type Wanted } from './log-walk'
import type { Pieces } from './merged-rows'
import { fitting, passing } from './row-filter'
import { RowTally } from './row-tally'

interface Arriving {
  readonly name: string
  readonly bytes: number
  parts: Uint8Array[]
  received: number
}
interface Opened {
  readonly log: OpenedLog
  readonly rows: readonly LogRow[]
  readonly slots: ReadonlySet<SlotName>
  /** The file itself, to read its octets again. */
  readonly parts: readonly Uint8Array[]
  /** Its times are moments, not what a clock without a zone showed. */
  readonly journal: boolean
  /** Learned from two lines that somebody marked. */
  readonly format?: LogFormat
}

// What is open is kept in memory; the oldest makes room.
const mostLogs = 8
const mib = 1024 * 1024
const rowsAtOnce = 250

/** Log files that a person opened to read beside the live slots. */
export class OpenedLogs {
  readonly #environment: Environment
  readonly #arriving = new Map<string, Arriving>()
  readonly #opened = new Map<string, Opened>()
  #next = 1

  constructor(environment: Environment) {
    this.#environment = environment
  }

  open(name: string, bytes: number): { id: string } {
    if (bytes > mostLogBytes)
      throw new Fault('bad-input', {
        en: `${name} has ${Math.ceil(bytes / mib)} MiB; the window opens up to ${mostLogBytes / mib} MiB. "modem-bench explain" reads files of any size.`,
        ja: `${name} は ${Math.ceil(bytes / mib)} MiB です。ウィンドウで開けるのは ${mostLogBytes / mib} MiB までです。「modem-bench explain」には上限がありません。`,
      })
    const id = `log-${this.#next++}`
    this.#arriving.set(id, { name, bytes, parts: [], received: 0 })
    for (const old of [...this.#arriving.keys()].slice(0, -mostLogs)) this.#arriving.delete(old)
    return { id }
  }

  async feed(id: string, base64: string, last: boolean): Promise<OpenedLog | null> {
    const arriving = this.#arriving.get(id)
    if (!arriving)
      throw new Fault('bad-input', {
        en: `No file is being opened as "${id}".`,
        ja: `「${id}」として開いているファイルはありません。`,
      })
    const octets = octetsOf(base64)
    arriving.received += octets.length
    if (arriving.received > arriving.bytes || (last && arriving.received !== arriving.bytes))
      throw this.#refuse(id, arriving)
    arriving.parts.push(octets)
    if (!last) return null
    this.#arriving.delete(id)
    return this.#read(id, arriving)
  }

  /** Reads it anew, with what stands before two of its lines for the sign of their direction. */
  async learn(id: string, sent: number, received: number): Promise<OpenedLog> {
    const { log, rows, parts } = this.#find(id)
    const [tx, rx] = [unread(rows[sent]), unread(rows[received])]
    const format =
      tx !== undefined && rx !== undefined ? byExample({ sent: tx, received: rx }) : undefined
    if (!format) throw nothingLearned()
    const learned = `log-${this.#next++}`
    const read = await this.#read(learned, { name: log.name, parts }, format)
    this.#opened.delete(id)
    return read
  }

  page(id: string, filter: RowFilter, wanted: Wanted, goOn: GoOn): Promise<LogPage> {
    return pageOf(this.#walk(id, filter), passing(filter), wanted, goOn)
  }

  find(
    id: string,
    filter: RowFilter,
    goal: SearchGoal,
    heading: Heading,
    goOn: GoOn,
  ): Promise<FoundRow> {
    const walk = this.#walk(id, filter)
    const { bookmarks } = this.#find(id).log
    const marked = new Set(bookmarks.flatMap((row) => [`a${row}`, `b${row}`]))
    return findIn(walk, fitting(filter, goal, marked), heading, goOn)
  }

  count(id: string, filter: RowFilter, of: RowPlace | undefined, goOn: GoOn): Promise<LogCount> {
    return countOf(this.#walk(id, filter), fitting(filter, {}, new Set()), of, goOn)
  }

  /** All of an open log: to export it, to stand it up as a modem. */
  whole(id: string): Omit<Opened, 'log' | 'parts'> & { readonly name: string } {
    const { log, rows, slots, journal } = this.#find(id)
    return { name: log.name, rows, slots, journal }
  }

  /** The octets that passed, as far as an open log says them. */
  async *octets(id: string): AsyncGenerator<Octets> {
    const { log, parts, format } = this.#find(id)
    const source = await this.#environment.readLog(pieces(parts), log.name)
    yield* logOctets(source, breathes(this.#environment.clock), format)
  }

  drop(id: string): void {
    this.#arriving.delete(id)
    this.#opened.delete(id)
  }

  #find(id: string): Opened {
    const opened = this.#opened.get(id)
    if (!opened)
      throw new Fault('bad-input', {
        en: 'This log is no longer open; open the file again.',
        ja: 'このログは既に閉じられています。ファイルを開き直してください。',
      })
    return opened
  }

  /** The rows have numbers in one order, and perhaps no times. */
  #walk(id: string, filter: RowFilter): RowWalk {
    const { rows, slots } = this.#find(id)
    const wanted = filter.slots
    const all = [...slots].every((slot) => wanted.includes(slot))
    async function* pieces(): Pieces {
      if (all) yield rows
      else
        for (let at = 0; at < rows.length; at += rowsAtOnce)
          yield rows.slice(at, at + rowsAtOnce).filter((row) => wanted.includes(row.slot))
    }
    return { pieces: pieces(), order: (a, b) => a.id - b.id }
  }

  #refuse(id: string, { name, bytes, received }: Arriving): Fault {
    this.#arriving.delete(id)
    return new Fault('bad-input', {
      en: `${name}: ${received} octets came where ${bytes} were announced.`,
      ja: `${name}: 予定の ${bytes} バイトに対し ${received} バイトを受信しました。`,
    })
  }

  async #read(
    id: string,
    { name, parts }: Pick<Opened, 'parts'> & { readonly name: string },
    marked?: LogFormat,
  ): Promise<OpenedLog> {
    const source = await this.#environment.readLog(pieces(parts), name)
    const { clock } = this.#environment
    const { format, notices, rows, exchanges } = await readLogRows(
      source,
      name,
      breathes(clock),
      marked,
    )
    if (marked && exchanges === 0) throw nothingLearned()
    const tally = new RowTally()
    for await (const row of breathing(rows, clock)) tally.take(row)
    const { warnings, failures, modems, bookmarks, slots } = tally
    const log: OpenedLog = {
      id,
      name,
      format,
      rows: rows.length,
      warnings,
      failures,
      modems,
      notices,
      bookmarks,
    }
    const journal = source.kind === 'journal'
    this.#opened.set(id, { log, rows, slots, parts, journal, ...(marked && { format: marked }) })
    for (const old of [...this.#opened.keys()].slice(0, -mostLogs)) this.#opened.delete(old)
    return log
  }
}

/** The line as it stands in the file, where nothing was read in it. */
function unread(row: LogRow | undefined): string | undefined {
  return row?.kind === 'text' && row.text.trim() !== '' ? row.text : undefined
}

const nothingLearned = () =>
  new Fault('bad-input', {
    en: 'Nothing can be learned from these two lines: nothing that is the same stands before others. Mark two lines that begin as most of their direction do, and that were not read yet.',
    ja: 'この 2 行からは読み取り方が分かりません。行頭に共通の印がありません。同じ方向のほかの行と行頭が共通で、まだ読み取られていない行を指定してください。',
  })

async function* pieces(parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}
