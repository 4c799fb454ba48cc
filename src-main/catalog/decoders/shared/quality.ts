import { say } from '@core/at/parameter'
import type { Severity, Words } from '@core/words'
import causes from '@resources/causes.json'

const { quality } = causes
export type Measure = 'rsrp' | 'rsrq' | 'sinr' | 'rssi' | 'rscp' | 'ecio'

const names = {
  excellent: say('excellent', '非常に良好'),
  good: say('good', '良好'),
  fair: say('fair', 'やや不良'),
  poor: say('poor', '不良'),
}

/** A quality word for a level in dBm or dB, by common vendor thresholds. */
export function qualityOf(measure: Measure, value: number): keyof typeof names {
  const limits = quality[measure]
  if (value >= limits.excellent) return 'excellent'
  if (value >= limits.good) return 'good'
  return value >= limits.fair ? 'fair' : 'poor'
}

export function qualitySeverity(measure: Measure, value: number): Severity {
  const word = qualityOf(measure, value)
  return word === 'poor' ? 'warning' : word === 'fair' ? 'notice' : 'fine'
}

const units: Record<Measure, string> = {
  rsrp: 'dBm',
  rssi: 'dBm',
  rscp: 'dBm',
  rsrq: 'dB',
  sinr: 'dB',
  ecio: 'dB',
}
const labels: Record<Measure, string> = {
  rsrp: 'RSRP',
  rsrq: 'RSRQ',
  sinr: 'SINR',
  rssi: 'RSSI',
  rscp: 'RSCP',
  ecio: 'Ec/Io',
}

/** `RSRP -79 dBm (excellent)`. */
export function level(measure: Measure, value: number): Words {
  const word = names[qualityOf(measure, value)]
  const text = `${labels[measure]} ${value} ${units[measure]}`
  return say(`${text} (${word.en})`, `${text}（${word.ja}）`)
}

/** The levels that are known, joined; undefined when none is. */
export function levels(values: Partial<Record<Measure, unknown>>): Words | undefined {
  const parts = measures.flatMap((measure) => {
    const value = values[measure]
    return typeof value === 'number' ? [level(measure, value)] : []
  })
  if (parts.length === 0) return undefined
  return say(parts.map((part) => part.en).join(', '), parts.map((part) => part.ja).join('、'))
}

const measures: readonly Measure[] = ['rsrp', 'rsrq', 'sinr', 'rscp', 'ecio', 'rssi']

/** How much attention the strongest-weighing known level asks for: RSRP, else RSCP, else RSSI. */
export function levelSeverity(values: Partial<Record<Measure, unknown>>): Severity {
  for (const measure of ['rsrp', 'rscp', 'rssi'] as const) {
    const value = values[measure]
    if (typeof value === 'number') return qualitySeverity(measure, value)
  }
  return 'notice'
}
