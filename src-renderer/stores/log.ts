import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import type { Events, LogRow, SlotName } from '@contract'
import { client } from '../api/client'
import { oncePerFrame } from './frame'
import { useNotices } from './notices'
import { RowRing } from './row-ring'

/** Rows of one slot kept in memory. */
export const ringLimit = 20_000
const firstPage = 500
/** As much as the host gives at once. */
const nextPage = 5000

/** Ids start again with a new journal, so the time counts as well. */
const isSame = (row: LogRow, other: LogRow) => row.id === other.id && row.monoUs === other.monoUs
const isLater = (row: LogRow, than: LogRow) => row.id > than.id || row.monoUs > than.monoUs

/** The newest rows of both slots. Rows are drawn once a frame however many arrive. */
export const useLog = defineStore('log', () => {
  const rings = { a: new RowRing(ringLimit), b: new RowRing(ringLimit) }
  /** Rises when a ring has changed: what views watch instead of 20,000 rows. */
  const version = shallowReactive<Record<SlotName, number>>({ a: 0, b: 0 })
  /** Rows the host did not send, because drawing could not keep up; they are in the journal. */
  const skipped = shallowReactive<Record<SlotName, number>>({ a: 0, b: 0 })
  const listeners = new Set<(rows: readonly LogRow[]) => void>()
  let pending: LogRow[] = []
  /** The last row of each slot before something was missed; what lies behind it is read from the journal. */
  const whole: { [slot in SlotName]?: LogRow } = {}

  const draw = oncePerFrame(() => {
    const rows = pending
    pending = []
    for (const slot of ['a', 'b'] as const) {
      const own = rows.filter((row) => row.slot === slot)
      if (own.length === 0) continue
      rings[slot].append(own)
      version[slot]++
    }
    for (const listener of listeners) listener(rows)
  })

  function take({ rows, behind }: Events['rows']): void {
    for (const slot of ['a', 'b'] as const) if (behind[slot] > 0) missing(slot)
    for (const row of rows) pending.push(row)
    skipped.a += behind.a
    skipped.b += behind.b
    draw()
  }

  /** Rows as they arrive, once a frame. Returns the way to stop. */
  function onRows(listener: (rows: readonly LogRow[]) => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  function rowsOf(slot: SlotName): readonly LogRow[] {
    // Read the number so that whoever asks is asked again when it rises.
    return version[slot] >= 0 ? rings[slot].rows : []
  }

  function missing(slot: SlotName): void {
    const last = pending.findLast((row) => row.slot === slot) ?? rings[slot].rows.at(-1)
    if (last) whole[slot] ??= last
  }
  /** The host cannot be reached: what comes from now on is missed. */
  function cut(): void {
    missing('a')
    missing('b')
  }

  /** Fills the rings from the journal: at start, after the connection to the host was lost, when rows were not sent. */
  async function load(slots: readonly SlotName[] = ['a', 'b']): Promise<void> {
    for (const slot of slots) {
      skipped[slot] = 0
      const last = whole[slot]
      delete whole[slot]
      const rows = await useNotices().watch(newest(slot, last))
      if (!rows) continue
      const there = rings[slot].rows
      const seen = last ? there.indexOf(last) + 1 : 0
      rings[slot].clear()
      if (last && rows.some((row) => isSame(row, last))) rings[slot].append(there.slice(0, seen))
      rings[slot].append(rows)
      rings[slot].append(there.slice(seen))
      version[slot]++
    }
  }

  /** The newest rows of the journal: a page, or as many as join them to the last row that was seen. */
  async function newest(slot: SlotName, last: LogRow | undefined): Promise<readonly LogRow[]> {
    const filter = { slots: [slot] }
    let page = await client().call('log.page', { filter, count: firstPage })
    let { rows } = page
    for (;;) {
      const [first] = rows
      if (!last || !first || !page.more || !isLater(first, last)) return rows
      if (rows.length + nextPage > ringLimit) return rows
      page = await client().call('log.page', { filter, before: first, count: nextPage })
      rows = [...page.rows, ...rows]
    }
  }

  function clear(slot: SlotName): void {
    rings[slot].clear()
    delete whole[slot]
    version[slot]++
  }

  return { version, skipped, take, cut, onRows, rowsOf, load, clear }
})
