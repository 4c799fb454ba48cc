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

/** The newest rows of both slots. Rows are drawn once a frame however many arrive. */
export const useLog = defineStore('log', () => {
  const rings = { a: new RowRing(ringLimit), b: new RowRing(ringLimit) }
  /** Rises when a ring has changed: what views watch instead of 20,000 rows. */
  const version = shallowReactive<Record<SlotName, number>>({ a: 0, b: 0 })
  /** Rows the host did not send, because drawing could not keep up; they are in the journal. */
  const skipped = shallowReactive<Record<SlotName, number>>({ a: 0, b: 0 })
  const listeners = new Set<(rows: readonly LogRow[]) => void>()
  let pending: LogRow[] = []

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

  /** Fills the rings from the journal: at start, after the connection to the host was lost, when rows were not sent. */
  async function load(slots: readonly SlotName[] = ['a', 'b']): Promise<void> {
    for (const slot of slots) {
      skipped[slot] = 0
      const page = await useNotices().watch(
        client().call('log.page', { filter: { slots: [slot] }, count: firstPage }),
      )
      if (!page) continue
      const live = rings[slot].rows
      rings[slot].clear()
      rings[slot].append(page.rows)
      rings[slot].append(live)
      version[slot]++
    }
  }

  function clear(slot: SlotName): void {
    rings[slot].clear()
    version[slot]++
  }

  return { version, skipped, take, onRows, rowsOf, load, clear }
})
