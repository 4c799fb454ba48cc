import { splitFields, type Field } from './fields'
import type { Secret, SecretKind } from './knowledge'

/**
 * One line of an answer (or the arguments of a command) being read. Readers give a value, null where the modem
 * left the field empty, undefined where the line ended before it; what cannot be read is null and a problem.
 */
export class Row {
  readonly line: string
  /** The line after its prefix. */
  readonly tail: string
  readonly tailStart: number
  readonly fields: readonly Field[]
  readonly problems: string[] = []
  readonly secrets: Secret[] = []

  constructor(line: string, tailStart = 0, tailEnd = line.length) {
    this.line = line
    this.tailStart = tailStart
    this.tail = line.slice(tailStart, tailEnd).trim()
    this.fields = splitFields(line, tailStart, tailEnd)
  }

  get count(): number {
    return this.fields.length
  }

  text(i: number): string | null | undefined {
    const field = this.fields[i]
    return field && (field.text === '' ? null : field.text)
  }

  int(i: number, name = `field ${i + 1}`): number | null | undefined {
    const text = this.text(i)
    if (typeof text !== 'string') return text
    if (/^\s*[+-]?\d{1,15}\s*$/.test(text)) return Number(text)
    return this.#refuse(text, name, 'a whole number')
  }

  decimal(i: number, name = `field ${i + 1}`): number | null | undefined {
    const text = this.text(i)
    if (typeof text !== 'string') return text
    if (/^\s*[+-]?\d{1,15}(\.\d{1,15})?\s*$/.test(text)) return Number(text)
    return this.#refuse(text, name, 'a number')
  }

  /** Area codes and cell ids: hex, with or without quotes, with or without 0x. */
  hex(i: number, name = `field ${i + 1}`): number | null | undefined {
    const text = this.text(i)
    if (typeof text !== 'string') return text
    // 5G cell ids come with sixteen digits, the first of them zeros.
    const digits = /^\s*(?:0x)?0{0,19}([0-9a-f]{1,13})\s*$/i.exec(text)?.[1]
    return digits === undefined ? this.#refuse(text, name, 'hex') : parseInt(digits, 16)
  }

  /** Says that a field identifies somebody or opens something. */
  mark(i: number, kind: SecretKind): void {
    const field = this.fields[i]
    if (field && field.end > field.start)
      this.secrets.push({ kind, start: field.start, end: field.end })
  }

  /** The same for any stretch of the line. */
  markText(text: string, kind: SecretKind): void {
    const start = text === '' ? -1 : this.line.indexOf(text, this.tailStart)
    if (start >= 0) this.secrets.push({ kind, start, end: start + text.length })
  }

  refuse(expected: string): void {
    this.problems.push(`"${shorten(this.line)}": expected ${expected}`)
  }

  #refuse(text: string, name: string, expected: string): null {
    this.problems.push(`"${shorten(this.line)}": ${name} is "${shorten(text)}", not ${expected}`)
    return null
  }
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}
