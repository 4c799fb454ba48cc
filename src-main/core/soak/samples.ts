import type { SlotFacts } from '../failover/slots'
import { slotNames, type SlotName } from '../modem/slot-names'
import type { SoakRow } from './rows'

interface Counted {
  readonly rx: number
  readonly tx: number
  readonly attaches: number
}
const nothing: Counted = { rx: 0, tx: 0, attaches: 0 }

/** What each slot showed between one sample and the next: signal, cell, octets, attaches, and the probes of that time. */
export class Samples {
  readonly #facts: (slot: SlotName) => SlotFacts
  readonly #before: Record<SlotName, Counted> = { a: nothing, b: nothing }
  readonly #probes: Record<SlotName, (number | null)[]> = { a: [], b: [] }

  constructor(facts: (slot: SlotName) => SlotFacts) {
    this.#facts = facts
  }

  /** What was counted before the run is none of its own. */
  begin(): void {
    for (const slot of slotNames) this.#before[slot] = this.#counted(slot)
  }
  /** A probe that was answered after so long; null: it was not. */
  probed(slot: SlotName, ms: number | null): void {
    this.#probes[slot].push(ms)
  }
  take(ms: number): readonly SoakRow[] {
    return slotNames.map((slot) => {
      const { dbm, cell, operator } = this.#facts(slot)
      const before = this.#before[slot]
      const now = this.#counted(slot)
      this.#before[slot] = now
      const probes = this.#probes[slot].splice(0)
      return {
        k: 'sample',
        ms,
        slot,
        dbm,
        cell,
        operator,
        rx: now.rx - before.rx,
        tx: now.tx - before.tx,
        attaches: now.attaches - before.attaches,
        probes: probes.length,
        rttMs: probes.filter((rtt) => rtt !== null),
      }
    })
  }
  #counted(slot: SlotName): Counted {
    const { bytes, attaches } = this.#facts(slot)
    return { rx: bytes.rx, tx: bytes.tx, attaches }
  }
}
