import type { Facts, FactValue, LogRow } from '@contract'
import { masked } from './mask'

function valueText(value: FactValue): string {
  if (value === null) return '–'
  if (Array.isArray(value)) return value.map((one: FactValue) => valueText(one)).join(', ')
  if (typeof value === 'object')
    return Object.entries(value)
      .flatMap(([name, inner]) =>
        inner === undefined ? [] : [inner === true ? name : `${name} ${valueText(inner)}`],
      )
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

/** The facts of a row; those that hold what the line masks are masked as well. */
export function rowFacts(
  row: LogRow,
  masking: boolean,
): readonly { name: string; value: string }[] {
  const { explanation } = row
  if (!explanation) return []
  const secrets = masking
    ? explanation.secrets.map(({ start, end }) => row.text.slice(start, end).replaceAll('"', ''))
    : []
  return Object.entries(explanation.facts).flatMap(([name, value]) =>
    factPairs({ [name]: value }, masking).map((pair) =>
      value !== undefined && secrets.some((secret) => tells(value, secret))
        ? { name, value: masked(pair.value) }
        : pair,
    ),
  )
}

/** Whether a fact says what a secret of the line says: the same text, or the same number in decimal or hex. */
function tells(value: FactValue, secret: string): boolean {
  if (secret === '' || value === null) return false
  if (typeof value === 'number') return value === Number(secret) || value === parseInt(secret, 16)
  if (typeof value === 'string')
    return value === secret || (secret.length > 3 && value.includes(secret))
  if (typeof value !== 'object') return false
  return Object.values(value).some(
    (inner: FactValue | undefined) => inner !== undefined && tells(inner, secret),
  )
}
