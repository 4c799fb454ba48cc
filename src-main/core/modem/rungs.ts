import type { SeenLine, Words } from '../words'

export const rungIds = [
  'power',
  'port',
  'sim',
  'network',
  'context',
  'ppp',
  'ip',
  'internet',
] as const
export type RungId = (typeof rungIds)[number]

/** One layer of a connection. `idle`: not tried; `busy`: going on; the other three are results. */
export interface Rung {
  readonly id: RungId
  readonly state: 'idle' | 'busy' | 'fine' | 'warning' | 'failure'
  /** The state in one or two words: `roaming`, `searching`, `up`. */
  readonly word: Words
  /** The one fact people look for: `44010  LTE B28  -79 dBm`; of one that failed why, where the network told. */
  readonly fact?: SeenLine
  readonly sinceMs?: number
}
