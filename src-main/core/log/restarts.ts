import { ruleOf } from '../at/timeouts'
import type { LogRow } from './row'
import type { Stage } from './slot-summary'
import { startedOver, switchedItselfOff } from './words'

/** So many starts that nobody asked for are no chance. */
const fewest = 3
/** Once may be the last of a battery. */
const fewestLow = 2

/** The modem tells of a supply that is too low. */
export const isBrownOut = ({ dir, text }: LogRow) => dir === 'rx' && /UNDER-?VOLTAGE/i.test(text)

/** It switches itself off for it. */
export const isLowDown = ({ dir, text }: LogRow) =>
  dir === 'rx' && /^UNDER-?VOLTAGE POWER DOWN$/i.test(text)

export function isBoot(row: LogRow): boolean {
  return (
    row.kind === 'unsolicited' && /^(RDY|\*ATREADY: 1|\^BOOT|[+^]SYSSTART|QCRDY)/.test(row.text)
  )
}

/** Counts how often the modem started though no command asked for it. */
export class Restarts {
  #first: string | undefined
  #last: LogRow | undefined
  #count = 0
  #asked = false
  #low = 0
  #lastLow: LogRow | undefined

  take(row: LogRow): void {
    if (isLowDown(row)) {
      this.#low++
      this.#lastLow = row
    }
    if (row.kind === 'command') this.#asked = ruleOf(row.text).restarts
    if (!isBoot(row)) return
    // A modem says more than one line when it starts.
    if (row.text === this.#first && !this.#asked) {
      this.#count++
      this.#last = row
    }
    this.#first ??= row.text
    this.#asked = false
  }

  /** Where it never stays up: that is where it stopped. */
  get stage(): Stage | undefined {
    if (this.#low >= fewestLow && this.#lastLow) return lowStage(this.#low, this.#lastLow.text)
    if (this.#count < fewest || !this.#last) return undefined
    const n = this.#count
    return {
      id: 'port',
      state: 'failure',
      line: this.#last.text,
      words: startedOver(n),
    }
  }
}

const lowStage = (n: number, line: string): Stage => ({
  id: 'port',
  state: 'failure',
  line,
  words: switchedItselfOff(n),
})
