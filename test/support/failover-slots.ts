import { Fault } from '@core/fault'
import type { Done, FailoverSlot, ProbeCheck, SlotEvent, SlotFacts } from '@core/failover/slots'
import type { SlotName } from '@core/modem/slot-names'
import { sleep } from '@core/wait'
import type { ManualClock } from './manual-clock'
import { quoted } from '@core/words'

/** A slot without a modem: it takes its time, obeys, and fails when told. */
export class ModelSlot implements FailoverSlot {
  readonly name: SlotName
  readonly #clock: ManualClock
  readonly #listeners = new Set<(event: SlotEvent) => void>()
  #port = true
  #link = false
  #registered = true
  #dbm = -85
  /** No call can be made. */
  outage = false
  /** The link is up and carries nothing. */
  dead = false
  connectMs = 4_000
  rttMs = 60
  bytes = { rx: 0, tx: 0 }
  attaches = 0
  connects: number[] = []
  powered = true
  readonly power = {
    on: (signal: AbortSignal) => this.#power(true, signal),
    off: (signal: AbortSignal) => this.#power(false, signal),
  }

  constructor(name: SlotName, clock: ManualClock) {
    this.name = name
    this.#clock = clock
  }
  get link() {
    return this.#link
  }
  get facts(): SlotFacts {
    return {
      port: this.#port,
      link: this.#link,
      registered: this.#registered,
      dbm: this.#dbm,
      cell: `cell-${this.name}`,
      operator: this.name === 'a' ? '44010' : '44020',
      address: this.#link ? `10.0.${this.name === 'a' ? 1 : 2}.${this.attaches}` : null,
      bytes: this.bytes,
      attaches: this.attaches,
    }
  }
  on(listener: (event: SlotEvent) => void) {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  tell(event: SlotEvent) {
    for (const listener of [...this.#listeners]) listener(event)
  }

  async connect(signal: AbortSignal): Promise<Done> {
    this.connects.push(this.#clock.nowMs())
    if (this.#link) return { phases: [], seen: [] }
    if (!this.#port) throw new Fault('port-gone', quoted(this.name))
    await sleep(this.#clock, this.connectMs, signal)
    if (!this.#port || this.outage || !this.powered)
      throw new Fault('registration-no-coverage', quoted(this.name))
    this.#link = true
    this.attaches++
    this.tell({ kind: 'link', up: true })
    const attach = { phase: 'attach', ms: this.connectMs * 0.75 } as const
    return {
      phases: [attach, { phase: 'ppp', ms: this.connectMs * 0.25 }],
      seen: [quoted('CONNECT')],
    }
  }
  async attach(signal: AbortSignal): Promise<Done> {
    await sleep(this.#clock, this.connectMs * 0.75, signal)
    if (!this.#port || this.outage) throw new Fault('registration-no-coverage', quoted(this.name))
    return {
      phases: [{ phase: 'attach', ms: this.connectMs * 0.75 }],
      seen: [quoted('+CEREG: 0,5')],
    }
  }
  async hangUp(): Promise<void> {
    this.lose('hung up')
  }
  async probe({ target }: ProbeCheck, signal: AbortSignal) {
    if (!this.#link) throw new Fault('net-not-connected', quoted(this.name))
    const waits = this.dead ? 5_000 : this.rttMs
    await sleep(this.#clock, waits, signal)
    if (this.dead || !this.#link) throw new Fault('ip-no-answer', quoted(target))
    this.bytes = { rx: this.bytes.rx + 84, tx: this.bytes.tx + 84 }
    return { ms: this.rttMs, seen: quoted(`${target} answers, ${this.rttMs} ms`) }
  }
  async #power(on: boolean, signal: AbortSignal): Promise<Done> {
    if (this.powered === on) return { phases: [], seen: [] }
    await sleep(this.#clock, 3_000, signal)
    this.powered = on
    if (!on) this.lose('powered off')
    await sleep(this.#clock, 10_000, signal)
    const power = { phase: 'power', ms: 13_000 } as const
    return { phases: [power], seen: [quoted(`STATUS ${on ? 'on' : 'off'}`)] }
  }

  /** The network, or somebody, ends the call. */
  lose(seen = 'NO CARRIER') {
    if (!this.#link) return
    this.#link = false
    this.tell({ kind: 'link', up: false, seen: quoted(seen) })
  }
  unplug() {
    this.#link = false
    this.#port = false
    this.tell({ kind: 'port', there: false, seen: quoted('ttyUSB3 vanished') })
  }
  plug() {
    this.#port = true
    this.tell({ kind: 'port', there: true, seen: quoted('ttyUSB5 is back') })
  }
  signal(dbm: number) {
    this.#dbm = dbm
    this.tell({ kind: 'signal', dbm })
  }
  register(registered: boolean) {
    this.#registered = registered
    this.tell({ kind: 'registration', registered })
  }
}
