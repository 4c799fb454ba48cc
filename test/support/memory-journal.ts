import type { Journal } from '@bench/environment'
import type { JournalEntry } from '@core/log/journal'

/** A journal in memory. */
export function memoryJournal(entries: JournalEntry[]): Journal {
  let closed = false
  return {
    get closed() {
      return closed
    },
    file: 'memory.journal',
    get bytes() {
      return entries.reduce((sum, entry) => sum + entry.bytes.length, 0)
    },
    get count() {
      return entries.length
    },
    append: (entry) => {
      if (closed) throw new Error('the journal is closed')
      entries.push({ ...entry, bytes: entry.bytes.slice() })
    },
    kept: async () => 0,
    read: async (from, to) => entries.slice(from, to),
    listen: () => () => undefined,
    close: async () => {
      closed = true
    },
  }
}
