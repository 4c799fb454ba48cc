import type { PhoneNumber } from '../sms/address'
import type { CallState, Line } from './exchange'
import type { ModemBase } from './modem-base'

/** <stat> of +CLCC (27.007, 7.18). */
const stats = { dialling: 2, alerting: 3, incoming: 4, active: 0 } as const

/** From the dialled number to its bell, between two rings, and until the network gives up. */
const reachMs = 1_500
const ringMs = 5_000
const noAnswerMs = 60_000

/** The telephone in a simulated modem: one call at a time, with another simulated modem of the same network. */
export class Telephone implements Line {
  readonly #modem: ModemBase
  readonly #leave: () => void
  #state: CallState = 'idle'
  #peer: Line | undefined
  #other = ''
  #since = 0
  #timers: (() => void)[] = []

  constructor(modem: ModemBase) {
    this.#modem = modem
    this.#leave = modem.network.exchange.join(this)
  }
  get number(): PhoneNumber | undefined {
    return this.#modem.card.data?.number
  }
  get peer(): Line | undefined {
    return this.#peer
  }
  get state(): CallState {
    return this.#state
  }
  /** The rows of +CLCC. */
  rows(): readonly string[] {
    if (this.#state === 'idle') return []
    const direction = this.#state === 'incoming' ? 1 : Number(this.#incoming)
    return [
      `+CLCC: 1,${direction},${stats[this.#state]},0,0,"${this.#other}",${typeOf(this.#other)}`,
    ]
  }
  #incoming = false

  /** The call is under way; what becomes of it is said later. */
  dial(number: PhoneNumber): void {
    const peer = this.#modem.network.exchange.find(number)
    this.#begin('dialling', peer, number, false)
    this.#later(reachMs, () => {
      if (!peer?.reachable) return this.end('NO CARRIER')
      if (peer === this || peer.state !== 'idle') return this.end('BUSY')
      this.#state = 'alerting'
      peer.ring(this, this.number ?? '')
      this.#later(noAnswerMs, () => this.#over('NO ANSWER', 'NO CARRIER'))
    })
  }
  /** False: nobody calls. */
  answer(): boolean {
    const peer = this.#peer
    if (this.#state !== 'incoming' || !peer) return false
    for (const one of [this, peer]) one.connect()
    return true
  }
  /** Ends or rejects what there is. */
  hangUp(): void {
    if (this.#state === 'incoming') return this.#over('', 'BUSY')
    this.#over('', 'NO CARRIER')
  }
  /** A key, which the other side hears. False: there is no call. */
  key(key: string): boolean {
    if (this.#state !== 'active') return false
    const peer = this.#peer
    if (this.#talks && peer) peer.hears(key)
    return true
  }
  dispose(): void {
    this.hangUp()
    this.#leave()
  }

  get reachable(): boolean {
    const { persona, power, radio } = this.#modem
    const { kind } = radio.state
    return persona.voice !== undefined && power.state === 'on' && kind === 'registered'
  }
  get #talks(): boolean {
    return this.#modem.persona.voice === 'simcom'
  }
  hears(key: string): void {
    if (this.#talks) this.#modem.say(`+RXDTMF: ${key}`)
  }
  ring(caller: Line, number: PhoneNumber): void {
    this.#begin('incoming', caller, number, true)
    this.#bell()
  }
  #bell(): void {
    const shown = this.#modem.kept.get('+CLIP')?.[0] === 1
    this.#modem.say('RING')
    if (shown) this.#modem.say(`+CLIP: "${this.#other}",${typeOf(this.#other)},,,,0`)
    this.#later(ringMs, () => this.#bell())
  }
  #begin(state: CallState, peer: Line | undefined, other: string, incoming: boolean): void {
    this.#state = state
    this.#peer = peer
    this.#other = other
    this.#incoming = incoming
  }
  connect(): void {
    this.#stopTimers()
    this.#state = 'active'
    this.#since = this.#modem.pace.monotonicUs()
    if (this.#talks) this.#modem.say('VOICE CALL: BEGIN')
  }
  /** Both sides: `mine` is said here, `theirs` there. */
  #over(mine: string, theirs: string): void {
    const peer = this.#peer
    const rang = this.#state !== 'dialling'
    this.end(mine)
    if (rang && peer && peer.peer === this) peer.end(theirs)
  }
  end(said: string): void {
    const seconds = Math.round((this.#modem.pace.monotonicUs() - this.#since) / 1e6)
    const talked = this.#state === 'active'
    this.#stopTimers()
    this.#state = 'idle'
    this.#peer = undefined
    if (talked && this.#talks)
      this.#modem.say(`VOICE CALL: END: ${String(seconds).padStart(6, '0')}`)
    if (said !== '') this.#modem.say(said)
  }
  #later(ms: number, run: () => void): void {
    this.#timers.push(this.#modem.pace.schedule(ms, run))
  }
  #stopTimers(): void {
    for (const stop of this.#timers.splice(0)) stop()
  }
}
const typeOf = (number: string): number => (number.startsWith('+') ? 145 : 129)
