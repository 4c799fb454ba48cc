import { latin1 } from '../bytes'
import type { Cancel, Clock } from '../ports/clock'
import { HdlcDecoder, type HdlcItem } from './hdlc'
import type { LinkCounters } from './link-types'

const silenceMs = 1_000

export interface ReaderOptions {
  readonly clock: Clock
  readonly rxAccm: number
  readonly counters: LinkCounters
  frame(frame: { bytes: Uint8Array; fcs: number }): void
  damaged(): void
  line(text: string): void
}

/** Takes frames and lines of text out of what arrives; a line that falls silent in the middle of text is read as text. */
export class FrameReader {
  readonly #o: ReaderOptions
  readonly #decoder: HdlcDecoder
  #lastUs = 0
  #cancel: Cancel | undefined

  /** When the octets that are read now came. */
  get atUs(): number {
    return this.#lastUs
  }

  constructor(options: ReaderOptions) {
    this.#o = options
    this.#decoder = new HdlcDecoder({ rxAccm: options.rxAccm })
  }

  feed(bytes: Uint8Array): void {
    this.#o.counters.rxBytes += bytes.length
    this.#lastUs = this.#o.clock.monotonicUs()
    for (const item of this.#decoder.feed(bytes)) this.#take(item)
    this.#watchSilence(silenceMs)
  }

  #watchSilence(ms: number): void {
    if (this.#cancel || this.#decoder.pendingLength === 0) return
    this.#cancel = this.#o.clock.schedule(ms, () => {
      this.#cancel = undefined
      const quietMs = (this.#o.clock.monotonicUs() - this.#lastUs) / 1000
      if (quietMs < silenceMs) return this.#watchSilence(silenceMs - quietMs)
      for (const item of this.#decoder.flushText()) this.#take(item)
    })
  }

  #take(item: HdlcItem): void {
    const { counters } = this.#o
    switch (item.kind) {
      case 'frame':
        counters.rxFrames++
        return this.#o.frame(item)
      case 'text':
        for (const line of latin1(item.bytes).split(/[\r\n]+/))
          if (line.trim() !== '') this.#o.line(line.trim())
        return
      case 'rejected':
        if (item.reason === 'fcs') counters.badFcs++
        else counters.rejected++
        if (item.reason === 'fcs') this.#o.damaged()
    }
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
  }
}
