/** How much may be under way: slow start, congestion avoidance and fast recovery (RFC 5681). */
export class Congestion {
  readonly #mss: number
  #window: number
  #threshold = Infinity

  constructor(mss: number) {
    this.#mss = mss
    // RFC 6928: ten segments to begin with.
    this.#window = 10 * mss
  }

  get window(): number {
    return this.#window
  }

  acknowledged(octets: number): void {
    if (this.#window < this.#threshold) this.#window += Math.min(octets, 2 * this.#mss)
    else this.#window += Math.max(1, Math.floor((this.#mss * this.#mss) / this.#window))
  }

  /** Three duplicates: a single segment is missing, the line still carries. */
  lossSeen(underWay: number): void {
    this.#threshold = Math.max(Math.floor(underWay / 2), 2 * this.#mss)
    this.#window = this.#threshold + 3 * this.#mss
  }

  duplicate(): void {
    this.#window += this.#mss
  }

  recovered(): void {
    this.#window = this.#threshold
  }

  timedOut(underWay: number): void {
    this.#threshold = Math.max(Math.floor(underWay / 2), 2 * this.#mss)
    this.#window = this.#mss
  }
}
