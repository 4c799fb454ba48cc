import { factText } from '@core/at/fact-text'
import { say } from '@core/at/parameter'
import type { FactValue } from '@core/at/knowledge'
import type { Words } from '@core/words'

/** How a measurement index becomes dBm or dB: the lower edge of the bin 3GPP TS 27.007 gives it. */
export interface Bin {
  readonly name: string
  readonly max: number
  readonly unknown: number
  readonly base: number
  readonly step: number
  readonly unit: 'dbm' | 'db'
  /** The fact it becomes, without unit, when not the index's own name. */
  readonly as?: string
}

export function binFact(bin: Bin): string {
  return `${bin.as ?? bin.name}_${bin.unit}`
}

/** Null for unknown (99, 255) and for a value outside the scale: an index is never stretched. */
export function binValue(bin: Bin, index: FactValue | undefined): number | null | undefined {
  if (index === undefined) return undefined
  if (typeof index !== 'number' || index < 0 || index > bin.max) return null
  return bin.base + bin.step * index
}

/** What to say about indexes that are neither on the scale nor the value for unknown. */
export function outOfRange(
  bins: readonly Bin[],
  facts: { readonly [name: string]: FactValue | undefined },
): Words | undefined {
  const wrong = bins.filter((bin) => {
    const value = facts[bin.name]
    return typeof value === 'number' && value !== bin.unknown && (value < 0 || value > bin.max)
  })
  if (wrong.length === 0) return undefined
  const list = wrong.map(({ name, max, unknown }) => {
    const value = `${name} ${factText(facts[name])}`
    return say(`${value} (0–${max}, ${unknown})`, `${value}（0–${max}、${unknown}）`)
  })
  return say(
    `out of range: ${list.map(({ en }) => en).join(', ')}`,
    `範囲外の値：${list.map(({ ja }) => ja).join('、')}`,
  )
}
