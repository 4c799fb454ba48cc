import type { Facts, FactValue } from '@core/at/knowledge'

/** The rows of a list inside facts (`contexts`, `operators`). */
export function factRows(value: FactValue | undefined): Facts[] {
  return Array.isArray(value) ? value.filter(isFacts) : []
}

function isFacts(value: FactValue): value is Facts & FactValue {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
