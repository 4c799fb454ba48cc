import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { Octets } from './log-rows'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { LogBook } from '@bench/log/log-book'
import type { Clock } from '@core/ports/clock'
import { eachOf } from './merged-rows'
import type { OpenedLogs } from './opened-logs'

/** What of the bench names the live log. */
export interface LiveParts {
  readonly environment: Environment
  readonly slots: Slots
}

/** A log that can be written into a file: the live one, or one that was opened. */
export interface ExportSource {
  readonly title: string
  /** What the file's name begins with. */
  readonly name: string
  /** More than one slot is in it. */
  readonly slots: boolean
  readonly utcOffsetMin: number
  rows(): AsyncIterable<LogRow> | Iterable<LogRow>
  octets(): AsyncIterable<Octets>
}

/** The live log of one slot or both, as its file is called. */
export interface LiveNaming extends Pick<ExportSource, 'title' | 'name' | 'utcOffsetMin'> {
  readonly slots: readonly SlotName[]
}

export function liveNaming(bench: LiveParts, wanted: readonly SlotName[]): LiveNaming {
  const slots = [...new Set(wanted)]
  const nowMs = bench.environment.clock.nowMs()
  return {
    title: titleOf(bench, slots),
    name: `modem-bench-${stamp(nowMs)}-${slots.join('')}`,
    utcOffsetMin: utcOffsetMin(nowMs),
    slots,
  }
}

/** The live log of one slot or both, on one clock. */
export function liveSource(book: LogBook, { slots, ...named }: LiveNaming): ExportSource {
  return {
    ...named,
    slots: slots.length > 1,
    rows: () => eachOf(book.pieces(slots)),
    octets: () => book.octets(slots),
  }
}

/** A log file that is open, under its own name, once it was read to its end. Rejects with `Fault('bad-input')` when it is closed. */
export async function openedSource(
  logs: OpenedLogs,
  id: string,
  clock: Clock,
): Promise<ExportSource> {
  const { name, rows, slots, journal } = await logs.whole(id)
  return {
    title: name,
    name: `${name.replace(/\.[^.]{1,8}$/, '')}-explained`,
    slots: slots.size > 1,
    // A journal knows its moments; other logs are shown with the times they wrote.
    utcOffsetMin: journal ? utcOffsetMin(clock.nowMs()) : 0,
    rows: () => rows,
    octets: () => logs.octets(id),
  }
}

/** `2026-11-21T0905`, in local time: sorts by time. */
export function stamp(nowMs: number): string {
  const local = new Date(nowMs + utcOffsetMin(nowMs) * 60_000).toISOString()
  return `${local.slice(0, 13)}${local.slice(14, 16)}`
}

export function utcOffsetMin(nowMs: number): number {
  return -new Date(nowMs).getTimezoneOffset()
}

function titleOf(bench: LiveParts, slots: readonly SlotName[]): string {
  const labels = slots.flatMap(
    (slot) => bench.slots[slot].state.modem?.name ?? bench.slots[slot].state.port?.label ?? [],
  )
  return ['Modem Bench', ...labels].join(' · ')
}
