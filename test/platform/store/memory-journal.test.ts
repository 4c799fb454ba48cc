import { expect, test } from 'vitest'
import { MemoryJournal } from '@platform/store/memory-journal'

const entry = (n: number) =>
  ({ slot: 'a', dir: 'rx', atMs: n, monoUs: n, bytes: Uint8Array.of(n & 0xff) }) as const

test('a journal in memory keeps the newest entries under their numbers, however many came', async () => {
  const journal = new MemoryJournal()
  for (let n = 0; n < 300_000; n++) journal.append(entry(n))
  expect(journal).toMatchObject({ file: '', count: 300_000, bytes: 300_000 })
  const last = await journal.read(299_998, 300_000)
  expect(last.map(({ atMs }) => atMs)).toEqual([299_998, 299_999])
  expect(await journal.read(0, 10)).toEqual([])
})
