import type { WholeFile } from './export'
import type { ExportedFile, Parsed } from '@contract'
import { formatMimes } from '@core/export/annotate'
import { liveNaming, stamp, utcOffsetMin } from './export-source'
import type { LogParts } from './log-parts'
import type { KeptFiles } from './kept-files'

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

/** All of a log at once, for whoever writes it where it is made. */
export async function wholeLog(bench: LogParts, input: Parsed<'log.export'>): Promise<WholeFile> {
  const { opened, slots, ...how } = input
  return bench.logs.file({ of: opened ?? liveNaming(bench, slots), ...how })
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
