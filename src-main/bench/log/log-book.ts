import type { FoundRow, LogCount, LogPage, RowFilter, SearchGoal } from '@contract'
import type { Knowledge } from '@core/at/knowledge'
import { LogReader } from '@core/log/reader'
import { compareRows, mergeRows, type RowPlace } from '@core/log/row-order'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { JournalPart } from '@core/ports/journal-part'
import type { Journal, StoredJournal } from '@bench/environment'
import { KeptRows, type Stretch } from './kept-rows'
import type { Octets } from './log-rows'
import { countOf, findIn, pageOf, type GoOn, type Wanted } from './log-walk'
import { merged, type Pieces } from './merged-rows'
import { bookmarkedIn, fitting, passing } from './row-filter'

// What is kept ready for the window; older rows are read again from the journal.
const mostRows = 50_000
// What lies between two turns of others: what is explained anew takes much longer than what is only looked at.
const entriesAtOnce = 256
const rowsAtOnce = 250

interface Shelf {
  rows: LogRow[]
  first: LogRow | null
  /** Rows were dropped at the front: the journal has more. */
  cut: boolean
}
const emptyShelf = (): Shelf => ({ rows: [], first: null, cut: false })

/** Where the rows of a slot come from that are not in memory any more. */
export interface RowSource {
  readonly journal: (StoredJournal & Pick<Journal, 'parts'>) | undefined
  /** The number of the first row of an entry from which on a journal is kept. */
  rowAt(entry: number): number
  /** Writes what came before there was a journal. */
  start?(): Promise<void>
}

/** A file of the journal, and the number of each slot's row at its seam. */
export interface SharedPart extends JournalPart {
  readonly rowsAt: { readonly [slot in SlotName]: number }
}

/** From what another thread makes the same rows: the files of the journal, and the first row of all that there were. */
export interface SharedLog {
  readonly parts: readonly SharedPart[]
  readonly firsts: { readonly [slot in SlotName]: LogRow | null }
}

/** Whence a search begins and whither it goes. */
export interface Heading {
  readonly from?: RowPlace | undefined
  readonly back: boolean
}

/** The rows of both slots: the newest in memory, all of them in the journals. */
export class LogBook {
  readonly #knowledge: Knowledge
  readonly #source: (slot: SlotName) => RowSource
  readonly #shelves: { readonly [slot in SlotName]: Shelf } = { a: emptyShelf(), b: emptyShelf() }
  readonly #marks: LogRow[] = []
  readonly #mostRows: number
  readonly #kept = new KeptRows()

  constructor(knowledge: Knowledge, source: (slot: SlotName) => RowSource, most = mostRows) {
    this.#knowledge = knowledge
    this.#source = source
    this.#mostRows = most
  }

