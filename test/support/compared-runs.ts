import { knowledge } from '@catalog/decoders'
import { concat } from '@core/bytes'
import { LogSteps } from '@core/compare/log-steps'
import type { Step } from '@core/compare/step'
import type { ConnectTarget } from '@core/connect/connect-state'
import { writerOf, type AnnotatedFormat } from '@core/export/annotate'
import { LogImport } from '@core/log/import/log-import'
import { encodeEntry, type JournalEntry, journalHeader, recover } from '@core/log/journal'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import { applyFault } from '@core/simulator/fault-rows'
import { connectBench } from './connect-bench'

/** What is wrong with a simulated run: a fault of the simulator, or another target of the connection. */
export interface Planted {
  readonly name: string
  readonly fault?: readonly [id: string, value?: string]
  readonly target?: Partial<ConnectTarget>
  /** Happens when the connection is up. */
  readonly later?: true
  /** Told by what the packets carry: exports of lines alone do not hold it. */
  readonly inPackets?: true
  /** Where the two runs must be said to part. */
  readonly at: RegExp
}

export const plantedCauses: readonly Planted[] = [
  { name: 'no card', fault: ['remove-sim'], at: /CPIN|sim/ },
  { name: 'registration refused', fault: ['reject', '7'], at: /registration/ },
  { name: 'no cell', fault: ['lose-cells'], at: /registration|CPSI|COPS/ },
  { name: 'slow attach', fault: ['slow-attach', '160'], at: /registration/ },
  { name: 'another APN', target: { apn: 'wrong.example' }, at: /CGDCONT/ },
  { name: 'another user', target: { user: 'nobody' }, at: /CGAUTH|authentication/ },
  {
    name: 'a wrong speed, or octets lost for want of flow control',
    fault: ['noise', '0.3'],
    at: /bit errors/,
  },
  { name: 'a supply too low', fault: ['supply', '3.0'], at: /brown-out/ },
  { name: 'no packet comes back', fault: ['loss', '1'], at: /UDP answers/ },
  {
    name: 'a name that does not exist',
    target: { pingHost: 'no.such.example' },
    at: /UDP answers/,
    inPackets: true,
  },
  { name: 'silent sessions are cut', fault: ['idle-cut', '0.05'], later: true, at: /call ended/ },
  { name: 'only echoes come back', fault: ['echo-only'], at: /silence|AT/ },
  { name: 'the modem hangs', fault: ['hang'], at: /silence|AT/ },
  { name: 'the network ends the call', fault: ['cut-session'], later: true, at: /call ended/ },
]

export async function simulatedRun(seed: number, planted?: Planted): Promise<LogRow[]> {
  return rowsOf(await simulatedEntries(seed, planted))
}

/** What passed the port in a run, as a journal holds it. */
export async function simulatedEntries(seed: number, planted?: Planted): Promise<JournalEntry[]> {
  const bench = await connectBench('sim:sim7672', seed)
  const { modem, clock } = bench
  if (planted?.fault && !planted.later) applyFault(modem, ...planted.fault)
  await bench.connect(planted?.target ?? {})
  if (planted?.fault && planted.later) applyFault(modem, ...planted.fault)
  await clock.advance(30_000)
  await bench.close()
  const entries = bench.wire.map(({ dir, atMs, bytes }): JournalEntry => ({
    slot: 'a',
    dir,
    atMs,
    monoUs: atMs * 1000,
    bytes,
  }))
  const end = { slot: 'a', dir: 'note', atMs: clock.nowMs(), bytes: new Uint8Array() } as const
  return [...entries, { ...end, monoUs: clock.monotonicUs() }]
}

/** The rows of a journal of one slot. */
export function rowsOf(entries: readonly JournalEntry[], slot: SlotName = 'a'): LogRow[] {
  const reader = new LogReader({ slot, knowledge })
  const own = entries.filter((entry) => entry.slot === slot && entry.bytes.length > 0)
  const last = entries.at(-1)
  const rows = own.flatMap((entry) => reader.push(entry))
  return [...rows, ...reader.end(last?.atMs ?? 0, last?.monoUs ?? 0)]
}

/** Written to a journal's file and read again. */
export function journalled(entries: readonly JournalEntry[]): JournalEntry[] {
  return recover(concat([journalHeader, ...entries.map(encodeEntry)])).entries
}

/** The same run as another program's file would hold it. */
export function exported(
  rows: readonly LogRow[],
  format: AnnotatedFormat,
  language: 'en' | 'ja',
): LogRow[] {
  const writer = writerOf(format, { language })
  const text = writer.head() + rows.map((row) => writer.row(row)).join('') + writer.end()
  const log = new LogImport({ knowledge })
  return [...log.push(text), ...log.end()]
}

export function stepsOf(rows: readonly LogRow[]): readonly Step[] {
  const steps = new LogSteps()
  for (const row of rows) steps.take(row, row)
  return steps.end()
}
