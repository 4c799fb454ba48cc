import type { z } from 'zod'
import type { Reading } from '@core/plan/judge'
import type { Limit } from '@core/plan/limit'
import type { Words } from '@core/words'
import type { Found } from '@bench/config/config-words'
import type { TestTools } from '@bench/board-test/test-tools'

/** What the rest of a plan says that a step depends on. */
export interface Around {
  readonly keep: { readonly imei: 'whole' | 'masked' }
  /** The names of its measuring instruments. */
  readonly instruments: readonly string[]
}

/**
 * A kind of step: what a plan may say of it, what it must measure, and how that is done. One file of this folder is one
 * kind; its default export is found by itself.
 */
export interface StepKind<S extends z.ZodObject = z.ZodObject> {
  /** Its key in a plan. */
  readonly key: string
  readonly title: Words
  readonly settings: S
  /** The longest one try may take where the plan does not say, ms. */
  usualMs(given: z.output<S>): number
  /** Every value that it must tell. */
  limits(given: z.output<S>): readonly Limit[]
  /**
   * What must be there: `board` something that switches it, `target` an APN, `link` the internet that a step before has
   * made (and a target).
   */
  needs?(given: Partial<z.output<S>>): Need | undefined
  /** What it does to the link to the internet. */
  readonly link?: 'makes' | 'ends'
  /** What its settings cannot mean, of those that could be read; paths begin behind its key. */
  mistakes?(given: Partial<z.output<S>>, around: Around): readonly Found[]
  /** Rejects with a Fault where it cannot be done; ends as soon as the signal says. */
  read(given: z.output<S>, doing: StepDoing): Promise<readonly Reading[]>
}
export type Need = 'board' | 'target' | 'link'

export interface StepDoing {
  readonly tools: TestTools
  /** The name of the step in the plan. */
  readonly step: string
  /** The longest this try may take, ms: the plan's own limit where it has one. */
  readonly withinMs: number
  readonly signal: AbortSignal
}

/** A kind among the others, whose settings nobody but itself knows. */
export const stepKind = <S extends z.ZodObject>(kind: StepKind<S>): StepKind =>
  // The settings that it gets are those that its own schema has read.
  kind as unknown as StepKind
