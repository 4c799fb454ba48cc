import { knowledge } from '@catalog/decoders'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import { instantsOf, reportLog, type ReportLog } from '@core/soak/report-log'
import type { Tally } from '@core/soak/tally'
import type { Language } from '@core/words'
import { breathing } from '@bench/breath'
import type { Environment } from '@bench/environment'
import { utcOffsetMin } from '@bench/log/export-source'
import type { Masking } from '@bench/log/masking'

/** What of the journals of a run is told: by journal the instants that its report points at. */
export interface RunLogInput {
  readonly title: string
  readonly language: Language
  readonly instants: readonly (readonly [file: string, us: readonly number[]])[]
}

/** The same as `ReportLog`, in a form that can be copied. */
export interface RunLog extends Pick<ReportLog, 'text' | 'masked'> {
  readonly anchors: ReadonlyMap<string, string>
}

/** The rows around everything a run's report points at, from the journals of all programs that had the run. */
export async function logOfRun(
  { logs }: { readonly logs: { runLog(input: RunLogInput): Promise<RunLog> } },
  tally: Tally,
  language: Language,
): Promise<ReportLog> {
  const title = `Modem Bench · ${tally.plan?.name ?? ''}`
  const { text, masked, anchors } = await logs.runLog({
    title,
    language,
    instants: [...instantsOf(tally)],
  })
  return { text, masked, anchorOf: (file, us) => anchors.get(keyOf(file, us)) }
}

type Parts = Pick<Environment, 'clock' | 'readJournal'>

/** Reads the journals, where this is called. */
export async function readRunLog(
  parts: Parts,
  masking: Masking,
  { title, language, instants }: RunLogInput,
): Promise<RunLog> {
  const journals = instants.map(([file, us]) => ({
    file,
    instants: us,
    rows: breathing(rowsOf(parts, file), parts.clock),
  }))
  const log = await reportLog(journals, {
    language,
    title,
    utcOffsetMin: utcOffsetMin(parts.clock.nowMs()),
    slots: true,
    redactor: masking.redactor(),
  })
  const places = instants.flatMap(([file, all]) =>
    all.flatMap((us): [string, string][] => {
      const anchor = log.anchorOf(file, us)
      return anchor === undefined ? [] : [[keyOf(file, us), anchor]]
    }),
  )
  return { text: log.text, masked: log.masked, anchors: new Map(places) }
}

const keyOf = (file: string, us: number) => `${us} ${file}`

async function* rowsOf({ readJournal }: Parts, file: string): AsyncGenerator<LogRow> {
  const readers = {
    a: new LogReader({ slot: 'a', knowledge }),
    b: new LogReader({ slot: 'b', knowledge }),
  }
  let last = { atMs: 0, monoUs: 0 }
  for await (const entry of readJournal(file)) {
    last = entry
    yield* readers[entry.slot].push(entry)
  }
  for (const reader of Object.values(readers)) yield* reader.end(last.atMs, last.monoUs)
}
