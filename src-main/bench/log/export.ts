import type { ExportedFile, Parsed } from '@contract'
import { knowledge } from '@catalog/decoders'
import { annotate, formatEndings, formatMimes } from '@core/log/annotate'
import { RawWriter } from '@core/log/raw'
import { Redactor, RedactionSession, type RedactOptions } from '@core/log/redact'
import type { Clock } from '@core/ports/clock'
import { breathing } from '@bench/breath'
import {
  liveSource,
  openedSource,
  stamp,
  utcOffsetMin,
  type ExportSource,
  type LogParts,
} from './export-source'
import { FilePieces, type KeptFiles } from './kept-files'
import { report } from './report'

// One name for one value in everything that leaves this run of the program.
const sessions = new WeakMap<LogParts, RedactionSession>()

/** Where the modem was: cells and addresses are left in unless asked for, positions masked unless asked for. */
type Places = Pick<RedactOptions, 'maskPlaces' | 'showPlaces'>

/** Hides the values of a log; the same value has the same name in everything this program writes. */
export function redactorOf(bench: LogParts, places: Places = {}): Redactor {
  let session = sessions.get(bench)
  if (!session) sessions.set(bench, (session = new RedactionSession()))
  return new Redactor({ knowledge, ...places, session })
}

/** Files that were made and are not fetched yet. */
export interface ExportParts extends LogParts {
  readonly files: KeptFiles
}

/** A log, live or opened, as a file: its first piece, and the way to the others. `masked` counts what was hidden, by kind. */
export async function exportLog(
  bench: ExportParts,
  input: Parsed<'log.export'>,
): Promise<ExportedFile> {
  const file = await wholeLog(bench, input)
  const { pieces, text, ...named } = file
  return bench.files.give(named, pieces, { text, masked: input.redact })
}

interface WholeFile extends Pick<ExportedFile, 'name' | 'mime' | 'masked'> {
  readonly pieces: FilePieces
  /** UTF-8; octets otherwise. */
  readonly text: boolean
}

/** All of a log at once, for whoever writes it where it is made. */
export async function wholeLog(bench: LogParts, input: Parsed<'log.export'>): Promise<WholeFile> {
  const { opened, slots, format, language } = input
  const source = opened === undefined ? liveSource(bench, slots) : await openedSource(bench, opened)
  const redactor = input.redact ? redactorOf(bench, input) : undefined
  const { clock } = bench.environment
  if (input.redact) await learn(bench, source, input)
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
    pieces,
    masked: redactor?.masked ?? {},
  }
}

/**
 * Looks at every row once before the first is written: a value may stand in prose before the answer that says what it is. What it
 * hid is not counted.
 */
export async function learn(
  bench: LogParts,
  source: Pick<ExportSource, 'rows'>,
  places: Places = {},
): Promise<void> {
  const redactor = redactorOf(bench, places)
  for await (const row of breathing(source.rows(), bench.environment.clock)) redactor.row(row)
}

/** What a connection did and how it ended, with the lines of it, as a file. */
export async function exportReport(
  bench: LogParts,
  { slot, language, redact }: Parsed<'connect.report'>,
): Promise<ExportedFile> {
  const nowMs = bench.environment.clock.nowMs()
  const redactor = redact ? redactorOf(bench) : undefined
  if (redact) await learn(bench, { rows: () => bench.log.rows(slot) })
  const text = await report({
    state: bench.slots[slot].state,
    rows: breathing(bench.log.rows(slot), bench.environment.clock),
    language,
    utcOffsetMin: utcOffsetMin(nowMs),
    ...(redactor ? { redactor } : {}),
  })
  const name = `modem-bench-connect-${stamp(nowMs)}-${slot}.md`
  return { name, mime: formatMimes.markdown, text, masked: redactor?.masked ?? {} }
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
    pieces,
    masked: redactor?.masked ?? {},
  }
}
