import type { Severity, Words } from '../words'
import { tryWords } from './session-words'
import type { CmuxTimers } from './timers'
import type { Waits } from './waits'

/** Asking for channels, and hearing the answers. */
export interface Dialogue {
  readonly waits: Waits<string>
  readonly timers: CmuxTimers
  command(dlci: number, control: 'SABM' | 'DISC'): void
  note(severity: Severity, words: Words): void
}

/** Under what key the answer to SABM or DISC is waited for. */
export const keys = {
  open: (dlci: number) => `SABM ${dlci}`,
  close: (dlci: number) => `DISC ${dlci}`,
}

/** SABM until it is answered: UA, DM, or a SABM in place of UA; undefined when nothing came. Rejects when aborted. */
export async function establish(
  { waits, timers, command, note }: Dialogue,
  dlci: number,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const tries = dlci === 0 ? timers.startTries : timers.answerTries
  const ms = dlci === 0 ? timers.startMs : timers.answerMs
  for (let attempt = 1; attempt <= tries && !waits.ended; attempt++) {
    if (attempt > 1) note('notice', tryWords(dlci, attempt, tries))
    const answered = waits.wait(keys.open(dlci), ms, signal)
    command(dlci, 'SABM')
    const answer = await answered
    if (answer !== undefined) return answer
  }
  return undefined
}

/** DISC until it is answered, at most N2 times; an unanswered one is as good as closed. */
export async function disconnect(
  { waits, timers, command }: Dialogue,
  dlci: number,
): Promise<void> {
  for (let attempt = 1; attempt <= timers.answerTries && !waits.ended; attempt++) {
    const answered = waits.wait(keys.close(dlci), timers.answerMs)
    command(dlci, 'DISC')
    if ((await answered) !== undefined) return
  }
}
