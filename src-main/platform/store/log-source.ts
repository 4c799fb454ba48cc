import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { devNull } from 'node:os'
import { sameBytes } from '@core/bytes'
import { Fault } from '@core/fault'
import type { Words } from '@core/words'
import type { DecodingNotice } from '@core/log/encoding-words'
import { PcapngReader, pcapngMagic } from '@core/log/pcapng-reader'
import { journalCut, journalGap, packedCut } from '@core/log/cut-words'
import {
  JournalReader,
  journalHeader,
  type FoundRecord,
  type JournalEntry,
} from '@core/log/journal'
import { noteBytes } from '@core/log/note'
import { binaryKind, encodingOf, type TextEncodingName } from './text-encoding'
import { unpacked, type Packed } from './unpacked'
import { TextDecoding } from './text-decoding'
import {
  captureOfOthers,
  deviceNotLog,
  folderNotLog,
  mayNotRead,
  noSuchFile,
  notJournal,
} from './words'

const headBytes = 65_536

/** A log as it was given: our own journal, or text in whatever it is written. Both come in pieces and are read once. */
export type LogSource =
  | { readonly kind: 'journal'; readonly entries: AsyncGenerator<JournalEntry> }
  | {
      readonly kind: 'text'
      readonly encoding: TextEncodingName
      readonly text: AsyncGenerator<string>
      /** What was odd about the octets; complete when the text has been read. */
      readonly notices: ReadonlySet<DecodingNotice>
    }

/** Opens a log file, `-` for standard input. Rejects with `Fault`: bad-input (no such file), log-binary. */
export async function openLogSource(path: string): Promise<LogSource> {
  if (path !== '-') await refuseDevice(path)
  const stream = path === '-' ? process.stdin : createReadStream(path)
  return logSource(pieces(stream, path), path)
}

/** Standard input by its name in the file system: it ends, or a person ends it. */
const standardInput = /^\/dev\/(?:stdin|fd\/\d+)$|^\/proc\/self\/fd\/\d+$/

/** A serial port or /dev/zero would be read for ever. What else is wrong with the path is told when it is opened. */
async function refuseDevice(path: string): Promise<void> {
  if (standardInput.test(path)) return
  const found = await stat(path).catch(() => undefined)
  // Nothing is in /dev/null, and it ends.
  const endless = found?.isCharacterDevice() === true && path !== devNull
  if (endless) throw new Fault('bad-input', deviceNotLog(path))
}

/** The entries of a journal file. Rejects with `Fault('bad-input')` when there is none. */
export async function* journalEntries(path: string): AsyncGenerator<JournalEntry> {
  const source = await openLogSource(path)
  if (source.kind !== 'journal') throw new Fault('bad-input', notJournal(path))
  yield* source.entries
}

async function* pieces(stream: AsyncIterable<unknown>, path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of stream) {
      if (piece instanceof Uint8Array) yield piece
      else if (typeof piece === 'string') yield Buffer.from(piece)
    }
  } catch (error) {
    throw new Fault('bad-input', unread(error, path), { cause: error })
  }
}

/** Why a file cannot be read, as a person says it. */
function unread(error: unknown, path: string): Words {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
      return noSuchFile(path)
    case 'EISDIR':
      return folderNotLog(path)
    case 'EACCES':
    case 'EPERM':
      return mayNotRead(path)
    default: {
      const reason = error instanceof Error ? error.message : String(error)
      return { en: `${path}: ${reason}`, ja: `${path}：${reason}` }
    }
  }
}

