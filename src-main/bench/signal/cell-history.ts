import type { CellStay } from '@contract'
import type { KnownFact } from '@core/modem/known-fact'
import type { SlotName } from '@core/modem/slot-names'
import { current } from '@bench/events'

const mostStays = 2000

interface Moment {
  readonly atMs: number
  readonly monoUs: number
}

/** Which cell served each slot, and for how long. */
export class CellHistory {
  #stays: CellStay[] = []

  get stays(): readonly CellStay[] {
    return this.#stays
  }

  /** Takes the facts as they are now. Gives the stay that began, when the cell is another one. */
  take(slot: SlotName, facts: readonly KnownFact[], at: Moment): CellStay | undefined {
    const now = this.#current(slot)
    const cell = current(facts, 'cell')?.value
    if (cell === undefined) {
      if (facts.some((fact) => fact.key === 'cell')) this.end(slot, at.atMs)
      return undefined
    }
    if (now?.cell === cell) {
      const more = described(now, facts)
      if (JSON.stringify(more) !== JSON.stringify(now)) this.#replace(now, more)
      return undefined
    }
    this.end(slot, at.atMs)
    const fresh = { slot, cell, band: null, access: null, operator: null, rsrp: null }
    const stay = described({ ...fresh, fromMs: at.atMs, toMs: null, monoUs: at.monoUs }, facts)
    this.#stays = [...this.#stays, stay].slice(-mostStays)
    return stay
  }

  /** The modem has no cell any more, or nobody can ask it. */
  end(slot: SlotName, atMs: number): void {
    const now = this.#current(slot)
    if (now) this.#replace(now, { ...now, toMs: atMs })
  }

  #current(slot: SlotName): CellStay | undefined {
    return this.#stays.findLast((stay) => stay.slot === slot && stay.toMs === null)
  }
  #replace(old: CellStay, stay: CellStay): void {
    this.#stays = this.#stays.map((one) => (one === old ? stay : one))
  }
}

function described(stay: CellStay, facts: readonly KnownFact[]): CellStay {
  const rsrp = current(facts, 'rsrp')
  // A value read before this cell served says nothing about it.
  const fresh = rsrp?.number !== undefined && rsrp.atMs >= stay.fromMs ? rsrp.number : undefined
  const { min, max } = stay.rsrp ?? { min: Infinity, max: -Infinity }
  return {
    ...stay,
    band: current(facts, 'band')?.value ?? stay.band,
    access: current(facts, 'access')?.value ?? stay.access,
    operator: current(facts, 'operator')?.value ?? stay.operator,
    rsrp:
      fresh === undefined ? stay.rsrp : { min: Math.min(min, fresh), max: Math.max(max, fresh) },
  }
}
