import { concat } from '../bytes'
import type { Cancel, Clock } from '../ports/clock'
import type { CmuxEvent, FrameDecoder } from './decoder'
import { decoderFor } from './decoders'
import { explainFrame } from './explain'
import type { Bit, CmuxFrame, FrameContent, FrameHead } from './frame'
import { OutsideWatch } from './outside'
import { FrameSender, type FrameSource } from './sender'
import type { CmuxCounts, CmuxOptions } from './session-types'
import type { CmuxTimers } from './timers'
import { Wakefulness } from './wakefulness'

/** What a busy computer is given beyond the silence that ends a frame. */
const busyMs = 40

interface Listener {
  onFrame(frame: CmuxFrame): void
  /** A line outside frames that only a modem in command mode sends. */
  onLeft(line: string): void
  /** Octets outside frames, whatever they are. */
  onOutside(bytes: Uint8Array): void
  onWriteFailure(error: unknown): void
  /** The other side sleeps and does not wake. */
  onNoWake(): void
}

/** Frames in and out of the real port: decoding, silence inside a frame, sending in turn, sleep, counting and tracing. */
export class CmuxWire {
  readonly counts: CmuxCounts = {
    framesIn: 0,
    framesOut: 0,
    rejected: 0,
    outsideOctets: 0,
    echoes: 0,
    lineErrors: 0,
  }
  readonly #options: CmuxOptions
  readonly #clock: Clock
  readonly #interOctetMs: number
  readonly #listener: Listener
  readonly #decoder: FrameDecoder
  readonly #outside = new OutsideWatch()
  readonly #sender: FrameSender
  readonly #wakefulness: Wakefulness
  #lastOctetUs = 0
  #expiry: Cancel | undefined
  #stopped = false

  constructor(options: CmuxOptions, timers: CmuxTimers, listener: Listener) {
    this.#options = options
    this.#clock = options.clock
    this.#interOctetMs = timers.interOctetMs
    this.#listener = listener
    const option = options.option ?? 'basic'
    this.#decoder = decoderFor(option)
    this.#sender = new FrameSender({
      clock: options.clock,
      option,
      write: (bytes) => options.write(bytes),
      onFrame: (frame, info) => this.#sent(frame, info),
      onFailure: (error) => listener.onWriteFailure(error),
    })
    this.#wakefulness = new Wakefulness({
      clock: options.clock,
      stepMs: timers.wakeStepMs,
      limitMs: timers.wakeMs,
      flags: (count) => this.#sender.flags(count),
      hold: (held) => this.#sender.hold(held),
      onSilence: () => listener.onNoWake(),
    })
  }

  get asleep(): boolean {
    return this.#wakefulness.asleep
  }
  /** The last readable line outside frames. */
  get lastLine(): string | undefined {
    return this.#outside.last
  }

  feed(bytes: Uint8Array): void {
    this.#lastOctetUs = this.#clock.monotonicUs()
    this.#take(this.#decoder.push(bytes))
    if (this.#decoder.waiting && !this.#stopped) this.#watchSilence(this.#interOctetMs)
  }

  /** The C/R bit of our commands and data. */
  get commandBit(): Bit {
    return this.#options.role === 'initiator' ? 1 : 0
  }
  /** SABM or DISC; goes out before any data, as all control frames do. */
  command(dlci: number, control: 'SABM' | 'DISC'): void {
    this.#control({ dlci, cr: this.commandBit, control, pf: 1 })
  }
  /** UA or DM carry the C/R bit of a response: the opposite of our commands. */
  respond(dlci: number, control: 'UA' | 'DM'): void {
    this.#control({ dlci, cr: this.commandBit === 1 ? 0 : 1, control, pf: 1 })
  }
  /** An information field on the control channel. */
  message(info: Uint8Array): void {
    this.#control({ dlci: 0, cr: this.commandBit, control: 'UIH', info })
  }
  #control(frame: FrameContent): void {
    if (this.#stopped) return
    this.#sender.control(frame)
    this.#wakefulness.wake()
  }

  add(source: FrameSource): void {
    this.#sender.add(source)
    this.wake()
  }

  remove(source: FrameSource): void {
    this.#sender.remove(source)
  }

  /** A source has something to send. */
  wake(): void {
    if (this.#stopped) return
    this.#wakefulness.wake()
    this.#sender.wake()
  }

  /** PSC was agreed: nothing goes out until the other side was woken. */
  async fallAsleep(): Promise<void> {
    // The answer to PSC itself must still leave.
    await this.#sender.idle()
    if (!this.#stopped) this.#wakefulness.fallAsleep()
  }

  /** What is queued still goes out; nothing is taken in or sent any more. */
  stop(): void {
    this.#stopped = true
    this.#expiry?.()
    this.#wakefulness.stop()
  }

  #watchSilence(ms: number): void {
    this.#expiry ??= this.#clock.schedule(ms, () => {
      this.#expiry = undefined
      if (!this.#decoder.waiting) return
      const silentMs = (this.#clock.monotonicUs() - this.#lastOctetUs) / 1000
      if (silentMs >= this.#interOctetMs) this.#lookOnceMore()
      else this.#watchSilence(this.#interOctetMs - silentMs)
    })
  }

  /**
   * A computer that was busy for so long is not a line that was silent: timers come before what waits in the port, and who brings the
   * octets may have been kept from it, too.
   */
  #lookOnceMore(): void {
    const before = this.#lastOctetUs
    this.#expiry = this.#clock.schedule(busyMs, () => {
      this.#expiry = undefined
      if (!this.#decoder.waiting || this.#stopped) return
      if (this.#lastOctetUs === before) this.#take(this.#decoder.expire())
      else this.#watchSilence(this.#interOctetMs)
    })
  }

  #take(events: readonly CmuxEvent[]): void {
    for (const event of events) {
      if (this.#stopped) return
      this.#one(event)
    }
    const last = events.at(-1)
    if (last?.kind === 'flags' && !this.#stopped) this.#wakefulness.flagsHeard(last.run)
  }

  #one(event: CmuxEvent): void {
    switch (event.kind) {
      case 'frame':
        return this.#received(event.frame)
      case 'rejected':
        this.counts.rejected++
        return
      case 'outside':
        return this.#heardOutside(event.bytes, event.damaged)
      case 'flags':
        return
    }
  }

  #received(frame: CmuxFrame): void {
    this.counts.framesIn++
    this.#outside.frame()
    this.#wakefulness.heard()
    this.#options.trace?.('in', frame, explainFrame(frame))
    this.#listener.onFrame(frame)
  }

  #heardOutside(bytes: Uint8Array, damaged: boolean): void {
    this.counts.outsideOctets += bytes.length
    this.#listener.onOutside(bytes)
    if (damaged) return
    const line = this.#outside.push(bytes)
    if (line !== undefined) this.#listener.onLeft(line)
  }

  #sent(head: FrameHead, info: readonly Uint8Array[]): void {
    this.counts.framesOut++
    const { trace } = this.#options
    if (!trace) return
    const frame = { ...head, info: concat(info) }
    trace('out', frame, explainFrame(frame))
  }
}
