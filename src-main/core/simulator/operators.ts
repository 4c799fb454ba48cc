import type { Technology } from './persona'

/** What a receiver measures. LTE: RSRP, RSRQ; WCDMA: RSCP, Ec/Io. */
export interface SignalLevel {
  readonly powerDbm: number
  readonly qualityDb: number
  readonly rssiDbm: number
  readonly sinrDb: number
}

export interface Cell {
  readonly plmn: string
  readonly technology: Technology
  /** As +CPSI names it. */
  readonly band: string
  readonly channel: number
  readonly areaCode: number
  readonly cellId: number
  /** Physical cell (LTE) or primary scrambling code (WCDMA). */
  readonly physicalId: number
  /** Index 0..5 of 1.4, 3, 5, 10, 15, 20 MHz. */
  readonly bandwidth: number
  readonly level: SignalLevel
}

export interface Operator {
  readonly plmn: string
  readonly longName: string
  readonly shortName: string
  readonly cells: readonly Cell[]
}

function lte(
  plmn: string,
  [band, channel, bandwidth]: [number, number, number],
  [areaCode, cellId, physicalId]: [number, number, number],
  [powerDbm, qualityDb, rssiDbm, sinrDb]: [number, number, number, number],
): Cell {
  const level = { powerDbm, qualityDb, rssiDbm, sinrDb }
  const name = `EUTRAN-BAND${band}`
  return {
    plmn,
    technology: 'lte',
    band: name,
    channel,
    bandwidth,
    areaCode,
    cellId,
    physicalId,
    level,
  }
}

function wcdma(
  plmn: string,
  [band, channel]: [string, number],
  [areaCode, cellId, physicalId]: [number, number, number],
  [powerDbm, qualityDb, rssiDbm]: [number, number, number],
): Cell {
  const level = { powerDbm, qualityDb, rssiDbm, sinrDb: 0 }
  return {
    plmn,
    technology: 'wcdma',
    band,
    channel,
    bandwidth: 0,
    areaCode,
    cellId,
    physicalId,
    level,
  }
}

/** The air around the bench: four Japanese operators. The first cell is the one in the MicroCat.1 log. */
export const operators: readonly Operator[] = [
  {
    plmn: '44010',
    longName: 'NTT DOCOMO',
    shortName: 'DOCOMO',
    cells: [
      lte('44010', [28, 9510, 3], [0x1698, 39683652, 181], [-79, -10, -69, 3]),
      lte('44010', [19, 6100, 3], [0x1698, 39683665, 44], [-88, -11, -77, 2]),
      lte('44010', [1, 276, 5], [0x1698, 39683680, 302], [-96, -12, -71, 4]),
      wcdma('44010', ['WCDMA IMT 2000', 10736], [0x00cd, 20774913, 214], [-83, -5, -78]),
      wcdma('44010', ['WCDMA 800', 4436], [0x00cd, 20774926, 97], [-91, -7, -84]),
    ],
  },
  {
    plmn: '44020',
    longName: 'SoftBank',
    shortName: 'SoftBank',
    cells: [
      lte('44020', [8, 3725, 3], [0x2a31, 81235971, 66], [-85, -11, -74, 6]),
      lte('44020', [3, 1525, 4], [0x2a31, 81235984, 410], [-93, -11, -70, 5]),
      wcdma('44020', ['WCDMA IMT 2000', 10638], [0x0152, 14302219, 330], [-86, -6, -80]),
    ],
  },
  {
    plmn: '44051',
    longName: 'KDDI',
    shortName: 'KDDI',
    cells: [
      lte('44051', [18, 5900, 3], [0x0b12, 51240961, 129], [-90, -12, -78, 4]),
      lte('44051', [26, 8740, 2], [0x0b12, 51240974, 131], [-97, -13, -86, 1]),
    ],
  },
  {
    plmn: '44011',
    longName: 'Rakuten',
    shortName: 'Rakuten',
    cells: [lte('44011', [3, 1500, 5], [0x7d20, 268435713, 257], [-102, -13, -75, 2])],
  },
]
