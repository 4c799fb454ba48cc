import { t, type TextKey } from '../../text'

const fields: { readonly [field: string]: TextKey } = {
  command: 'filterField.command',
  name: 'filterField.name',
  dir: 'filterField.dir',
  severity: 'filterField.severity',
  channel: 'filterField.channel',
}
const values: { readonly [term: string]: TextKey } = {
  'dir=rx': 'filterValue.rx',
  'dir=tx': 'filterValue.tx',
  'dir=note': 'filterValue.note',
  'severity=fine': 'filterValue.fine',
  'severity=notice': 'filterValue.notice',
  'severity=warning': 'filterValue.warning',
  'severity=failure': 'filterValue.failure',
}

/** A search by a field in the reader's words: `command AT+CSQ`, `stat = 3`. */
export function termText(term: string): string {
  const known = values[term]
  const at = term.indexOf('=')
  const field = fields[term.slice(0, at)]
  const value = known ? t(known) : term.slice(at + 1).replace(/^(["'])(.*)\1$/, '$2')
  if (at < 0) return term
  return field ? `${t(field)} ${value}` : `${term.slice(0, at)} = ${value}`
}
