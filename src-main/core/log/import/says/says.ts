import type { FaultCode } from '../../../fault'
import type { RungId } from '../../../modem/rungs'
import type { Words } from '../../../words'

/** A line of a program that tells in its own words how far the connection came, where no AT is to be seen. */
export interface Says {
  readonly form: RegExp
  readonly rung: RungId
  readonly state: 'fine' | 'busy' | 'failure'
  readonly cause?: FaultCode
  readonly words: Words
  /** What makes the sentence count beside an exchange of AT, too, where many programs write; undefined: nothing does. */
  readonly beside?: RegExp
}

/** A row of a table of such lines. */
export const says = (
  form: RegExp,
  rung: RungId,
  state: Says['state'],
  en: string,
  ja: string,
  cause?: FaultCode,
): Says => ({
  form,
  rung,
  state,
  words: { en, ja },
  ...(cause ? { cause } : {}),
})

/** A sentence that no other program writes, beside whatever exchange; `wording`: of several, only those that it fits. */
export const inAnyLog = (told: Says, wording: RegExp = told.form): Says => ({
  ...told,
  beside: wording,
})
