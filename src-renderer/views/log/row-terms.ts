import { writtenTerm, type Facts, type LogRow, type RowFilter } from '@contract'
import { rowFacts } from '../../components/facts-text'

/** What a row says in one place, as a search that finds the rows that say the same. */
export interface RowTerm {
  readonly field: string
  readonly value: string
  readonly text: string
}

function termOf(field: string, value: string): RowTerm[] {
  const text = writtenTerm(field, value)
  return text === undefined ? [] : [{ field, value, text }]
}

/** Names that mean the row itself in a search, whatever its values are called. */
const ofTheRow = /^(slot|dir|kind|command|channel|severity|name)$/

/** A value of a row by the name that its details show; none for what is hidden or is a list of values. */
export function factTerm(row: LogRow, name: string, masking: boolean): RowTerm | undefined {
  const facts: Facts = row.explanation?.facts ?? {}
  const value = facts[name]
  if (value === undefined || value === null || typeof value === 'object') return undefined
  const shown = rowFacts(row, masking).find((fact) => fact.name === name)?.value
  if (shown !== String(value) || !/^[a-z][a-z0-9_]*$/.test(name) || ofTheRow.test(name))
    return undefined
  return termOf(name, String(value))[0]
}

/** Everything of a row that the log can be filtered by: command, name, direction, level, values. */
export function rowTerms(row: LogRow, masking: boolean): readonly RowTerm[] {
  const { explanation } = row
  const hides = masking && (explanation?.secrets.length ?? 0) > 0
  const command = row.command ?? (row.kind === 'command' && !hides ? row.text.trim() : undefined)
  const facts = Object.keys(explanation?.facts ?? {}).flatMap(
    (name) => factTerm(row, name, masking) ?? [],
  )
  return [
    ...(command === undefined ? [] : termOf('command', command)),
    // Of a bare line with a secret, the name is the line.
    ...(explanation?.name && !hides ? termOf('name', explanation.name) : []),
    ...termOf('dir', row.dir),
    ...termOf('severity', explanation?.severity ?? 'fine'),
    ...(row.channel === undefined ? [] : termOf('channel', String(row.channel))),
    ...facts,
  ]
}

/** The filter with one more search that must hold, or must not; each stands in it once. */
export function withTerm(filter: RowFilter, text: string, not: boolean): RowFilter {
  const others = filter.terms.filter((term) => term.text !== text)
  return { ...filter, terms: [...others, { text, not }].slice(-20) }
}