/** The same from octets that come in pieces, packed by gzip or not; `name` is for messages. */
export async function logSource(
  octets: AsyncGenerator<Uint8Array>,
  name: string,
): Promise<LogSource> {
  const packed: Packed = { cut: false }
  const stream = unpacked(octets, name, packed)
  const head = await firstOf(stream)
  const { length } = journalHeader
  if (head.length >= length && sameBytes(head.subarray(0, length), journalHeader))
    return { kind: 'journal', entries: journalOf(head.subarray(length), stream, packed) }
  if (new JournalReader().push(head).length > 0)
    return { kind: 'journal', entries: journalOf(head, stream, packed) }
  if (head.length >= 4 && sameBytes(head.subarray(0, 4), pcapngMagic))
    return { kind: 'journal', entries: captureOf(head, stream, name) }
  const binary = binaryKind(head)
  if (binary !== undefined)
    throw new Fault('log-binary', {
      en: `${name}: ${binary.en}.`,
      ja: `${name}：${binary.ja}。`,
    })
  const encoding = encodingOf(head)
  const decoding = new TextDecoding(encoding)
  return {
    kind: 'text',
    encoding,
    text: textOf(head, stream, decoding, packed),
    notices: decoding.notices,
  }
}

/** Pieces of zeros before all else are left out: a journal that was emptied while it was written goes on behind a hole. */
async function firstOf(stream: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  let parts: Uint8Array[] = []
  let [size, hole] = [0, false]
  while (size < headBytes || hole) {
    const next = await stream.next()
    if (next.done) break
    if (hole) [parts, size] = [[], 0]
    parts.push(next.value)
    size += next.value.length
    hole = parts.length === 1 && next.value.every((octet) => octet === 0)
  }
  return Buffer.concat(parts)
}

async function* textOf(
  head: Uint8Array,
  stream: AsyncGenerator<Uint8Array>,
  decoding: TextDecoding,
  packed: Packed,
): AsyncGenerator<string> {
  yield decoding.push(head).replace(/^\ufeff/, '')
  for await (const piece of stream) yield decoding.push(piece)
  yield decoding.end()
  if (packed.cut) decoding.notices.add('packed')
}

/** A capture of ours; rejects with `log-binary` at its end where nothing of it was. */
async function* captureOf(
  head: Uint8Array,
  stream: AsyncGenerator<Uint8Array>,
  name: string,
): AsyncGenerator<JournalEntry> {
  const reader = new PcapngReader()
  let count = 0
  for (const entry of reader.push(head)) {
    count++
    yield entry
  }
  for await (const piece of stream)
    for (const entry of reader.push(piece)) {
      count++
      yield entry
    }
  if (count === 0) throw new Fault('log-binary', captureOfOthers(name, reader.foreign))
}

/** Its entries, and a note at each place where something of it cannot be read. */
async function* journalOf(
  head: Uint8Array,
  stream: AsyncGenerator<Uint8Array>,
  packed: Packed,
): AsyncGenerator<JournalEntry> {
  const reader = new JournalReader()
  const told = new GapNotes()
  yield* told.of(reader.push(head))
  for await (const piece of stream) yield* told.of(reader.push(piece))
  const { records, tornBytes } = reader.finish()
  yield* told.of(records)
  yield* told.end(tornBytes, packed.cut)
}

/** Says in the journal itself what is missing, behind the last entry that was read. */
class GapNotes {
  #end = 0
  #last: JournalEntry | undefined;

  *of(records: readonly FoundRecord[]): Generator<JournalEntry> {
    for (const { entry, at, length } of records) {
      if (at > this.#end) yield note(entry, journalGap(at - this.#end))
      this.#end = at + length
      this.#last = entry
      yield entry
    }
  }

  *end(tornBytes: number, packedIsCut: boolean): Generator<JournalEntry> {
    if (!this.#last) return
    if (tornBytes > 0) yield note(this.#last, journalCut(tornBytes))
    else if (packedIsCut) yield note(this.#last, packedCut)
  }
}

const note = (at: JournalEntry, words: Words): JournalEntry => ({
  slot: at.slot,
  atMs: at.atMs,
  monoUs: at.monoUs,
  dir: 'note',
  bytes: noteBytes(words, true),
})
