import { afterEach, expect, test } from 'vitest'
import { base64 } from '@bench/base64'
import type { StoredJournal } from '@bench/environment'
import { CallFailed } from '@contract'
import { bytesOf } from '@core/bytes'
import { Fault } from '@core/fault'
import type { JournalEntry } from '@core/log/journal'
import type { JournalPart } from '@core/ports/journal-part'
import { quoted } from '@core/words'
import { benchFixture } from '../../../support/bench-fixture'
import { deskThreads } from '../../../support/desk-thread'
import { ManualClock } from '../../../support/manual-clock'
import { memoryJournal } from '../../../support/memory-journal'

let over: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of over) await end()
  over = []
})

const masked = {
  slots: ['a' as const, 'b' as const],
  language: 'en' as const,
  redact: true,
}
const everything = { filter: {}, back: false, search: 's' }

/** A journal of one file, of which another thread reads what was there when its parts were told. */
function sharedJournal() {
  const entries: JournalEntry[] = []
  const state = { onDisk: true, told: 0, reads: 0 }
  let hold: Promise<void> | undefined
  let letGo: () => void = () => undefined
  const part = (): JournalPart => ({
    path: 'shared.journal',
    first: 0,
    seam: 0,
    size: 1,
    index: [],
    records: entries.length,
  })
  const journal = Object.assign(memoryJournal(entries), {
    parts: async () => {
      state.told++
      return state.onDisk ? [part()] : undefined
    },
  })
  const readParts = (parts: readonly JournalPart[]): StoredJournal => ({
    count: parts[0]?.records ?? 0,
    kept: async () => 0,
    read: async (from, to) => {
      state.reads++
      await hold
      return entries.slice(from, to)
    },
  })
  return {
    journal,
    readParts,
    state,
    /** From here on nothing is read before the answer is called. */
    held: () => {
      hold = new Promise((resolve) => (letGo = resolve))
      return () => {
        hold = undefined
        letGo()
      }
    },
  }
}

async function benchWithThread() {
  const clock = new ManualClock()
  const shared = sharedJournal()
  const threads = deskThreads(clock, undefined, shared.readParts)
  const fixture = await benchFixture(
    1,
    {},
    { startDesk: threads.start, openJournal: async () => shared.journal },
  )
  over.push(fixture.end)
  return { ...fixture, threads, ...shared, disk: shared.state, state: fixture.state }
}
type Fixture = Awaited<ReturnType<typeof benchFixture>>

/** Both slots, a connection, a bookmark, a comment, values to be masked, and an opened log. */
async function lived({ ask, verdict, bench }: Fixture): Promise<string> {
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('port.open', { slot: 'b', path: 'sim:sim7600' })
  await ask('at.send', { slot: 'b', text: 'AT+CGSN' })
  await ask('connect.start', {
    slot: 'a',
    target: { apn: 'soracom.io', user: 'sorauser77', password: 'hunter2pass' },
    pressPower: false,
  })
  await verdict('a')
  await ask('log.note', { slot: 'a', text: 'IMEI: 350000000000014, password="9QX-told-live"' })
  await ask('log.bookmark', { slot: 'b', rowId: 2, on: true })
  await ask('at.send', { slot: 'b', text: 'AT+NONSENSE' })
  // Nothing comes any more.
  for (const slot of ['a', 'b'] as const) await ask('port.close', { slot })
  expect(bench.log.marks).toHaveLength(2)
  const octets = bytesOf(
    'AT+CGSN\r\n350000000000022\r\n\r\nOK\r\nAT+CEREG?\r\n+CEREG: 0,3\r\n\r\nOK\r\n',
  )
  const { id } = await ask('log.open', { name: 'other.log', bytes: octets.length })
  await ask('log.feed', { id, base64: base64([octets]), last: true })
  return id
}

