import { Fault } from '@core/fault'
import { type Words } from '@core/words'
import type { Environment, Journal } from '@bench/environment'
import { MemoryJournal } from '@platform/store/memory-journal'
import { memoryStore } from '@platform/store/memory-store'
import { nodeEnvironment } from './environment'
import { newFolder } from './named-folder'
import { noJournal } from './words'

export interface CommandSurroundings {
  /** In the place of the user's data folder. */
  readonly data?: string | undefined
  /** False: nothing is written to the disk. */
  readonly journal: boolean
  /** Told of what nobody else is there to hear. */
  readonly report: Environment['report']
  /** Told why no journal is kept, where one was wanted. */
  readonly complain: (words: Words) => void
}

/**
 * This computer as the bench of one command sees it: what the command sets is remembered by nobody, and the journal goes where
 * those of the console go. A disk that takes no journal is said and keeps nobody from his modem.
 */
export async function commandEnvironment(options: CommandSurroundings): Promise<Environment> {
  const { data, journal, report, complain } = options
  const made = journal ? newFolder(data) : undefined
  const environment = await nodeEnvironment('cli', report, {
    ...(data === undefined ? {} : { folder: data }),
    keeps: journal,
  })
  if (made) complain(made)
  const { pictures, ...rest } = environment
  return {
    ...rest,
    ...(journal && pictures ? { pictures } : {}),
    store: memoryStore(environment.store),
    records: journal ? environment.store : memoryStore(),
    // Where nothing is kept, no other program can come in between.
    ...(journal ? {} : { claimSoak: async () => async () => undefined }),
    openJournal: async (): Promise<Journal> => {
      if (!journal) return new MemoryJournal()
      try {
        return await environment.openJournal()
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        complain(noJournal(error))
        return new MemoryJournal()
      }
    },
  }
}
