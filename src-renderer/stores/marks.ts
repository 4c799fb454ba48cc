import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { LogRow } from '@contract'
import { client } from '../api/client'
import { useLog } from './log'
import { useNotices } from './notices'

const keyOf = (slot: string, id: number) => `${slot}${id}`

/** Comments and bookmarks in the live log, from the journal. */
export const useMarks = defineStore('marks', () => {
  const all = shallowRef<readonly LogRow[]>([])
  /** The rows that have a bookmark now. */
  const bookmarked = computed(() => {
    const keys = new Set<string>()
    for (const { slot, mark, about } of all.value) {
      if (about === undefined) continue
      if (mark === 'bookmark') keys.add(keyOf(slot, about))
      else keys.delete(keyOf(slot, about))
    }
    return keys
  })

  function has(row: LogRow): boolean {
    return bookmarked.value.has(keyOf(row.slot, row.id))
  }
  async function toggle(row: LogRow): Promise<void> {
    const { slot, id } = row
    await useNotices().watch(client().call('log.bookmark', { slot, rowId: id, on: !has(row) }))
  }
  async function load(): Promise<void> {
    const known = await useNotices().watch(client().call('log.marks'))
    if (known) all.value = known
  }
  /** Marks as they are made, in whichever window; returns the way to stop. */
  function follow(): () => void {
    return useLog().onRows((rows) => {
      const fresh = rows.filter((row) => row.mark !== undefined)
      if (fresh.length > 0) all.value = [...all.value, ...fresh]
    })
  }
  return { all, bookmarked, has, toggle, load, follow }
})
