import type { FactValue } from './knowledge'

/**
 * A fact as text: what is plain as it is, the items of a list separated by commas, nothing for what is missing, and a
 * record as JSON (never "[object Object]").
 */
export function factText(value: FactValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (typeof value !== 'object') return String(value)
  return isList(value) ? value.map(factText).join(',') : JSON.stringify(value)
}

function isList(value: object): value is readonly FactValue[] {
  return Array.isArray(value)
}
