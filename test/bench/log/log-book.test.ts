import { expect, test } from 'vitest'
import { LogBook } from '@bench/log/log-book'
import type { Journal } from '@bench/environment'
import { Searches } from '@bench/log/searches'
import { knowledge } from '@catalog/decoders'
import type { RowFilter, SearchGoal } from '@contract'
import { bytesOf } from '@core/bytes'
import type { JournalEntry } from '@core/log/journal'
import { LogReader } from '@core/log/reader'
import { compareRows } from '@core/log/row-order'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import { ManualClock } from '../../support/manual-clock'

const everything: RowFilter = {
  slots: ['a', 'b'],
  text: '',
  kinds: [],
  minSeverity: 'fine',
  terms: [],
}
const goOn = async () => true

/** A book of both slots whose shelves hold few rows, so that most of it is only in the journal. */
function bookOf(polls: number, most = 100, said: (n: number) => string = () => '+CSQ: 20,99') {
  const entries: JournalEntry[] = []
  let reads = 0
  const journal: Journal = {
    file: 'memory',
    bytes: 0,
    closed: false,
    get count() {
      return entries.length
    },
    append: (entry) => entries.push(entry),
    read: async (from, to) => {
      reads++
      return entries.slice(from, to)
    },
    kept: async () => 0,
    listen: () => () => undefined,
    close: async () => undefined,
  }
  const book = new LogBook(knowledge, () => ({ journal, rowAt: () => 0 }), most)
  const readers = {
    a: new LogReader({ slot: 'a', knowledge }),
    b: new LogReader({ slot: 'b', knowledge }),
  }
  const all: LogRow[] = []
  const put = (slot: SlotName, dir: 'rx' | 'tx', text: string, monoUs: number) => {
    const entry: JournalEntry = { slot, dir, atMs: monoUs / 1000, monoUs, bytes: bytesOf(text) }
    entries.push(entry)
    const rows = readers[slot].push(entry)
    all.push(...rows)
    book.add(rows)
  }
  for (let n = 0; n < polls; n++) {
    const slot = n % 3 === 0 ? 'b' : 'a'
    put(slot, 'tx', 'AT+CSQ\r', n * 1000)
    // Several rows at one microsecond.
    put(slot, 'rx', `AT+CSQ\r\r\n${said(n)}\r\n\r\nOK\r\n`, n * 1000)
  }
  return { book, all: all.sort(compareRows), reads: () => reads }
}
const names = (rows: readonly LogRow[]) => rows.map((row) => `${row.slot}${row.id}`)

test('pages back to the first row of the journal, without a gap or a repeat', async () => {
  const { book, all, reads } = bookOf(500)
  const seen: LogRow[] = []
  let before: LogRow | undefined
  for (let page = await book.page(everything, { count: 61 }, goOn); ;) {
    seen.unshift(...page.rows)
    before = page.rows[0]
    expect(page.first?.id).toBe(0)
    if (!page.more) break
    page = await book.page(everything, { count: 61, before }, goOn)
  }
  expect(names(seen)).toEqual(names(all))
  // The journal is not read again for each of the thirty pages.
  expect(reads()).toBeLessThan(12)
})

test('pages forward again to the newest row', async () => {
  const { book, all } = bookOf(500)
  const start = all[10]
  const seen: LogRow[] = []
  for (let after = start; ;) {
    const page = await book.page(everything, { count: 77, after }, goOn)
    seen.push(...page.rows)
    after = page.rows.at(-1)
    if (!page.later) break
  }
  expect(names(seen)).toEqual(names(all.slice(11)))
})

test.each([0, 700, 1990])('shows what stands around row %i', async (n) => {
  const { book, all } = bookOf(500)
  const around = all[n]
  const { rows, more, later } = await book.page(everything, { count: 20, around }, goOn)
  expect(names(rows)).toEqual(names(all.slice(Math.max(0, n - 10), n + 10)))
  expect([more, later]).toEqual([n > 10, n + 10 < all.length])
})

const failing = (at: number) => (n: number) => (n === at ? '+CREG: 3' : '+CSQ: 20,99')
const warning: SearchGoal = { minSeverity: 'warning' }

test('finds the warning that only the journal has, from the newest row back', async () => {
  const { book, all } = bookOf(500, 100, failing(7))
  const from = all.at(-1)
  const found = await book.find(everything, warning, { from, back: true }, goOn)
  expect(found).toMatchObject({ row: { text: '+CREG: 3' }, again: false })
  const forward = await book.find(everything, warning, { from, back: false }, goOn)
  expect(forward).toMatchObject({ row: { text: '+CREG: 3' }, again: true })
  const itself = found.row ?? undefined
  const only = await book.find(everything, warning, { from: itself, back: false }, goOn)
  expect(only).toMatchObject({ row: { text: '+CREG: 3' }, again: true })
})

test('finds by field and by pattern under a filter, and says when there is nothing', async () => {
  const { book, all } = bookOf(300, 100, (n) => `+CSQ: ${n === 9 ? 3 : 20},99`)
  const [from] = all
  const heading = { from, back: false }
  const field = await book.find(everything, { text: 'rssi_dbm<-105' }, heading, goOn)
  expect(field.row?.text).toBe('+CSQ: 3,99')
  const pattern = await book.find(everything, { text: '/csq: 3,/' }, heading, goOn)
  expect(pattern.row?.id).toBe(field.row?.id)
  const other = { ...everything, slots: ['a' as const] }
  const none = await book.find(other, { text: '/csq: 3,/' }, heading, goOn)
  expect(none).toEqual({ row: null, again: false, stopped: false })
})

test('counts the rows under a filter in the journal too, and says which of them one is', async () => {
  const { book, all } = bookOf(300, 100, (n) => `+CSQ: ${n % 30 === 9 ? 3 : 20},99`)
  const weak = { ...everything, text: 'rssi_dbm<-105' }
  const hits = all.filter(({ text }) => text === '+CSQ: 3,99')
  const of = hits[2]
  expect(await book.count(weak, of, goOn)).toMatchObject({
    count: hits.length,
    at: 3,
    last: { id: all.at(-1)?.id },
    stopped: false,
  })
  expect(await book.count(weak, all[0], goOn)).toMatchObject({ at: 0 })
  const without = { ...everything, terms: [{ text: 'rssi_dbm<-105', not: true }] }
  const left = await book.count(without, undefined, goOn)
  expect(left.count).toBe(all.length - hits.length)
})

test('a search that nobody waits for any more ends', async () => {
  const { book } = bookOf(4000, 100)
  const clock = new ManualClock()
  const searches = new Searches(clock)
  const run = searches.run('window', (wait) =>
    book.find(everything, { text: 'never' }, { back: false }, wait),
  )
  searches.stop('window')
  expect(await clock.until(run, 1000)).toEqual({ row: null, again: false, stopped: true })
})
