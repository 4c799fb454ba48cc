import { statfs } from 'node:fs/promises'
import type { JournalCare, JournalKeep } from '@core/ports/journal-care'
import { packJournal, pruneJournals } from './journal-care'
import { isPacked, listJournals } from './journal-files'
import { storeFault } from './store-fault'

const mebi = 1024 * 1024

/** The journals of a data folder, for the bench that looks after them. */
export function folderJournals(folder: string, nowMs: () => number): JournalCare {
  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      throw storeFault(error, folder)
    }
  }
  return {
    state: () =>
      told(async () => {
        const journals = await listJournals(folder)
        const { bavail, bsize } = await statfs(folder)
        return { ...summed(journals), freeBytes: bavail * bsize }
      }),
    prune: (keep, dryRun) =>
      told(async () =>
        summed((await pruneJournals(folder, limitsOf(keep), nowMs(), dryRun)).removed),
      ),
    pack: () =>
      told(async () => {
        let [count, bytes] = [0, 0]
        for (const journal of await listJournals(folder)) {
          const packed = isPacked(journal.path) ? undefined : await packJournal(journal.path)
          if (!packed) continue
          count++
          bytes += journal.bytes - packed.bytes
        }
        return { count, bytes }
      }),
  }
}

const summed = (journals: readonly { readonly bytes: number }[]) => ({
  count: journals.length,
  bytes: journals.reduce((sum, { bytes }) => sum + bytes, 0),
})

const limitsOf = ({ days, mib, freeMib }: JournalKeep) => ({
  ...(days === null ? {} : { days }),
  ...(mib === null ? {} : { bytes: mib * mebi }),
  ...(freeMib === null ? {} : { freeBytes: freeMib * mebi }),
})
