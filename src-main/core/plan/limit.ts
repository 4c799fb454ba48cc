import type { Words } from '../words'

/** What a value must be. */
export interface Limit {
  readonly key: string
  readonly title: Words
  readonly unit: string
  readonly min?: number
  readonly max?: number
  readonly oneOf?: readonly string[]
  readonly prefix?: readonly string[]
  /** The last digit must be the check digit of the others (ISO/IEC 7812-1, Luhn; 3GPP TS 23.003, annex B). */
  readonly luhn?: boolean
}
