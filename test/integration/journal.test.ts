import { fork, type ChildProcess } from 'node:child_process'
import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { faultCode } from '@core/fault'
import { encodeEntry, journalHeader, type JournalEntry } from '@core/log/journal'
import { JournalFile } from '@platform/store/journal-file'
import { listJournals, newJournalPath } from '@platform/store/journal-files'
import { journalEntries } from '@platform/store/journal-scan'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-journal-'))
  path = join(folder, 'journals', 'one.journal')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function line(number: number): JournalEntry {
  const bytes = bytesOf(`+CEREG: ${number}\r\n`)
  return { slot: number % 2 ? 'b' : 'a', dir: 'rx', atMs: 1000 + number, monoUs: number, bytes }
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => line(i))

async function all(from: string): Promise<JournalEntry[]> {
  const entries = []
  for await (const entry of journalEntries(from)) entries.push(entry)
  return entries
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(() => 'no error', faultCode)
}

test('gives back any range without reading the rest, also right after it was written', async () => {
  const journal = await JournalFile.open(path)
  for (const entry of lines(1000)) journal.append(entry)
  expect(journal.count).toBe(1000)
  expect(await journal.read(0, 2)).toEqual([line(0), line(1)])
  expect(await journal.read(255, 3)).toEqual([line(255), line(256), line(257)])
  expect(await journal.read(998, 50)).toEqual([line(998), line(999)])
  expect(await journal.read(1000, 1)).toEqual([])
  expect((await stat(path)).size).toBe(journal.size)
  await journal.close()
  await journal.close()
})

test('goes on where the last run ended', async () => {
  const first = await JournalFile.open(path)
  for (const entry of lines(300)) first.append(entry)
  await first.close()
  const second = await JournalFile.open(path)
  expect(second.append(line(300))).toBe(300)
  expect(await second.read(299, 2)).toEqual([line(299), line(300)])
  expect(second.recovered).toEqual({ tornBytes: 0, damagedBytes: 0 })
  await second.close()
  expect(await all(path)).toEqual(lines(301))
})

test('numbers the records of an entry that is too long for one', async () => {
  const journal = await JournalFile.open(path)
  const long = { ...line(0), bytes: new Uint8Array(200_000).fill(7) }
  expect(journal.append(long)).toBe(0)
  expect(journal.append(line(1))).toBe(4)
  const [last, next] = await journal.read(3, 2)
  expect(last?.bytes.length).toBe(200_000 - 3 * 65536)
  expect(next).toEqual(line(1))
  await journal.close()
})

test('cuts a torn end off, says how much, and goes on', async () => {
  const first = await JournalFile.open(path)
  for (const entry of lines(10)) first.append(entry)
  await first.close()
  const record = encodeEntry(line(10))
  for (let cut = 1; cut < record.length; cut++) {
    const copy = join(folder, `cut-${cut}.journal`)
    await writeFile(copy, Buffer.concat([await readFile(path), record.slice(0, cut)]))
    const again = await JournalFile.open(copy)
    expect(again.recovered.tornBytes).toBe(cut)
    again.append(line(11))
    await again.close()
    const entries = await all(copy)
    expect(entries.slice(0, 10)).toEqual(lines(10))
    expect(latin1(entries[10]?.bytes ?? new Uint8Array())).toContain(`${cut} octets`)
    expect(entries[11]).toEqual(line(11))
  }
})

test('starts again when not even the header was whole', async () => {
  const journal = await JournalFile.open(path)
  await journal.close()
  await truncate(path, 5)
  const again = await JournalFile.open(path)
  again.append(line(0))
  await again.close()
  expect(await all(path)).toEqual([line(0)])
})

test('leaves a file alone that is no journal', async () => {
  const text = join(folder, 'notes.txt')
  await writeFile(text, 'my notes\n')
  expect(await codeOf(JournalFile.open(text))).toBe('journal-format')
  expect(await codeOf(all(text))).toBe('journal-format')
  expect(await readFile(text, 'utf8')).toBe('my notes\n')
})

