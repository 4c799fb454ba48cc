import type { Language, TestState } from '@contract'
import { exits } from '../exits'
import { verdictWords } from './words'

/** A test that was stopped is no verdict, and a board that failed is no rig that did: the build server tries the one again, and sends for a person for the other. */
export function exitOf({ state }: TestState): number {
  if (state === 'passed') return exits.done
  if (state === 'stopped') return exits.stopped
  return state === 'failed' ? exits.refused : exits.port
}

/** The last line of a test. */
export function verdictLine(end: TestState, language: Language): string {
  const failed = end.steps
    .filter(({ state }) => state === 'failed' || state === 'error')
    .map(({ name }) => name)
  const mark = { passed: '✓', failed: '✗', error: '!', stopped: '–', running: '–' }[end.state]
  const words = verdictWords[end.state][language]
  const which = [end.plan, end.serial].filter(Boolean).join(' ')
  return `${mark} ${words}  ${which}${failed.length > 0 ? `  (${failed.join(language === 'ja' ? '；' : '; ')})` : ''}`
}

/** Of many boards: a board that failed counts more than one that passed, and a rig that failed more than both. */
export const worstExit = (codes: readonly number[]): number => Math.max(exits.done, ...codes)
