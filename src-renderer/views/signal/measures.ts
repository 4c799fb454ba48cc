import { qualityLimits, type QualityMeasure } from '@contract'
import type { Band } from '../../charts/chart-parts'
import type { Measure } from '../../charts/series'

export interface MeasureRow {
  readonly id: Measure
  /** Absent where the name is a word of a language. */
  readonly name?: string
  readonly unit: string
  /** The least stretch of values shown. */
  readonly min: number
  readonly max: number
  /** Steps of the readout. */
  readonly digits: number
  /** Only shown once a modem has measured it. */
  readonly rare?: true
  /** What its quality is judged by. */
  readonly quality?: QualityMeasure
}

/** The charts of the page, from top to bottom. */
export const measures: readonly MeasureRow[] = [
  {
    id: 'rsrpDbm',
    name: 'RSRP',
    unit: 'dBm',
    min: -120,
    max: -70,
    digits: 1,
    quality: 'rsrp',
  },
  {
    id: 'rsrqDb',
    name: 'RSRQ',
    unit: 'dB',
    min: -20,
    max: -5,
    digits: 1,
    quality: 'rsrq',
  },
  {
    id: 'sinrDb',
    name: 'SINR',
    unit: 'dB',
    min: -5,
    max: 25,
    digits: 1,
    quality: 'sinr',
  },
  {
    id: 'rssiDbm',
    name: 'RSSI',
    unit: 'dBm',
    min: -100,
    max: -50,
    digits: 0,
    quality: 'rssi',
  },
  { id: 'csq', name: 'CSQ', unit: '0–31', min: 0, max: 31, digits: 0 },
  {
    id: 'rscpDbm',
    name: 'RSCP',
    unit: 'dBm',
    min: -110,
    max: -60,
    digits: 0,
    quality: 'rscp',
    rare: true,
  },
  {
    id: 'ecioDb',
    name: 'Ec/Io',
    unit: 'dB',
    min: -20,
    max: 0,
    digits: 1,
    quality: 'ecio',
    rare: true,
  },
  { id: 'latencyMs', unit: 'ms', min: 0, max: 200, digits: 0, rare: true },
  { id: 'lossPercent', unit: '%', min: 0, max: 20, digits: 0, rare: true },
  { id: 'temperatureC', unit: '°C', min: 20, max: 50, digits: 0 },
  { id: 'voltageV', unit: 'V', min: 3.4, max: 4.2, digits: 2 },
]

/** From poor at the bottom to excellent at the top. */
export function bandsOf({ quality }: MeasureRow): readonly Band[] {
  if (!quality) return []
  const [excellent, good, fair] = qualityLimits[quality]
  return [
    { to: fair, colour: '--failure' },
    { from: fair, to: good, colour: '--warning' },
    { from: good, to: excellent, colour: '--busy' },
    { from: excellent, colour: '--fine' },
  ]
}
