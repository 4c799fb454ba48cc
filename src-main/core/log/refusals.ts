import type { LogRow } from './row'
import type { SlotSummary } from './slot-summary'
import { openingStage } from './summary-opening'
import { failureOf, startsService } from './summary-parts'

/** It does something, though it has no values: AT+NETOPEN, AT+CIICR. */
const starts = (text: string) =>
  openingStage({ kind: 'command', text }) !== undefined || startsService.test(text)

type Failure = NonNullable<SlotSummary['failed']>

const most = 20

/** The commands that were refused, and those that were carried out later. */
export class Refusals {
  readonly #refused = new Map<string, Failure>()
  #askedInVain: Failure | undefined
  #overcame = false

  /** The first that was not carried out later. */
  get failed(): Failure | undefined {
    const [first = this.#askedInVain] = this.#refused.values()
    return first
  }
  /** A command that had failed was carried out later. */
  get overcame(): boolean {
    return this.#overcame
  }

  /** A question that a modem does not know is passed over by every program; it counts where nothing else was refused. */
  take(row: LogRow): void {
    const asks = /^AT[^=]*\?|=\?$|^AT[+*^%$#!][A-Z]+$/i.test(row.command ?? '')
    if (asks && !starts(row.command ?? '') && row.text === 'ERROR')
      this.#askedInVain ??= failureOf(row)
    else if (this.#refused.size < most) {
      const { command = row.text } = row
      if (!this.#refused.has(command)) this.#refused.set(command, failureOf(row))
    }
  }
  carriedOut(command: string): void {
    if (this.#refused.delete(command)) this.#overcame = true
  }
}
