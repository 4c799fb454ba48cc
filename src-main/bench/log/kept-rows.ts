import { compareRows, type RowPlace } from '@core/log/row-order'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { GoOn } from './log-walk'
import type { Pieces } from './merged-rows'

/** Rows that follow each other without a gap. */
export interface Stretch {
  readonly rows: readonly LogRow[]
  /** Every row of the log. */
  readonly whole: boolean
  /** It reaches up to the newest row. */
  readonly newest: boolean
}

const most = 20_000

/** The part of a journal that was read last, so that the next page of it need not be read from its beginning. */
export class KeptRows {
  #slots = ''
  #rows: LogRow[] = []
  #rest: Pieces | undefined

  /** The same pieces; the last rows that went by are kept. */
  async *watch(slots: readonly SlotName[], pieces: Pieces): Pieces {
    const rows: LogRow[] = []
    this.#slots = nameOf(slots)
    this.#rows = rows
    this.#rest = pieces
    for (;;) {
      const next = await pieces.next()
      if (next.done) return
      for (const row of next.value) rows.push(row)
      if (rows.length > 2 * most) rows.splice(0, rows.length - most)
      yield next.value
    }
  }

  /** Some rows more behind the last: whoever reads forward will ask for them. */
  async readOn(goOn: GoOn): Promise<void> {
    const [rows, rest] = [this.#rows, this.#rest]
    for (let read = 0; rest && read < most / 2;) {
      const next = await rest.next()
      if (next.done) return
      for (const row of next.value) rows.push(row)
      read += Math.max(1, next.value.length)
      if (!(await goOn())) return
    }
  }

  around(slots: readonly SlotName[], place: RowPlace): Stretch | undefined {
    const first = this.#rows[0]
    const last = this.#rows.at(-1)
    const covers =
      nameOf(slots) === this.#slots &&
      first &&
      last &&
      compareRows(first, place) <= 0 &&
      compareRows(place, last) <= 0
    return covers ? { rows: this.#rows.slice(), whole: false, newest: false } : undefined
  }
}

const nameOf = (slots: readonly SlotName[]) => [...new Set(slots)].sort().join('')
