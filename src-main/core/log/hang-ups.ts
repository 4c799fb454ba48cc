import { ruleOf } from '../at/timeouts'
import { isDial } from './summary-opening'
import type { LogRow } from './row'

/** Commands that end a call, or take down what it stands on: V.250, 6.1.1 and 6.3.6; 27.007, 6.5, 7.3, 8.2, 10.1.9 and 10.1.10; Telit. */
const ends =
  /^AT(?:[HZ][01]?$|\+CHUP\b|\+CFUN=[04]\b|\+COPS=2\b|\+CG(?:ACT|ATT)=0\b|#SGACT=\d+, *0\b)/i
/** Leaves data mode: what is said at once is the end of the call, and nobody knows of whom. */
const escapes = /^\+\+\+$/
/** Programs that end it because somebody asked them to: ModemManager, NetworkManager, pppd, wvdial. */
const told =
  /\bconnected -> disconnecting\b|\buser request to disconnect\b|\bflashing port\b|\bdeactivating \(reason 'user-requested'|\bTerminating on signal\b|^(?:> ?)*Caught signal \d+:/
/** It went back to the call, or made another. */
const goesOn = /^AT[AO]\d?$/i
const over = /^(?:NO CARRIER$|\+PPPD: DISC)/

/** The call ended because this side had asked for that. */
export const isAskedEnd = ({ explanation }: LogRow) => explanation?.name === name
const name = 'hang-up'

/** Knows whether somebody on this side ended the call, so that its end is no failure. */
export class HangUps {
  #asked = false

  /** The row; its end, where it was asked for, as that. */
  take(row: LogRow): LogRow {
    const { kind, text } = row
    if (kind === 'command') {
      if (isDial(text) || goesOn.test(text)) this.#asked = false
      else this.#asked ||= ends.test(text) || ruleOf(text).restarts
    } else if (kind === 'final' && text.startsWith('CONNECT')) this.#asked = false
    else if (told.test(text) && row.dir !== 'rx') this.#asked = true
    else if (this.#endsWith(row) && row.explanation)
      return { ...row, explanation: { ...row.explanation, name, severity: 'fine' } }
    return row
  }

  #endsWith({ kind, dir, text, command = '' }: LogRow): boolean {
    if (dir !== 'rx' || kind === 'echo' || !over.test(text)) return false
    return !isDial(command) && !goesOn.test(command) && (this.#asked || escapes.test(command))
  }
}
