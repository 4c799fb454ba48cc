import { Fault } from '@core/fault'

/** One reader of octets from outside, or one machine that they drive. */
export interface Target {
  readonly name: string
  /** What it usually gets; mutations begin with these. */
  readonly corpus: readonly Uint8Array[]
  /** How many inputs of all it gets, in relation to the others; 1 where one takes microseconds. */
  readonly share?: number
  /** Throws when something did not hold. A Fault is an answer, not a failure. */
  run(bytes: Uint8Array): unknown
}

/** A mistake in words is what a reader is to say of bad input. */
export async function answered(run: () => unknown): Promise<void> {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof Fault)) throw error
  }
}

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(what)
}
