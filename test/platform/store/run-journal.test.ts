import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bytesOf } from '@core/bytes'
import type { JournalEntry } from '@core/log/journal'
import { noteBytes } from '@core/log/note'
import type { StoreTrouble } from '@core/ports/store'
import { openLogSource } from '@platform/store/log-source'
import { packJournal } from '@platform/store/journal-care'
import { RunJournal } from '@platform/store/run-journal'
import { FailingDisk } from '../../support/failing-disk'
import { ManualClock } from '../../support/manual-clock'
import { patienceMs, patient } from '../../support/patience'

let folder: string
let disk: FailingDisk
let clock: ManualClock
let troubles: readonly StoreTrouble[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-run-'))
  disk = new FailingDisk()
  clock = new ManualClock()
  troubles = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const line = (number: number): JournalEntry => ({
  slot: 'a',
  dir: 'rx',
  atMs: clock.nowMs(),
  monoUs: number,
  bytes: bytesOf(`+CSQ: ${number}\r\n`),
})
const note = (text: string): JournalEntry => ({ ...line(0), dir: 'note', bytes: noteBytes(text) })

/** A journal whose missing parts are written into it, as the bench does. */
async function opened(pendingBytes?: number) {
  const journal = await RunJournal.open(folder, {
    clock,
    disk,
    ...(pendingBytes === undefined ? {} : { pendingBytes }),
  })
  journal.listen({
    troubles: (list) => {
      troubles = list
    },
    missing: ({ en }) => journal.append(note(en)),
    goesOn: () => undefined,
  })
  return journal
}

/** Lets the journal write what it would have written by now. */
async function written(journal: RunJournal) {
  await clock.advance(1500)
  await journal.read(0, 1)
}
async function until(told: () => boolean, stepMs = 500) {
  // Turns of the clock that is moved cost nothing; how long the disk takes is the computer's.
  const started = performance.now()
  while (!told()) {
    await clock.advance(stepMs)
    // The disk is a real one.
    await stat(tmpdir())
    if (performance.now() - started > patienceMs)
      throw new Error(`never: ${JSON.stringify(troubles)}`)
  }
}

const kinds = () => troubles.map(({ kind }) => kind)

async function inFile(path: string): Promise<string[]> {
  const source = await openLogSource(path)
  if (source.kind !== 'journal') throw new Error('no journal')
  const texts: string[] = []
  for await (const entry of source.entries) texts.push(text(entry))
  return texts
}
const text = ({ bytes }: JournalEntry) => Buffer.from(bytes).toString().trim()
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => `+CSQ: ${from + i}`)

test.each(['full', 'read-only', 'sync'] as const)(
  'a disk that is %s is told at the first failure, loses nothing, and is told to be well again',
  async (failure) => {
    const journal = await opened()
    for (let i = 0; i < 100; i++) journal.append(line(i))
    await written(journal)
    disk.fails = failure
    disk.room = 30
    for (let i = 100; i < 200; i++) journal.append(line(i))
    await until(() => kinds().includes('failed'))
    expect(troubles[0]?.words.en).toContain('kept in memory')
    if (failure === 'read-only') expect(journal.bytes).toBe((await stat(journal.file)).size)
    expect((await journal.read(90, 210)).map(text)).toEqual(lines(90, 200))
    disk.fails = undefined
    await until(() => troubles.length === 0)
    await journal.close()
    expect(await inFile(journal.file)).toEqual(lines(0, 200))
    expect((await stat(journal.file)).size).toBe(journal.bytes)
  },
)

test('says as its size what is written, not what waits', async () => {
  const journal = await opened()
  journal.append(line(0))
  await written(journal)
  const before = journal.bytes
  disk.fails = 'full'
  for (let i = 0; i < 1000; i++) journal.append(line(i))
  await until(() => kinds().includes('failed'))
  expect(journal.bytes).toBe(before)
  disk.fails = undefined
  await journal.close()
})

