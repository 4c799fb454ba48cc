import type { Client, SlotName } from '@contract'
import type { Link } from './link'
import { ScriptSlot } from './slot'
import { noSlot } from './words'

/** The bench of a script: the whole contract, and small helpers where that alone is clumsy. */
export class ScriptBench implements Client {
  /** Any call of the contract; rejects with BenchFault. */
  readonly call: Client['call']
  /** Calls back at each event of this name; the script is not over while it listens. Returns the way to stop. */
  readonly on: Client['on']
  /** Aborted when the script is to end: Ctrl-C, or its time is over. A moment later it is ended. */
  readonly signal: AbortSignal
  readonly #slots: { readonly [name in SlotName]: ScriptSlot }

  constructor({ call, on, signal }: Link) {
    this.call = call
    this.on = on
    this.signal = signal
    const slotOf = (name: SlotName) => new ScriptSlot({ call, on }, name, signal)
    this.#slots = { a: slotOf('a'), b: slotOf('b') }
  }

  slot(name: SlotName): ScriptSlot {
    if (!Object.hasOwn(this.#slots, name)) throw new Error(noSlot(name))
    return this.#slots[name]
  }
}
