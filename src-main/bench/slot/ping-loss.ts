import type { SlotName } from '@core/modem/slot-names'

const window = 20

/** The share of lost echoes among the last ones of each slot. */
export class PingLoss {
  readonly #lost: { readonly [slot in SlotName]: boolean[] } = { a: [], b: [] }

  /** Adds an echo; gives the loss in percent after it. */
  add(slot: SlotName, lost: boolean): number {
    const list = this.#lost[slot]
    list.push(lost)
    if (list.length > window) list.shift()
    return Math.round((list.filter(Boolean).length / list.length) * 100)
  }
  /** A new connection starts with a clean sheet. */
  clear(slot: SlotName): void {
    this.#lost[slot].length = 0
  }
}
