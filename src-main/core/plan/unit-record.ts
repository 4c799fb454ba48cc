import type { TestState } from './test-state'

/** What is kept of a tested board: one line of a batch's file. */
export interface UnitRecord extends Omit<TestState, 'question' | 'slot'> {
  readonly endedMs: number
}
