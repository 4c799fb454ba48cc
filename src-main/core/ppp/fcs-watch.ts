import type { Clock } from '../ports/clock'
import type { Words } from '../words'
import { damagedWithin } from './words'

const windowUs = 10_000_000
const quietUs = 60_000_000
const manyBad = 20
const badShare = 0.2

/** Says when damaged frames become so many that the line itself is to blame; at most once a minute. A window begins with a damaged frame. */
export class FcsWatch {
  readonly #clock: Clock
  #startUs: number
  #good = 0
  #bad = 0
  #saidUs: number | undefined

  constructor(clock: Clock) {
    this.#clock = clock
    this.#startUs = clock.monotonicUs()
  }

  /** Of good ones the count alone matters: a look at the clock for each frame of a download would cost more than counting. */
  good(): void {
    this.#good++
  }

  /** What was seen, when it is time to say it. */
  bad(): Words | undefined {
    const now = this.#roll()
    this.#bad++
    const share = this.#bad / (this.#bad + this.#good)
    if (this.#bad < manyBad || share < badShare) return undefined
    if (this.#saidUs !== undefined && now - this.#saidUs < quietUs) return undefined
    this.#saidUs = now
    const all = this.#bad + this.#good
    return damagedWithin(this.#bad, all)
  }

  #roll(): number {
    const now = this.#clock.monotonicUs()
    if (now - this.#startUs > windowUs) {
      this.#startUs = now
      this.#good = 0
      this.#bad = 0
    }
    return now
  }
}
