import { lockFile } from './lock-file'

/** Makes sure that one program writes a journal. Rejects with `Fault('journal-in-use')`. Returns the way to let go. */
export const lockJournal = (path: string): Promise<() => Promise<void>> =>
  lockFile(path, 'journal-in-use')
