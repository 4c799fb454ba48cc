import type { Words } from '../words'

export type CallPhase = 'dialling' | 'alerting' | 'incoming' | 'active' | 'ended'

/** The voice call of a slot's modem, or the last one. */
export interface VoiceCall {
  readonly phase: CallPhase
  /** Who is on the other side; empty: not told. */
  readonly number: string
  /** When this phase began. */
  readonly sinceMs: number
  /** What ended it: the result code or the report of the modem, and what that means. */
  readonly end: { readonly seen: string; readonly meaning: Words } | null
}

/** <stat> of +CLCC (3GPP TS 27.007, 7.18): held and waiting calls are not made from here. */
const phases: { readonly [stat: string]: CallPhase } = {
  0: 'active',
  1: 'active',
  2: 'dialling',
  3: 'alerting',
  4: 'incoming',
  5: 'incoming',
}
export const phaseOf = (stat: string | undefined): CallPhase | undefined => phases[stat ?? '']

/** What the network takes for a number: digits, +, *, #, and A to D (27.007, 6.2). */
export const isDialled = (number: string): boolean =>
  /^\+?(?=[*#A-D]*\d)[0-9*#A-D]{1,40}$/i.test(number)
export const areKeys = (keys: string): boolean => /^[0-9*#A-D]{1,32}$/i.test(keys)
