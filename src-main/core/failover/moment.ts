import type { Clock } from '../ports/clock'

/** An instant on both clocks: for people, and for order. */
export interface Moment {
  readonly ms: number
  readonly us: number
}

export const momentOf = (clock: Clock): Moment => ({
  ms: clock.nowMs(),
  us: clock.monotonicUs(),
})

export const msBetween = (from: Moment, to: Moment): number => (to.us - from.us) / 1000
