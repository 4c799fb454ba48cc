import { knowledge } from '@catalog/decoders'
import { Fault } from '@core/fault'
import { byHand } from '@core/log/import/by-hand'
import type { LogFormat } from '@core/log/import/format'
import { LogImport } from '@core/log/import/log-import'
import type { JournalEntry } from '@core/log/journal'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import type { Words } from '@core/words'
import type { LogSource } from '@platform/store/log-source'
import { fileHolds, isEmpty, journalFormat, marksExpected, textFormat } from './words'

const inputChars = 8192

/** Where the rows of a log go, in small pieces. */
export interface RowSink {
  rows(rows: readonly LogRow[]): Promise<void>
}

/** Reads a log, whoever wrote it, to its end. */
export async function readRows(
  source: LogSource,
  output: RowSink,
  format?: LogFormat,
): Promise<Told> {
  return source.kind === 'journal'
    ? fromJournal(source.entries, output)
    : fromText(source, output, format)
}

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Throws Fault('log-unknown') for a text without an exchange, Fault('log-empty') for none at all. */
export function refuseEmpty(file: string, source: LogSource, told: Told): void {
  if (source.kind === 'journal' || told.exchanges > 0) return
  const { lines } = told
  if (lines === 0) throw new Fault('log-empty', isEmpty(file))
  throw new Fault('log-unknown', fileHolds(file, lines, source.encoding))
}

/** The format a person described by hand. */
export function markedFormat({
  sent,
  received,
}: {
  readonly sent?: string
  readonly received?: string
}): LogFormat | undefined {
  if (sent === undefined && received === undefined) return undefined
  for (const mark of [sent, received])
    if (mark?.replaceAll('*', '').trim() === '') throw new Fault('bad-input', marksExpected)
  return byHand({
    ...(sent === undefined ? {} : { sent }),
    ...(received === undefined ? {} : { received }),
  })
}

export interface Told {
  readonly format: Words
  readonly exchanges: number
  readonly lines: number
}

async function fromJournal(entries: AsyncGenerator<JournalEntry>, output: RowSink): Promise<Told> {
  const readers = new Map<string, LogReader>()
  let last: JournalEntry | undefined
  let exchanges = 0
  for await (const entry of entries) {
    let reader = readers.get(entry.slot)
    if (!reader) readers.set(entry.slot, (reader = new LogReader({ slot: entry.slot, knowledge })))
    last = entry
    exchanges++
    await output.rows(reader.push(entry))
  }
  for (const reader of readers.values())
    await output.rows(reader.end(last?.atMs ?? 0, last?.monoUs ?? 0))
  return { format: journalFormat, exchanges, lines: exchanges }
}

async function fromText(
  source: LogSource & { kind: 'text' },
  output: RowSink,
  format: LogFormat | undefined,
): Promise<Told> {
  const log = new LogImport({ knowledge, ...(format ? { format } : {}) })
  let lines = 0
  let open = false
  for await (const text of source.text) {
    lines += lineEnds(text)
    open = text === '' ? open : !text.endsWith('\n')
    // In small pieces, so that rows are written before they grow old: a young row costs the memory nothing.
    for (let at = 0; at < text.length; at += inputChars)
      await output.rows(log.push(text.slice(at, at + inputChars)))
  }
  await output.rows(log.end())
  const { format: read, exchanges } = log
  const name = read?.name ?? textFormat
  return { format: name, exchanges, lines: lines + (open ? 1 : 0) }
}
