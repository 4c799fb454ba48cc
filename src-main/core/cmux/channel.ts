import { Fault } from '../fault'
import type { BytePort, LineStates, PortEnd } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import { Flow, type Pause } from './flow'
import type { Bit } from './frame'
import { SendQueue } from './send-queue'
import type { FrameSource, Portion } from './sender'
import { ready, type ModemStatus, type V24 } from './values'
import { quoted } from '../words'
import { unread } from './words'

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

/** What is kept for a listener that is not there yet: beyond the first the other side is told to stop, the second is the end. */
const holdOffOctets = 32 * 1024
const heldOctets = 1024 * 1024

/** One channel of the multiplexer, as a port of its own. Writes resolve when the real port has taken their last octet. */
export class CmuxChannel implements BytePort, FrameSource {
  readonly label: string
  readonly dlci: number
  /** N1: the longest information field we send. */
  maxInfo: number
  readonly #host: ChannelHost
  readonly #queue: SendQueue
  readonly #flow: Flow
  #held: Uint8Array[] = []
  #heldSize = 0
  #listeners = new Set<(bytes: Uint8Array) => void>()
  #endListeners = new Set<(end: PortEnd) => void>()
  #lineListeners = new Set<(lines: LineStates) => void>()
  #ended: PortEnd | undefined
  #out: V24 = ready

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
    this.#queue = new SendQueue(this.label)
    const { clock, pausedMs } = host
    this.#flow = new Flow({ clock, pausedMs, go: () => host.wake() })
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
    return this.#flow.peerSignals
  }
  get lineStates(): LineStates {
    const outputs = { dtr: this.#out.rtc, rts: this.#out.rtr }
    if (!this.peerSignals) return outputs
    const { rtc, rtr, ic, dv } = this.peerSignals
    return { ...outputs, cts: rtr, dsr: rtc, dcd: dv, ri: ic }
  }
  /** Why the other side has kept us from sending for three seconds or more; undefined while data may flow. */
  get paused(): Pause | undefined {
    return this.#flow.paused
  }
  /** Something was written that the real port has not taken yet. */
  get sending(): boolean {
    return this.#queue.sending
  }
  /** Octets that wait to be sent. */
  get queuedOctets(): number {
    return this.#queue.octets
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
    return this.#flow.onPaused(listener)
  }

  write(bytes: Uint8Array): Promise<void> {
    if (this.#ended) return Promise.reject(new Fault('port-closed', quoted(this.label)))
    if (bytes.length === 0) return Promise.resolve()
    const left = this.#queue.add(bytes)
    this.#host.wake()
    return left
  }

  async close(): Promise<void> {
    if (!this.#ended) await this.#host.disconnect(this)
  }

  /** Changes our own signals and tells the other side. False when it did not answer. */
  async setSignals(change: Partial<V24>): Promise<boolean> {
    if (this.#ended) throw new Fault('port-closed', quoted(this.label))
    this.#out = { ...this.#out, ...change }
    return this.#host.tellSignals(this)
  }

  /** The next frame of this channel, when there is one and the other side takes it. */
  next(): Portion | undefined {
    if (this.#queue.empty || this.#flow.stopped) return undefined
    const { info, taken } = this.#queue.take(this.maxInfo)
    const frame = { dlci: this.dlci, cr: this.#host.commandBit, control: 'UIH' } as const
    return taken ? { frame, info, taken: () => this.#left(taken) } : { frame, info }
  }

  #left(taken: () => void): void {
    taken()
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

  /** Just opened: nothing is sent before the other side has raised its signals, for a second at most. */
  holdUntilReady(): void {
    this.#flow.holdUntilReady()
  }
  /** It is about to be closed: what is queued goes out as it is. */
  waitNoMore(): void {
    this.#flow.waitNoMore()
  }

  /** The other side told its signals. */
  status({ signals }: ModemStatus): void {
    this.#flow.told(signals)
    for (const listener of [...this.#lineListeners]) listener(this.lineStates)
  }

  /** FCoff or FCon: all channels at once. */
  stopAll(stopped: boolean): void {
    this.#flow.stopAll(stopped)
  }

  /** The channel is over; what still waits to be sent fails. */
  finish(end: PortEnd): void {
    if (this.#ended) return
    this.#ended = end
    this.#flow.end()
    this.#queue.fail(new Fault('port-closed', end.detail ?? quoted(this.label)))
    for (const listener of [...this.#endListeners]) listener(end)
  }
}
