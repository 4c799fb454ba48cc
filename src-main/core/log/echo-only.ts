import type { Standstill } from './link-watch'
import type { LogRow } from './row'

/** So many commands that come back alone are no chance. */
const few = 3

/** A port that gives back what it gets, and nothing else. */
export class EchoOnly {
  #echoes = 0
  #last: LogRow | undefined
  #other = false

  take(row: LogRow): void {
    // Without times it may be a list of commands, of which a program wrote each twice.
    if (row.dir !== 'rx' || row.timed === 'none') return
    if (row.kind === 'echo') {
      this.#echoes++
      this.#last = row
    } else if (row.kind !== 'noise' && !isProbe(row)) this.#other = true
  }

  get standstill(): Standstill | undefined {
    if (this.#other || this.#echoes < few || !this.#last) return undefined
    return { id: 'port', code: 'connect-echo-only', row: this.#last }
  }
}

/** Whether a modem is in data mode is asked with it; a modem would answer, and not ask (RFC 1661, 5.8). */
const isProbe = ({ kind, explanation }: LogRow) =>
  kind === 'ppp' && explanation?.facts['code'] === 'EchoReq'
