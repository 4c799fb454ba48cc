import type { CellStay, SlotName } from '@contract'

/** All the time of a slot on one cell. */
export interface CellTime {
  readonly slot: SlotName
  readonly cell: string
  readonly band: string | null
  readonly access: string | null
  readonly operator: string | null
  readonly ms: number
  /** Of the time the slot had a cell. */
  readonly share: number
  readonly visits: number
  readonly serving: boolean
  readonly rsrp: CellStay['rsrp']
  /** Where in the log the last visit began. */
  readonly monoUs: number
}

/** Time spent on each cell, most first, per slot. */
export function cellTimes(stays: readonly CellStay[], nowMs: number): readonly CellTime[] {
  const found = new Map<string, CellTime>()
  const total: Record<SlotName, number> = { a: 0, b: 0 }
  for (const stay of stays) {
    const ms = Math.max(0, (stay.toMs ?? nowMs) - stay.fromMs)
    total[stay.slot] += ms
    const key = `${stay.slot} ${stay.cell}`
    const before = found.get(key)
    found.set(key, {
      slot: stay.slot,
      cell: stay.cell,
      band: stay.band ?? before?.band ?? null,
      access: stay.access ?? before?.access ?? null,
      operator: stay.operator ?? before?.operator ?? null,
      ms: ms + (before?.ms ?? 0),
      share: 0,
      visits: 1 + (before?.visits ?? 0),
      serving: stay.toMs === null,
      rsrp: wider(before?.rsrp ?? null, stay.rsrp),
      monoUs: stay.monoUs,
    })
  }
  return [...found.values()]
    .map((time) => ({ ...time, share: total[time.slot] > 0 ? time.ms / total[time.slot] : 1 }))
    .sort((p, q) => p.slot.localeCompare(q.slot) || q.ms - p.ms)
}

function wider(one: CellStay['rsrp'], other: CellStay['rsrp']): CellStay['rsrp'] {
  if (!one || !other) return one ?? other
  return { min: Math.min(one.min, other.min), max: Math.max(one.max, other.max) }
}
