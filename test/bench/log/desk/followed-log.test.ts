import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Environment, StoredJournal } from '@bench/environment'
import { FollowedLog } from '@bench/log/desk/live-log'
import { LogBook } from '@bench/log/log-book'
import type { Wanted } from '@bench/log/log-walk'
import { Recorder } from '@bench/log/recorder'
import { knowledge } from '@catalog/decoders'
import type { RowFilter } from '@contract'
import { bytesOf } from '@core/bytes'
import type { RowPlace } from '@core/log/row-order'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import { encodeFrame } from '@core/ppp/hdlc'
import { readParts } from '@platform/store/journal-parts'
import { nodeDisk } from '@platform/store/journal-disk'
import { RunJournal } from '@platform/store/run-journal'
import { ManualClock } from '../../../support/manual-clock'
import { patienceMs } from '../../../support/patience'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-followed-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const goOn = async () => true
const partBytes = 1500
/** Few in memory: whoever looks back reads the files. */
const mostRows = 20

/** LCP Echo-Request (RFC 1661, 5.8). */
const echoRequest = encodeFrame(0xc021, Uint8Array.from([9, 1, 0, 8, 1, 2, 3, 4]))

/** Two slots that talk, their journal on a disk, the log in memory, and the same log as another thread follows it. */
async function talk(more: Partial<Parameters<typeof RunJournal.open>[1]> = {}) {
  const clock = new ManualClock()
  const journal = await RunJournal.open(folder, { clock, partBytes, ...more })
  const files = [journal.file]
  const recorderOf = (slot: SlotName) =>
    new Recorder({
      slot,
      environment: { clock } as unknown as Environment,
      knowledge,
      journal: async () => journal,
      onRows: (rows) => book.add(rows),
      onGrown: () => undefined,
    })
  const recorders = { a: recorderOf('a'), b: recorderOf('b') }
  const book: LogBook = new LogBook(knowledge, (slot) => recorders[slot], mostRows)
  journal.listen({
    troubles: () => undefined,
    missing: (words) => recorders.a.note(words),
    goesOn: (words, entry) => {
      files.push(journal.file)
      for (const recorder of Object.values(recorders)) recorder.goesOn(words, entry)
    },
  })
  for (const recorder of Object.values(recorders)) await recorder.start()
  const { a, b } = recorders
  b.bytes('tx', bytesOf('ATD*99#\r'))
  b.bytes('rx', bytesOf('\r\nCONNECT\r\n'))
  let turn = 0
  /** Until there are so many files. */
  const until = async (count: number) => {
    for (const started = performance.now(); files.length < count; turn++) {
      a.bytes('tx', bytesOf('AT+CSQ\r'))
      a.bytes('rx', bytesOf(`\r\n+CSQ: ${turn % 32},99\r\n\r\nOK\r\n`))
      b.bytes('rx', echoRequest)
      await clock.advance(1000)
      // The disk is a real one.
      await journal.parts()
      if (performance.now() - started > patienceMs) throw new Error('no other file was begun')
    }
  }
  return { journal, book, files, until, recorders, clock, followed: followedOf(book) }
}

/** `near`: octets that are read for the rows in memory. */
function followedOf(book: LogBook, near = partBytes) {
  const reads = { of: 0 }
  const counted = (parts: Parameters<typeof readParts>[0]): StoredJournal => {
    const journal = readParts(parts)
    return {
      ...journal,
      read: (from, to) => {
        reads.of += to - from
        return journal.read(from, to)
      },
    }
  }
  const followed = new FollowedLog(counted, near, mostRows)
  return {
    reads,
    /** The log as far as the bench is now. */
    now: async () => {
      const shared = await book.shared()
      if (!shared) throw new Error('not on the disk')
      followed.told(structuredClone(shared))
      expect(await followed.follow(goOn)).toBe(true)
      return followed.book
    },
  }
}

const filterOf = (change: Partial<RowFilter>): RowFilter => ({
  slots: ['a', 'b'],
  text: '',
  kinds: [],
  minSeverity: 'fine',
  terms: [],
  ...change,
})
const filters = [
  filterOf({}),
  filterOf({ slots: ['b'] }),
  filterOf({ text: 'CSQ: 7' }),
  filterOf({ text: '/echo-re[a-z]+/i', slots: ['b'] }),
  filterOf({ kinds: ['divider'] }),
  filterOf({ text: 'nowhere' }),
]

