import { concat } from '../bytes'
import { encodeFrame, FLAG, type FrameContent } from './frame'

/** One frame of a channel, and what to do once the port has taken it. */
export interface Portion {
  readonly frame: FrameContent
  readonly taken?: () => void
}

/** A channel as the sender sees it: asked in turn for its next frame. */
export interface FrameSource {
  next(): Portion | undefined
}

interface Options {
  write(bytes: Uint8Array): Promise<void>
  onFrame(frame: FrameContent): void
  onFailure(error: unknown): void
}

/**
 * How much goes to the port in one write. Small enough that an AT command behind it waits a few ms at 921600 baud,
 * large enough that short frames do not cost a system call each.
 */
const batchOctets = 1024
const mostControlFrames = 1000

/** Puts frames of all channels on the port in turn, one frame each; control frames first; one write at a time. */
export class FrameSender {
  readonly #options: Options
  #raw: Uint8Array[] = []
  #control: FrameContent[] = []
  #sources: FrameSource[] = []
  #running = false
  #idle: (() => void)[] = []
  #held = false
  #failed = false

  constructor(options: Options) {
    this.#options = options
  }

  /** Flags to wake the other side, or to answer its own; go out even while frames are held. */
  flags(count: number): void {
    this.#raw.push(new Uint8Array(count).fill(FLAG))
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
    for (let batch = this.#batch(); batch.parts.length > 0; batch = this.#batch()) {
      try {
        await this.#options.write(concat(batch.parts))
      } catch (error) {
        this.#failed = true
        this.#options.onFailure(error)
        break
      }
      for (const done of batch.taken) done()
    }
    this.#running = false
    for (const resolve of this.#idle.splice(0)) resolve()
  }

  #batch(): { parts: Uint8Array[]; taken: (() => void)[] } {
    const parts = this.#raw.splice(0)
    const taken: (() => void)[] = []
    for (let size = 0; size < batchOctets && !this.#held;) {
      const portion = this.#next()
      if (!portion) break
      this.#options.onFrame(portion.frame)
      const bytes = encodeFrame(portion.frame)
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
