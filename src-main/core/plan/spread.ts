import type { Words } from '../words'
import type { Measured } from './judge'
import type { UnitRecord } from './unit-record'

/** What was measured of one board. */
export interface BoardValue {
  readonly serial: string
  readonly ms: number
  readonly value: number
  readonly ok: boolean
}

/** How the values of one kind lie within their limits over the boards of a batch. */
export interface ValueSpread {
  readonly step: string
  readonly key: string
  readonly title: Words
  readonly unit: string
  readonly count: number
  readonly mean: number
  /** Of the sample (n − 1); null with fewer than two values. */
  readonly deviation: number | null
  readonly min?: number
  readonly max?: number
  /** (max − min) / 6σ; null without two limits or without a spread. */
  readonly cp: number | null
  /** The nearer limit's distance from the mean / 3σ; null without a limit or without a spread. */
  readonly cpk: number | null
  /** The last of each board, in the order in which they were tested. */
  readonly values: readonly BoardValue[]
}

/** Every number that was measured, by step and key. `tests`: the last of each board. */
export function spreadsOf(tests: readonly UnitRecord[]): readonly ValueSpread[] {
  const groups = new Map<string, { step: string; last: Measured; values: BoardValue[] }>()
  const inTurn = tests.toSorted((one, other) => one.endedMs - other.endedMs)
  for (const { steps, serial, endedMs: ms } of inTurn)
    for (const { name, measured } of steps)
      for (const one of measured) {
        if (typeof one.value !== 'number') continue
        const id = `${name}\n${one.key}`
        const group = groups.get(id) ?? { step: name, last: one, values: [] }
        group.values.push({ serial, ms, value: one.value, ok: one.ok })
        groups.set(id, { ...group, last: one })
      }
  return [...groups.values()].map(({ step, last, values }) => spread(step, last, values))
}

function spread(
  step: string,
  { key, title, unit, min, max }: Measured,
  boards: readonly BoardValue[],
): ValueSpread {
  const values = boards.map(({ value }) => value)
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const deviation = count < 2 ? null : Math.sqrt(squares / (count - 1))
  const spreads = deviation !== null && deviation > 0
  const sides = [
    ...(min === undefined ? [] : [mean - min]),
    ...(max === undefined ? [] : [max - mean]),
  ]
  const both = min !== undefined && max !== undefined
  return {
    step,
    key,
    title,
    unit,
    count,
    mean,
    deviation,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    cp: spreads && both ? (max - min) / (6 * deviation) : null,
    cpk: spreads && sides.length > 0 ? Math.min(...sides) / (3 * deviation) : null,
    values: boards,
  }
}
