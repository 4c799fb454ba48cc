import { open } from 'node:fs/promises'
import { Fault } from '@core/fault'
import {
  journalHeader,
  JournalReader,
  type FoundRecord,
  type JournalDamage,
  type JournalEntry,
} from '@core/log/journal'
import { sameBytes } from '@core/bytes'
import { storeFault } from './store-fault'
import { noJournalHeader } from './words'

/** Every so many records the index keeps where in the file one starts. */
export const indexEvery = 256
const pieceBytes = 1 << 20
const readBytes = 1 << 16

/** A file as a journal is read from it. */
export interface Readable {
  read(
    into: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesRead: number }>
}

/** What a pass over a journal found out. */
export interface JournalScan extends JournalDamage {
  /** Records that can be read. */
  readonly records: number
  /** Where the last of them ends, from the start of the file: the place to go on writing. */
  readonly end: number
  /** Where records 0, 256, 512, … start. */
  readonly index: number[]
}

/** Reads a journal once, a megabyte at a time. Rejects with `Fault('journal-format')` when it is none. */
export async function scanJournal(file: Readable, path: string): Promise<JournalScan> {
  const reader = new JournalReader()
  const index: number[] = []
  let records = 0
  let end = journalHeader.length
  const count = (found: readonly FoundRecord[]) => {
    for (const record of found) {
      const start = journalHeader.length + record.at
      if (records % indexEvery === 0) index.push(start)
      records++
      end = start + record.length
    }
  }
  const head = await readAt(file, 0, journalHeader.length)
  // A header cut short is a crash in the first moment; nothing was lost.
  if (!sameBytes(head, journalHeader.subarray(0, head.length))) throw notAJournal(path)
  if (head.length < journalHeader.length)
    return { records: 0, end: 0, index: [], tornBytes: head.length, damagedBytes: 0 }
  for (let at = journalHeader.length; ;) {
    const piece = await readAt(file, at, pieceBytes)
    if (piece.length === 0) break
    count(reader.push(piece))
    at += piece.length
  }
  const rest = reader.finish()
  count(rest.records)
  return { records, end, index, tornBytes: rest.tornBytes, damagedBytes: rest.damagedBytes }
}

/** Up to `length` octets; fewer only at the end of the file. */
export async function readAt(file: Readable, at: number, length: number): Promise<Uint8Array> {
  const buffer = new Uint8Array(length)
  let got = 0
  while (got < length) {
    const { bytesRead } = await file.read(buffer, got, length - got, at + got)
    if (bytesRead === 0) break
    got += bytesRead
  }
  return buffer.subarray(0, got)
}

/** `count` entries after `skip` records, from a place where a record starts and not past `end`. */
export async function readRecords(
  file: Readable,
  { start, end }: { readonly start: number; readonly end: number },
  skip: number,
  count: number,
): Promise<JournalEntry[]> {
  const reader = new JournalReader()
  const found: FoundRecord[] = []
  for (let at = start; found.length < skip + count;) {
    const piece = await readAt(file, at, Math.min(readBytes, end - at))
    found.push(...(piece.length === 0 ? reader.finish().records : reader.push(piece)))
    if (piece.length === 0) break
    at += piece.length
  }
  return found.slice(skip, skip + count).map((record) => record.entry)
}

/** Reads a journal somebody else may be writing: all of it as far as it goes, changing nothing. */
export async function* journalEntries(path: string): AsyncGenerator<JournalEntry> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw storeFault(error, path)
  })
  try {
    const head = await readAt(file, 0, journalHeader.length)
    if (!sameBytes(head, journalHeader)) throw notAJournal(path)
    const reader = new JournalReader()
    for (let at = journalHeader.length; ;) {
      const piece = await readAt(file, at, pieceBytes)
      const found = piece.length === 0 ? reader.finish().records : reader.push(piece)
      for (const record of found) yield record.entry
      if (piece.length === 0) return
      at += piece.length
    }
  } finally {
    await file.close()
  }
}

function notAJournal(path: string): Fault {
  return new Fault('journal-format', noJournalHeader(path))
}
