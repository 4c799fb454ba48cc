import type { Environment } from '@bench/environment'
import { deskThread } from '@bench/log/desk/desk-thread'
import type { DeskStart, FromDesk, ToDesk } from '@bench/log/desk/desk-calls'
import type { ReadParts } from '@bench/log/desk/live-log'
import type { Clock } from '@core/ports/clock'
import type { StartThread, ThreadEnd, ThreadListener } from '@core/ports/thread'
import { readParts } from '@platform/store/journal-parts'
import { journalEntries, logSource } from '@platform/store/log-source'

/** Threads of opened logs that run here: what passes between them and the bench is copied, as it is between threads. */
export function deskThreads(
  clock: Clock,
  readJournal: Environment['readJournal'] = journalEntries,
  readLive: ReadParts = readParts,
) {
  const running: { listener: ThreadListener; ended: boolean }[] = []
  const posted: (ToDesk | FromDesk)[] = []
  const start: StartThread = (data, listener) => {
    const one = { listener, ended: false }
    running.push(one)
    const parts = { clock, readLog: logSource, readJournal, readParts: readLive }
    const take = deskThread(parts, data as DeskStart, (message, transfer) => {
      const copy = structuredClone(message, { transfer: [...transfer] as ArrayBuffer[] })
      posted.push(copy)
      if (!one.ended) queueMicrotask(() => listener.message(copy))
    })
    return {
      post: (message) => {
        const copy = structuredClone(message as ToDesk)
        posted.push(copy)
        if (!one.ended) queueMicrotask(() => void take(copy))
      },
      end: async () => {
        one.ended = true
      },
    }
  }
  return {
    start,
    posted,
    /** How many were started, and how many of them run. */
    get started() {
      return running.length
    },
    get alive() {
      return running.filter(({ ended }) => !ended).length
    },
    /** The newest one ends by itself. */
    dies(why: ThreadEnd) {
      const one = running.at(-1)
      if (!one) throw new Error('no thread')
      one.ended = true
      one.listener.ended(why)
    },
  }
}
