import type { Facts } from '@core/at/knowledge'
import { Row } from '@core/at/row'

/** What a row gives: its facts, what it marks for masking, and what it could not read. */
export function readRow(read: (row: Row) => Facts, line: string) {
  const row = new Row(line)
  const facts = read(row)
  return {
    facts: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
    marked: row.secrets.map(({ kind, start, end }) => `${kind} ${line.slice(start, end)}`),
    problems: row.problems.map((problem) => problem.replace(/^".*?": (?=\S)/, '')),
  }
}
