import type { SimulatedModem } from './modem'

/** What can go wrong with a modem and its network, on demand and at any time. */
export class SimulatedFaults {
  readonly #modem: SimulatedModem
  constructor(modem: SimulatedModem) {
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
  /** Every attach from now on is refused with this EMM cause; undefined: no longer. The present attach ends. */
  rejectWith(emmCause: number | undefined): void {
    this.#modem.air.refusal = emmCause
    this.#modem.radio.refuseNow()
  }
  /** Registration takes this much longer. */
  slowAttach(extraMs: number): void {
    this.#modem.air.extraAttachMs = extraMs
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
