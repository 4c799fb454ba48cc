import { concat } from '../bytes'
import type { SlotName } from '../modem/slot-names'
import { CrcSpans } from './crc-spans'
import { isMoment } from './moment'
import { crc32, crcAfter, crcOf, crcStart } from './crc32'

/** What passed through a port, as it was read or written; or a note of ours (UTF-8). */
export interface JournalEntry {
  readonly slot: SlotName
  readonly dir: 'rx' | 'tx' | 'note'
  /** Milliseconds since 1970, for people. */
  readonly atMs: number
  /** Monotonic microseconds, for order. They start anew with each start of the program. */
  readonly monoUs: number
  readonly bytes: Uint8Array
  /** It passed through the second AT port of the modem. */
  readonly second?: true
}

/** How much of a journal could not be read. */
export interface JournalDamage {
  /** Octets of a record that was cut off at the end, as after a power cut. */
  readonly tornBytes: number
  /** Octets between good records that are none. */
  readonly damagedBytes: number
}

/** The first octets of a journal file, so that people and programs see what it is. */
export const journalHeader = Uint8Array.from('MODEM-BENCH JOURNAL 1\n', (letter) =>
  letter.charCodeAt(0),
)

/** Octets of a record before its bytes. */
export const recordHead = 28
/** An entry with more bytes becomes several records with the same time. */
export const maxRecordBytes = 65536

const mark = [0x4d, 0x4a]
const slots: readonly SlotName[] = ['a', 'b']
const dirs: readonly JournalEntry['dir'][] = ['rx', 'tx', 'note']
/** Added to the direction of what passed through the second AT port. */
const secondDirs = 3
const noChecksum = new Uint8Array(4)

/**
 * The records of an entry, back to back. A record, little-endian:
 *
 * | octets | what |
 * | --- | --- |
 * | 2 | `MJ` |
 * | 1 | slot: 0 a, 1 b |
 * | 1 | direction: 0 rx, 1 tx, 2 note; 3 rx, 4 tx of the second AT port |
 * | 4 | how many bytes follow the head, at most 65536 |
 * | 4 | CRC-32 of the record with these four octets zero |
 * | 8 | atMs, float64 |
 * | 8 | monoUs, float64 |
 * | n | the bytes |
 *
 * Length and checksum find a torn end; mark and checksum find the next good record after damage in the middle.
 */
export function encodeEntry(entry: JournalEntry): Uint8Array {
  const records = []
  for (let at = 0; at === 0 || at < entry.bytes.length; at += maxRecordBytes)
    records.push(encodeRecord(entry, entry.bytes.subarray(at, at + maxRecordBytes)))
  return concat(records)
}

/** How many records `encodeEntry` makes of so many bytes. */
export function recordsOf(byteCount: number): number {
  return Math.max(1, Math.ceil(byteCount / maxRecordBytes))
}

function encodeRecord(entry: JournalEntry, bytes: Uint8Array): Uint8Array {
  const record = new Uint8Array(recordHead + bytes.length)
  const view = new DataView(record.buffer)
  record.set(mark)
  view.setUint8(2, slots.indexOf(entry.slot))
  view.setUint8(3, dirs.indexOf(entry.dir) + (entry.second ? secondDirs : 0))
  view.setUint32(4, bytes.length, true)
  view.setFloat64(12, entry.atMs, true)
  view.setFloat64(20, entry.monoUs, true)
  record.set(bytes, recordHead)
  view.setUint32(8, crc32(record), true)
  return record
}

/** A record and where it was found. */
export interface FoundRecord {
  readonly entry: JournalEntry
  /** Octets from the start of what was pushed, and the record's own length. */
  readonly at: number
  readonly length: number
}

/** Reads records from a journal that arrives in pieces (without its header). */
export class JournalReader {
  #rest: Uint8Array = new Uint8Array(0)
  /** Where `#rest` starts. */
  #at = 0
  /** Where the last good record ended. */
  #goodEnd = 0
  #damagedBytes = 0

  /** Octets between the records that were found, which are none. */
  get damagedBytes(): number {
    return this.#damagedBytes
  }

  /** The records that are complete now. */
  push(bytes: Uint8Array): FoundRecord[] {
    this.#rest = this.#rest.length === 0 ? bytes : concat([this.#rest, bytes])
    return this.#take(false)
  }

  /**
   * The records still to be found after the last piece, and what is not readable. A length that was damaged can make a
   * whole tail look like one unfinished record, so good records are looked for inside it.
   */
  finish(): { records: FoundRecord[] } & JournalDamage {
    const records = this.#take(true)
    const tornBytes = this.#at - this.#goodEnd
    return { records, tornBytes, damagedBytes: this.#damagedBytes }
  }

  #take(last: boolean): FoundRecord[] {
    const found: FoundRecord[] = []
    const bytes = this.#rest
    const spans = new CrcSpans(bytes)
    let at = 0
    let misses = 0
    while (at < bytes.length) {
      const record = readRecord(bytes, at, misses === 0 ? undefined : spans)
      if (record === 'unfinished' && !last) break
      if (typeof record === 'string') {
        if (record === 'wrong') misses++
        at++
        continue
      }
      found.push(this.#good(record, this.#at + at))
      at += record.length
    }
    this.#rest = bytes.slice(at)
    this.#at += at
    return found
  }

  #good(record: { entry: JournalEntry; length: number }, at: number): FoundRecord {
    this.#damagedBytes += at - this.#goodEnd
    this.#goodEnd = at + record.length
    return { ...record, at }
  }
}

type Read = { entry: JournalEntry; length: number } | 'unfinished' | 'none' | 'wrong'

/** `spans`: where a checksum has been wrong already, so that it pays to go over all octets once. */
function readRecord(all: Uint8Array, at: number, spans: CrcSpans | undefined): Read {
  const bytes = all.subarray(at)
  if (bytes[0] !== mark[0] || (bytes.length > 1 && bytes[1] !== mark[1])) return 'none'
  if (bytes.length < recordHead) return 'unfinished'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const slot = slots[view.getUint8(2)]
  const code = view.getUint8(3)
  const second = code >= secondDirs && code < secondDirs + 2
  const dir = dirs[second ? code - secondDirs : code]
  const length = recordHead + view.getUint32(4, true)
  if (!slot || !dir || length > recordHead + maxRecordBytes) return 'none'
  if (bytes.length < length) return 'unfinished'
  const begun = crcAfter(crcAfter(crcStart, bytes.subarray(0, 8)), noChecksum)
  const state = spans
    ? spans.after(begun, at + 12, at + length)
    : crcAfter(begun, bytes.subarray(12, length))
  if (crcOf(state) !== view.getUint32(8, true)) return 'wrong'
  const entry = {
    slot,
    dir,
    atMs: momentIn(view, 12),
    monoUs: momentIn(view, 20),
    // Copied by the constructor: the slice of a Node Buffer would be the same memory.
    bytes: new Uint8Array(bytes.subarray(recordHead, length)),
    ...(second ? { second } : {}),
  }
  return { entry, length }
}

/** A checksum can be right where the time is nonsense: somebody made the file. */
function momentIn(view: DataView, at: number): number {
  const value = view.getFloat64(at, true)
  return isMoment(value) ? value : 0
}

/** Reads a whole journal (without its header): its entries in order, and what was not readable. */
export function recover(bytes: Uint8Array): { entries: JournalEntry[] } & JournalDamage {
  const reader = new JournalReader()
  const found = reader.push(bytes)
  const { records, tornBytes, damagedBytes } = reader.finish()
  return { entries: [...found, ...records].map(({ entry }) => entry), tornBytes, damagedBytes }
}
