import type { ExportedFile, Parsed } from '@contract'
import { knowledge } from '@catalog/decoders'
import { annotate, formatEndings, formatMimes } from '@core/log/annotate'
import { RawWriter } from '@core/log/raw'
import { Redactor, RedactionSession } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-state'
import { base64 } from './base64'
import type { Bench } from './bench'
import { report } from './report'

// One name for one value in everything that leaves this run of the program.
const sessions = new WeakMap<Bench, RedactionSession>()

function redactorOf(bench: Bench, maskPlaces: boolean): Redactor {
  let session = sessions.get(bench)
  if (!session) sessions.set(bench, (session = new RedactionSession()))
  return new Redactor({ knowledge, maskPlaces, session })
}

/** The log of one slot or both, on one clock, as a file. `masked` counts what was hidden, by kind. */
export async function exportLog(bench: Bench, input: Parsed<'log.export'>): Promise<ExportedFile> {
  const slots = [...new Set(input.slots)]
  const redactor = input.redact ? redactorOf(bench, input.maskPlaces) : undefined
  if (input.format === 'raw') return exportRaw(bench, slots, redactor)
  const nowMs = bench.environment.clock.nowMs()
  const pieces: string[] = []
  const options = {
    language: input.language,
    title: titleOf(bench, slots),
    utcOffsetMin: utcOffsetMin(nowMs),
    slots: slots.length > 1,
    ...(redactor ? { redactor } : {}),
  }
  for await (const piece of annotate(merged(bench, slots), input.format, options))
    pieces.push(piece)
  return {
    name: fileName(nowMs, slots, formatEndings[input.format]),
    mime: formatMimes[input.format],
    text: pieces.join(''),
    masked: redactor?.masked ?? {},
  }
}

/** What a connection did and how it ended, with the lines of it, as a file. */
export async function exportReport(
  bench: Bench,
  { slot, language, redact }: Parsed<'connect.report'>,
): Promise<ExportedFile> {
  const nowMs = bench.environment.clock.nowMs()
  const redactor = redact ? redactorOf(bench, false) : undefined
  const text = await report({
    state: bench.slots[slot].state,
    rows: bench.log.rows(slot),
    language,
    utcOffsetMin: utcOffsetMin(nowMs),
    ...(redactor ? { redactor } : {}),
  })
  const name = fileName(nowMs, [slot], 'md').replace('modem-bench-', 'modem-bench-connect-')
  return { name, mime: formatMimes.markdown, text, masked: redactor?.masked ?? {} }
}

/** The octets of the journal; to hide values in them, the rows are read first. */
async function exportRaw(
  bench: Bench,
  slots: readonly SlotName[],
  redactor: Redactor | undefined,
): Promise<ExportedFile> {
  if (redactor) for await (const row of merged(bench, slots)) redactor.row(row)
  const writer = new RawWriter(redactor?.values)
  const parts: Uint8Array[] = []
  const journals = new Set(slots.map((slot) => bench.slots[slot].recorder.journal))
  for (const journal of journals) {
    for (let from = 0; journal && from < journal.count; from += entriesAtOnce)
      for (const entry of await journal.read(from, from + entriesAtOnce))
        if (slots.includes(entry.slot)) parts.push(writer.push(entry))
  }
  parts.push(writer.end())
  return {
    name: fileName(bench.environment.clock.nowMs(), slots, 'bin'),
    mime: 'application/octet-stream',
    base64: base64(parts),
    masked: redactor?.masked ?? {},
  }
}

const entriesAtOnce = 2000

/** The rows of all the slots in the order of their time; slots share one clock. */
async function* merged(bench: Bench, slots: readonly SlotName[]): AsyncGenerator<LogRow> {
  const sources = slots.map((slot) => bench.log.rows(slot)[Symbol.asyncIterator]())
  const heads = await Promise.all(sources.map((source) => source.next()))
  for (;;) {
    let first = -1
    let earliest: LogRow | undefined
    for (const [index, head] of heads.entries()) {
      if (head.done || (earliest && head.value.monoUs >= earliest.monoUs)) continue
      first = index
      earliest = head.value
    }
    const source = sources[first]
    if (!earliest || !source) return
    yield earliest
    heads[first] = await source.next()
  }
}

function titleOf(bench: Bench, slots: readonly SlotName[]): string {
  const labels = slots.flatMap(
    (slot) => bench.slots[slot].state.modem?.name ?? bench.slots[slot].state.port?.label ?? [],
  )
  return ['Modem Bench', ...labels].join(' · ')
}

/** `modem-bench-2026-11-21T0905-a.txt`, in local time: sorts by time and says which slot it is. */
function fileName(nowMs: number, slots: readonly SlotName[], ending: string): string {
  const local = new Date(nowMs + utcOffsetMin(nowMs) * 60_000).toISOString()
  return `modem-bench-${local.slice(0, 13)}${local.slice(14, 16)}-${slots.join('')}.${ending}`
}

function utcOffsetMin(nowMs: number): number {
  return -new Date(nowMs).getTimezoneOffset()
}
