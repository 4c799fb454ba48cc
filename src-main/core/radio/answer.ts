/** The fields of the one row that begins so; undefined: there is none, or more than one. Quotes are kept. */
export function fieldsIn(lines: readonly string[], prefix: string): readonly string[] | undefined {
  const rows = rowsIn(lines, prefix)
  return rows.length === 1 ? rows[0] : undefined
}
/** The fields of each row that begins so. */
export function rowsIn(lines: readonly string[], prefix: string): readonly (readonly string[])[] {
  return lines
    .filter((line) => line.toUpperCase().startsWith(prefix.toUpperCase()))
    .map((line) => split(line.slice(prefix.length)))
}
/** At commas that stand in no quotes and no brackets. */
function split(text: string): readonly string[] {
  const fields: string[] = []
  let field = ''
  let quoted = false
  let depth = 0
  for (const character of text.trim()) {
    if (character === '"') quoted = !quoted
    if (!quoted && character === '(') depth++
    if (!quoted && character === ')') depth--
    if (character === ',' && !quoted && depth === 0) {
      fields.push(field.trim())
      field = ''
    } else field += character
  }
  return [...fields, field.trim()]
}
export const bare = (field: string | undefined): string => (field ?? '').replaceAll('"', '').trim()

/** The numbers of `(2,13,38)`, `(2-AUTOMATIC),(13-GSM ONLY)` and `((2-Automatic),(13-GSM Only))`; `(0-3)` is four of them. */
export function numbersIn(text: string): readonly number[] {
  const found: number[] = []
  for (const part of text.split(/[(),]/)) {
    const [, low, high] = /^\s*(\d{1,4})(?:\s*-\s*(\d{1,4}))?\s*(?:-.*)?$/.exec(part) ?? []
    if (low === undefined) continue
    const from = Number(low)
    const to = high === undefined ? from : Number(high)
    for (let n = from; n <= Math.min(to, from + 200); n++) found.push(n)
  }
  return [...new Set(found)]
}