test('is written by one program at a time', async () => {
  const journal = await JournalFile.open(path)
  expect(await codeOf(JournalFile.open(path))).toBe('journal-in-use')
  await journal.close()
  const again = await JournalFile.open(path)
  await again.close()
})

test('reads on past damage in the middle', async () => {
  const journal = await JournalFile.open(path)
  for (const entry of lines(3)) journal.append(entry)
  await journal.close()
  const bytes = await readFile(path)
  const middle = journalHeader.length + encodeEntry(line(0)).length + 30
  bytes[middle] = (bytes[middle] ?? 0) ^ 0xff
  await writeFile(path, bytes)
  const again = await JournalFile.open(path)
  expect(again.recovered).toEqual({ tornBytes: 0, damagedBytes: encodeEntry(line(1)).length })
  expect(await again.read(0, 10)).toEqual([line(0), line(2)])
  await again.close()
})

test('keeps what cannot be written and says so', async () => {
  expect(await codeOf(JournalFile.open(join('/dev/null', 'x.journal')))).toBe('store-failed')
  const journal = await JournalFile.open(path)
  await journal.close()
  expect(() => journal.append(line(0))).toThrow('is closed')
})

test('names journals by time and lists the newest first', async () => {
  const older = newJournalPath(folder, Date.UTC(2026, 0, 31, 9, 5, 7, 123), 4711)
  const newer = newJournalPath(folder, Date.UTC(2026, 1, 1), 5)
  expect(older).toBe(join(folder, 'journals', '2026-01-31T09-05-07-123Z-4711.journal'))
  for (const each of [older, newer]) await (await JournalFile.open(each)).close()
  const listed = await listJournals(folder)
  expect(listed.map((one) => one.path)).toEqual([newer, older])
  expect(listed[0]?.bytes).toBe(journalHeader.length)
  expect(await listJournals(join(folder, 'none'))).toEqual([])
})

test('a writer killed with -9 loses at most its last second, and the next run goes on', async () => {
  const child = await writer(path)
  const said = await new Promise<{ number: number; atMs: number }[]>((resolve) => {
    const all: { number: number; atMs: number }[] = []
    child.on('message', (message: { number: number; atMs: number }) => {
      all.push(message)
      if (message.number !== 2000) return
      child.kill('SIGKILL')
      child.once('exit', () => resolve(all))
    })
  })
  await appendFile(path, encodeEntry(line(0)).slice(0, 20))
  const journal = await JournalFile.open(path)
  const kept = await journal.read(0, journal.count - 1)
  expect(kept.map((entry) => entry.monoUs)).toEqual(kept.map((_, i) => i))
  const lastKept = kept[kept.length - 1]
  // How long a busy computer let the writer stand still adds to its second.
  const stoodStillMs = said.reduce(
    (most, { atMs }, index) => Math.max(most, atMs - (said[index - 1]?.atMs ?? atMs)),
    0,
  )
  const lostMs = (said.at(-1)?.atMs ?? Infinity) - (lastKept?.atMs ?? 0)
  expect(lostMs).toBeLessThan(1000 + 5 * stoodStillMs)
  expect(journal.recovered.tornBytes).toBe(20)
  journal.append(line(1))
  await journal.close()
})

/** A program that appends an entry every millisecond and says which. */
async function writer(to: string): Promise<ChildProcess> {
  const { build } = await import('vite')
  const root = join(import.meta.dirname, '../..')
  const outDir = join(dirname(to), 'program')
  const { alias } = await import('../../vite.alias')
  await build({
    configFile: false,
    logLevel: 'silent',
    root,
    resolve: { alias },
    build: {
      ssr: join(import.meta.dirname, 'journal-writer.ts'),
      outDir,
      rollupOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  })
  return fork(join(outDir, 'writer.mjs'), [to], { execArgv: [] })
}
