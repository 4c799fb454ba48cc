import type { AlertPicture } from '@core/alerts/condition'
import type { SlotName } from '@core/modem/slot-names'
import type { BenchEvent } from '@bench/events'
import { PingLoss } from '@bench/slot/ping-loss'
import type { Slots } from '@bench/slot/slot'

interface Heard {
  /** A connection was there since the person ended one last. */
  linked: boolean
  seconds: number | undefined
  lossPercent: number | undefined
}
const nothingHeard = (): Heard => ({ linked: false, seconds: undefined, lossPercent: undefined })

/** Each slot as rules look at it: its state, and what no state holds. */
export class AlertPictures {
  readonly #slots: Slots
  readonly #heard: { readonly [slot in SlotName]: Heard } = { a: nothingHeard(), b: nothingHeard() }
  readonly #loss = new PingLoss()

  constructor(slots: Slots) {
    this.#slots = slots
  }

  hear(event: BenchEvent): void {
    const heard = this.#heard[event.slot]
    if (event.kind === 'link') {
      if (event.now) heard.linked = true
      this.#forgetPings(event.slot)
    }
    if (event.kind !== 'echo') return
    if (event.ms !== null) heard.seconds = event.ms / 1000
    heard.lossPercent = this.#loss.add(event.slot, event.ms === null)
  }

  /** As it is now. Not from within an event: what is asked then may be told in the middle of it. */
  of(slot: SlotName): AlertPicture {
    const { port, mode, unresponsive, facts, ip, connect } = this.#slots[slot].state
    const heard = this.#heard[slot]
    // Who ends a connection by hand leaves the slot as it was before the first one.
    if (!ip && (connect.state === 'idle' || connect.state === 'cancelled')) heard.linked = false
    const linkLost = heard.linked && !ip && connect.state !== 'disconnecting'
    const { seconds, lossPercent } = heard
    return { port, mode, unresponsive, facts, linkLost, ping: { seconds, lossPercent } }
  }

  #forgetPings(slot: SlotName): void {
    this.#loss.clear(slot)
    Object.assign(this.#heard[slot], { seconds: undefined, lossPercent: undefined })
  }
}