async function answersOf({ ask, bench }: Fixture, opened: string) {
  const page = (filter: object, wanted: object = {}) =>
    ask('log.page', { filter, search: 's', ...wanted })
  const [first] = bench.log.upToNewest('a', (row) => row.id === 10, 0)
  const place = { slot: 'a' as const, id: first?.id ?? 0, monoUs: first?.monoUs ?? 0 }
  const find = (goal: object, more: object = {}) =>
    ask('log.find', { ...everything, goal, ...more })
  const file = (format: 'text' | 'csv' | 'jsonl' | 'raw' | 'html' | 'markdown', redact: boolean) =>
    ask('log.export', { ...masked, format, redact })
  return {
    text: await page({ text: 'CGSN' }),
    pattern: await page({ text: '/ok|connect/i', slots: ['a'] }, { around: place, count: 20 }),
    severity: await page({ minSeverity: 'warning' }),
    terms: await page({ terms: [{ text: 'OK', not: true }] }, { before: place, count: 7 }),
    found: await find({ text: 'CONNECT' }),
    back: await find({ text: 'AT' }, { from: place, back: true }),
    mark: await find({ marked: true }),
    count: await ask('log.count', { filter: { text: 'OK' }, of: place, search: 's' }),
    files: [
      await file('text', true),
      await file('text', false),
      await file('csv', true),
      await file('jsonl', true),
      await file('raw', true),
      await file('raw', false),
      await file('html', true),
      await file('markdown', true),
      await ask('log.export', { ...masked, slots: ['b'], format: 'text', maskPlaces: true }),
    ],
    story: await ask('log.story', { language: 'ja', redact: true }),
    report: await ask('connect.report', { slot: 'a', language: 'en', redact: true }),
    bad: await ask('log.compare', { bad: opened, language: 'en', redact: true }),
    good: await ask('log.compare', { good: opened, language: 'en', redact: false }),
    same: await ask('log.compare', { language: 'en', redact: true }),
  }
}

/** As it goes to a window. */
const told = (answers: object) => JSON.stringify(answers, null, 1).split('\n')

test('the live log is searched, told, compared and exported in the thread as it is without one', async () => {
  const bench = await benchWithThread()
  const without = await benchFixture()
  over.push(without.end)
  const answers = await answersOf(bench, await lived(bench))
  expect(bench.disk.told).toBeGreaterThan(15)
  expect(bench.threads.started).toBe(1)
  expect(bench.disk.reads).toBeGreaterThan(0)
  const here = await answersOf(without, await lived(without))
  expect(told(answers)).toEqual(told(here))
  expect(answers.text.rows.length).toBeGreaterThan(0)
  expect(answers.files[0]?.text).toContain('PASSWORD-1')
  expect(JSON.stringify(answers.files)).not.toContain('9QX-told-live"')
  expect(answers.report.text).toContain('AT+')
})

test('where not all of the live log is on the disk it is read here, with the same answers', async () => {
  const bench = await benchWithThread()
  const opened = await lived(bench)
  const answers = await answersOf(bench, opened)
  const { reads } = bench.disk
  bench.disk.onDisk = false
  expect(told(await answersOf(bench, opened))).toEqual(told(answers))
  expect(bench.disk.reads).toBe(reads)
})

test('what a slot said before there was a journal is in it, and found in the thread', async () => {
  const { ask, bench, threads, journal } = await benchWithThread()
  bench.slots.b.recorder.note('an adapter was opened')
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const found = await ask('log.find', { ...everything, goal: { text: 'adapter was' } })
  expect(found.row).toMatchObject({ slot: 'b', id: 0 })
  expect(threads.started).toBe(1)
  const entries = await journal.read(0, journal.count)
  expect(entries.filter(({ slot }) => slot === 'b')).toHaveLength(1)
})

test('the newest rows are there without a thread, and a row that is asked for by its number', async () => {
  const { ask, threads } = await benchWithThread()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('at.send', { slot: 'a', text: 'AT' })
  const page = await ask('log.page', { filter: { kinds: ['final'] }, count: 5 })
  expect(page.rows.at(-1)?.text).toBe('OK')
  await ask('log.bookmark', { slot: 'a', rowId: 1, on: true })
  expect(threads.started).toBe(0)
})

