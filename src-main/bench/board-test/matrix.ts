import { z } from 'zod'

const scalar = z.union([z.string().max(2048), z.number(), z.boolean()], {
  error: 'expected a text, a number, or true or false',
})
const axisValue = z.union(
  [
    scalar,
    z.strictObject({
      value: scalar,
      /** The step that must fail in this case, as with a fault that is planted. */
      fails: z.string().trim().min(1).max(80).optional(),
    }),
  ],
  { error: 'expected a value, or value and fails' },
)
export const axisName = /^[a-z][a-z0-9]{0,19}$/

/** Every combination of what stands in it is a case; `{modem}` in the plan is the value of the axis `modem`. */
export const matrixConfig = z
  .record(
    z.string().regex(axisName, 'expected lower-case letters and digits'),
    z.array(axisValue).min(1).max(50),
  )
  .refine(
    (axes) => Object.keys(axes).length > 0,
    'must name at least one axis, such as modem or apn',
  )
  .refine(
    (axes) => Object.values(axes).reduce((all, { length }) => all * length, 1) <= mostCases,
    'must not make more than 200 cases',
  )
export type MatrixConfig = z.output<typeof matrixConfig>
const mostCases = 200

/** A combination of a matrix, and the values of the plan with it. */
export interface Case {
  /** `modem=sim7672, apn=soracom.io`; empty: there is no matrix. */
  readonly name: string
  /** Steps that must fail in it. */
  readonly fails: readonly string[]
  readonly values: unknown
}

/** The values of a plan once for each case. A matrix that is none is left to the schema. */
export function casesOf(values: unknown): readonly Case[] {
  const plain = [{ name: '', fails: [], values }]
  if (typeof values !== 'object' || values === null || !('matrix' in values)) return plain
  const read = matrixConfig.safeParse(values.matrix)
  if (!read.success) return plain
  return combinations(read.data).map((chosen) => ({
    name: chosen.map(({ axis, value }) => `${axis}=${shown(value)}`).join(', '),
    fails: chosen.flatMap(({ fails }) => fails ?? []),
    values: {
      ...(filled(values, new Map(chosen.map(({ axis, value }) => [axis, value]))) as object),
      matrix: values.matrix,
    },
  }))
}

type Scalar = z.output<typeof scalar>
interface Chosen {
  readonly axis: string
  readonly value: Scalar
  readonly fails?: string | undefined
}

function combinations(axes: MatrixConfig): readonly (readonly Chosen[])[] {
  return Object.entries(axes).reduce<readonly (readonly Chosen[])[]>(
    (before, [axis, values]) =>
      before.flatMap((chosen) =>
        values.map((one): readonly Chosen[] => [
          ...chosen,
          typeof one === 'object' ? { axis, ...one } : { axis, value: one },
        ]),
      ),
    [[]],
  )
}
const shown = (value: Scalar) => (value === '' ? 'none' : String(value))

/** A text that is one placeholder becomes the value itself, a number too; other braces are the plan's own. */
function filled(value: unknown, axes: ReadonlyMap<string, Scalar>): unknown {
  if (typeof value === 'string') {
    const whole = /^\{([a-z0-9]+)\}$/.exec(value)?.[1]
    const found = whole === undefined ? undefined : axes.get(whole)
    if (found !== undefined) return found
    return value.replace(/\{([a-z0-9]+)\}/g, (text, axis: string) => String(axes.get(axis) ?? text))
  }
  if (Array.isArray(value)) return value.map((one: unknown) => filled(one, axes))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, axes)]))
}

export interface Unfilled {
  readonly path: readonly PropertyKey[]
  readonly name: string
}

/**
 * Placeholders that no axis has, wherever a plan may have some. A macro has names of its own, and `\\p{l}` and `\\x{af}` are letters of a regular
 * expression.
 */
export function unfilledIn(values: unknown, path: readonly PropertyKey[] = []): Unfilled[] {
  if (typeof values === 'string') {
    const found = values.matchAll(/(?<!\\[pPx])\{([a-z][a-z0-9]{0,19})\}/g)
    return [...new Set(Array.from(found, ([, name = '']) => name))].map((name) => ({ path, name }))
  }
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values).flatMap(([key, one]) =>
    key === 'macro' || (path.length === 0 && key === 'matrix')
      ? []
      : unfilledIn(one, [...path, Array.isArray(values) ? Number(key) : key]),
  )
}
