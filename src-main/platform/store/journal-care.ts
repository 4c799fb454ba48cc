import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { sameBytes } from '@core/bytes'
import { faultCode, Fault } from '@core/fault'
import { journalHeader, JournalReader } from '@core/log/journal'
import { begunMs, isPacked, listJournals, packedSuffix, type JournalListing } from './journal-files'
import { lockJournal } from './journal-lock'
import { prunePictures } from './picture-folder'
import { unpacked } from './unpacked'
import { neverSoFree, notJournal, packedDiffers } from './words'

/** What a pass over a journal found. */
export interface JournalCheck {
  /** Pieces of octets and notes that can be read. */
  readonly records: number
  readonly firstMs: number | null
  readonly lastMs: number | null
  /** Octets of a record that was cut off at the end. */
  readonly tornBytes: number
  /** Octets between good records that are none. */
  readonly damagedBytes: number
}

/** Reads a journal once, packed or not. Rejects with `Fault('bad-input')` where it is none, or its packing is damaged. */
export async function checkJournal(path: string): Promise<JournalCheck> {
  const reader = new JournalReader()
  let [records, firstMs, lastMs] = [0, null as number | null, null as number | null]
  const count = (found: ReturnType<JournalReader['push']>) => {
    for (const { entry } of found) {
      records++
      firstMs ??= entry.atMs
      lastMs = entry.atMs
    }
  }
  let head: Uint8Array | undefined = new Uint8Array(0)
  for await (const piece of unpacked(octetsOf(path), path)) {
    if (head === undefined) {
      count(reader.push(piece))
      continue
    }
    head = Buffer.concat([head, piece])
    if (head.length < journalHeader.length) continue
    count(reader.push(withoutHeader(head)))
    head = undefined
  }
  // A header cut short is a crash in the first moment.
  if (head !== undefined) count(reader.push(withoutHeader(head)))
  const rest = reader.finish()
  count(rest.records)
  if (records === 0 && rest.damagedBytes + rest.tornBytes > 0)
    throw new Fault('bad-input', notJournal(path))
  return { records, firstMs, lastMs, tornBytes: rest.tornBytes, damagedBytes: rest.damagedBytes }
}

function withoutHeader(head: Uint8Array): Uint8Array {
  const { length } = journalHeader
  const begins = sameBytes(head.subarray(0, length), journalHeader.subarray(0, head.length))
  return begins ? head.subarray(Math.min(length, head.length)) : head
}

async function* octetsOf(path: string): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path)) yield piece as Buffer
}

/** How much may be kept. What is absent sets no limit. */
export interface JournalLimits {
  /** Since the last octet. */
  readonly days?: number | undefined
  /** Of all journals together. */
  readonly bytes?: number | undefined
  /** So much of the disk is to be free: journals go until it is, the oldest first. */
  readonly freeBytes?: number | undefined
}

export interface Pruned {
  readonly removed: readonly JournalListing[]
  /** Those beyond the limits that stay all the same: written to now, or named by a run or a report. */
  readonly kept: readonly (JournalListing & { readonly why: 'in-use' | 'linked' })[]
  /** Pictures of questions whose records are gone: their paths. */
  readonly pictures: readonly string[]
}

/**
 * Removes the journals of a data folder that are beyond the limits, the oldest first; never one that is being written, nor one that a file
 * of the folder names (soak runs and their reports do). Pictures go with the last record that names them. `dryRun`: only tells. Rejects with `Fault('bad-input')` where more is to be free than
 * the disk has.
 */
export async function pruneJournals(
  folder: string,
  limits: JournalLimits,
  nowMs: number,
  dryRun = false,
): Promise<Pruned> {
  const space = await spaceOf(folder)
  if (limits.freeBytes !== undefined) mustFit(folder, limits.freeBytes, space)
  // What carries another name than ours was put there by somebody.
  const journals = (await listJournals(folder))
    .filter(({ path }) => begunMs(path) !== undefined)
    .reverse()
  const linked = await namesLinked(folder)
  let total = journals.reduce((sum, { bytes }) => sum + bytes, 0)
  let short = (limits.freeBytes ?? 0) - space.freeBytes
  const removed: JournalListing[] = []
  const kept: Pruned['kept'][number][] = []
  for (const journal of journals) {
    const tooOld = limits.days !== undefined && nowMs - journal.changedMs > limits.days * 86_400_000
    const tooMuch = limits.bytes !== undefined && total > limits.bytes
    if (!tooOld && !tooMuch && short <= 0) continue
    const why = linked.has(plainName(journal.path))
      ? 'linked'
      : (await removedNow(journal.path, dryRun))
        ? undefined
        : 'in-use'
    if (why) {
      kept.push({ ...journal, why })
      continue
    }
    removed.push(journal)
    total -= journal.bytes
    short -= journal.bytes
  }
  const named = (sha256: string) => linked.has(sha256)
  const pictures = await prunePictures(folder, named, nowMs, dryRun)
  return { removed, kept, pictures }
}

