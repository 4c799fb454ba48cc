import type { Words } from '../words'

/** What a person reads when something failed: what it means, why that happens, what to try, most likely first. */
export interface FaultRow {
  readonly meaning: Words
  readonly causes: readonly Words[]
  readonly tries: readonly Words[]
}
