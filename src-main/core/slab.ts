/** As much as a few reads of a port: what keeps one piece of it keeps no more than that. */
const slabOctets = 32_768

/**
 * Room for octets that live shortly, one piece behind the other in memory that is never used again: a busy link makes thousands of
 * arrays in a second, and the memory of each would have to be cleared away by itself.
 */
export class Slab {
  #memory = new ArrayBuffer(0)
  #at = 0

  /** At least so much room, whatever stands in it. Taken of it is only what `keep` is told. */
  room(least: number): Uint8Array {
    if (this.#memory.byteLength - this.#at < least) {
      this.#memory = new ArrayBuffer(Math.max(least, slabOctets))
      this.#at = 0
    }
    return new Uint8Array(this.#memory, this.#at)
  }

  /** The first octets of the room last given, which belong to who asked from now on. */
  keep(count: number): Uint8Array {
    const kept = new Uint8Array(this.#memory, this.#at, count)
    this.#at += count
    return kept
  }
}
