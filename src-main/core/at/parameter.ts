import type { Words } from '../words'
import type { SecretKind } from './knowledge'
import { offOn } from './words'

/** How the text of a parameter is read. */
export type ParameterKind = 'int' | 'hex' | 'decimal' | 'text'

/** One parameter of a command or line, under its 3GPP name. */
export interface Parameter {
  readonly name: string
  readonly kind: ParameterKind
  readonly meaning: Words
  readonly values?: ValueMeanings
  readonly secret?: SecretKind
  /** The least and the greatest value the standard allows. */
  readonly range?: readonly [low: number, high: number]
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

/** The same parameter with the values the standard allows; another is said to be out of range. */
export function ranged(low: number, high: number, parameter: Parameter): Parameter {
  return { ...parameter, range: [low, high] }
}

/** The range a value lies outside of, or undefined. What is on or off has no third state. */
export function outsideRange(
  { range, values }: Parameter,
  value: unknown,
): readonly [number, number] | undefined {
  const [low, high] = range ?? (values === offOn ? [0, 1] : [-Infinity, Infinity])
  return typeof value === 'number' && (value < low || value > high) ? [low, high] : undefined
}
