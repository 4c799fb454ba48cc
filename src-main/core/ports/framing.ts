/** Data bits, parity and stop bits of a serial port, as people write them: `8N1`, `7E1`. */
export type Framing = `${5 | 6 | 7 | 8}${'N' | 'E' | 'O'}${1 | 2}`

/** All there are, the usual ones first. */
export const framings = [
  '8N1',
  '7E1',
  '7O1',
  '8E1',
  '8O1',
  '8N2',
  '7N1',
  '7N2',
  '7E2',
  '7O2',
  '8E2',
  '8O2',
  '6N1',
  '6N2',
  '6E1',
  '6E2',
  '6O1',
  '6O2',
  '5N1',
  '5N2',
  '5E1',
  '5E2',
  '5O1',
  '5O2',
] as const satisfies readonly Framing[]

/** What modems speak unless they are told otherwise (V.250, 5.1; +ICF=3,3). */
export const usualFraming: Framing = '8N1'

export interface FramingParts {
  readonly dataBits: 5 | 6 | 7 | 8
  readonly parity: 'none' | 'even' | 'odd'
  readonly stopBits: 1 | 2
}

const bits = { '5': 5, '6': 6, '7': 7, '8': 8 } as const
const parities = { N: 'none', E: 'even', O: 'odd' } as const

export function framingParts(framing: Framing): FramingParts {
  return {
    dataBits: bits[framing.charAt(0) as keyof typeof bits],
    parity: parities[framing.charAt(1) as keyof typeof parities],
    stopBits: framing.endsWith('2') ? 2 : 1,
  }
}
