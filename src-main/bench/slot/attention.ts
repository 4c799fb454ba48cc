const windowUs = 1_000_000
/** More lines than a port of 115200 bit/s says in a second. */
export const mostLooked = 600

/** Of so many kinds the first line of a second is looked at all the same. */
const mostKinds = 64

/** How much of what a modem says by itself is looked at line by line, so that a port that talks without a pause costs little. */
export class Attention {
  #sinceUs = -Infinity
  #taken = 0
  readonly #kinds = new Set<string>()

  /** Whether another line is looked at: what a flood of one kind carries along of another is not lost in it. */
  take(nowUs: number, kind?: string): boolean {
    if (nowUs - this.#sinceUs >= windowUs || nowUs < this.#sinceUs) {
      this.#sinceUs = nowUs
      this.#taken = 0
      this.#kinds.clear()
    }
    if (++this.#taken <= mostLooked) return true
    if (kind === undefined || this.#kinds.has(kind) || this.#kinds.size >= mostKinds) return false
    this.#kinds.add(kind)
    return true
  }
}