const plainName = (path: string) => basename(path).replace(/\.gz$/, '')

/** False: somebody writes it. */
async function removedNow(path: string, dryRun: boolean): Promise<boolean> {
  if (isPacked(path)) {
    if (!dryRun) await rm(path, { force: true })
    return true
  }
  const release = await lockedNow(path)
  if (!release) return false
  try {
    if (!dryRun) await rm(path, { force: true })
  } finally {
    await release()
  }
  return true
}

async function lockedNow(path: string): Promise<(() => Promise<void>) | undefined> {
  try {
    return await lockJournal(path)
  } catch (error) {
    if (faultCode(error) === 'journal-in-use') return undefined
    throw error
  }
}

const names = /\d{4}-\d\d-\d\dT[\dZ-]+\.journal|[0-9a-f]{64}/g
/** Larger files than this are no lists of ours, records of tested boards apart, which grow for years. */
const mostListBytes = 64 * 1024 * 1024
const growing = /^units-.*\.jsonl$/

/** The journals and pictures that runs, records and reports in the data folder speak of. */
async function namesLinked(folder: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: false })) {
    const path = join(folder, entry.name)
    if (!entry.isFile()) continue
    if (!growing.test(entry.name) && (await stat(path)).size > mostListBytes) continue
    let end = ''
    for await (const piece of createReadStream(path, 'latin1')) {
      const text = `${end}${piece as string}`
      for (const [name] of text.matchAll(names)) found.add(name)
      // A name may lie across two pieces.
      end = text.slice(-longestName)
    }
  }
  return found
}
const longestName = 80

/** What the disk of a folder has; `bytes` is 0 where the system does not say. */
export interface DiskSpace {
  readonly bytes: number
  readonly freeBytes: number
}

export async function spaceOf(folder: string): Promise<DiskSpace> {
  const { blocks, bavail, bsize } = await statfs(folder)
  return { bytes: blocks * bsize, freeBytes: bavail * bsize }
}

/** So much is never free on a smaller disk, and every journal would go for it. Throws `Fault('bad-input')`. */
export function mustFit(folder: string, wantedBytes: number, { bytes }: DiskSpace): void {
  if (bytes > 0 && wantedBytes > bytes)
    throw new Fault('bad-input', neverSoFree(folder, wantedBytes, bytes))
}

/**
 * Packs a journal that nobody writes with gzip, and removes it once the packed one was read back whole. Gives the new path and its size;
 * undefined: somebody writes it. Its time stays, so that it grows old as before.
 */
export async function packJournal(
  path: string,
): Promise<{ readonly path: string; readonly bytes: number } | undefined> {
  const release = await lockedNow(path)
  if (!release) return undefined
  const packed = path.slice(0, -'.journal'.length) + packedSuffix
  const half = `${packed}.part`
  try {
    const before = await checkJournal(path)
    const { atime, mtime } = await stat(path)
    await pipeline(createReadStream(path), createGzip(), createWriteStream(half, { mode: 0o600 }))
    const after = await checkJournal(half)
    if (JSON.stringify(after) !== JSON.stringify(before))
      throw new Fault('store-failed', packedDiffers(half, path))
    await onDisk(half)
    await utimes(half, atime, mtime)
    await rename(half, packed)
    await onDisk(dirname(packed))
    await rm(path, { force: true })
    return { path: packed, bytes: (await stat(packed)).size }
  } finally {
    await rm(half, { force: true })
    await release()
  }
}

/** Windows has no folder that can be opened. */
async function onDisk(path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory()
  if (isFolder && process.platform === 'win32') return
  const file = await open(path, isFolder ? 'r' : 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
