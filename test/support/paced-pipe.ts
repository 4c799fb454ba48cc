import type { BytePort, PortEnd } from '@core/ports/byte-port'
import { between, type Chance } from '@core/ports/chance'
import type { Clock } from '@core/ports/clock'
import { Fault } from '@core/fault'

interface Options {
  readonly clock: Clock
  /** Ten bit times an octet, as 8N1 has it. */
  readonly baudRate: number
  /** What the driver and the UART take ahead of the line; writes resolve once they fit in. */
  readonly fifoOctets?: number
  /** With `lossRate`: the share of octets that never arrive. */
  readonly chance?: Chance
  readonly lossRate?: number
  /** Reads are cut at random places. */
  readonly cut?: boolean
}

/** One end of a line that takes its time: octets arrive when the last bit of them has been sent, on the clock given. */
export class PacedPort implements BytePort {
  readonly label: string
  readonly #options: Options
  #listeners = new Set<(bytes: Uint8Array) => void>()
  #ends = new Set<(end: PortEnd) => void>()
  #ended: PortEnd | undefined
  #peer: PacedPort | undefined
  #freeAtUs = 0
  /** Octets this end has sent. */
  sent = 0
  /** While true, what is sent is lost: the cable is out. */
  cutOff = false

  constructor(label: string, options: Options) {
    this.label = label
    this.#options = options
  }

  static pair(options: Options): [PacedPort, PacedPort] {
    const left = new PacedPort('paced left', options)
    const right = new PacedPort('paced right', options)
    left.#peer = right
    right.#peer = left
    return [left, right]
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  onEnd(listener: (end: PortEnd) => void): () => void {
    this.#ends.add(listener)
    return () => this.#ends.delete(listener)
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#ended) throw new Fault('port-closed')
    const { clock, baudRate, fifoOctets = 512 } = this.#options
    const octetUs = 10_000_000 / baudRate
    const startUs = Math.max(clock.monotonicUs(), this.#freeAtUs)
    this.#freeAtUs = startUs + bytes.length * octetUs
    this.sent += bytes.length
    this.#carry(bytes.slice(), (this.#freeAtUs - clock.monotonicUs()) / 1000)
    const waitMs = (this.#freeAtUs - fifoOctets * octetUs - clock.monotonicUs()) / 1000
    if (waitMs > 0) await new Promise<void>((resolve) => clock.schedule(waitMs, resolve))
  }

  #carry(bytes: Uint8Array, ms: number): void {
    const { clock, chance, lossRate = 0 } = this.#options
    if (this.cutOff) return
    const arriving = chance ? bytes.filter(() => chance.next() >= lossRate) : bytes
    clock.schedule(ms, () => this.#peer?.deliver(arriving))
  }

  /** As if the bytes had come from the other side. */
  deliver(bytes: Uint8Array): void {
    const { chance, cut } = this.#options
    for (let at = 0; at < bytes.length && !this.#ended;) {
      const size = chance && cut ? between(chance, 1, bytes.length - at) : bytes.length
      const piece = bytes.slice(at, at + size)
      at += size
      for (const listener of [...this.#listeners]) listener(piece)
    }
  }

  async close(): Promise<void> {
    this.end({ reason: 'closed' })
    this.#peer?.end({ reason: 'gone' })
  }

  end(end: PortEnd): void {
    if (this.#ended) return
    this.#ended = end
    for (const listener of [...this.#ends]) listener(end)
  }
}
