import { z } from 'zod'
import { calls, type CallName, type Input } from './contract'

export interface Bounds {
  readonly low: number
  readonly high: number
  readonly whole: boolean
}

/** What a number in the input of a call may be, by its schema. */
export function boundsOf<N extends CallName>(name: N, field: keyof Input<N> & string): Bounds {
  const { properties } = z.toJSONSchema(calls[name].input, { io: 'input', unrepresentable: 'any' })
  const found = properties?.[field]
  const { type, minimum, maximum, anyOf } = typeof found === 'object' ? found : {}
  // Null for none.
  const bare = anyOf?.find((one) => typeof one === 'object' && one.type !== 'null')
  const number = typeof bare === 'object' ? bare : { type, minimum, maximum }
  return {
    low: number.minimum ?? -Infinity,
    high: number.maximum ?? Infinity,
    whole: number.type === 'integer',
  }
}
