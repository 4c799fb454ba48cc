import type { Words } from '../words'
import type { StepResult, Verdict } from './test-state'
import { rigTitle } from './words'

/**
 * Faults of what tests the board, not of the board: its port, its adapter, the disk, the program itself, a person who stopped it
 * or was not there. A port without an answer to AT is the board's own.
 */
const rig =
  /^(?:port-(?!no-at$)|adapter-|line-|instrument-|micropython-|mm-|store-|data-folder$|journal-)/
const rigToo: ReadonlySet<string> = new Set([
  'simulator-setting',
  'simulator-runs',
  'internal',
  'at-cancelled',
  'test-nobody',
  'macro-nobody',
])

export const isRigFault = (code: string): boolean => rig.test(code) || rigToo.has(code)

/** The board failed where its own failure came first: what fails after the rig did is no proof. */
export function verdictOf(steps: readonly StepResult[], stopped: boolean): Verdict {
  if (stopped) return 'stopped'
  const first = steps.find(({ state }) => state === 'failed' || state === 'error')
  if (first) return first.state === 'failed' ? 'failed' : 'error'
  return steps.every(({ state, excused }) => state === 'passed' || excused) ? 'passed' : 'failed'
}

/** What is told in the place of a step where the rig failed outside of the steps, as when the record cannot be kept. */
export const rigStep = (name: string, words: Words, fault: string): StepResult => ({
  name,
  kind: 'rig',
  title: rigTitle,
  state: 'error',
  tries: 1,
  ms: 0,
  measured: [],
  words,
  fault,
})
