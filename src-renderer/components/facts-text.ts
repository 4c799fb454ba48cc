import type { Facts, FactValue } from '@contract'

function valueText(value: FactValue): string {
  if (value === null) return '–'
  if (Array.isArray(value)) return value.map((one: FactValue) => valueText(one)).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .flatMap(([name, inner]) => (inner === undefined ? [] : [`${name} ${valueText(inner)}`]))
      .join(' ')
  return String(value)
}

/** Facts as short pairs for one line: `stat 5`, `act 7`. */
export function factPairs(facts: Facts): readonly { name: string; value: string }[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [{ name, value: valueText(value) }],
  )
}
