import type { Quality } from './known-fact'

export type Measure = 'rsrp' | 'rsrq' | 'sinr' | 'rssi' | 'rscp' | 'ecio'

// Common vendor limits, not 3GPP's; operators differ. The lower edge of each word.
export const qualityLimits: { readonly [measure in Measure]: readonly [number, number, number] } = {
  rsrp: [-80, -90, -100],
  rsrq: [-10, -15, -19.5],
  sinr: [20, 13, 0],
  rssi: [-65, -75, -85],
  rscp: [-70, -85, -95],
  ecio: [-6, -10, -14],
}

/** A word for a value, so that nobody has to know whether -97 dBm is much. */
export function qualityOf(measure: Measure, value: number): Quality {
  const [excellent, good, fair] = qualityLimits[measure]
  if (value >= excellent) return 'excellent'
  if (value >= good) return 'good'
  return value >= fair ? 'fair' : 'poor'
}
