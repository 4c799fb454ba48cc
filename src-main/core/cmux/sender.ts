import { concat } from '../bytes'
import type { Clock } from '../ports/clock'
import { encodeFrame, flagOf, type FrameContent, type FrameOption } from './frame'

/** One frame of a channel, and what to do once the port has taken it. */
export interface Portion {
  readonly frame: FrameContent
  readonly taken?: () => void
}

/** A channel as the sender sees it: asked in turn for its next frame. */
export interface FrameSource {
  next(): Portion | undefined
}

/** Frames that go to the port together, and what to do once it has taken them. */
interface Batch {
  readonly parts: readonly Uint8Array[]
  readonly taken: readonly (() => void)[]
}

interface Options {
  readonly clock: Clock
  readonly option: FrameOption
  write(bytes: Uint8Array): Promise<void>
  onFrame(frame: FrameContent): void
  onFailure(error: unknown): void
}

/**
 * How much goes to the port in one write: at least so much that short frames do not cost a system call each, and as much
 * as the port takes in a few ms. An AT command waits behind one write, so a slow UART gets small ones.
 */
const leastOctets = 1024
/** Two long frames then go together, and no third that would not fit the driver's buffer. */
const mostOctets = 2560
const batchUs = 4_000
const mostControlFrames = 1000

/** Puts frames of all channels on the port in turn, one frame each; control frames first; one write at a time. */
export class FrameSender {
  readonly #options: Options
  #raw: Uint8Array[] = []
  #control: FrameContent[] = []
  #sources: FrameSource[] = []
  #running = false
  #idle: (() => void)[] = []
  #batchOctets = leastOctets
  #lastUs = -Infinity
  #held = false
  #failed = false

  constructor(options: Options) {
    this.#options = options
  }

  /** Flags to wake the other side, or to answer its own; go out even while frames are held. */
  flags(count: number): void {
    this.#raw.push(new Uint8Array(count).fill(flagOf(this.#options.option)))
    this.wake()
  }

  control(frame: FrameContent): void {
    // Whoever floods us with requests repeats them anyway.
    if (this.#control.length >= mostControlFrames) return
    this.#control.push(frame)
    this.wake()
  }

  add(source: FrameSource): void {
    this.#sources.push(source)
  }

  remove(source: FrameSource): void {
    this.#sources = this.#sources.filter((other) => other !== source)
  }

  /** While held, frames stay queued and only flags go out: the other side sleeps. */
  hold(held: boolean): void {
    this.#held = held
    if (!held) this.wake()
  }

  /** Some source has something to send. */
  wake(): void {
    if (this.#running || this.#failed) return
    this.#running = true
    void this.#run()
  }

  /** Resolves when everything that may go out now has gone. */
  idle(): Promise<void> {
    return this.#running ? new Promise((resolve) => this.#idle.push(resolve)) : Promise.resolve()
  }

  async #run(): Promise<void> {
    // In the next turn, so that what is written in this one travels together.
    await Promise.resolve()
    let before: Promise<void> | undefined
    for (;;) {
      const batch = this.#failed ? undefined : this.#batch()
      if (batch && batch.parts.length > 0) {
        const leaving = this.#leave(batch)
        // A fast port is given the next batch while it still works on this one.
        await (this.#batchOctets > leastOctets ? before : leaving)
        before = leaving
      } else if (before) {
        await before
        before = undefined
      } else break
    }
    this.#running = false
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  async #leave({ parts, taken }: Batch): Promise<void> {
    try {
      await this.#write(concat(parts))
    } catch (error) {
      if (this.#failed) return
      this.#failed = true
      this.#options.onFailure(error)
      return
    }
    for (const done of taken) done()
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const { clock, write } = this.#options
    const startUs = clock.monotonicUs()
    await write(bytes)
    const nowUs = clock.monotonicUs()
    // The batch before may have held the port until after this one was handed over.
    const us = nowUs - Math.max(startUs, this.#lastUs)
    this.#lastUs = nowUs
    const fits = (bytes.length * batchUs) / Math.max(1, us)
    // A write that was not full says nothing about what the port could take.
    const most = bytes.length < this.#batchOctets ? this.#batchOctets : 2 * this.#batchOctets
    this.#batchOctets = Math.max(leastOctets, Math.min(fits, most, mostOctets))
  }

  #batch(): Batch {
    const parts = this.#raw.splice(0)
    const taken: (() => void)[] = []
    for (let size = 0; size < this.#batchOctets && !this.#held;) {
      const portion = this.#next()
      if (!portion) break
      this.#options.onFrame(portion.frame)
      const bytes = encodeFrame(portion.frame, this.#options.option)
      parts.push(bytes)
      size += bytes.length
      if (portion.taken) taken.push(portion.taken)
    }
    return { parts, taken }
  }

  #next(): Portion | undefined {
    const control = this.#control.shift()
    if (control) return { frame: control }
    for (let i = 0; i < this.#sources.length; i++) {
      const source = this.#sources.shift()
      if (!source) return undefined
      this.#sources.push(source)
      const portion = source.next()
      if (portion) return portion
    }
    return undefined
  }
}