test('what no longer fits into memory is counted, and said in the journal when there is room', async () => {
  const journal = await opened(10_000)
  disk.fails = 'full'
  for (let i = 0; i < 1000; i++) journal.append(line(i))
  await until(() => troubles.some(({ words }) => words.en.includes('missing in the journal')))
  const kept = journal.count
  expect(kept).toBeGreaterThan(100)
  disk.fails = undefined
  await until(() => troubles.length === 0)
  journal.append(line(1000))
  await journal.close()
  const found = await inFile(journal.file)
  expect(found.slice(0, kept)).toEqual(lines(0, kept))
  expect(found[kept]).toContain(`Missing before this line: ${1000 - kept} pieces`)
  expect(found.slice(kept + 1)).toEqual(lines(1000, 1001))
})

test.each(['deleted', 'emptied', 'halved', 'moved'] as const)(
  'a journal that is %s while it is written is told, and another one begun',
  async (how) => {
    const journal = await opened()
    for (let i = 0; i < 100; i++) journal.append(line(i))
    await written(journal)
    const first = journal.file
    await disk.harm(first, how, journal.bytes)
    for (let i = 100; i < 110; i++) journal.append(line(i))
    await until(() => kinds().includes('gone'))
    expect(kinds()).toEqual(['gone'])
    for (let i = 110; i < 120; i++) journal.append(line(i))
    expect(journal.file).not.toBe(first)
    const kept = how === 'emptied' ? 0 : how === 'halved' ? 49 : 100
    const all = (await journal.read(0, journal.count)).map(text)
    expect(all.filter((one) => one.startsWith('+'))).toEqual([
      ...lines(0, kept),
      ...lines(100, 120),
    ])
    await journal.close()
    const found = await inFile(journal.file)
    expect(found.filter((one) => one.startsWith('+'))).toEqual(lines(100, 120))
    expect(found.join('\n')).toContain('The log goes on in')
    expect((await readdir(dirname(journal.file))).some((name) => name.endsWith('.lock'))).toBe(
      false,
    )
  },
)

test('a folder that is gone is made again', async () => {
  const journal = await opened()
  journal.append(line(0))
  await written(journal)
  await rm(folder, { recursive: true })
  journal.append(line(1))
  await until(() => kinds().includes('gone'))
  await journal.close()
  expect((await inFile(journal.file))[0]).toBe('+CSQ: 1')
})

test('another one is tried again for as long as the folder takes none', async () => {
  const journal = await opened()
  journal.append(line(0))
  await written(journal)
  await disk.harm(journal.file, 'deleted')
  disk.fails = 'read-only'
  journal.append(line(1))
  await until(() => troubles.some(({ words }) => words.en.includes('EROFS')))
  journal.append(line(2))
  disk.fails = undefined
  await until(() => kinds().join() === 'gone')
  await journal.close()
  expect((await inFile(journal.file)).slice(0, 2)).toEqual(lines(1, 3))
})

test('one that is deleted in the last moment is followed by another one', async () => {
  const journal = await opened()
  journal.append(line(0))
  await written(journal)
  await disk.harm(journal.file, 'deleted')
  journal.append(line(1))
  await journal.close()
  expect((await inFile(journal.file))[0]).toBe('+CSQ: 1')
})

test('little room is told below 200 MB, before anything fails, and is over above 250', async () => {
  disk.free = 199_000_000
  const journal = await opened()
  expect(troubles[0]?.words.en).toContain('Only 199 MB')
  disk.free = 230_000_000
  await until(() => troubles[0]?.words.en.includes('230 MB') === true)
  disk.free = 260_000_000
  await until(() => troubles.length === 0)
  disk.free = 150_000_000
  journal.append(line(0))
  await until(() => kinds().join() === 'space')
  await journal.close()
})

test.each([
  ['its head cut off', (octets: Buffer) => octets.subarray(22)],
  ['its head and half a record cut off', (octets: Buffer) => octets.subarray(40)],
  [
    'a hole in the place of its beginning',
    (octets: Buffer) => Buffer.concat([Buffer.alloc(300_000), octets.subarray(22)]),
  ],
] as const)('reads a journal with %s', async (_how, harmed) => {
  const journal = await opened()
  for (let i = 0; i < 10; i++) journal.append(line(i))
  await journal.close()
  const { readFile } = await import('node:fs/promises')
  const path = join(folder, 'harmed.journal')
  await writeFile(path, harmed(await readFile(journal.file)))
  expect((await inFile(path)).slice(-9)).toEqual(lines(1, 10))
})

