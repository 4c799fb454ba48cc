import { isoOf } from '../log/formats/time'
import { escaped } from '../page'
import { slotNames, type SlotName } from '../modem/slot-names'
import type { Language } from '../words'
import type { Tally } from './tally'
import { chartNames } from './words'

const width = 1000
const laneHeight = 14
const signalTop = 60
const signalHeight = 120
const strongDbm = -60
const weakDbm = -130

function heightOf(dbm: number): string {
  const share = Math.min(1, Math.max(0, (strongDbm - dbm) / (strongDbm - weakDbm)))
  return (signalTop + 8 + share * (signalHeight - 16)).toFixed(1)
}

/** Who served when, and the signal of both slots, on one time axis. */
export function chartOf(
  tally: Tally,
  { language, utcOffsetMin }: { language: Language; utcOffsetMin: number },
): string {
  const { startedMs, lastMs } = tally
  const span = Math.max(1, lastMs - startedMs)
  const x = (ms: number) => (((ms - startedMs) / span) * width).toFixed(1)
  const lanes = tally.stretches().map(({ slot, fromMs, toMs }) => {
    const wide = Math.max(1, ((toMs - fromMs) / span) * width).toFixed(1)
    const y = slot === 'b' ? 20 + laneHeight : 20
    const tall = slot === null ? 2 * laneHeight : laneHeight
    return `<rect class="${slot ?? 'none'}" x="${x(fromMs)}" y="${y}" width="${wide}" height="${tall}"/>`
  })
  const lines = slotNames.flatMap((slot) => [
    ...linesOf(tally, slot, x),
    ...cellMarks(tally, slot, x),
  ])
  const words = chartNames[language]
  const bottom = signalTop + signalHeight + 14
  return `<svg viewBox="0 0 ${width} ${bottom + 4}" role="img" aria-label="${words.who}"><text x="0" y="12">${words.who}</text>${lanes.join('')}<text x="0" y="${signalTop + 2}">${words.signal} (${strongDbm} … ${weakDbm})</text>${lines.join('')}<text x="0" y="${bottom}">${isoOf(startedMs, utcOffsetMin)}</text><text x="${width}" y="${bottom}" text-anchor="end">${isoOf(lastMs, utcOffsetMin)}</text></svg>`
}

/** A dot where a slot came to another cell; its name is in the hint. */
function cellMarks(tally: Tally, slot: SlotName, x: (ms: number) => string): readonly string[] {
  let last: string | null = null
  return tally.samples.flatMap(({ ms, slot: of, cell, dbm }) => {
    if (of !== slot || cell === null || cell === last || dbm === null) return []
    last = cell
    return [
      `<circle class="${slot}" cx="${x(ms)}" cy="${heightOf(dbm)}" r="4"><title>${slot.toUpperCase()}: ${escaped(cell)}</title></circle>`,
    ]
  })
}

/** A line for each stretch with values: gaps stay gaps. */
function linesOf(tally: Tally, slot: SlotName, x: (ms: number) => string): readonly string[] {
  const lines: string[][] = [[]]
  for (const { ms, slot: of, dbm } of tally.samples) {
    if (of !== slot) continue
    if (dbm === null) {
      lines.push([])
      continue
    }
    lines.at(-1)?.push(`${x(ms)},${heightOf(dbm)}`)
  }
  return lines
    .filter((points) => points.length > 0)
    .map((points) => `<polyline class="${slot}" points="${points.join(' ')}"/>`)
}
