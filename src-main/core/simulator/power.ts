import type { Cancel, Clock } from '../ports/clock'
import type { Persona } from './persona'

export type PowerState = 'unpowered' | 'off' | 'booting' | 'on' | 'closing' | 'asleep'

/** What power tells the rest of the modem. */
export interface PowerEvents {
  /** The processor runs: nothing answers yet. */
  started(): void
  /** Everything volatile is gone. */
  stopped(): void
}

/**
 * Supply, PWRKEY, RESET and STATUS of a module, as its hardware manual times them. A press does one thing,
 * decided when it begins: a 3 s press that turns on does not turn off again.
 */
export class SimulatedPower {
  readonly #clock: Clock
  readonly #persona: Persona
  readonly #events: PowerEvents
  readonly #listeners = new Set<(active: boolean) => void>()
  #state: PowerState
  #statusActive: boolean
  #resetHeld = false
  #key: Cancel | undefined
  #timers: Cancel[] = []
  constructor(persona: Persona, clock: Clock, events: PowerEvents, on: boolean) {
    this.#persona = persona
    this.#clock = clock
    this.#events = events
    this.#state = on ? 'on' : 'off'
    this.#statusActive = on
  }
  get state(): PowerState {
    return this.#state
  }
  status(): boolean {
    return this.#statusActive
  }
  onStatus(listener: (active: boolean) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  pwrkey(active: boolean): void {
    this.#key?.()
    this.#key = undefined
    if (!active) return
    const { onPulseMs, offPulseMs } = this.#persona.power
    if (this.#state === 'off' || this.#state === 'asleep')
      this.#key = this.#clock.schedule(onPulseMs, () => this.boot())
    else if (this.#state === 'on')
      this.#key = this.#clock.schedule(offPulseMs, () => this.shutDown())
  }
  reset(active: boolean): void {
    const { resetPulseMs, statusAfterMs } = this.#persona.power
    if (active) {
      if (this.#state === 'unpowered' || this.#state === 'off') return
      this.#key = this.#clock.schedule(resetPulseMs, () => {
        this.#resetHeld = true
        this.#stop('off')
      })
      return
    }
    this.#key?.()
    this.#key = undefined
    if (!this.#resetHeld) return
    this.#resetHeld = false
    this.#later(statusAfterMs / 4, () => this.boot())
  }
  /** The supply goes away, whatever the modem was doing. */
  cut(): void {
    this.#key?.()
    this.#resetHeld = false
    this.#stop('unpowered')
  }
  /** The supply is back; the modem stays off until its key is pressed. */
  restore(): void {
    if (this.#state === 'unpowered') this.#state = 'off'
  }
  boot(): void {
    if (this.#state !== 'off' && this.#state !== 'asleep') return
    this.#cancelAll()
    this.#state = 'booting'
    this.#events.started()
    this.#later(this.#persona.power.statusAfterMs, () => this.#setStatus(true))
    this.#later(this.#persona.boot.atReadyMs, () => {
      this.#state = 'on'
    })
  }
  /** The orderly way down: PWRKEY held, or AT+CPOF. */
  shutDown(): void {
    if (this.#state !== 'on') return
    this.#state = 'closing'
    this.#later(this.#persona.power.shutdownMs, () => this.#stop('off'))
  }
  /**
   * PSM (3GPP TS 23.682, 4.5.4): everything but the clock is off, STATUS too; after `ms` the modem starts by itself, before that by
   * PWRKEY (SIM7080 and BG95 hardware manuals, "PSM").
   */
  sleep(ms: number): void {
    if (this.#state !== 'on') return
    this.#stop('asleep')
    this.#later(ms, () => this.boot())
  }
  /** Off and on again by itself, as a crash does; `delayMs` first, when an OK has to leave before. */
  restart(offMs: number, delayMs = 0): void {
    if (this.#state === 'unpowered' || this.#state === 'off') return
    this.#later(delayMs, () => {
      this.#stop('off')
      this.#later(offMs, () => this.boot())
    })
  }
  dispose(): void {
    this.#key?.()
    this.#cancelAll()
  }
  #stop(to: 'off' | 'unpowered' | 'asleep'): void {
    this.#cancelAll()
    const ran = !['off', 'unpowered', 'asleep'].includes(this.#state)
    this.#state = to
    if (ran) this.#events.stopped()
    this.#setStatus(false)
  }
  #setStatus(active: boolean): void {
    if (active === this.#statusActive) return
    this.#statusActive = active
    for (const listener of [...this.#listeners]) listener(active)
  }
  #later(ms: number, run: () => void): void {
    this.#timers.push(this.#clock.schedule(ms, run))
  }
  #cancelAll(): void {
    for (const cancel of this.#timers.splice(0)) cancel()
  }
}
