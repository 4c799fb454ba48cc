import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { SignalLevel } from './operators'

const STEP_US = 2_000_000
// Older steps have no influence any more, since the walk is drawn back to its middle.
const MAX_STEPS = 200
/** What the steps below make of it: two thirds of the time it is within this. */
const USUAL_WALK_DB = 2

/**
 * A signal that wanders around its middle, a step every 2 s. It is computed when somebody looks, so that
 * a silent modem costs nothing.
 */
export class SignalWalk {
  readonly #base: SignalLevel
  readonly #clock: Clock
  readonly #chance: Chance
  #offsetDb = 0
  #atUs: number
  constructor(base: SignalLevel, clock: Clock, chance: Chance) {
    this.#base = base
    this.#clock = clock
    this.#chance = chance
    this.#atUs = clock.monotonicUs()
  }
  /** `walkDb`: how far it wanders instead of the usual 2 dB. */
  level(walkDb = USUAL_WALK_DB): SignalLevel {
    this.#catchUp()
    const d = (this.#offsetDb * walkDb) / USUAL_WALK_DB
    return {
      powerDbm: Math.round(this.#base.powerDbm + d),
      qualityDb: Math.round((this.#base.qualityDb + d / 4) * 2) / 2,
      rssiDbm: Math.round(this.#base.rssiDbm + d),
      sinrDb: Math.round(this.#base.sinrDb + d / 2),
    }
  }
  #catchUp(): void {
    const steps = Math.floor((this.#clock.monotonicUs() - this.#atUs) / STEP_US)
    this.#atUs += steps * STEP_US
    for (let i = 0; i < Math.min(steps, MAX_STEPS); i++)
      this.#offsetDb = this.#offsetDb * 0.92 + (this.#chance.next() - 0.5) * 2.4
  }
}

/** The level with its power moved to a value someone chose; the rest follows. */
export function levelAt(level: SignalLevel, powerDbm: number): SignalLevel {
  const d = powerDbm - level.powerDbm
  return {
    powerDbm,
    qualityDb: Math.max(-19.5, Math.min(-3, level.qualityDb + d / 4)),
    rssiDbm: Math.max(-113, level.rssiDbm + d),
    sinrDb: Math.max(-10, Math.min(30, Math.round(level.sinrDb + d / 2))),
  }
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** +CSQ: 0 = -113 dBm or less, 31 = -51 dBm or more. */
export function csqOf(level: SignalLevel): number {
  return clamp(Math.round((level.rssiDbm + 113) / 2), 0, 31)
}

/** +CESQ, 3GPP TS 27.007, 8.69: rxlev, ber, rscp, ecno, rsrq, rsrp. */
export function cesqOf(technology: 'gsm' | 'wcdma' | 'lte', level: SignalLevel): string {
  switch (technology) {
    case 'lte': {
      const rsrq = clamp(Math.round((level.qualityDb + 20) * 2), 0, 34)
      return `99,99,255,255,${rsrq},${clamp(level.powerDbm + 141, 0, 97)}`
    }
    case 'wcdma': {
      const ecno = clamp(Math.round((level.qualityDb + 24.5) * 2), 0, 49)
      return `99,99,${clamp(level.powerDbm + 121, 0, 96)},${ecno},255,255`
    }
    case 'gsm':
      return `${clamp(level.rssiDbm + 111, 0, 63)},99,255,255,255,255`
  }
}
