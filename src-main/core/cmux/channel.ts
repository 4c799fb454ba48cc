import { concat } from '../bytes'
import { Fault } from '../fault'
import type { BytePort, LineStates, PortEnd } from '../ports/byte-port'
import type { Cancel, Clock } from '../ports/clock'
import type { Bit } from './frame'
import type { FrameSource, Portion } from './sender'
import { ready, type ModemStatus, type V24 } from './values'

const unread = {
  en: 'Nobody reads this channel, and it was not paused.',
  ja: 'このチャネルの受信データが読み出されず、停止もされませんでした。',
}

/** What a channel needs of its session. */
export interface ChannelHost {
  readonly clock: Clock
  readonly pausedMs: number
  /** The C/R bit of our commands and data. */
  readonly commandBit: Bit
  /** The channel has something to send. */
  wake(): void
  /** Tells the other side our signals as they are now; resolves once it answered, false when it did not. */
  tellSignals(channel: CmuxChannel): Promise<boolean>
  /** Nothing waits to be sent any more. */
  drained(channel: CmuxChannel): void
  /** Closes the channel: DISC, limited in time. */
  disconnect(channel: CmuxChannel): Promise<void>
}

interface Waiting {
  readonly bytes: Uint8Array
  at: number
  readonly resolve: () => void
  readonly reject: (error: Fault) => void
}

/** Why nothing is sent on a channel now. */
export type Pause = 'flow control' | 'RTR' | 'all channels'

/** Most that may wait to be sent; a sender that awaits its writes never comes near. */
const queueOctets = 4 * 1024 * 1024
/** What is kept for a listener that is not there yet: beyond the first the other side is told to stop, the second is the end. */
const holdOffOctets = 32 * 1024
const heldOctets = 1024 * 1024
/** How long RTC with RTR of the other side are waited for; one that uses no signals raises none. */
const readyMs = 1000
const isReady = ({ rtc, rtr }: V24): boolean => rtc && rtr

/** One channel of the multiplexer, as a port of its own. Writes resolve when the real port has taken their last octet. */
export class CmuxChannel implements BytePort, FrameSource {
  readonly label: string
  readonly dlci: number
  /** N1: the longest information field we send. */
  maxInfo: number
  readonly #host: ChannelHost
  #queue: Waiting[] = []
  #queued = 0
  /** Handed to the port, which has not taken them yet. */
  #leaving = new Set<Waiting>()
  #held: Uint8Array[] = []
  #heldSize = 0
  #listeners = new Set<(bytes: Uint8Array) => void>()
  #endListeners = new Set<(end: PortEnd) => void>()
  #lineListeners = new Set<(lines: LineStates) => void>()
  #pauseListeners = new Set<(pause: Pause | undefined) => void>()
  #ended: PortEnd | undefined
  #out: V24 = ready
  #in: V24 | undefined
  #rtrSeen = false
  #allStopped = false
  #paused: Pause | undefined
  #pauseTimer: Cancel | undefined
  /** Just opened, and the other side has not told that it is ready. */
  #opening: Cancel | undefined

  readonly lines = {
    set: async ({ dtr, rts }: { dtr: boolean; rts: boolean }): Promise<void> => {
      await this.setSignals({ rtc: dtr, rtr: rts })
    },
    get: async (): Promise<LineStates> => this.lineStates,
  }

  constructor(host: ChannelHost, dlci: number, maxInfo: number) {
    this.#host = host
    this.dlci = dlci
    this.maxInfo = maxInfo
    this.label = `cmux ${dlci}`
  }

