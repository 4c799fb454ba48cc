/** `rsrp<-110`: a field, how it is compared, and with what. */
export interface FieldTerm {
  readonly field: string
  readonly operator: '<' | '<=' | '>' | '>=' | '=' | '!='
  readonly value: string
}

// Names of facts are in lower case, so that a command such as ATS0=1 stays text.
const shape = /^([a-z][a-z0-9_]*)(<=|>=|!=|==|=|<|>)("[^"]*"|'[^']*'|[^\s"<>=!]+)$/

/** The comparison that `fieldTerm` reads as this; undefined for a value that no quotation marks can hold. */
export function writtenTerm(field: string, value: string): string | undefined {
  const mark = ['"', "'"].find((one) => !value.includes(one))
  if (mark === undefined || /[\r\n]/.test(value)) return undefined
  return /^[^\s"'<>=!]+$/.test(value) ? `${field}=${value}` : `${field}=${mark}${value}${mark}`
}

/** A word of a search as a comparison; undefined when it is plain text. */
export function fieldTerm(word: string): FieldTerm | undefined {
  const [, field, sign, written] = shape.exec(word) ?? []
  if (field === undefined || sign === undefined || written === undefined) return undefined
  const operator = operators[sign]
  return operator && { field, operator, value: written.replace(/^(["'])(.*)\1$/, '$2') }
}

const operators: { readonly [sign: string]: FieldTerm['operator'] } = {
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  '=': '=',
  '==': '=',
  '!=': '!=',
}
