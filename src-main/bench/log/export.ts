import type { ExportedFile, Parsed } from '@contract'
import { annotate, formatEndings, formatMimes } from '@core/log/annotate'
import { RawWriter } from '@core/log/raw'
import type { Redactor } from '@core/log/redact'
import type { SlotState } from '@contract'
import type { Clock } from '@core/ports/clock'
import { breathing } from '@bench/breath'
import { liveNaming, stamp, utcOffsetMin, type ExportSource, type LogParts } from './export-source'
import { FilePieces, type KeptFiles, type MadePieces } from './kept-files'
import type { LogBook } from './log-book'
import type { Masking } from './masking'
import { report } from './report'

/** The connection of a slot that is to be told. */
export interface Reporting extends Pick<Parsed<'connect.report'>, 'language' | 'redact'> {
  readonly state: SlotState
  readonly utcOffsetMin: number
}
export type Reported = Pick<WholeFile, 'masked'> & { readonly text: string }

/** Files that were made and are not fetched yet. */
export interface ExportParts extends LogParts {
  readonly files: KeptFiles
}

/** A log, live or opened, as a file: its first piece, and the way to the others. `masked` counts what was hidden, by kind. */
export async function exportLog(
  bench: ExportParts,
  input: Parsed<'log.export'>,
): Promise<ExportedFile> {
  const { pieces, bytes, text, ...named } = await wholeLog(bench, input)
  return bench.files.give(named, { pieces, bytes }, { text, masked: input.redact })
}

/** A file that was made, all of it. */
export interface WholeFile extends Pick<ExportedFile, 'name' | 'mime' | 'masked'>, MadePieces {
  /** UTF-8, and each piece ends with a character; octets otherwise. */
  readonly text: boolean
}

/** All of a log at once, for whoever writes it where it is made. */
export async function wholeLog(bench: LogParts, input: Parsed<'log.export'>): Promise<WholeFile> {
  const { opened, slots, ...how } = input
  return bench.logs.file({ of: opened ?? liveNaming(bench, slots), ...how })
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

/** What a connection did and how it ended, with the lines of it, as a file. */
export async function exportReport(
  bench: LogParts,
  { slot, language, redact }: Parsed<'connect.report'>,
): Promise<ExportedFile> {
  const nowMs = bench.environment.clock.nowMs()
  const { state } = bench.slots[slot]
  const asked = { state, language, redact, utcOffsetMin: utcOffsetMin(nowMs) }
  const { text, masked } = await bench.logs.report(asked)
  const name = `modem-bench-connect-${stamp(nowMs)}-${slot}.md`
  return { name, mime: formatMimes.markdown, text, masked }
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
