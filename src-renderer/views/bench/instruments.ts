import type { KnownFact, SignalSample, SlotName, SlotState } from '@contract'
import type { Measure, Point } from '../../charts/series'
import type { TextKey } from '../../text'
import { isStale } from './stale'

/** How well a value is; the word stands beside the number. */
export type Grade = 'fine' | 'warning' | 'failure' | 'none'

export interface Reading {
  readonly id: 'level' | 'clean' | 'supply' | 'temperature'
  readonly fact: KnownFact | undefined
  readonly stale: boolean
  readonly word: TextKey | null
  readonly grade: Grade
  readonly measure: Measure
  /** The least height of its sparkline, in its unit. */
  readonly span: number
}

interface Place {
  readonly id: Reading['id']
  /** The first of these that the modem tells is shown. */
  readonly facts: readonly (readonly [key: string, measure: Measure])[]
  readonly span: number
}
const places: readonly Place[] = [
  {
    id: 'level',
    facts: [
      ['rsrp', 'rsrpDbm'],
      ['rscp', 'rscpDbm'],
      ['rssi', 'rssiDbm'],
    ],
    span: 6,
  },
  {
    id: 'clean',
    facts: [
      ['sinr', 'sinrDb'],
      ['rsrq', 'rsrqDb'],
      ['ecio', 'ecioDb'],
    ],
    span: 6,
  },
  { id: 'supply', facts: [['voltage', 'voltageV']], span: 0.2 },
  { id: 'temperature', facts: [['temperature', 'temperatureC']], span: 6 },
]

/** The four values one looks at from a step away. */
export function readingsOf(state: SlotState, nowMs: number): readonly Reading[] {
  return places.map(({ id, facts, span }) => {
    for (const [key, measure] of facts) {
      const fact = state.facts.find((one) => one.key === key)
      if (fact) {
        const stale = isStale(fact, state, nowMs)
        return { id, fact, stale, measure, span, ...(stale ? silent : gradeOf(id, fact)) }
      }
    }
    return { id, fact: undefined, stale: true, measure: facts[0]?.[1] ?? 'csq', span, ...silent }
  })
}
const silent = { word: null, grade: 'none' } as const

function gradeOf(id: Reading['id'], fact: KnownFact): Pick<Reading, 'word' | 'grade'> {
  const { quality, number } = fact
  if (quality) return { word: `quality.${quality}`, grade: gradeOfQuality[quality] }
  if (number === undefined) return silent
  if (id === 'supply') return supplyGrade(number)
  return id === 'temperature' ? temperatureGrade(number) : silent
}
const gradeOfQuality = {
  excellent: 'fine',
  good: 'fine',
  fair: 'warning',
  poor: 'failure',
} as const

/** Modules that run from one lithium cell take 3.4 to 4.2 V, and switch off near 3.2 V. */
function supplyGrade(volts: number): Pick<Reading, 'word' | 'grade'> {
  if (volts < 3.3) return { word: 'instrument.low', grade: 'failure' }
  if (volts < 3.5) return { word: 'instrument.low', grade: 'warning' }
  if (volts > 4.3) return { word: 'instrument.high', grade: 'warning' }
  return { word: 'instrument.normal', grade: 'fine' }
}

/** Modules are made for -40 to 85 °C; what they promise of their radio holds from -30 to 75. */
function temperatureGrade(celsius: number): Pick<Reading, 'word' | 'grade'> {
  if (celsius > 85) return { word: 'instrument.hot', grade: 'failure' }
  if (celsius > 75) return { word: 'instrument.hot', grade: 'warning' }
  if (celsius < -30) return { word: 'instrument.cold', grade: 'warning' }
  return { word: 'instrument.normal', grade: 'fine' }
}

/** The samples of the last minutes as points. Samples are in order, so that old ones are not looked at. */
export function latestPoints(
  samples: readonly SignalSample[],
  slot: SlotName,
  measure: Measure,
  fromMs: number,
): readonly Point[] {
  const points: Point[] = []
  for (let index = samples.length - 1; index >= 0; index--) {
    const sample = samples[index]
    if (!sample || sample.atMs < fromMs) break
    const y = sample[measure]
    if (sample.slot === slot && y !== undefined) points.push({ x: sample.atMs, y })
  }
  return points.reverse()
}
