import type { Cancel, Clock } from '../ports/clock'

const PLUS = 0x2b
const GAP_US = 900_000

/**
 * Watches what the host sends in data mode for `+++` with a guard time of silence (1 s) before and after and at most
 * 900 ms between the plus signs (SIMCom AT manual, `+++`).
 */
export class EscapeWatch {
  readonly #clock: Clock
  readonly #guardMs: number
  readonly #found: () => void
  #lastUs: number
  #count = 0
  #timer: Cancel | undefined
  constructor(clock: Clock, guardMs: number, found: () => void) {
    this.#clock = clock
    this.#guardMs = guardMs
    this.#found = found
    this.#lastUs = clock.monotonicUs()
  }
  bytes(bytes: Uint8Array): void {
    this.#timer?.()
    this.#timer = undefined
    for (const byte of bytes) this.#byte(byte)
    if (this.#count === 3)
      this.#timer = this.#clock.schedule(this.#guardMs, () => {
        this.stop()
        this.#found()
      })
  }
  stop(): void {
    this.#timer?.()
    this.#timer = undefined
    this.#count = 0
  }
  #byte(byte: number): void {
    const nowUs = this.#clock.monotonicUs()
    const silentUs = nowUs - this.#lastUs
    this.#lastUs = nowUs
    const begins = silentUs >= this.#guardMs * 1000
    const continues = this.#count > 0 && this.#count < 3 && silentUs <= GAP_US
    if (byte !== PLUS) this.#count = 0
    else if (continues) this.#count++
    else this.#count = begins ? 1 : 0
  }
}
