import { defineStore } from 'pinia'
import type { LogRow, SlotName } from '@contract'
import { useLog } from './log'

const most = 500
const keyOf = (row: LogRow) => `${row.slot}${row.id}.${row.monoUs}`

/** Which commands of the log a person sent from this window: the next row with its text after it was sent. */
export const useTyped = defineStore('typed', () => {
  const keys = new Set<string>()
  const sent: Record<SlotName, string[]> = { a: [], b: [] }

  useLog().onRows((rows) => {
    for (const row of rows) {
      if (row.kind !== 'command') continue
      const at = sent[row.slot].indexOf(row.text.trim())
      if (at < 0) continue
      sent[row.slot].splice(at, 1)
      keys.add(keyOf(row))
    }
    for (const key of keys) {
      if (keys.size <= most) break
      keys.delete(key)
    }
  })
  function send(slot: SlotName, command: string): void {
    sent[slot] = [...sent[slot], command.trim()].slice(-most)
  }
  return { send, has: (row: LogRow) => keys.has(keyOf(row)) }
})
