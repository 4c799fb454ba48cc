import { expandValues } from './fields'
import type { Facts, FactValue } from './knowledge'
import type { Parameter } from './parameter'
import type { Row } from './row'

/** Facts under the names of the parameters, in their order, from field `first` on. */
export function positional(row: Row, parameters: readonly Parameter[], first = 0): Facts {
  const facts: Record<string, FactValue> = {}
  parameters.forEach((parameter, i) => {
    const value = readAs(row, parameter, first + i)
    if (value !== undefined) facts[parameter.name] = value
  })
  return facts
}

function readAs(row: Row, parameter: Parameter, i: number): string | number | null | undefined {
  if (parameter.secret) row.mark(i, parameter.secret)
  switch (parameter.kind) {
    case 'int':
      return measured(parameter, row.int(i, parameter.name))
    case 'hex':
      return row.hex(i, parameter.name)
    case 'decimal':
      return measured(parameter, row.decimal(i, parameter.name))
    case 'text':
      return row.text(i)
  }
}

/** Modems print the ends of 16 and 32 bits where nothing was measured: `+QRSRP: -97,-101,-32768,-32768`. */
const unmeasured = new Set([-32768, 32767, -2147483648, 2147483647])

/** Null where a level is none. */
function measured(
  { name }: Parameter,
  value: number | null | undefined,
): number | null | undefined {
  if (typeof value !== 'number' || !unmeasured.has(value)) return value
  return name.endsWith('_dbm') || name.endsWith('_db') ? null : value
}

/** One line gives its facts; several give a list under `list`, or `entries`. */
export function collect(
  how: { readonly list?: string; readonly onlyEntries?: boolean },
  rows: readonly Facts[],
): Facts {
  if (how.list !== undefined) return { [how.list]: rows }
  if (rows.length <= 1) return rows[0] ?? {}
  return how.onlyEntries ? { entries: rows } : { ...rows[0], entries: rows }
}

/** `<field>_values` for every parameter, ranges spelt out. */
export function testFacts(parameters: readonly Parameter[]): (rows: readonly Row[]) => Facts {
  return (rows) =>
    collect(
      {},
      rows.map((row) => testRow(row, parameters)),
    )
}

function testRow(row: Row, parameters: readonly Parameter[]): Facts {
  const [first] = parameters
  // A single list may come without its brackets, or as several: `+IPR: (),(9600,115200)`.
  if (first && parameters.length === 1) return { [`${first.name}_values`]: expandValues(row.tail) }
  const facts: Record<string, FactValue> = {}
  parameters.forEach((parameter, i) => {
    const values = valuesOf(row, i)
    if (values) facts[`${parameter.name}_values`] = values
  })
  return facts
}

/** The values field `i` of a test form allows; undefined when it names none. */
export function valuesOf(row: Row, i: number): (number | string)[] | undefined {
  const field = row.fields[i]
  if (!field || (field.text === '' && !field.group)) return undefined
  return field.quoted ? [field.text] : expandValues(field.text)
}
