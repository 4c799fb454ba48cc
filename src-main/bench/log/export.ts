import type { ExportedFile, Parsed } from '@contract'
import { knowledge } from '@catalog/decoders'
import { annotate, formatEndings, formatMimes } from '@core/log/annotate'
import { RawWriter } from '@core/log/raw'
import { Redactor, RedactionSession, type RedactOptions } from '@core/log/redact'
import type { Clock } from '@core/ports/clock'
import { Base64Writer } from '@bench/base64'
import { breathing } from '@bench/breath'
import {
  liveSource,
  openedSource,
  stamp,
  utcOffsetMin,
  type ExportSource,
  type LogParts,
} from './export-source'
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

/** A log, live or opened, as a file. `masked` counts what was hidden, by kind. */
export async function exportLog(
  bench: LogParts,
  input: Parsed<'log.export'>,
): Promise<ExportedFile> {
  const { opened, slots, format, language } = input
  const source = opened === undefined ? liveSource(bench, slots) : openedSource(bench, opened)
  const redactor = input.redact ? redactorOf(bench, input) : undefined
  const { clock } = bench.environment
  if (format === 'raw') return exportRaw(source, redactor, clock)
  const pieces: string[] = []
  const options = {
    language,
    title: source.title,
    utcOffsetMin: source.utcOffsetMin,
    slots: source.slots,
    ...(redactor ? { redactor } : {}),
  }
  for await (const piece of annotate(breathing(source.rows(), clock), format, options))
    pieces.push(piece)
  return {
    name: `${source.name}.${formatEndings[format]}`,
    mime: formatMimes[format],
    text: pieces.join(''),
    masked: redactor?.masked ?? {},
  }
}

/** What a connection did and how it ended, with the lines of it, as a file. */
export async function exportReport(
  bench: LogParts,
  { slot, language, redact }: Parsed<'connect.report'>,
): Promise<ExportedFile> {
  const nowMs = bench.environment.clock.nowMs()
  const redactor = redact ? redactorOf(bench) : undefined
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
async function exportRaw(
  source: ExportSource,
  redactor: Redactor | undefined,
  clock: Clock,
): Promise<ExportedFile> {
  if (redactor) for await (const row of breathing(source.rows(), clock)) redactor.row(row)
  const writer = new RawWriter(redactor?.values)
  const text = new Base64Writer()
  for await (const octets of breathing(source.octets(), clock)) text.push(writer.push(octets))
  text.push(writer.end())
  return {
    name: `${source.name}.bin`,
    mime: 'application/octet-stream',
    base64: text.end(),
    masked: redactor?.masked ?? {},
  }
}
