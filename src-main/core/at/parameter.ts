import type { Words } from '../words'
import type { SecretKind } from './knowledge'

/** How the text of a parameter is read. */
export type ParameterKind = 'int' | 'hex' | 'decimal' | 'text'

/** One parameter of a command or line, under its 3GPP name. */
export interface Parameter {
  readonly name: string
  readonly kind: ParameterKind
  readonly meaning: Words
  readonly values?: ValueMeanings
  readonly secret?: SecretKind
}

export type ValueMeanings = { readonly [value: string]: Words }

/** A sentence or phrase in both languages. */
export function say(en: string, ja: string): Words {
  return { en, ja }
}

type Make = (name: string, en: string, ja: string, values?: ValueMeanings) => Parameter

function maker(kind: ParameterKind): Make {
  return (name, en, ja, values) => ({
    name,
    kind,
    meaning: { en, ja },
    ...(values ? { values } : {}),
  })
}

export const int = maker('int')
export const hex = maker('hex')
export const decimal = maker('decimal')
export const text = maker('text')

/** The same parameter, marked as something exports must mask. */
export function secret(kind: SecretKind, parameter: Parameter): Parameter {
  return { ...parameter, secret: kind }
}

export const offOn: ValueMeanings = { 0: say('off', 'オフ'), 1: say('on', 'オン') }
