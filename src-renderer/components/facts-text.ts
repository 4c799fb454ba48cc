import type { Facts, FactValue } from '@contract'
import { masked } from './mask'

function valueText(value: FactValue): string {
  if (value === null) return '–'
  if (Array.isArray(value)) return value.map((one: FactValue) => valueText(one)).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .flatMap(([name, inner]) => (inner === undefined ? [] : [`${name} ${valueText(inner)}`]))
      .join(' ')
  return String(value)
}

/** Names under which facts hold what identifies somebody or opens something. */
const secretNames = /^(imei|imsi|iccid|number|msisdn|password|pin|puk)$/

/** Facts as short pairs for one line: `stat 5`, `act 7`. */
export function factPairs(
  facts: Facts,
  masking: boolean,
): readonly { name: string; value: string }[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    if (value === undefined || value === null) return []
    const text = valueText(value)
    return [{ name, value: masking && secretNames.test(name) ? masked(text) : text }]
  })
}
