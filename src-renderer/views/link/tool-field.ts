import { parseCoapUrl, type Client, type NetTool, type SlotName, type ToolAnswer } from '@contract'

export type FieldValue = string | number | boolean
export type Values = Readonly<Record<string, FieldValue>>

/** One field of a tool's form. Its label is `tool.<name>`. */
export interface Field {
  readonly name:
    | 'host'
    | 'count'
    | 'endless'
    | 'name'
    | 'type'
    | 'server'
    | 'url'
    | 'method'
    | 'body'
    | 'direction'
    | 'seconds'
    | 'budgetMb'
    | 'port'
    | 'broker'
    | 'topic'
    | 'message'
    | 'messages'
    | 'user'
    | 'password'
    | 'family'
    | 'way'
    | 'ask'
    | 'by'
    | 'protocol'
    | 'kbitS'
    | 'names'
    | 'servers'
    | 'stunHost'
    | 'tcpHost'
    | 'mostSeconds'
    | 'coapUrl'
    | 'intervalMs'
    | 'octets'
    | 'get'
  readonly kind: 'text' | 'number' | 'check' | 'select' | 'area' | 'password'
  readonly start: FieldValue
  readonly choices?: readonly string[]
  readonly min?: number
  readonly max?: number
  /** May stay empty. */
  readonly optional?: boolean
}

export interface ToolRow {
  readonly id: Exclude<NetTool, 'soracom'>
  readonly fields: readonly Field[]
  run(client: Client, slot: SlotName, values: Values): Promise<ToolAnswer>
}

export const text = (name: Field['name'], start: string): Field => ({ name, kind: 'text', start })
export const say = (values: Values, name: string) => String(values[name] ?? '').trim()
export const num = (values: Values, name: string) => Number(values[name])

export const directions = ['down', 'up'] as const
export const families = ['auto', 'ipv4', 'ipv6'] as const
/** By which IP the host is reached. */
export const family: Field = { name: 'family', kind: 'select', start: 'auto', choices: families }
export const chosen = <T extends string>(list: readonly [T, ...T[]], value: string): T =>
  list.find((one) => one === value) ?? list[0]

export const familyIn = (values: Values) => chosen(families, say(values, 'family'))

export const startValues = (tool: ToolRow): Record<string, FieldValue> =>
  Object.fromEntries(tool.fields.map((field) => [field.name, field.start]))

const whole: ReadonlySet<Field['name']> = new Set([
  'count',
  'messages',
  'port',
  'mostSeconds',
  'octets',
])

/** Several, with spaces or commas between. */
const lists: ReadonlySet<Field['name']> = new Set(['names', 'servers'])

function isCoapUrl(typed: string): boolean {
  try {
    parseCoapUrl(typed)
    return true
  } catch {
    // What is wrong is said by the call; here the field is marked.
    return false
  }
}

/** Whether a field can be sent as it stands. */
export function fits(field: Field, value: FieldValue | undefined): boolean {
  switch (field.kind) {
    case 'number': {
      const number = Number(value)
      const inside = number >= (field.min ?? 0) && number <= (field.max ?? Infinity)
      return value !== '' && inside && (!whole.has(field.name) || Number.isInteger(number))
    }
    case 'text': {
      const typed = String(value ?? '').trim()
      if (typed === '') return field.optional === true
      if (lists.has(field.name))
        return typed.split(/[\s,]+/).every((one) => /^[\x21-\x7e]+$/.test(one))
      if (field.name === 'port') return /^[1-9]\d{0,4}$/.test(typed) && Number(typed) <= 65_535
      if (field.name === 'broker') return /^mqtts?:\/\/[^\s/@]+\/?$/i.test(typed)
      if (field.name === 'coapUrl') return isCoapUrl(typed)
      return field.name === 'url'
        ? /^https?:\/\/[^\s/]+/i.test(typed)
        : /^[\x21-\x7e]+$/.test(typed)
    }
    default:
      return true
  }
}