describe('in parts', () => {
  const partBytes = 2000

  /** Its dividers are written into it as the bench does, and told. */
  async function inParts() {
    const journal = await RunJournal.open(folder, { clock, disk, partBytes })
    const seams: number[] = []
    const dividers: string[] = []
    journal.listen({
      troubles: (list) => {
        troubles = list
      },
      missing: ({ en }) => journal.append(note(en)),
      goesOn: ({ en }, entry) => {
        expect(journal.count).toBe(entry)
        seams.push(entry)
        dividers.push(en)
        journal.append({ ...line(0), dir: 'note', bytes: noteBytes(en, true) })
      },
    })
    return { journal, seams, dividers }
  }
  const files = async () =>
    (await readdir(join(folder, 'journals'))).filter((name) => !name.endsWith('.lock')).sort()

  test('a file that is full is followed by another one in a pause, and all of it is read as one', async () => {
    const { journal, seams, dividers } = await inParts()
    const first = journal.file
    for (let number = 0; number < 100; number++) journal.append(line(number))
    await written(journal)
    expect(journal.file).toBe(first)
    // Told by the size on the disk.
    journal.append(line(100))
    await until(() => seams.length === 1)
    expect(journal.file).not.toBe(first)
    expect(dividers).toEqual([`The journal goes on here; what was before is in ${basename(first)}`])
    for (let number = 101; number < 110; number++) journal.append(line(number))
    await written(journal)
    const read = (await journal.read(0, journal.count)).map(text)
    expect(read.filter((one) => one.startsWith('+CSQ'))).toEqual(lines(0, 110))
    expect(read[seams[0] ?? -1]).toContain('The journal goes on here')
    expect(await journal.kept()).toBe(0)
    expect(await inFile(first)).toEqual(lines(0, 101))
    expect((await inFile(journal.file)).slice(1)).toEqual(lines(101, 110))
    await journal.close()
  })

  test('who talks without a pause gets another file, too', async () => {
    const { journal, seams } = await inParts()
    let number = 0
    await until(() => {
      journal.append(line(number++))
      return seams.length === 2
    }, 50)
    expect((await files()).length).toBe(3)
    await journal.close()
  })

  test('an old part may be packed or removed while the run goes on', async () => {
    const { journal, seams } = await inParts()
    const first = journal.file
    for (let number = 0; number < 100; number++) journal.append(line(number))
    await written(journal)
    journal.append(line(100))
    await until(() => seams.length === 1)
    journal.append(line(101))
    // The file is closed a moment later.
    await vi.waitFor(async () => expect(await packJournal(first)).toBeDefined(), patient)
    expect((await journal.read(3, 6)).map(text)).toEqual(lines(3, 6))
    expect(await journal.kept()).toBe(0)
    await rm(`${first}.gz`)
    const kept = await journal.kept()
    expect(kept).toBe(seams[0])
    expect(await journal.read(0, kept)).toEqual([])
    expect((await journal.read(kept, journal.count)).map(text).at(-1)).toBe('+CSQ: 101')
    await journal.close()
  })

  test('where no file can be begun the old one goes on, and nothing is lost', async () => {
    const { journal, seams } = await inParts()
    const first = journal.file
    for (let number = 0; number < 100; number++) journal.append(line(number))
    await written(journal)
    disk.fails = 'read-only'
    journal.append(line(100))
    await until(() => kinds().includes('failed'))
    expect(seams).toEqual([])
    disk.fails = undefined
    journal.append(line(101))
    await until(() => seams.length === 1)
    await until(() => troubles.length === 0)
    expect((await journal.read(0, 102)).map(text)).toEqual(lines(0, 102))
    expect((await inFile(first)).length).toBeGreaterThan(99)
    await journal.close()
  })
})