  get open(): boolean {
    return this.#ended === undefined
  }
  /** Our signals, as the other side was told. */
  get signals(): V24 {
    return this.#out
  }
  /** The signals of the other side, once it told them. */
  get peerSignals(): V24 | undefined {
    return this.#in
  }
  get lineStates(): LineStates {
    const outputs = { dtr: this.#out.rtc, rts: this.#out.rtr }
    if (!this.#in) return outputs
    const { rtc, rtr, ic, dv } = this.#in
    return { ...outputs, cts: rtr, dsr: rtc, dcd: dv, ri: ic }
  }
  /** Why the other side has kept us from sending for three seconds or more; undefined while data may flow. */
  get paused(): Pause | undefined {
    return this.#paused
  }
  /** Something was written that the real port has not taken yet. */
  get sending(): boolean {
    return this.#queue.length + this.#leaving.size > 0
  }
  /** Octets that wait to be sent. */
  get queuedOctets(): number {
    return this.#queued
  }

  onBytes(listener: (bytes: Uint8Array) => void): () => void {
    this.#listeners.add(listener)
    this.#release()
    return () => this.#listeners.delete(listener)
  }

  onEnd(listener: (end: PortEnd) => void): () => void {
    if (this.#ended) listener(this.#ended)
    else this.#endListeners.add(listener)
    return () => this.#endListeners.delete(listener)
  }

  /** The lines after each change the other side told: DCD falling is a lost carrier. */
  onLines(listener: (lines: LineStates) => void): () => void {
    this.#lineListeners.add(listener)
    return () => this.#lineListeners.delete(listener)
  }

  /** The other side has paused the channel for three seconds, or (undefined) resumed it after that. */
  onPaused(listener: (pause: Pause | undefined) => void): () => void {
    this.#pauseListeners.add(listener)
    return () => this.#pauseListeners.delete(listener)
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.#ended) return Promise.reject(new Fault('port-closed', this.label))
    if (bytes.length === 0) return Promise.resolve()
    if (this.#queued + bytes.length > queueOctets)
      return Promise.reject(
        new Fault('cmux-full', {
          en: `${this.label}: ${this.#queued} octets wait.`,
          ja: `${this.label}: ${this.#queued} バイトが送信待ちです。`,
        }),
      )
    return new Promise((resolve, reject) => {
      this.#queue.push({ bytes: bytes.slice(), at: 0, resolve, reject })
      this.#queued += bytes.length
      this.#host.wake()
    })
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.#host.disconnect(this)
  }

  /** Changes our own signals and tells the other side. False when it did not answer. */
  async setSignals(change: Partial<V24>): Promise<boolean> {
    if (this.#ended) throw new Fault('port-closed', this.label)
    this.#out = { ...this.#out, ...change }
    return this.#host.tellSignals(this)
  }

  /** The next frame of this channel, when there is one and the other side takes it. */
  next(): Portion | undefined {
    if (this.#queue.length === 0 || this.#stopped()) return undefined
    const { info, ended } = this.#fill()
    this.#queued -= info.length
    const frame = { dlci: this.dlci, cr: this.#host.commandBit, control: 'UIH', info } as const
    return ended.length === 0 ? { frame } : { frame, taken: () => this.#left(ended) }
  }

  /** As much as one frame takes: the end of one write and the start of the next travel together. */
  #fill(): { info: Uint8Array; ended: readonly Waiting[] } {
    const parts: Uint8Array[] = []
    const ended: Waiting[] = []
    for (let room = this.maxInfo; ;) {
      const head = this.#queue[0]
      if (!head || (room === 0 && parts.length > 0)) break
      const part = head.bytes.subarray(head.at, head.at + room)
      head.at += part.length
      room -= part.length
      parts.push(part)
      if (head.at < head.bytes.length) break
      this.#queue.shift()
      this.#leaving.add(head)
      ended.push(head)
    }
    const [first = new Uint8Array()] = parts
    return { info: parts.length === 1 ? first : concat(parts), ended }
  }

  #left(all: readonly Waiting[]): void {
    for (const waiting of all) {
      this.#leaving.delete(waiting)
      waiting.resolve()
    }
    if (!this.sending) this.#host.drained(this)
  }

  /** Octets from the other side. They are kept until somebody listens; then the other side is held back. */
  receive(bytes: Uint8Array): void {
    if (this.#ended || bytes.length === 0) return
    if (this.#listeners.size > 0) {
      for (const listener of [...this.#listeners]) listener(bytes)
      return
    }
    this.#held.push(bytes)
    this.#heldSize += bytes.length
    if (this.#heldSize >= holdOffOctets && !this.#out.fc) void this.setSignals({ fc: true })
    if (this.#heldSize > heldOctets) this.finish({ reason: 'failed', detail: unread })
  }

  #release(): void {
    const held = this.#held.splice(0)
    this.#heldSize = 0
    for (const bytes of held) this.receive(bytes)
    if (held.length > 0 && this.#out.fc && !this.#ended) void this.setSignals({ fc: false })
  }

  /**
   * Nothing is sent before the other side has raised its signals. Linux (n_gsm) agrees to a channel whose terminal nobody has
   * opened yet, says so by signals that are all off, and loses what is sent to it until it raises them.
   */
  holdUntilReady(): void {
    // It may have told that it is ready together with its UA.
    if (this.#in && isReady(this.#in)) return
    this.#opening = this.#host.clock.schedule(readyMs, () => this.#opened())
  }
  /** It is about to be closed: what is queued goes out as it is. */
  waitNoMore(): void {
    this.#opened()
  }
  #opened(): void {
    if (!this.#opening) return
    this.#opening()
    this.#opening = undefined
    this.#flow()
  }

  /** The other side told its signals. */
  status({ signals }: ModemStatus): void {
    this.#in = signals
    if (signals.rtr) this.#rtrSeen = true
    if (isReady(signals)) this.#opened()
    this.#flow()
    for (const listener of [...this.#lineListeners]) listener(this.lineStates)
  }

  /** FCoff or FCon: all channels at once. */
  stopAll(stopped: boolean): void {
    this.#allStopped = stopped
    this.#flow()
  }

  /** The channel is over; what still waits to be sent fails. */
  finish(end: PortEnd): void {
    if (this.#ended) return
    this.#ended = end
    this.#opening?.()
    this.#opening = undefined
    this.#pauseTimer?.()
    const fault = new Fault('port-closed', end.detail ?? this.label)
    for (const waiting of [...this.#leaving, ...this.#queue.splice(0)]) waiting.reject(fault)
    this.#leaving.clear()
    this.#queued = 0
    for (const listener of [...this.#endListeners]) listener(end)
  }

  #stopped(): Pause | undefined {
    if (this.#allStopped) return 'all channels'
    if (this.#in?.fc) return 'flow control'
    if (this.#opening) return 'RTR'
    // A modem that never raised RTR does not use it.
    return this.#rtrSeen && !this.#in?.rtr ? 'RTR' : undefined
  }

  #flow(): void {
    if (!this.#stopped()) {
      this.#pauseTimer?.()
      this.#pauseTimer = undefined
      this.#pause(undefined)
      this.#host.wake()
      return
    }
    this.#pauseTimer ??= this.#host.clock.schedule(this.#host.pausedMs, () =>
      this.#pause(this.#stopped()),
    )
  }

  #pause(pause: Pause | undefined): void {
    if (pause === this.#paused) return
    this.#paused = pause
    for (const listener of [...this.#pauseListeners]) listener(pause)
  }
}
