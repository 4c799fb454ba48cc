import { z } from 'zod'

/**
 * Of values that do not fit a schema as a whole, those that do: each setting is read for itself, so that what is wrong with one
 * hides nothing of the others. Undefined where nothing can be read.
 */
export function whatCanBeRead(schema: unknown, values: unknown): unknown {
  if (!(schema instanceof z.ZodType)) return undefined
  const whole = schema.safeParse(values)
  if (whole.success) return whole.data
  const inner = within(schema)
  if (inner instanceof z.ZodArray && Array.isArray(values))
    return values.map((one: unknown) => whatCanBeRead(inner.element, one))
  if (!(inner instanceof z.ZodObject) || typeof values !== 'object' || values === null)
    return undefined
  const read = Object.entries(inner.shape as z.ZodRawShape).map(([key, shape]) => [
    key,
    whatCanBeRead(shape, Reflect.get(values, key)),
  ])
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

/** Without what makes a setting optional or gives it a default. */
function within(schema: z.ZodType): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return within(schema.unwrap() as z.ZodType)
  return schema
}
