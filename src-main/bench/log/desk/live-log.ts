import { knowledge } from '@catalog/decoders'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { JournalPart } from '@core/ports/journal-part'
import type { StoredJournal } from '@bench/environment'
import { LogBook, type SharedLog, type SharedPart } from '../log-book'
import type { GoOn } from '../log-walk'

/** The live log, in the thread that asks. */
export interface LiveLog {
  readonly book: LogBook
  /** Until the rows are there that were told last; false when nobody waits for them any more. */
  follow(goOn: GoOn): Promise<boolean>
}

/** How the files of a journal are read. */
export type ReadParts = (parts: readonly JournalPart[]) => StoredJournal

const entriesAtOnce = 256
/** So many octets are read for the rows that are kept in memory; what is older is read when somebody looks so far back. */
const nearBytes = 8 * 1024 * 1024

/** The live log in another thread than that of the bench: its rows are made of what the bench wrote on the disk, when they are asked for. */
export class FollowedLog implements LiveLog {
  readonly #readParts: ReadParts
  readonly #nearBytes: number
  readonly #most: number | undefined
  #parts: readonly SharedPart[] = []
  #journal: StoredJournal | undefined
  #book: LogBook
  #readers: { readonly [slot in SlotName]: LogReader } | undefined
  /** The entry to be read next. */
  #next = 0
  #reading: Promise<void> | undefined

  /** `most`: rows of a slot in memory. */
  constructor(readParts: ReadParts, near = nearBytes, most?: number) {
    this.#readParts = readParts
    this.#nearBytes = near
    this.#most = most
    this.#book = this.#newBook()
  }

  get book(): LogBook {
    return this.#book
  }

  /** How far the bench is. */
  told({ parts, firsts }: SharedLog): void {
    this.#parts = parts
    this.#journal = this.#readParts(parts)
    const part = this.#nearPart()
    // What lies between is as long as what would be read anew, or longer.
    if (part && (!this.#readers || this.#next < part.seam)) this.#begin(part, firsts)
  }

  async follow(goOn: GoOn): Promise<boolean> {
    const to = this.#journal?.count ?? 0
    while (this.#next < to) {
      this.#reading ??= this.#readOn().finally(() => {
        this.#reading = undefined
      })
      await this.#reading
      if (!(await goOn())) return false
    }
    return true
  }

  #begin({ seam, rowsAt }: SharedPart, firsts: SharedLog['firsts']): void {
    this.#book = this.#newBook()
    if (seam > 0) for (const slot of ['a', 'b'] as const) this.#book.cut(slot, firsts[slot])
    const readerOf = (slot: SlotName) =>
      new LogReader({ slot, knowledge, ids: { next: rowsAt[slot] }, lazily: true })
    this.#readers = { a: readerOf('a'), b: readerOf('b') }
    this.#next = seam
  }

  async #readOn(): Promise<void> {
    const [readers, journal, from] = [this.#readers, this.#journal, this.#next]
    if (!readers || !journal) return
    const to = Math.min(from + entriesAtOnce, journal.count)
    const rows: LogRow[] = []
    for (const entry of await journal.read(from, to))
      for (const row of readers[entry.slot].push(entry)) rows.push(row)
    if (readers !== this.#readers) return
    this.#book.add(rows)
    this.#next = to
  }

  #newBook(): LogBook {
    const source = (slot: SlotName) => ({
      journal: this.#journal,
      rowAt: (entry: number) => this.#parts.find(({ seam }) => seam === entry)?.rowsAt[slot] ?? 0,
    })
    return new LogBook(knowledge, source, this.#most)
  }

  /** The newest of the files behind whose seam there is enough. */
  #nearPart(): SharedPart | undefined {
    let at = this.#parts.length - 1
    const bytesOf = (part: number) => this.#parts[part]?.size ?? 0
    for (let bytes = bytesOf(at); at > 0 && bytes < this.#nearBytes; at--) bytes += bytesOf(at - 1)
    return this.#parts[Math.max(0, at)]
  }
}
