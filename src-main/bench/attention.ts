const windowUs = 1_000_000
/** More lines than a port of 115200 bit/s says in a second. */
export const mostLooked = 600

/** How much of what a modem says by itself is looked at line by line, so that a port that talks without a pause costs little. */
export class Attention {
  #sinceUs = -Infinity
  #taken = 0

  /** Whether another line is looked at. */
  take(nowUs: number): boolean {
    if (nowUs - this.#sinceUs >= windowUs || nowUs < this.#sinceUs) {
      this.#sinceUs = nowUs
      this.#taken = 0
    }
    return ++this.#taken <= mostLooked
  }
}
