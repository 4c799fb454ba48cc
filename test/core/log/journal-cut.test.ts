import { expect, test } from 'vitest'
import { bytesOf, concat } from '@core/bytes'
import { encodeEntry, recover, type JournalEntry } from '@core/log/journal'

/** What a power cut may leave of the last pages that were written. */
const tail = 4096

/** Records of all sizes, from nothing to more than a page. */
const entries = Array.from({ length: 60 }, (_, i): JournalEntry => {
  const bytes = bytesOf(`+CEREG: ${i}\r\n`.repeat((i * 7) % 31))
  return { slot: i % 2 ? 'b' : 'a', dir: i % 3 ? 'rx' : 'tx', atMs: 1000 + i, monoUs: i, bytes }
})
const records = entries.map(encodeEntry)
const whole = concat(records)
/** Where each record ends. */
const ends = records.reduce<number[]>((all, one) => [...all, (all.at(-1) ?? 0) + one.length], [])
const wholeUpTo = (length: number) => ends.filter((end) => end <= length).length

test('cut at any octet of its last 4 KB a journal gives every record that was whole', () => {
  for (let cut = whole.length - tail; cut <= whole.length; cut++) {
    const { entries: found, tornBytes, damagedBytes } = recover(whole.subarray(0, cut))
    const count = wholeUpTo(cut)
    if (found.length !== count) throw new Error(`cut at ${cut}: ${found.length} of ${count}`)
    if (tornBytes !== cut - (ends[count - 1] ?? 0)) throw new Error(`cut at ${cut}: ${tornBytes}`)
    if (damagedBytes !== 0) throw new Error(`cut at ${cut}: ${damagedBytes} damaged`)
  }
  expect(recover(whole).entries).toEqual(entries)
})

test.each([
  ['zeros', () => 0],
  ['ones', () => 0xff],
  ['what stood there before', (at: number) => whole[at % 100] ?? 0],
])(
  'with %s from any octet of its last 4 KB on, as file systems leave it, nothing wrong is read',
  (_kind, octet) => {
    for (let cut = whole.length - tail; cut < whole.length; cut += 3) {
      const written = whole.slice()
      for (let at = cut; at < written.length; at++) written[at] = octet(at)
      const found = recover(written).entries
      const count = wholeUpTo(cut)
      if (found.length < count) throw new Error(`from ${cut}: ${found.length} of ${count}`)
      const known = found.slice(0, count).every((one, i) => one.monoUs === entries[i]?.monoUs)
      if (!known) throw new Error(`from ${cut}: other records than were written`)
    }
  },
)

const sector = 512

test.each([
  ['zeros', () => 0],
  ['ones', () => 0xff],
  ['what stood there before', (at: number) => whole[at - tail] ?? 0],
])(
  'with %s in any of the sectors of its last 4 KB, as a disk leaves those it had not written yet, every record that is whole is read',
  (_kind, octet) => {
    const start = whole.length - tail
    for (let missing = 0; missing < 1 << (tail / sector); missing++) {
      const written = whole.slice()
      for (let at = start; at < written.length; at++)
        if (missing & (1 << Math.floor((at - start) / sector))) written[at] = octet(at)
      // A sector may hold by chance what was to be written there.
      const wanted = entries.filter((_, i) => {
        const [from, to] = [ends[i - 1] ?? 0, ends[i] ?? 0]
        return written.subarray(from, to).every((one, place) => one === whole[from + place])
      })
      const found = recover(written).entries
      const read = new Set(found.map(({ monoUs }) => monoUs))
      const lost = wanted.filter(({ monoUs }) => !read.has(monoUs))
      if (lost.length > 0)
        throw new Error(`sectors ${missing.toString(2)}: ${lost.length} records not read`)
      const made = found.filter((one) => entries[one.monoUs]?.atMs !== one.atMs)
      if (made.length > 0) throw new Error(`sectors ${missing.toString(2)}: made up ${made.length}`)
    }
  },
)
