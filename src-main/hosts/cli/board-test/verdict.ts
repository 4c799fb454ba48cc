import type { Language, TestState } from '@contract'
import { exits } from '../exits'

/** A board that failed is no rig that did: the build server tries the one again, and sends for a person for the other. */
export function exitOf({ state }: TestState): number {
  if (state === 'passed') return exits.done
  return state === 'failed' ? exits.refused : exits.port
}

/** The last line of a test. */
export function verdictLine(end: TestState, language: Language): string {
  const failed = end.steps
    .filter(({ state }) => state === 'failed' || state === 'error')
    .map(({ name }) => name)
  const mark = { passed: '✓', failed: '✗', error: '!', stopped: '–', running: '–' }[end.state]
  const words = {
    en: {
      passed: 'PASS',
      failed: 'FAIL',
      error: 'RIG FAILED, no verdict',
      stopped: 'stopped, no verdict',
      running: 'stopped, no verdict',
    },
    ja: {
      passed: '合格',
      failed: '不合格',
      error: '設備異常（判定なし）',
      stopped: '中止（判定なし）',
      running: '中止（判定なし）',
    },
  }[language][end.state]
  const which = [end.plan, end.serial].filter(Boolean).join(' ')
  return `${mark} ${words}  ${which}${failed.length > 0 ? `  (${failed.join(', ')})` : ''}`
}

/** Of many boards: a board that failed counts more than one that passed, and a rig that failed more than both. */
export const worstExit = (codes: readonly number[]): number => Math.max(exits.done, ...codes)
