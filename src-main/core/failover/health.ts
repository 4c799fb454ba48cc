import type { SeenLine } from '../words'
import type { Moment } from './moment'

/** What one check found. */
export interface Check {
  readonly at: Moment
  readonly ok: boolean
  /** As a person would read it: `pong.soracom.io answers, 61 ms`. */
  readonly seen: SeenLine
}

/** The last checks of a link, oldest first. */
export type HealthWindow = readonly Check[]

/** Adds a check and forgets what is older than the last `of`. */
export function checked(window: HealthWindow, check: Check, of: number): HealthWindow {
  return [...window, check].slice(-Math.max(1, of))
}

/** K failures among the last N. Fewer checks than K can never fail. */
export function failing(window: HealthWindow, failures: number): boolean {
  return window.filter(({ ok }) => !ok).length >= failures
}

/** The first failure of the trouble that is on now. */
export function failingSince(window: HealthWindow): Moment | undefined {
  return window.find(({ ok }) => !ok)?.at
}
