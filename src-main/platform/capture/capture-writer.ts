import { concat } from '@core/bytes'
import type { CaptureOptions, CaptureSink } from '@core/ports/capture'
import type { CapturePlace, CaptureReader } from './capture-place'

/** More than this in line, and the reader is not coming or cannot keep up. */
const mostQueued = 16 * 1024 * 1024
const pieceOctets = 64 * 1024
const closeMs = 2_000

/** Hands blocks to one reader after another; each gets a capture from its start. */
export class CaptureWriter implements CaptureSink {
  readonly #place: CapturePlace
  readonly #o: CaptureOptions
  readonly #stop = new AbortController()
  readonly #running: Promise<void>
  #queue: Uint8Array[] = []
  #queued = 0
  #closing = false
  #wake: () => void = () => undefined
  waiting: boolean
  bytes = 0
  lost = 0
  failure: string | null = null

  constructor(place: CapturePlace, options: CaptureOptions) {
    this.#place = place
    this.#o = options
    this.waiting = place.readers === 'many'
    this.#begin()
    this.#running = this.#run()
  }

  get path(): string {
    return this.#place.path
  }
  get command(): string {
    return this.#place.command
  }

  write(blocks: Uint8Array): void {
    if (this.#closing || this.failure !== null) return
    if (this.#queued + blocks.length > mostQueued) {
      this.lost += this.#queue.length
      this.#begin()
    }
    this.#push(blocks)
    this.#wake()
  }

  async close(): Promise<void> {
    this.#closing = true
    this.#wake()
    // Nobody there to take it.
    if (this.waiting) this.#stop.abort()
    const late = setTimeout(() => this.#stop.abort(), closeMs)
    await this.#running
    clearTimeout(late)
    await this.#place.remove()
  }

  /** A new section: whatever was in line is given up. */
  #begin(): void {
    this.#queue = []
    this.#queued = 0
    this.#push(this.#o.head())
  }

  #push(blocks: Uint8Array): void {
    this.#queue.push(blocks)
    this.#queued += blocks.length
  }

  async #run(): Promise<void> {
    try {
      while (!this.#closing) {
        const reader = await this.#place.next(this.#stop.signal)
        this.#tell(false)
        await this.#serve(reader)
      }
    } catch (error) {
      if (this.#stop.signal.aborted) return
      this.failure = error instanceof Error ? error.message : String(error)
      this.#tell(false)
    }
  }

  /** Until it is closed or the reader goes. Rejects when there will be no other. */
  async #serve(reader: CaptureReader): Promise<void> {
    try {
      await this.#pump(reader)
    } catch (error) {
      if (this.#place.readers === 'one' || this.#stop.signal.aborted) throw error
      // Wireshark was closed; the next one begins with what comes from now on.
      this.#begin()
      this.#tell(true)
    } finally {
      await reader.close()
    }
  }

  async #pump(reader: CaptureReader): Promise<void> {
    for (;;) {
      const piece = this.#take()
      if (piece) {
        await reader.write(piece, this.#stop.signal)
        this.bytes += piece.length
      } else if (this.#closing) return
      else await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  #take(): Uint8Array | undefined {
    if (this.#queue.length === 0) return undefined
    let count = 0
    let octets = 0
    for (const { length } of this.#queue) {
      if (count > 0 && octets + length > pieceOctets) break
      octets += length
      count++
    }
    this.#queued -= octets
    return concat(this.#queue.splice(0, count))
  }

  #tell(waiting: boolean): void {
    this.waiting = waiting
    this.#o.onChange()
  }
}
