import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'

/** How much warmer a module gets in a call, and how fast (in time constants of 10 minutes). */
const WARMER_C = 9
const TIME_CONSTANT_US = 600_000_000
/** What transmitting takes off a supply: between these, in volts. */
const SAG_V = [0.02, 0.06] as const

/** Voltage and temperature of a module: calm while idle, lower and warmer in a call. */
export class Supply {
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #transmitting: () => boolean
  #atUs: number
  #warmth = 0
  /** Without load, and at rest. */
  baseVolts = 3.978
  baseCelsius = 23
  constructor(clock: Clock, chance: Chance, transmitting: () => boolean) {
    this.#clock = clock
    this.#chance = chance
    this.#transmitting = transmitting
    this.#atUs = clock.monotonicUs()
  }
  /** Held at a value that somebody chose; undefined: its own. */
  heldVolts: number | undefined
  heldCelsius: number | undefined
  /** What flows beside the module, in mA, as through a wet board or a part put in wrongly; undefined: nothing. */
  leakMa: number | undefined
  get volts(): number {
    const volts = this.heldVolts ?? this.baseVolts
    if (!this.#transmitting()) return volts
    return volts - SAG_V[0] - this.#chance.next() * (SAG_V[1] - SAG_V[0])
  }
  get celsius(): number {
    const nowUs = this.#clock.monotonicUs()
    const share = 1 - Math.exp((this.#atUs - nowUs) / TIME_CONSTANT_US)
    this.#atUs = nowUs
    this.#warmth += ((this.#transmitting() ? WARMER_C : 0) - this.#warmth) * share
    return Math.round(this.heldCelsius ?? this.baseCelsius + this.#warmth)
  }
}
