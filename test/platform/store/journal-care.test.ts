import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { concat } from '@core/bytes'
import { encodeEntry, journalHeader } from '@core/log/journal'
import { checkJournal, packJournal, pruneJournals } from '@platform/store/journal-care'
import { folderJournals } from '@platform/store/folder-journals'
import { listJournals } from '@platform/store/journal-files'
import { lockJournal } from '@platform/store/journal-lock'
import { journalEntries } from '@platform/store/log-source'

const day = 86_400_000
const now = Date.UTC(2026, 0, 31)
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-care-'))
  mkdirSync(join(folder, 'journals'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const octets = (count: number, atMs = 5) => {
  const entry = { slot: 'a', dir: 'rx', atMs, monoUs: 6 } as const
  const bytes = new TextEncoder().encode('+CSQ: 20,99\r\n')
  return concat([
    journalHeader,
    ...Array.from({ length: count }, () => encodeEntry({ ...entry, bytes })),
  ])
}

/** A journal that was written last so many days ago; its path. */
function journal(daysAgo: number, records = 100): string {
  const ms = now - daysAgo * day
  const name = `${new Date(ms).toISOString().replace(/[:.]/g, '-')}-1.journal`
  const path = join(folder, 'journals', name)
  writeFileSync(path, octets(records))
  utimesSync(path, ms / 1000, ms / 1000)
  return path
}
const left = async () => (await listJournals(folder)).map(({ path }) => path).reverse()

test('journals that are too old go', async () => {
  const [old, edge, fresh] = [journal(31), journal(29), journal(0)]
  const { removed, kept } = await pruneJournals(folder, { days: 30 }, now)
  expect(removed.map(({ path }) => path)).toEqual([old])
  expect(kept).toEqual([])
  expect(await left()).toEqual([edge, fresh])
})

test('the oldest go until the others fit', async () => {
  const paths = [journal(4), journal(3), journal(2), journal(1)]
  const { size } = statSync(paths[0] ?? '')
  await pruneJournals(folder, { bytes: 2 * size + 1 }, now)
  expect(await left()).toEqual(paths.slice(2))
})

test('a dry run tells the same and touches nothing', async () => {
  const paths = [journal(40), journal(1)]
  const { removed } = await pruneJournals(folder, { days: 30 }, now, true)
  expect(removed.map(({ path }) => path)).toEqual(paths.slice(0, 1))
  expect(await left()).toEqual(paths)
})

test('one that is written, and one that a run names, stay, and it is said why', async () => {
  const [linked, written, other] = [journal(50), journal(45), journal(40)]
  writeFileSync(join(folder, 'soak-1.jsonl'), `{"k":"journal","file":${JSON.stringify(linked)}}\n`)
  const release = await lockJournal(written)
  const { removed, kept } = await pruneJournals(folder, { days: 30, bytes: 0 }, now)
  expect(removed.map(({ path }) => path)).toEqual([other])
  expect(kept.map(({ path, why }) => [path, why])).toEqual([
    [linked, 'linked'],
    [written, 'in-use'],
  ])
  await release()
  expect(readdirSync(join(folder, 'journals'))).toHaveLength(2)
})

test('a packed journal is read as before, keeps its age, and is the only one', async () => {
  const path = journal(3, 2000)
  const packed = await packJournal(path)
  expect(packed?.bytes).toBeLessThan(octets(2000).length / 10)
  expect(existsSync(path)).toBe(false)
  const [listed] = await listJournals(folder)
  expect(listed?.path).toBe(packed?.path)
  expect(listed?.changedMs).toBe(now - 3 * day)
  const entries = []
  for await (const entry of journalEntries(packed?.path ?? '')) entries.push(entry)
  expect(entries).toHaveLength(2000)
  expect(await checkJournal(packed?.path ?? '')).toMatchObject({ records: 2000, tornBytes: 0 })
  expect((await pruneJournals(folder, { days: 2 }, now)).removed).toHaveLength(1)
})

test('a journal that is written is not packed', async () => {
  const path = journal(3)
  const release = await lockJournal(path)
  expect(await packJournal(path)).toBeUndefined()
  await release()
  expect(await left()).toEqual([path])
})

test.each<[string, (whole: Uint8Array) => Uint8Array, object]>([
  [
    'whole',
    (whole) => whole,
    { records: 10, firstMs: 5, lastMs: 5, tornBytes: 0, damagedBytes: 0 },
  ],
  ['cut off', (whole) => whole.subarray(0, -3), { records: 9, damagedBytes: 0 }],
  ['of its first moment', (whole) => whole.subarray(0, 10), { records: 0, tornBytes: 0 }],
  ['empty', () => new Uint8Array(), { records: 0, tornBytes: 0 }],
  [
    'damaged in the middle',
    (whole) => whole.map((octet, at) => (at > 100 && at < 110 ? 0xee : octet)),
    { damagedBytes: expect.any(Number) },
  ],
])('a journal that is %s is said to be so, packed and not', async (_kind, harm, expected) => {
  const plain = join(folder, 'journals', 'x.journal')
  writeFileSync(plain, harm(octets(10)))
  const check = await checkJournal(plain)
  expect(check).toMatchObject(expected)
  if (_kind === 'damaged in the middle') expect(check.damagedBytes).toBeGreaterThan(0)
  const packed = join(folder, 'journals', 'y.journal.gz')
  writeFileSync(packed, gzipSync(harm(octets(10))))
  expect(await checkJournal(packed)).toEqual(check)
})

test('what is no journal, and a packing that is cut off, are refused in words', async () => {
  const path = join(folder, 'journals', 'x.journal')
  writeFileSync(path, 'AT\r\nOK\r\n'.repeat(100))
  await expect(checkJournal(path)).rejects.toMatchObject({ code: 'bad-input' })
  const packed = join(folder, 'journals', 'y.journal.gz')
  writeFileSync(packed, gzipSync(octets(5000)).subarray(0, 300))
  await expect(checkJournal(packed)).rejects.toMatchObject({
    code: 'bad-input',
    detail: expect.stringMatching(/gzip file that is damaged or cut off/),
  })
})

test('the bench sees their sum, removes by MiB and packs what is left', async () => {
  const paths = [journal(4, 60_000), journal(3, 60_000), journal(2), journal(1)]
  const care = folderJournals(folder, () => now)
  const before = await care.state()
  expect(before).toMatchObject({ count: 4, freeBytes: expect.any(Number) })
  const keep = { days: null, mib: 3, freeMib: null }
  const first = { count: 1, bytes: statSync(paths[0] ?? '').size }
  expect(await care.prune(keep, true)).toEqual(first)
  expect(await left()).toEqual(paths)
  expect(await care.prune(keep, false)).toEqual(first)
  expect(await care.pack()).toMatchObject({ count: 3 })
  expect((await care.state()).bytes).toBeLessThan(before.bytes / 5)
  expect(await care.pack()).toEqual({ count: 0, bytes: 0 })
})

test('no journal goes where more is to be free than the disk has', async () => {
  const path = journal(400)
  const work = pruneJournals(folder, { freeBytes: Number.MAX_SAFE_INTEGER }, now)
  await expect(work).rejects.toMatchObject({ code: 'bad-input' })
  await expect(
    folderJournals(folder, () => now).prune(
      { days: null, mib: null, freeMib: 1_000_000_000_000 },
      false,
    ),
  ).rejects.toThrow('MiB in all')
  expect(await left()).toEqual([path])
})
