import { ahead } from './sequence'

/** Holds what arrived before its turn. Never more than the window, since the connection trims to it. */
export class Reassembly {
  #waiting: { seq: number; data: Uint8Array }[] = []

  get size(): number {
    return this.#waiting.length
  }

  add(seq: number, data: Uint8Array): void {
    if (this.#waiting.some((one) => one.seq === seq && one.data.length >= data.length)) return
    // Segments may overlap, so the count must be bounded as well as the octets.
    if (this.#waiting.length >= 1024) return
    this.#waiting.push({ seq, data: data.slice() })
  }

  /** What now follows `next` without a gap, piece by piece. */
  takeFrom(next: number): Uint8Array | undefined {
    this.#waiting = this.#waiting.filter(({ seq, data }) => ahead(seq, next) + data.length > 0)
    const found = this.#waiting.find(({ seq }) => ahead(seq, next) <= 0)
    if (!found) return undefined
    this.#waiting = this.#waiting.filter((one) => one !== found)
    return found.data.subarray(-ahead(found.seq, next))
  }
}
