import { SimulatedEuicc } from './euicc'
import type { CardData, ProfileData } from './persona'

export type CardState = 'absent' | 'ready' | 'pin' | 'puk' | 'blocked'

interface CardOptions {
  readonly inserted: boolean
  readonly locked: boolean
  /** Runs something when a card has had the time to be read. */
  readonly later: (run: () => void) => void
}

/** The SIM card: in or out, locked or not. The lock holds again after each power cycle. */
export class SimulatedCard {
  readonly #data: CardData
  readonly #euicc: SimulatedEuicc | undefined
  readonly #later: (run: () => void) => void
  /** Who it is in the network; undefined: no profile of the eUICC is enabled, or the modem has yet to read it. */
  #subscriber: CardData | undefined
  /** The same as the eUICC has it. */
  #enabled: CardData | undefined
  /** Logical channels that are open, and to which application. */
  readonly channels = new Map<number, 'isd-r' | 'usim'>()
  readonly #listeners = new Set<() => void>()
  #inserted: boolean
  #pin: string
  #pinTries = 3
  #pukTries = 10
  #verified = false
  /** Whether the card asks for its PIN. */
  locked: boolean
  constructor(data: CardData, options: CardOptions) {
    this.#data = data
    this.#enabled = data
    this.#subscriber = data
    this.#later = options.later
    this.#euicc = data.euicc && new SimulatedEuicc(data.euicc, (profile) => this.#switch(profile))
    this.#pin = data.pin
    this.#inserted = options.inserted
    this.locked = options.locked
  }
  get state(): CardState {
    if (!this.data) return 'absent'
    if (this.#pukTries === 0) return 'blocked'
    if (this.#pinTries === 0) return 'puk'
    return this.locked && !this.#verified ? 'pin' : 'ready'
  }
  get data(): CardData | undefined {
    return this.#inserted ? this.#subscriber : undefined
  }
  /** Its ISD-R; undefined: no card, or one that is no eUICC. */
  get euicc(): SimulatedEuicc | undefined {
    return this.#inserted ? this.#euicc : undefined
  }
  /** REFRESH: the modem loses its card, and reads the one that is enabled now a little later. */
  #switch(profile: ProfileData | undefined): void {
    this.#enabled = profile && { ...this.#data, imsi: profile.imsi, iccid: profile.iccid }
    this.#later(() => {
      this.channels.clear()
      this.#subscriber = undefined
      this.#verified = false
      this.#changed()
      this.#later(() => {
        if (this.#subscriber === this.#enabled) return
        this.#subscriber = this.#enabled
        this.#changed()
      })
    })
  }
  get tries(): { readonly pin: number; readonly puk: number } {
    return { pin: this.#pinTries, puk: this.#pukTries }
  }
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  powerCycle(): void {
    this.#verified = false
    this.channels.clear()
    this.#subscriber = this.#enabled
  }
  insert(inserted: boolean): void {
    if (inserted === this.#inserted) return
    this.#inserted = inserted
    this.#verified = false
    this.channels.clear()
    this.#changed()
  }
  /** False: refused, a try is gone. */
  enterPin(pin: string): boolean {
    if (pin !== this.#pin) {
      this.#pinTries = Math.max(0, this.#pinTries - 1)
      return false
    }
    this.#pinTries = 3
    this.#verified = true
    this.#changed()
    return true
  }
  /** For a PIN that was entered right. */
  changePin(pin: string): void {
    this.#pin = pin
  }
  enterPuk(puk: string, newPin: string): boolean {
    if (puk !== this.#data.puk) {
      this.#pukTries = Math.max(0, this.#pukTries - 1)
      return false
    }
    this.#pukTries = 10
    this.#pinTries = 3
    this.#pin = newPin
    this.#verified = true
    this.#changed()
    return true
  }
  #changed(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}

/** What +CPIN says of the card, or undefined when it is answered with an error. */
export function cpinText(state: CardState): string | undefined {
  switch (state) {
    case 'ready':
      return 'READY'
    case 'pin':
      return 'SIM PIN'
    case 'puk':
      return 'SIM PUK'
    case 'absent':
    case 'blocked':
      return undefined
  }
}
