import { bytesOf, concat } from '../bytes'
import type { Chance } from '../ports/chance'
import { between } from '../ports/chance'
import type { Cancel, Clock } from '../ports/clock'

/** How many octets may wait to be sent before the modem throws the oldest away, as a full UART buffer does. */
const MAX_WAITING = 262_144

/**
 * The serial line from the modem to the host: answers come in pieces of 12 to 16 octets, one after the other,
 * as fast as the speed allows; where the speeds differ, or there is noise, something else comes.
 */
export class Wire {
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #deliver: (bytes: Uint8Array) => void
  #waiting = new Uint8Array(0)
  #timer: Cancel | undefined
  #held = false
  #nextBaudRate: number | undefined
  baudRate = 115_200
  hostBaudRate = 115_200
  /** The share of octets that arrive wrong, in both directions. */
  noise = 0
  constructor(clock: Clock, chance: Chance, deliver: (bytes: Uint8Array) => void) {
    this.#clock = clock
    this.#chance = chance
    this.#deliver = deliver
  }
  send(data: Uint8Array | string): void {
    const bytes = typeof data === 'string' ? bytesOf(data) : data
    this.#waiting = concat([this.#waiting, bytes]).slice(-MAX_WAITING)
    this.#pump()
  }
  /** RTS from the host: nothing is sent while it holds. */
  hold(held: boolean): void {
    this.#held = held
    if (!held) this.#pump()
  }
  /** Changes the speed once everything said so far has left. */
  changeBaudRate(baudRate: number): void {
    this.#nextBaudRate = baudRate
    if (this.#waiting.length === 0) this.#speedUp()
  }
  clear(): void {
    this.#timer?.()
    this.#timer = undefined
    this.#waiting = new Uint8Array(0)
    this.#nextBaudRate = undefined
  }
  /** What the other side reads of these octets. */
  disturb(bytes: Uint8Array): Uint8Array {
    if (this.baudRate !== this.hostBaudRate) return this.#garbage(bytes.length)
    if (this.noise === 0) return bytes
    return bytes.map((byte) =>
      this.#chance.next() < this.noise ? between(this.#chance, 0, 255) : byte,
    )
  }
  #garbage(length: number): Uint8Array {
    // Bits sampled at the wrong speed: another number of octets, mostly with the high bit set.
    const wrong = new Uint8Array(Math.max(1, Math.round(length * 0.7)))
    return wrong.map(() => between(this.#chance, 0x80, 0xff))
  }
  #speedUp(): void {
    this.baudRate = this.#nextBaudRate ?? this.baudRate
    this.#nextBaudRate = undefined
  }
  #pump(): void {
    if (this.#timer || this.#held || this.#waiting.length === 0) return
    const length = Math.min(this.#waiting.length, this.#pieceLength())
    const ms = Math.max(0.2, (length * 10_000) / this.baudRate)
    this.#timer = this.#clock.schedule(ms, () => {
      this.#timer = undefined
      const piece = this.#waiting.slice(0, length)
      this.#waiting = this.#waiting.slice(length)
      this.#deliver(this.disturb(piece))
      if (this.#waiting.length === 0) this.#speedUp()
      this.#pump()
    })
  }
  #pieceLength(): number {
    // A long stream is read in bigger pieces, since the reader is woken less often than it is fed.
    return this.#waiting.length > 512
      ? between(this.#chance, 96, 128)
      : between(this.#chance, 12, 16)
  }
}
