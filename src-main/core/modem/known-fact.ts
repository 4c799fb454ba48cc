import type { SecretKind } from '../at/knowledge'
import type { Words } from '../words'

export type Quality = 'excellent' | 'good' | 'fair' | 'poor'

export const factGroups = [
  'identity',
  'sim',
  'network',
  'signal',
  'context',
  'supply',
  'link',
] as const
export type FactGroup = (typeof factGroups)[number]

/** One thing known about the modem now. */
export interface KnownFact {
  /** Stable name: `rsrp`, `imei`, `operator`. */
  readonly key: string
  readonly group: FactGroup
  readonly label: Words
  /** As the modem says it, without the unit. */
  readonly value: string
  /** The value in a word or two, where it is a code: `roaming` for 5. */
  readonly text?: Words
  readonly unit?: string
  readonly number?: number
  readonly quality?: Quality
  /** What the value means. */
  readonly words?: Words
  readonly atMs: number
  /** The command that reads it again. */
  readonly command?: string
  /** Something has happened since that most likely changed it: the radio went off, the modem started anew. */
  readonly stale?: boolean
  /** Set where the value identifies somebody: views mask it. */
  readonly secret?: SecretKind
}
