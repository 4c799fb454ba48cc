import { JournalFile } from '@platform/store/journal-file'

// Run by journal.test.ts, which kills it.
const journal = await JournalFile.open(process.argv[2] ?? '')
let number = 0
setInterval(() => {
  const atMs = Date.now()
  journal.append({ slot: 'a', dir: 'rx', atMs, monoUs: number, bytes: new Uint8Array(16) })
  process.send?.({ number, atMs })
  number++
}, 1)
