import type { z } from 'zod'

/** A row of the table of calls: how the input is checked; the output's type is carried along. */
export interface Call<I extends z.ZodType, O> {
  readonly input: I
  readonly output?: O
}
export const call =
  <O>() =>
  <I extends z.ZodType>(input: I): Call<I, O> => ({ input })
