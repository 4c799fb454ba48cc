import type { Clock } from '../ports/clock'
import {
  flagOf,
  infoOf,
  putFrame,
  roomFor,
  type FrameContent,
  type FrameHead,
  type FrameOption,
} from './frame'

/** One frame of a channel, and what to do once the port has taken it. */
export interface Portion {
  readonly frame: FrameHead
  /** Its information, in as many pieces as it was written in. */
  readonly info: readonly Uint8Array[]
  readonly taken?: () => void
}

/** A channel as the sender sees it: asked in turn for its next frame. */
export interface FrameSource {
  next(): Portion | undefined
}

/** Frames that go to the port together, and what to do once it has taken them. */
interface Batch {
  readonly bytes: Uint8Array
  readonly taken: readonly (() => void)[]
}

interface Options {
  readonly clock: Clock
  readonly option: FrameOption
  write(bytes: Uint8Array): Promise<void>
  onFrame(frame: FrameHead, info: readonly Uint8Array[]): void
  onFailure(error: unknown): void
}

/**
 * How much goes to the port in one write: at least so much that short frames do not cost a system call each, and as much
 * as the port takes in a few ms. An AT command waits behind one write, so a slow UART gets small ones.
 */
const leastOctets = 1024
/** Two long frames then go together, and no third that would not fit the driver's buffer. */
const usualOctets = 2560
/** Where the port has shown over more than a driver's buffer hides that it is no UART. */
const mostOctets = 16_384
const provenOctets = 32_768
const batchUs = 4_000
/** So long without a write, and a buffer may be empty again. */
const restUs = 100_000
const mostControlFrames = 1000

/** Puts frames of all channels on the port in turn, one frame each; control frames first; one write at a time. */
export class FrameSender {
  readonly #options: Options
  /** How many flags are to go out before anything else. */
  #flags = 0
  #control: FrameContent[] = []
  #sources: FrameSource[] = []
  #running = false
  #idle: (() => void)[] = []
  #batchOctets = leastOctets
  /** What the port took of late, and in which time. */
  readonly #pace = { octets: 0, us: 0 }
  #lastUs = -Infinity
  #held = false
  #failed = false

  constructor(options: Options) {
    this.#options = options
  }

  /** Flags to wake the other side, or to answer its own; go out even while frames are held. */
  flags(count: number): void {
    this.#flags += count
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
      if (batch && batch.bytes.length > 0) {
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

  async #leave({ bytes, taken }: Batch): Promise<void> {
    try {
      await this.#write(bytes)
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
    this.#measure(bytes.length, us, startUs - this.#lastUs)
    this.#lastUs = nowUs
  }

  #measure(octets: number, us: number, restedUs: number): void {
    // A write that was not full, behind no other, says nothing about what the port could take.
    if (octets < leastOctets && restedUs > 0) return
    const pace = this.#pace
    if (restedUs > restUs) pace.octets = pace.us = 0
    pace.octets += octets
    pace.us += us
    const most = pace.octets < provenOctets ? usualOctets : mostOctets
    const fits = (pace.octets * batchUs) / Math.max(1, pace.us)
    this.#batchOctets = Math.max(leastOctets, Math.min(fits, most))
    // What was long ago counts for less.
    if (pace.octets < 4 * provenOctets) return
    pace.octets /= 2
    pace.us /= 2
  }

  #batch(): Batch {
    const flags = this.#flags
    this.#flags = 0
    const portions: Portion[] = []
    for (let octets = flags; octets < this.#batchOctets && !this.#held;) {
      const portion = this.#next()
      if (!portion) break
      portions.push(portion)
      octets += roomFor(portion.info, 'basic')
    }
    const taken = portions.flatMap((portion) => portion.taken ?? [])
    return { bytes: this.#together(flags, portions), taken }
  }

  /** Flags, then frames, written behind one another. */
  #together(flags: number, portions: readonly Portion[]): Uint8Array {
    const { option, onFrame } = this.#options
    const room = portions.reduce((sum, { info }) => sum + roomFor(info, option), flags)
    const out = new Uint8Array(room).fill(flagOf(option), 0, flags)
    let at = flags
    for (const { frame, info } of portions) {
      at = putFrame(out, at, frame, info, option)
      onFrame(frame, info)
    }
    return out.subarray(0, at)
  }

  #next(): Portion | undefined {
    const control = this.#control.shift()
    if (control) return { frame: control, info: infoOf(control) }
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
