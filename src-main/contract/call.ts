import { z } from 'zod'

/** A row of the table of calls: how the input is checked; the output's type is carried along. */
export interface Call<I extends z.ZodType, O> {
  readonly input: I
  readonly output?: O
}
export const call =
  <O>() =>
  <I extends z.ZodType>(input: I): Call<I, O> => ({ input: exact(input) })

/** A key that no call knows is told, not passed over: a mistyped one would be left out in silence. */
function exact<I extends z.ZodType>(input: I): I {
  if (!(input instanceof z.ZodObject) || input.def.catchall !== undefined) return input
  // The same shape with the same types; only what else may stand beside it differs.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return input.strict() as z.ZodType as I
}
