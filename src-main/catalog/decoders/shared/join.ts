import { factText } from '@core/at/fact-text'
import type { FactValue } from '@core/at/knowledge'
import { say } from '@core/at/parameter'
import { capital } from '@core/at/phrase-words'
import type { Words } from '@core/words'

/** Clauses to one sentence each: `A, B.` and `A、B。`; what is missing is left out. */
export function sentence(...clauses: readonly (Words | undefined)[]): Words {
  const there = clauses.filter((clause) => clause !== undefined)
  return say(
    `${capital(there.map((clause) => clause.en).join(', '))}.`,
    there.map((clause) => clause.ja).join('、'),
  )
}

/** Sentences one after another. */
export function sentences(...all: readonly (Words | undefined)[]): Words {
  const there = all.filter((one) => one !== undefined)
  return say(
    there.map((one) => capital(close(one.en, '.'))).join(' '),
    there.map((one) => close(one.ja, '。')).join(''),
  )
}

function close(text: string, mark: string): string {
  return /[.。!?！？]$/.test(text) ? text : text + mark
}

/** A value inside a sentence; `?` for what the modem left out. */
export function display(value: FactValue | undefined): string {
  return value === undefined || value === null ? '?' : factText(value)
}
