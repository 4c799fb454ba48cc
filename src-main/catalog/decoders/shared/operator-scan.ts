import { splitFields, type Field } from '@core/at/fields'

/** One operator of a scan, under the names of 3GPP TS 27.007, 7.3. */
export interface FoundOperator {
  readonly stat: number | null
  readonly long: string | null
  readonly short: string | null
  readonly numeric: string | null
  readonly act?: number | null
}

/**
 * `(2,"","T-Mobile","31026",0),…,,(0-4),(0,2)`: the operators, without the modes and formats at the end. Some
 * firmware closes the bracket before the technology, leaves quotes out, or leaves brackets over.
 */
export function scanOperators(text: string): FoundOperator[] {
  const found: FoundOperator[] = []
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('(', at)
    if (open < 0) break
    const close = closing(text, open + 1)
    const fields = splitFields(text, open + 1, close)
    at = close + 1
    if (!isOperator(fields)) continue
    const stray =
      fields.length === 4 ? /^\s*,\s*(\d{1,2})\s*\)/.exec(text.slice(at, at + 16)) : null
    if (stray) at += stray[0].length
    found.push(operator(fields, stray?.[1]))
  }
  return found
}

/** The end of a bracket; names may hold brackets of their own, inside quotes. */
function closing(text: string, from: number): number {
  let quoted = false
  for (let i = from; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted
    else if (!quoted && text[i] === ')') return i
  }
  return text.length
}

/** A list of modes has only numbers; an operator has names or a five or six digit code. */
function isOperator(fields: readonly Field[]): boolean {
  return (
    fields.length >= 4 &&
    /^\d?$/.test(fields[0]?.text ?? '') &&
    (fields.slice(1, 4).some((field) => field.quoted) || /^\d{5,6}$/.test(fields[3]?.text ?? ''))
  )
}

function operator(fields: readonly Field[], stray: string | undefined): FoundOperator {
  const act = stray ?? /^\d{1,2}$/.exec(fields[4]?.text ?? '')?.[0]
  return {
    stat: numberOf(fields[0]),
    long: textOf(fields[1]),
    short: textOf(fields[2]),
    numeric: textOf(fields[3]),
    ...(act === undefined ? {} : { act: Number(act) }),
  }
}

function numberOf(field: Field | undefined): number | null {
  return field && /^\d+$/.test(field.text) ? Number(field.text) : null
}

function textOf(field: Field | undefined): string | null {
  return field && field.text !== '' ? field.text : null
}
