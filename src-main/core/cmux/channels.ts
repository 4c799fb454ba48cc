import { Fault } from '../fault'
import type { PortEnd } from '../ports/byte-port'
import { CmuxChannel, type ChannelHost } from './channel'
import type { ControlChannel } from './control'
import type { Bit, FrameOption } from './frame'
import { disconnect, establish, type Dialogue } from './opening'
import type { CmuxOptions } from './session-types'
import { pauseWords } from './session-words'
import { quoted } from '../words'
import type { CmuxWire } from './wire'
import { asked, openAlready } from './words'

interface Parts {
  readonly options: CmuxOptions
  readonly dialogue: Dialogue
  readonly wire: CmuxWire
  readonly commandBit: Bit
  control(): ControlChannel
  /** Throws the fault that says why, unless the session is open. */
  mustBeOpen(): void
}

/** N1 by option (27.007 5.7), when AT+CMUX did not set another. */
export const plainMaxInfo: Record<FrameOption, number> = { basic: 31, advanced: 64 }

export function maxInfoOf({ option = 'basic', maxInfo }: CmuxOptions): number {
  return maxInfo ?? plainMaxInfo[option]
}

/** The channels of a session: opened by us or by the other side, closed, and found by DLCI. */
export class Channels {
  readonly #parts: Parts
  readonly #host: ChannelHost
  readonly #open = new Map<number, CmuxChannel>()
  /** N1 agreed by PN; it holds for the next channel opened on that DLCI. */
  readonly #agreed = new Map<number, number>()
  #listeners = new Set<(channel: CmuxChannel) => void>()

  constructor(parts: Parts) {
    this.#parts = parts
    const { dialogue, wire, options, commandBit } = parts
    this.#host = {
      clock: options.clock,
      pausedMs: dialogue.timers.pausedMs,
      commandBit,
      wake: () => wire.wake(),
      tellSignals: (channel) => parts.control().tellSignals(channel),
      drained: (channel) => void dialogue.waits.settle(drainKey(channel), 'drained'),
      disconnect: (channel) => this.disconnect(channel),
    }
  }

  get(dlci: number): CmuxChannel | undefined {
    return this.#open.get(dlci)
  }

  /** In the order they were opened. */
  get all(): CmuxChannel[] {
    return [...this.#open.values()]
  }

  onChannel(listener: (channel: CmuxChannel) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  agree(dlci: number, maxInfo: number): void {
    this.#agreed.set(dlci, maxInfo)
  }

  async open(dlci: number, signal?: AbortSignal): Promise<CmuxChannel> {
    if (!Number.isInteger(dlci) || dlci < 1 || dlci > 61)
      throw new Fault('cmux-channel', asked(dlci))
    if (this.#open.has(dlci)) throw new Fault('cmux-channel', openAlready(dlci))
    const channel = this.#add(dlci)
    try {
      await this.#ask(channel, signal)
    } catch (error) {
      channel.finish({
        reason: 'failed',
        detail: quoted(error instanceof Error ? error.message : ''),
      })
      throw error
    }
    this.#join(channel)
    return channel
  }

  async #ask(channel: CmuxChannel, signal?: AbortSignal): Promise<void> {
    const { dlci } = channel
    const { options, dialogue, control, mustBeOpen } = this.#parts
    if (options.negotiate) await control().negotiate(dlci)
    channel.maxInfo = this.#maxInfoOf(dlci)
    const answer = await this.#established(dialogue, dlci, signal)
    mustBeOpen()
    if (answer === undefined) throw new Fault('cmux-no-answer', asked(dlci))
    if (answer === 'DM') throw new Fault('cmux-refused', asked(dlci))
    if (!channel.open) throw new Fault('port-closed', quoted(channel.label))
  }

  async #established(dialogue: Dialogue, dlci: number, signal?: AbortSignal) {
    let answer: string | undefined
    try {
      answer = await establish(dialogue, dlci, signal)
      return answer
    } finally {
      // The modem may have opened it and only its answer be lost: it is not left half open.
      if (answer === undefined) dialogue.command(dlci, 'DISC')
    }
  }

  /** The other side opened a channel. */
  joinAsked(dlci: number): void {
    const channel = this.#add(dlci)
    for (const listener of [...this.#listeners]) listener(channel)
    this.#join(channel)
  }

  /** Lets what is queued go out if it can, then DISC; limited in time. */
  async disconnect(channel: CmuxChannel): Promise<void> {
    if (this.#open.get(channel.dlci) !== channel) return
    const { waits, timers } = this.#parts.dialogue
    channel.waitNoMore()
    if (channel.sending) await waits.wait(drainKey(channel), timers.answerMs)
    channel.finish({ reason: 'closed' })
    await disconnect(this.#parts.dialogue, channel.dlci)
  }

  async disconnectAll(): Promise<void> {
    await Promise.all(this.all.map((channel) => this.disconnect(channel)))
  }

  finishAll(end: PortEnd): void {
    for (const channel of this.all) channel.finish(end)
  }

  stopAll(stopped: boolean): void {
    for (const channel of this.all) channel.stopAll(stopped)
  }

  #maxInfoOf(dlci: number): number {
    return this.#agreed.get(dlci) ?? maxInfoOf(this.#parts.options)
  }

  #add(dlci: number): CmuxChannel {
    const { control, dialogue, wire } = this.#parts
    const channel = new CmuxChannel(this.#host, dlci, this.#maxInfoOf(dlci))
    this.#open.set(dlci, channel)
    channel.stopAll(control().allStopped)
    channel.onEnd(() => {
      wire.remove(channel)
      if (this.#open.get(dlci) === channel) this.#open.delete(dlci)
    })
    channel.onPaused((pause) => dialogue.note(pause ? 'warning' : 'fine', pauseWords(dlci, pause)))
    return channel
  }

  /** Open on both sides: its signals are told first, then its data flows. */
  #join(channel: CmuxChannel): void {
    channel.holdUntilReady()
    void this.#parts.control().tellSignals(channel)
    this.#parts.wire.add(channel)
  }
}

function drainKey({ dlci }: CmuxChannel): string {
  return `drain ${dlci}`
}