test('what came since the last search is found by the next, and a thread that nobody asks ends', async () => {
  const { ask, threads, clock, disk } = await benchWithThread()
  await ask('log.note', { slot: 'a', text: 'one' })
  const count = async () => (await ask('log.count', { filter: { text: 'one' }, search: 's' })).count
  expect(await count()).toBe(1)
  await ask('log.note', { slot: 'b', text: 'one more' })
  const { reads } = disk
  expect(await count()).toBe(2)
  // What was read before is not read again.
  expect(disk.reads - reads).toBe(1)
  await clock.advance(59_000)
  expect(threads.alive).toBe(1)
  await clock.advance(2_000)
  expect(threads.alive).toBe(0)
  expect(await count()).toBe(2)
  expect(threads.started).toBe(2)
})

const errorOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => (error instanceof CallFailed ? error.error : undefined),
  )

test('a search of the live log ends when it is stopped, before it has the rows too, and by another of its name', async () => {
  const { ask, client, clock, held, threads } = await benchWithThread()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const find = () => client.call('log.find', { ...everything, goal: { text: 'nowhere' } })
  for (const end of [
    (): Promise<unknown> => client.call('log.stop', { search: 's' }),
    () => client.call('log.page', { filter: {}, search: 's' }),
    () => client.call('log.count', { filter: { text: 'x' }, search: 's' }),
  ]) {
    const letGo = held()
    await ask('log.note', { slot: 'a', text: 'there is something to read' })
    const found = find()
    const count = client.call('log.count', { filter: { text: 'x' }, search: 'other' })
    const ended = end()
    letGo()
    expect((await clock.until(found)).stopped).toBe(true)
    expect((await clock.until(count)).stopped).toBe(false)
    await clock.until(ended)
  }
  expect(threads.started).toBe(1)
})

test('a port is closed and the bench ends in the middle of a search', async () => {
  const { ask, client, clock, held, bench, threads } = await benchWithThread()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('port.open', { slot: 'b', path: 'sim:sim7600' })
  await ask('at.send', { slot: 'a', text: 'AT' })
  const letGo = held()
  const find = (text: string) =>
    client.call('log.find', { back: false, filter: {}, goal: { text }, search: text })
  const found = find('/^AT$/')
  await ask('port.close', { slot: 'a' })
  expect(bench.slots.a.state.port).toBeNull()
  letGo()
  expect((await clock.until(found)).row?.text).toBe('AT')
  held()
  await ask('log.note', { slot: 'b', text: 'more' })
  const waiting = errorOf(find('more'))
  await clock.advance(10)
  await clock.until(bench.stop(), 60_000)
  expect((await waiting)?.code).toBe('log-thread')
  expect(threads.alive).toBe(0)
})

test('a thread that ends in the middle of a search is told, and the next search has another', async () => {
  const { ask, client, clock, held, threads } = await benchWithThread()
  await ask('log.note', { slot: 'a', text: 'one' })
  const letGo = held()
  const find = () => client.call('log.find', { ...everything, goal: { text: 'one' } })
  const lost = errorOf(find())
  await clock.advance(10)
  threads.dies({ kind: 'memory', mib: 2048 })
  expect((await lost)?.code).toBe('log-thread')
  letGo()
  expect((await clock.until(find())).row?.text).toBe('one')
  expect(threads.started).toBe(2)
})

test('a disk that cannot be read is told, and hinders no other search', async () => {
  const { ask, client, clock, journal } = await benchWithThread()
  await ask('log.note', { slot: 'a', text: 'one' })
  const { parts } = journal
  journal.parts = async () => {
    throw new Fault('store-failed', quoted('EIO'))
  }
  const find = () => client.call('log.find', { ...everything, goal: { text: 'one' } })
  expect((await errorOf(find()))?.code).toBe('store-failed')
  journal.parts = parts
  expect((await clock.until(find())).row?.text).toBe('one')
})
