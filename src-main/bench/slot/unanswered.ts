import { shown } from '@core/at/command'
import type { Token } from '@core/at/token'
import type { Unanswered } from '@core/at/unanswered'
import { faultRows } from '@core/fault'
import type { SlotState } from '@contract'

/** What a token says of whether commands are answered; undefined: nothing, what was known stays. */
export function unansweredBy(token: Token): SlotState['unanswered'] | undefined {
  if (token.kind === 'final') return null
  if (token.kind === 'unsolicited') return token.restart ? null : undefined
  if (token.kind !== 'note' || token.command === undefined) return undefined
  if (token.note === 'timed-out') return told('at-timeout', token.command, token.secret)
  return token.note === 'garbled' ? told('at-garbled', token.command, token.secret) : undefined
}

function told(code: Unanswered, command: string, secret = false): SlotState['unanswered'] {
  const { meaning, tries } = faultRows[code]
  return { command: shown(command, secret), code, meaning, tries }
}
