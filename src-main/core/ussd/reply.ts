import { ussdText, type CharacterSet } from './text'

/** <m> of +CUSD (27.007, 7.15). */
export const ussdStates = ['done', 'asks', 'ended', 'elsewhere', 'unsupported', 'timeout'] as const
export type UssdState = (typeof ussdStates)[number]

/** What the network said. */
export interface UssdReply {
  readonly state: UssdState
  /** Empty: it said nothing. */
  readonly text: string
}

const form = /^\+CUSD: *(\d)(?:, *(?:"([^]*)"|([^",]*)))?(?:, *(\d{1,3}))?\s*$/

/** A whole `+CUSD: <m>[,<str>[,<dcs>]]`; quotes inside the text are its own. Undefined: it is none, or goes on. */
export function ussdReply(said: string, set: CharacterSet): UssdReply | undefined {
  const [, m = '', quoted, bare = '', dcs] = form.exec(said) ?? []
  const state = ussdStates[Number(m)]
  if (m === '' || state === undefined) return undefined
  const text = ussdText(quoted ?? bare, dcs === undefined ? undefined : Number(dcs), set)
  return { state, text }
}

/** Whether the quotes of a line are still open: a menu has lines of its own. */
export const isOpen = (said: string): boolean =>
  /^\+CUSD: *\d, *"/.test(said) &&
  !/"(?:, *\d{1,3})?\s*$/.test(said.replace(/^\+CUSD: *\d, *"/, ''))