/** All that is asked of a log, at places all over it. */
async function answersOf(book: LogBook, places: readonly RowPlace[]) {
  const answers: unknown[] = []
  for (const filter of filters) {
    for (const place of places) {
      const pages: Wanted[] = [
        { count: 9, before: place },
        { count: 9, after: place },
        { count: 9, around: place },
      ]
      for (const wanted of pages) answers.push(await book.page(filter, wanted, goOn))
      for (const back of [false, true])
        answers.push(await book.find(filter, { text: 'o' }, { from: place, back }, goOn))
    }
    answers.push(await book.page(filter, { count: 9 }, goOn))
    answers.push(await book.count(filter, places[1], goOn))
  }
  for (const { slot, id } of places) answers.push(await book.row(slot, id, goOn))
  const octets: string[] = []
  for await (const { bytes } of book.octets(['a', 'b'])) octets.push(bytes.join())
  return JSON.stringify([answers, octets], null, 1).split('\n')
}

async function rowsOf(book: LogBook): Promise<string[]> {
  const rows: string[] = []
  for await (const piece of book.pieces(['a', 'b']))
    rows.push(...piece.map((row) => JSON.stringify(row)))
  return rows
}

async function placesIn(book: LogBook): Promise<readonly LogRow[]> {
  const rows: LogRow[] = []
  for await (const piece of book.pieces(['a', 'b'])) rows.push(...piece)
  return [0, 0.4, 0.97].flatMap(
    (part) => rows[Math.min(rows.length - 1, Math.floor(part * rows.length))] ?? [],
  )
}

test('what another thread reads of a running journal has the same rows, numbers and words, from wherever it begins', async () => {
  const { journal, book, files, until, followed, recorders } = await talk()
  for (const count of [1, 2, 4]) {
    await until(count)
    const places = await placesIn(book)
    const expected = await answersOf(book, places)
    expect(await answersOf(await followed.now(), places)).toEqual(expected)
    // One that begins only now, and one that begins at the first file.
    expect(await answersOf(await followedOf(book).now(), places)).toEqual(expected)
    expect(await answersOf(await followedOf(book, 1e9).now(), places)).toEqual(expected)
  }
  // Old files may go meanwhile.
  for (const file of files.slice(0, 2)) await rm(file)
  const left = await rowsOf(book)
  expect(left[0]).toContain('"kind":"divider"')
  expect(await rowsOf(await followed.now())).toEqual(left)
  expect(await rowsOf(await followedOf(book, 1e9).now())).toEqual(left)
  // A line that was read by half when it was asked for.
  recorders.a.bytes('rx', bytesOf('\r\n+CS'))
  await followed.now()
  recorders.a.bytes('rx', bytesOf('Q: 5,99\r\n'))
  const [line] = (await followed.now()).upToNewest('a', (row) => row.kind !== 'divider', 0)
  expect(line?.text).toBe('+CSQ: 5,99')
  await journal.close()
})

test('only what came since is read, and nothing of what lies far behind', async () => {
  const { journal, book, until, recorders } = await talk()
  await until(4)
  const late = followedOf(book)
  await late.now()
  expect(late.reads.of).toBeLessThan(journal.count / 2)
  const { of: before } = late.reads
  recorders.a.note('one more')
  await late.now()
  expect(late.reads.of - before).toBe(1)
  // Whoever was away for long begins anew at the end.
  const { count } = journal
  await until(8)
  const { of: away } = late.reads
  await late.now()
  expect(late.reads.of - away).toBeLessThan((journal.count - count) * 0.8)
  await journal.close()
})

test('a journal of which not all is in its files is read by the bench alone', async () => {
  const moved = await talk()
  await moved.until(2)
  expect(await moved.book.shared()).toBeDefined()
  await rename(moved.journal.file, join(folder, 'elsewhere'))
  moved.recorders.a.note('into another file')
  await moved.journal.read(0, 1)
  expect(await moved.book.shared()).toBeUndefined()
  await moved.journal.close()
})

test('a disk that takes nothing is no disk for another thread, until it does again', async () => {
  let full = false
  const disk = {
    ...nodeDisk,
    open: async (...args: Parameters<typeof nodeDisk.open>) => {
      const file = await nodeDisk.open(...args)
      return new Proxy(file, {
        get: (of, part) => {
          const value: unknown = Reflect.get(of, part)
          if (part === 'write' && full) return () => Promise.reject(new Error('ENOSPC'))
          return typeof value === 'function' ? value.bind(of) : value
        },
      })
    },
  }
  const { journal, book, recorders } = await talk({ disk })
  expect(await book.shared()).toBeDefined()
  full = true
  recorders.a.note('waits')
  expect(await book.shared()).toBeUndefined()
  full = false
  const shared = await book.shared()
  expect(shared?.parts[0]?.records).toBe(journal.count)
  await journal.close()
})
