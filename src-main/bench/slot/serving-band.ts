import type { KnownFact } from '@core/modem/known-fact'

/** The LTE band the modem is on, `B3`, by what was heard last; null: not known, or no longer. */
export function bandOf(facts: readonly KnownFact[]): string | null {
  const fact = facts.find(({ key, stale }) => key === 'band' && !stale)
  const number = /^(?:EUTRAN-BAND|LTE BAND |B)?(\d{1,2})$/i.exec(fact?.value ?? '')?.[1]
  return number === undefined ? null : `B${number}`
}
