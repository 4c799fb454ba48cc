import type { RungId } from '../modem/rungs'
import type { Words } from '../words'
import {
  hangUpBack,
  hangUpHow,
  hangUpLeaves,
  hangUpTitle,
  powerOffBack,
  powerOffHow,
  powerOffLeaves,
  powerOffTitle,
  radioOffBack,
  radioOffHow,
  radioOffLeaves,
  radioOffTitle,
  resetBack,
  resetHow,
  resetLeaves,
  resetTitle,
} from './words'

export type WayDownId = 'hang-up' | 'radio-off' | 'reset' | 'power-off'

/** One way to end a connection, from the gentlest to the hardest. */
export interface WayDown {
  readonly id: WayDownId
  readonly title: Words
  /** How it is done. */
  readonly how: Words
  /** The layers it cuts; those that are not named survive. */
  readonly cuts: readonly RungId[]
  readonly survives: Words
  /** What coming back takes, and how long by experience. */
  readonly back: Words
  readonly backMs: { readonly low: number; readonly high: number }
}

const overTheAir: readonly RungId[] = ['network', 'context', 'ppp', 'ip', 'internet']

/** Four ways down. They cut different layers, and people confuse them. */
export const waysDown: readonly WayDown[] = [
  {
    id: 'hang-up',
    title: hangUpTitle,
    how: hangUpHow,
    cuts: ['ppp', 'ip', 'internet'],
    survives: hangUpLeaves,
    back: hangUpBack,
    backMs: { low: 1_000, high: 8_000 },
  },
  {
    id: 'radio-off',
    title: radioOffTitle,
    how: radioOffHow,
    cuts: overTheAir,
    survives: radioOffLeaves,
    back: radioOffBack,
    backMs: { low: 5_000, high: 60_000 },
  },
  {
    id: 'reset',
    title: resetTitle,
    how: resetHow,
    cuts: ['port', 'sim', ...overTheAir],
    survives: resetLeaves,
    back: resetBack,
    backMs: { low: 20_000, high: 60_000 },
  },
  {
    id: 'power-off',
    title: powerOffTitle,
    how: powerOffHow,
    cuts: ['power', 'port', 'sim', ...overTheAir],
    survives: powerOffLeaves,
    back: powerOffBack,
    backMs: { low: 30_000, high: 90_000 },
  },
]
