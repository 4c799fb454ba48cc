import { knowledge } from '@catalog/decoders'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import { instantsOf, reportLog, type ReportLog } from '@core/soak/report-log'
import type { Tally } from '@core/soak/tally'
import type { Language } from '@core/words'
import { breathing } from '@bench/breath'
import { utcOffsetMin, type LogParts } from '@bench/log/export-source'

/** The rows around everything a run's report points at, from the journals of all programs that had the run. */
export async function logOfRun(
  bench: LogParts,
  tally: Tally,
  language: Language,
): Promise<ReportLog> {
  const parts = [...instantsOf(tally)].map(([file, instants]) => ({
    file,
    instants,
    rows: breathing(rowsOf(bench, file), bench.environment.clock),
  }))
  return reportLog(parts, {
    language,
    title: `Modem Bench · ${tally.plan?.name ?? ''}`,
    utcOffsetMin: utcOffsetMin(bench.environment.clock.nowMs()),
    slots: true,
    redactor: bench.masking.redactor(),
  })
}

async function* rowsOf(bench: LogParts, file: string): AsyncGenerator<LogRow> {
  const readers = {
    a: new LogReader({ slot: 'a', knowledge }),
    b: new LogReader({ slot: 'b', knowledge }),
  }
  let last = { atMs: 0, monoUs: 0 }
  for await (const entry of bench.environment.readJournal(file)) {
    last = entry
    yield* readers[entry.slot].push(entry)
  }
  for (const reader of Object.values(readers)) yield* reader.end(last.atMs, last.monoUs)
}
