import type { ExportedFile, Parsed } from '@contract'
import { annotate, formatEndings, formatMimes } from '@core/export/annotate'
import { RawWriter } from '@core/log/raw'
import type { Redactor } from '@core/log/redact'
import type { SlotState } from '@contract'
import type { Clock } from '@core/ports/clock'
import { breathing } from '@bench/breath'
import { type ExportSource } from './export-source'
import { FilePieces, type MadePieces } from './kept-files'
import type { LogBook } from './log-book'
import type { Masking } from './masking'
import { report } from './report'

/** The connection of a slot that is to be told. */
export interface Reporting extends Pick<Parsed<'connect.report'>, 'language' | 'redact'> {
  readonly state: SlotState
  readonly utcOffsetMin: number
}
export type Reported = Pick<WholeFile, 'masked'> & { readonly text: string }

/** A file that was made, all of it. */
export interface WholeFile extends Pick<ExportedFile, 'name' | 'mime' | 'masked'>, MadePieces {
  /** UTF-8, and each piece ends with a character; octets otherwise. */
  readonly text: boolean
}

/** How a log is to be written. */
export type Writing = Omit<Parsed<'log.export'>, 'opened' | 'slots'>

/** A log as a file. */
export async function writtenLog(
  source: ExportSource,
  input: Writing,
  masking: Masking,
  clock: Clock,
): Promise<WholeFile> {
  const { format, language, redact } = input
  const redactor = redact ? masking.redactor(input) : undefined
  if (redact) await masking.learn(source.rows(), input)
  if (format === 'raw') return rawLog(source, redactor, clock)
  const pieces = new FilePieces()
  const utf8 = new TextEncoder()
  const options = {
    language,
    title: source.title,
    utcOffsetMin: source.utcOffsetMin,
    slots: source.slots,
    ...(redactor ? { redactor } : {}),
  }
  for await (const piece of annotate(breathing(source.rows(), clock), format, options))
    pieces.push(utf8.encode(piece))
  return {
    name: `${source.name}.${formatEndings[format]}`,
    mime: formatMimes[format],
    text: true,
    ...pieces.end(),
    masked: redactor?.masked ?? {},
  }
}

/** What is said of a connection: its text, and what was hidden in it. */
export async function writtenReport(
  book: LogBook,
  { state, language, redact, utcOffsetMin: offset }: Reporting,
  masking: Masking,
  clock: Clock,
): Promise<Reported> {
  const redactor = redact ? masking.redactor() : undefined
  if (redact) await masking.learn(book.rows(state.slot))
  const text = await report({
    state,
    rows: breathing(book.rows(state.slot), clock),
    language,
    utcOffsetMin: offset,
    ...(redactor ? { redactor } : {}),
  })
  return { text, masked: redactor?.masked ?? {} }
}

/** The octets that passed; to hide values in them, the rows are read first. */
async function rawLog(
  source: ExportSource,
  redactor: Redactor | undefined,
  clock: Clock,
): Promise<WholeFile> {
  if (redactor) for await (const row of breathing(source.rows(), clock)) redactor.row(row)
  const writer = new RawWriter(redactor?.values)
  const pieces = new FilePieces()
  for await (const octets of breathing(source.octets(), clock)) pieces.push(writer.push(octets))
  pieces.push(writer.end())
  return {
    name: `${source.name}.bin`,
    mime: 'application/octet-stream',
    text: false,
    ...pieces.end(),
    masked: redactor?.masked ?? {},
  }
}
