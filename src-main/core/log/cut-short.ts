import { saysGone } from './cut-words'
import type { LogRow } from './row'
import { isBoot, isBrownOut, isLowDown } from './restarts'
import type { Standstill } from './link-watch'

/** So many commands that are carried out afterwards show that it goes on. */
const goesOn = 2

/** A modem that starts over, or a port that vanishes, in the middle of something; what is done afterwards makes it good. */
export class CutShort {
  #found: Standstill | undefined
  #carriedOut = 0
  /** It told of a supply that is too low, and nothing was carried out since. */
  #low: LogRow | undefined
  /** What was not answered since it started over. */
  #command: string | undefined
  #before: LogRow | undefined

  /** `inData`: the link was up, or on its way. */
  take(row: LogRow, inData: boolean): void {
    if (isBrownOut(row)) {
      this.#low = row
      this.#carriedOut = 0
    }
    if (isGone(row)) {
      this.#found = { id: 'port', code: 'port-gone', row }
      this.#carriedOut = 0
    } else if (isLowDown(row)) this.#found = { id: 'port', code: 'supply-low', row }
    else if (isBoot(row) && (inData || this.#before?.explanation?.name === 'cut by restart')) {
      this.#found = this.#low
        ? { id: 'port', code: 'supply-low', row: this.#low }
        : { id: 'port', code: 'at-reset', row }
      this.#carriedOut = 0
      this.#command = this.#before?.command
    } else if (row.kind === 'final' && row.text === 'OK') {
      const again = row.command !== undefined && row.command === this.#command
      if (++this.#carriedOut >= goesOn || again) this.#found = this.#low = undefined
    }
    this.#before = row
  }

  /** Something came up: what was cut short before is over. */
  over(): void {
    this.#found = undefined
  }

  get standstill(): Standstill | undefined {
    return this.#found
  }
}

/** Our own words at the place where a port ended by itself. */
const isGone = ({ kind, text }: LogRow) => kind === 'divider' && saysGone(text)
