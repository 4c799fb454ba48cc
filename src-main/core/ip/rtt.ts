const firstMs = 1_000
const shortestMs = 400
const longestMs = 60_000

/** Retransmission time-out by RFC 6298, in ms. */
export class RoundTrip {
  #smoothed: number | undefined
  #variance = 0
  #base = firstMs
  #backoff = 1

  get smoothedMs(): number | undefined {
    return this.#smoothed
  }

  get timeoutMs(): number {
    return Math.min(this.#base * this.#backoff, longestMs)
  }

  sample(ms: number): void {
    if (this.#smoothed === undefined) {
      this.#smoothed = ms
      this.#variance = ms / 2
    } else {
      this.#variance = 0.75 * this.#variance + 0.25 * Math.abs(this.#smoothed - ms)
      this.#smoothed = 0.875 * this.#smoothed + 0.125 * ms
    }
    this.#base = Math.max(shortestMs, this.#smoothed + 4 * this.#variance)
    this.#backoff = 1
  }

  /** New data was acknowledged: the line works again. */
  progress(): void {
    this.#backoff = 1
  }

  double(): void {
    if (this.timeoutMs < longestMs) this.#backoff *= 2
  }
}
