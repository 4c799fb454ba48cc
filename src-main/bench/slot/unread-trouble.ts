import { Fault } from '@core/fault'
import type { StoreTrouble } from '@core/ports/store'

/** A file of the person's that could not be read in full, as the window tells it. */
export function unreadTrouble(error: unknown): StoreTrouble {
  if (error instanceof Fault)
    return { kind: 'unread', level: 'warning', words: error.said, tries: triesOf(error) }
  const said = error instanceof Error ? error.message : String(error)
  return { kind: 'unread', level: 'warning', words: { en: said, ja: said }, tries: [] }
}

/** Bad input is a thousand things: its advice is about another one. */
const triesOf = (fault: Fault) => (fault.code === 'bad-input' ? [] : fault.row.tries)
