import { Fault } from '@core/fault'
import type { DriverIo } from './driver-io'
import { tookOnly } from './words'

/** A write that the driver has not taken whole yet. */
interface Waiting {
  readonly bytes: Uint8Array
  /** Octets of it that were handed over. */
  at: number
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export interface OutletOptions {
  readonly label: string
  readonly io: DriverIo
  /** Within this time the driver has to take so many octets. */
  limitMs(octets: number): number
  /** The driver said that it takes nothing any more. */
  failed(error: unknown): Promise<void>
  /** Why nothing can be written now. */
  endFault(cause?: unknown): Fault
}

/**
 * Hands writes to the driver in the order they were asked for. What was asked for in one turn, or while the driver was busy, goes
 * together: a call for each frame is slow.
 */
export class Outlet {
  readonly #o: OutletOptions
  #waiting: Waiting[] = []
  #running = false
  #together = new Uint8Array(0)
  #ended = false
  #end: (() => void) | undefined
  /** The write at the front, and until when it has to be taken. */
  #front: { readonly waiting: Waiting; readonly endAt: number } | undefined
  /** A write was given up, and the driver has not come back since. */
  stuck = false

  constructor(options: OutletOptions) {
    this.#o = options
  }

  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return reject(this.#o.endFault())
      this.#waiting.push({ bytes, at: 0, resolve, reject })
      if (this.#running) return
      this.#running = true
      queueMicrotask(() => void this.#run())
    })
  }

  /** The port has ended: nothing leaves any more. */
  end(): void {
    this.#ended = true
    this.#end?.()
    this.#giveUp(() => this.#o.endFault())
  }

  async #run(): Promise<void> {
    const { io, failed, endFault } = this.#o
    try {
      for (;;) {
        const { busy } = io
        if (busy) await this.#inTime(busy)
        else if (this.#waiting.length > 0) this.#give()
        this.#settle()
        // What was given up, or ended, waits no more; what was asked for since then does.
        if (this.#waiting.length === 0) break
      }
    } catch (error) {
      await failed(error)
      this.#giveUp(() => endFault(error))
    }
    this.#running = false
  }

  #give(): void {
    this.stuck = false
    this.#credit(this.#o.io.give(this.#next()))
  }

  /** So many octets of what waits were taken. */
  #credit(taken: number): void {
    for (const waiting of this.#waiting) {
      const part = Math.min(taken, waiting.bytes.length - waiting.at)
      waiting.at += part
      taken -= part
      if (taken === 0) return
    }
  }

  #settle(): void {
    const rest = this.#waiting.findIndex(({ at, bytes }) => at < bytes.length)
    const done = this.#waiting.splice(0, rest < 0 ? this.#waiting.length : rest)
    for (const { resolve } of done) resolve()
  }

  #giveUp(why: (waiting: Waiting) => Fault): void {
    for (const waiting of this.#waiting.splice(0)) waiting.reject(why(waiting))
  }

  /** As much as the driver is handed at once. */
  #next(): Uint8Array {
    const { most } = this.#o.io
    const [first, second] = this.#waiting
    const head = first?.bytes.subarray(first.at, first.at + most) ?? new Uint8Array(0)
    if (!second || head.length + second.bytes.length > most) return head
    if (this.#together.length === 0) this.#together = new Uint8Array(most)
    let length = 0
    for (const { bytes, at } of this.#waiting) {
      if (length + bytes.length - at > most) break
      this.#together.set(at === 0 ? bytes : bytes.subarray(at), length)
      length += bytes.length - at
    }
    return this.#together.subarray(0, length)
  }

  /** Until the driver takes octets again, what waits was given up, or the port ended. Rejects with what the driver said. */
  async #inTime(busy: Promise<number>): Promise<void> {
    const ms = this.#leftMs()
    const outcome = await new Promise<number | 'late' | 'ended'>((resolve, reject) => {
      const timer = setTimeout(() => resolve('late'), ms)
      this.#end = () => resolve('ended')
      busy.then(resolve, reject).finally(() => clearTimeout(timer))
    })
    this.#end = undefined
    if (outcome === 'late') {
      this.stuck = true
      const { label } = this.#o
      this.#giveUp(({ at, bytes }) => new Fault('port-stuck', tookOnly(label, at, bytes.length)))
    }
    if (typeof outcome === 'string') return
    // What it took at last, after a write was given up, was of that one.
    if (!this.stuck) this.#credit(outcome)
    this.stuck = false
  }

  /** Each write has its own time, from when it is at the front. */
  #leftMs(): number {
    const [waiting] = this.#waiting
    if (!waiting) return 0
    if (this.#front?.waiting !== waiting)
      this.#front = { waiting, endAt: performance.now() + this.#o.limitMs(waiting.bytes.length) }
    return Math.max(0, this.#front.endAt - performance.now())
  }
}
