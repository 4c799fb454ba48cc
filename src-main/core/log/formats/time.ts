import type { LogRow } from '../row'

const two = (value: number) => String(value).padStart(2, '0')
const dayMs = 86_400_000

/** `09:05:12.345` of the local day, or of the place whose clock a log names; undefined when the log does not say. */
export function timeOfDay(row: LogRow, utcOffsetMin = 0): string | undefined {
  if (row.timed === 'none') return undefined
  if (row.timed === 'elapsed') return elapsed(row.atMs)
  // A clock of another place is shown as it was written.
  const offsetMs = row.timed === undefined ? (row.zoneMin ?? utcOffsetMin) * 60_000 : 0
  const ms = (((row.atMs + offsetMs) % dayMs) + dayMs) % dayMs
  return clock(ms)
}

/** `+12.345` or `+1:02:03.456` since the start of the log. */
export function elapsed(ms: number): string {
  if (ms < 60_000) return `+${(ms / 1000).toFixed(3)}`
  return `+${clock(ms).replace(/^0/, '')}`
}

/** The last second that was written out: lines of a log come close together. */
let lastSecond = -1
let lastText = ''

function clock(ms: number): string {
  const second = Math.floor(ms / 1000)
  if (second !== lastSecond) {
    lastSecond = second
    lastText = `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`
  }
  return `${lastText}.${String(Math.floor(ms) % 1000).padStart(3, '0')}`
}

/** ISO 8601 with the local offset, without one where the log does not say its zone; elapsed seconds, or empty, when the log does not say more. */
export function isoTime(row: LogRow, utcOffsetMin = 0): string {
  if (row.timed === 'none') return ''
  if (row.timed === 'date') return isoOf(row.atMs).slice(0, -1)
  if (row.timed !== undefined) return timeOfDay(row) ?? ''
  return isoOf(row.atMs, row.zoneMin ?? utcOffsetMin)
}

export function isoOf(atMs: number, utcOffsetMin = 0): string {
  const local = new Date(atMs + utcOffsetMin * 60_000).toISOString().slice(0, -1)
  if (utcOffsetMin === 0) return `${local}Z`
  const away = Math.abs(utcOffsetMin)
  return `${local}${utcOffsetMin < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
}