  add(rows: readonly LogRow[]): void {
    for (const row of rows) {
      if (row.mark) this.#marks.push(row)
      const shelf = this.#shelves[row.slot]
      shelf.first ??= row
      shelf.rows.push(row)
    }
    for (const shelf of Object.values(this.#shelves)) {
      if (shelf.rows.length <= this.#mostRows * 1.2) continue
      shelf.rows.splice(0, shelf.rows.length - this.#mostRows)
      shelf.cut = true
    }
  }

  /** The rows before those that are added from now on are in the journal alone; the first of them. */
  cut(slot: SlotName, first: LogRow | null): void {
    Object.assign(this.#shelves[slot], { first, cut: true })
  }

  /** A page of the rows under a filter. Throws `Fault('bad-input')` for a search that cannot be understood. */
  async page(filter: RowFilter, wanted: Wanted, goOn: GoOn): Promise<LogPage> {
    const near = await this.nearPage(filter, wanted, goOn)
    if (near) return near
    const { slots } = filter
    const pieces = this.#kept.watch(slots, this.pieces(slots))
    const walk = { pieces, order: compareRows }
    const page = await pageOf(walk, passing(filter).row, wanted, goOn)
    if (!wanted.before) await this.#kept.readOn(goOn)
    return page
  }

  /** The same where the rows in memory answer it. */
  async nearPage(filter: RowFilter, wanted: Wanted, goOn: GoOn): Promise<LogPage | undefined> {
    const passes = passing(filter).row
    const { slots } = filter
    const near = this.#near(slots, wanted.before ?? wanted.after ?? wanted.around)
    if (!near) return undefined
    const page = await pageOf(walkOf(near.rows), passes, wanted, goOn)
    if (near.whole) return page
    const first = this.#first(slots)
    return answers(page, wanted, near) ? { ...page, more: true, first } : undefined
  }

  /** The next row that fits, or the one before, in all of the log. */
  async find(filter: RowFilter, goal: SearchGoal, heading: Heading, goOn: GoOn): Promise<FoundRow> {
    const fits = fitting(filter, goal, bookmarkedIn(this.#marks)).row
    const near = this.#near(filter.slots, heading.from)
    if (near) {
      const found = await findIn(walkOf(near.rows), fits, heading, goOn)
      if (near.whole || found.stopped || (found.row && !found.again)) return found
    }
    const pieces = this.#kept.watch(filter.slots, this.pieces(filter.slots))
    return findIn({ pieces, order: compareRows }, fits, heading, goOn)
  }

  /** How many rows of all the log the filter leaves, and which of them one is. */
  async count(filter: RowFilter, of: RowPlace | undefined, goOn: GoOn): Promise<LogCount> {
    const fits = fitting(filter, {}, new Set()).row
    const near = this.#near(filter.slots, undefined)
    const walk = near?.whole
      ? walkOf(near.rows)
      : { pieces: this.pieces(filter.slots), order: compareRows }
    return countOf(walk, fits, of, goOn)
  }

  /** Every comment and bookmark, oldest first. */
  get marks(): readonly LogRow[] {
    return this.#marks
  }

  /** The row of a number; undefined also when nobody waits for it any more. */
  async row(slot: SlotName, id: number, goOn: GoOn): Promise<LogRow | undefined> {
    const near = this.nearRow(slot, id)
    if (near) return near
    for await (const piece of this.pieces([slot])) {
      const row = piece.find((one) => one.id === id)
      if (row || !(await goOn())) return row
    }
    return undefined
  }

  /** The same where it is in memory. */
  nearRow(slot: SlotName, id: number): LogRow | undefined {
    return this.#shelves[slot].rows.find((row) => row.id === id)
  }

  /** The newest row of a slot that fits, of those in memory, behind up to `before` rows that came before it; empty: none fits. */
  upToNewest(slot: SlotName, fits: (row: LogRow) => boolean, before: number): readonly LogRow[] {
    const { rows } = this.#shelves[slot]
    const at = rows.findLastIndex(fits)
    return rows.slice(Math.max(0, at - before), at + 1)
  }

  /** From what another thread makes the same rows; undefined where not all of them are on the disk. */
  async shared(): Promise<SharedLog | undefined> {
    const sources = { a: this.#source('a'), b: this.#source('b') }
    const { a, b } = this.#shelves
    const journal = sources.a.journal ?? sources.b.journal
    for (const slot of ['a', 'b'] as const)
      if (journal && this.#shelves[slot].first && !sources[slot].journal)
        await sources[slot].start?.()
    const apart = (['a', 'b'] as const).some(
      (slot) => this.#shelves[slot].first && sources[slot].journal !== journal,
    )
    const parts = apart ? undefined : await journal?.parts?.()
    if (!parts) return undefined
    const rowsAt = ({ seam }: JournalPart) => ({
      a: sources.a.rowAt(seam),
      b: sources.b.rowAt(seam),
    })
    return {
      parts: parts.map((part) => ({ ...part, rowsAt: rowsAt(part) })),
      firsts: { a: a.first, b: b.first },
    }
  }

  /** What passed, as the journal has it. */
  async *octets(slots: readonly SlotName[]): AsyncGenerator<Octets> {
    for (const journal of new Set(slots.map((slot) => this.#source(slot).journal)))
      for (
        let from = (await journal?.kept()) ?? 0;
        journal && from < journal.count;
        from += entriesAtOnce
      )
        for (const entry of await journal.read(from, from + entriesAtOnce))
          if (slots.includes(entry.slot)) yield entry
  }

  /** Every row of a slot from the first octet on. */
  async *rows(slot: SlotName): AsyncGenerator<LogRow> {
    for await (const piece of this.pieces([slot])) yield* piece
  }

  /** Every row of the slots from the first octet on, in the order of their time. */
  pieces(slots: readonly SlotName[]): Pieces {
    const [one, other] = [...new Set(slots)]
    if (one === undefined) return walkOf([]).pieces
    return other === undefined ? this.#pieces(one) : merged(this.#pieces(one), this.#pieces(other))
  }

  async *#pieces(slot: SlotName): Pieces {
    const shelf = this.#shelves[slot]
    const source = this.#source(slot)
    const { journal } = source
    if (!shelf.cut || !journal) {
      yield shelf.rows.slice()
      return
    }
    const kept = await journal.kept()
    const ids = { next: source.rowAt(kept) }
    const reader = new LogReader({ slot, knowledge: this.#knowledge, ids, lazily: true })
    for (let from = kept; from < journal.count; from += entriesAtOnce) {
      let rows: LogRow[] = []
      for (const entry of await journal.read(from, from + entriesAtOnce)) {
        if (entry.slot !== slot) continue
        for (const row of reader.push(entry)) rows.push(row)
        if (rows.length < rowsAtOnce) continue
        yield rows
        rows = []
      }
      yield rows
    }
  }

  #first(slots: readonly SlotName[]): LogRow | null {
    const firsts = slots.flatMap((slot) => this.#shelves[slot].first ?? [])
    return firsts.sort(compareRows)[0] ?? null
  }

  /** Rows in memory without a gap around a place, or the newest. */
  #near(slots: readonly SlotName[], place: RowPlace | undefined): Stretch | undefined {
    const shelves = [...new Set(slots)].map((slot) => this.#shelves[slot])
    const starts = shelves.flatMap(({ cut, rows }) => (cut ? (rows[0] ?? []) : []))
    const start = starts.sort(compareRows).at(-1)
    if (start && place && compareRows(place, start) < 0) return this.#kept.around(slots, place)
    const [a = [], b = []] = shelves.map(({ rows }) => rows)
    const rows = mergeRows(a, b).slice()
    return start
      ? { rows: rows.filter((row) => compareRows(row, start) >= 0), whole: false, newest: true }
      : { rows, whole: true, newest: true }
  }
}

/** Whether a page of some rows is the same as that of all. */
function answers(page: LogPage, { before, after, around, count }: Wanted, { newest }: Stretch) {
  const below = page.later || newest
  if (after) return below
  const above = around ? page.rows.filter((row) => compareRows(row, around) < 0) : page.rows
  return above.length >= (around ? Math.ceil(count / 2) : count) && (before || below)
}

function walkOf(rows: readonly LogRow[]): { pieces: Pieces; order: typeof compareRows } {
  async function* pieces(): Pieces {
    yield rows
  }
  return { pieces: pieces(), order: compareRows }
}
