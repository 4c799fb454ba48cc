import type { Air } from './air'
import type { DataCall } from './data-call'
import type { ModemBase } from './modem-base'
import type { IpOffer } from './pdp-grant'
import type { Wire } from './wire'

/** VBAT of a SIM7672 is 3.4 to 4.2 V. */
const WARN_BELOW_V = 3.4
const OFF_BELOW_V = 3.2
const WARN_ABOVE_V = 4.3

/** The level of +CMTE: too hot from 80 °C, far too hot from 85 °C, and the same downwards. */
function heatLevel(celsius: number): number {
  if (celsius >= 85) return 2
  if (celsius >= 80) return 1
  if (celsius <= -40) return -2
  return celsius <= -30 ? -1 : 0
}

/** What a fault changes of a modem. */
interface Afflicted extends ModemBase {
  readonly air: Air
  readonly wire: Wire
  readonly call: DataCall | undefined
  hearing: 'normal' | 'deaf' | 'echo-only'
  unplug(): void
  plug(how?: 'same' | 'renamed'): void
}

/** What can go wrong with a modem and its network, on demand and at any time. */
export class SimulatedFaults {
  readonly #modem: Afflicted
  #starved = false
  constructor(modem: Afflicted) {
    this.#modem = modem
  }
  /** The network ends the data session, as an operator's console does. Returns whether there was one. */
  cutSession(): boolean {
    const imsi = this.#modem.card.data?.imsi
    return imsi !== undefined && this.#modem.network.kill(imsi) > 0
  }
  /** No cell is heard from now on; for `ms` or until `restoreCells`. */
  loseCells(ms?: number): void {
    this.#modem.air.outage = true
    this.#modem.radio.look()
    if (ms !== undefined) this.#modem.later(ms, () => this.restoreCells())
  }
  restoreCells(): void {
    this.#modem.air.outage = false
  }
  /** Only this operator, or only this cell, is heard; undefined: all of them again. */
  hearOnly(only: { plmn?: string | undefined; cellId?: number | undefined }): void {
    const { air, radio } = this.#modem
    if ('plmn' in only) air.onlyPlmn = only.plmn
    if ('cellId' in only) air.onlyCell = only.cellId
    radio.look()
  }
  /** At home or roaming, whatever the card says. The present registration is made anew. */
  registerAs(standing: 'home' | 'roaming' | undefined): void {
    this.#modem.air.standing = standing
    this.#modem.radio.refuseNow()
  }
  /** Every attach from now on is refused with this EMM cause; undefined: no longer. The present attach ends. */
  rejectWith(emmCause: number | undefined): void {
    this.#modem.air.refusal = emmCause
    this.#modem.radio.refuseNow()
  }
  /** Registration takes this much longer. */
  slowAttach(extraMs: number): void {
    this.#modem.air.extraAttachMs = extraMs
  }
  /** Which families sessions get from now on; undefined: as the access point says. The present attach is made anew. */
  offer(offer: IpOffer | undefined): void {
    this.#modem.air.offer = offer
    this.#modem.radio.refuseNow()
  }
  /** The firmware stops in the middle of whatever it did, and boots again by itself. */
  crash(): void {
    this.#modem.power.restart(400)
  }
  /** The supply gives way for a moment: a warning, then a restart. */
  brownOut(): void {
    this.#modem.say('UNDER-VOLTAGE WARNNING')
    this.#modem.later(30, () => this.#modem.power.restart(800))
  }
  /** Holds the supply at a voltage; undefined: its own. Too low or too high is said, and far too low turns off. */
  supply(volts: number | undefined): void {
    const modem = this.#modem
    modem.supply.heldVolts = volts
    if (volts !== undefined && volts < WARN_BELOW_V) modem.say('UNDER-VOLTAGE WARNNING')
    if (volts !== undefined && volts > WARN_ABOVE_V) modem.say('OVER-VOLTAGE WARNNING')
    // What is said still leaves the modem.
    modem.later(30, () => this.#starve((modem.supply.heldVolts ?? WARN_BELOW_V) < OFF_BELOW_V))
  }
  #starve(starved: boolean): void {
    if (starved === this.#starved) return
    this.#starved = starved
    if (starved) this.#modem.power.cut()
    else this.#modem.power.restore()
  }
  /** Holds the temperature; undefined: its own. What is too much is said as +CMTE says it. */
  temperature(celsius: number | undefined): void {
    const before = heatLevel(this.#modem.supply.celsius)
    this.#modem.supply.heldCelsius = celsius
    const level = heatLevel(this.#modem.supply.celsius)
    if (level !== before) this.#modem.say(`+CMTE: ${level}`)
  }
  removeCard(): void {
    this.#modem.card.insert(false)
  }
  insertCard(): void {
    this.#modem.card.insert(true)
  }
  /** The share of octets that arrive wrong: 0 none, 1 all. */
  noise(share: number): void {
    this.#modem.wire.noise = share
  }
  unplug(): void {
    this.#modem.unplug()
  }
  plug(): void {
    this.#modem.plug()
  }
  /** Vanishes from the bus and comes back under another name after `ms`. */
  reEnumerate(ms = 2_000): void {
    this.#modem.unplug()
    this.#modem.later(ms, () => this.#modem.plug('renamed'))
  }
  /** The network ends sessions after this much silence; undefined: after its own time (62 minutes). */
  idleCut(minutes: number | undefined): void {
    this.#modem.air.idleMinutes = minutes
    this.#modem.call?.session.watchIdle(minutes)
  }
  /** The modem does not answer any more, though it has power. */
  hang(hanging: boolean): void {
    this.#modem.hearing = hanging ? 'deaf' : 'normal'
  }
  /** Holds the power of the serving cell (RSRP or RSCP); undefined lets it wander again. */
  signal(powerDbm: number | undefined): void {
    this.#modem.air.heldDbm = powerDbm
  }
  /** The share of packets the network loses, and what it adds to a round trip. */
  impair(options: { loss?: number; extraMs?: number }): void {
    this.#modem.air.loss = options.loss ?? this.#modem.air.loss
    this.#modem.air.extraMs = options.extraMs ?? this.#modem.air.extraMs
  }
}
