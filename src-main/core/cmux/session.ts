import { Fault } from '../fault'
import type { PortEnd } from '../ports/byte-port'
import { quoted, type SeenLine, type Severity, type Words } from '../words'
import { CmuxChannel } from './channel'
import { Channels, maxInfoOf } from './channels'
import { ControlChannel } from './control'
import { Handshake } from './handshake'
import { KeepAlive } from './keep-alive'
import type { Dialogue } from './opening'
import { Reception } from './reception'
import type {
  CmuxCounts,
  CmuxEnd,
  CmuxEndReason,
  CmuxNote,
  CmuxOptions,
  CmuxState,
} from './session-types'
import {
  asleep,
  closedInStartWords,
  endWords,
  noStartWords,
  outsideWords,
  portEndWords,
  silent,
  stateWords,
} from './session-words'
import { cmuxTimers, type CmuxTimers } from './timers'
import { Waits } from './waits'
import { CmuxWire } from './wire'

export type { CmuxCounts, CmuxEnd, CmuxEndReason, CmuxNote, CmuxOptions, CmuxState }
export { CmuxChannel }

/**
 * A multiplexer on one port: octets in by `feed`, octets out by `write`, channels as ports of their own.
 * The computer is the initiator and begins with `start`; the modem (a simulator) is the responder and waits.
 */
export class CmuxSession {
  readonly #options: CmuxOptions
  readonly #timers: CmuxTimers
  readonly #wire: CmuxWire
  readonly #waits: Waits<string>
  readonly #control: ControlChannel
  readonly #reception: Reception
  readonly #keepAlive: KeepAlive
  readonly #dialogue: Dialogue
  readonly #channels: Channels
  readonly #handshake: Handshake
  #endListeners = new Set<(end: CmuxEnd) => void>()
  #state: CmuxState = 'idle'
  #ended: CmuxEnd | undefined
  readonly #abortStart = new AbortController()
  #closing: Promise<void> | undefined

  constructor(options: CmuxOptions) {
    this.#options = options
    this.#timers = { ...cmuxTimers, ...options.timers }
    this.#waits = new Waits(options.clock)
    this.#wire = new CmuxWire(options, this.#timers, {
      onFrame: (frame) => this.#reception.receive(frame),
      onLeft: (line) => this.#left(line),
      onOutside: (bytes) => {
        if (this.#state === 'closing') this.#handshake.hear(bytes)
      },
      onWriteFailure: (error) => this.#end('failed', quoted(messageOf(error))),
      onNoWake: () => this.#end('lost', asleep),
    })
    this.#dialogue = {
      waits: this.#waits,
      timers: this.#timers,
      command: (dlci, control) => this.#wire.command(dlci, control),
      note: (severity, words) => this.#note(severity, words),
    }
    this.#channels = new Channels({
      options,
      dialogue: this.#dialogue,
      wire: this.#wire,
      commandBit: this.#wire.commandBit,
      control: () => this.#control,
      mustBeOpen: () => this.#mustBeOpen(),
    })
    this.#handshake = new Handshake({
      clock: options.clock,
      dialogue: this.#dialogue,
      counts: this.counts,
      lastLine: () => this.#wire.lastLine,
      send: (info) => this.#wire.message(info),
    })
    this.#control = this.#newControl()
    this.#reception = this.#newReception(this.#control)
    this.#keepAlive = this.#newKeepAlive()
  }

  #newControl(): ControlChannel {
    return new ControlChannel({
      waits: this.#waits,
      timers: this.#timers,
      counts: this.counts,
      maxInfo: maxInfoOf(this.#options),
      channels: this.#channels,
      send: (info) => this.#wire.message(info),
      note: (severity, words) => this.#note(severity, words),
      closedByPeer: () => this.#end('peer-closed', quoted('CLD')),
      sleep: () => void this.#wire.fallAsleep(),
    })
  }

  #newReception(control: ControlChannel): Reception {
    const initiator = this.#options.role === 'initiator'
    const host = {
      initiator,
      waits: this.#waits,
      counts: this.counts,
      channels: this.#channels,
      state: () => this.#state,
      accepts: (dlci: number) => this.#options.acceptDlci?.(dlci) ?? !initiator,
      respond: (dlci: number, kind: 'UA' | 'DM') => this.#wire.respond(dlci, kind),
      opened: () => this.#opened(),
      end: (reason: CmuxEndReason, detail: SeenLine) => this.#end(reason, detail),
      note: (severity: Severity, words: Words) => this.#note(severity, words),
    }
    return new Reception(host, control)
  }

  #newKeepAlive(): KeepAlive {
    return new KeepAlive({
      clock: this.#options.clock,
      everyMs: this.#timers.keepAliveMs,
      probe: async () => {
        const before = this.counts.framesIn
        const answered = this.asleep || (await this.#control.probe())
        return answered || this.counts.framesIn > before
      },
      onSilence: () => this.#end('lost', silent),
    })
  }

  get counts(): CmuxCounts {
    return this.#wire.counts
  }
  get state(): CmuxState {
    return this.#state
  }
  /** How it ended, once it has. */
  get ended(): CmuxEnd | undefined {
    return this.#ended
  }
  /** The other side sleeps (PSC); the next frame wakes it first. */
  get asleep(): boolean {
    return this.#wire.asleep
  }
  /** The channels, by the order they were opened. */
  get channels(): CmuxChannel[] {
    return this.#channels.all
  }

  onEnd(listener: (end: CmuxEnd) => void): () => void {
    if (this.#ended) listener(this.#ended)
    else this.#endListeners.add(listener)
    return () => this.#endListeners.delete(listener)
  }

  /** A channel the other side opened. */
  onChannel(listener: (channel: CmuxChannel) => void): () => void {
    return this.#channels.onChannel(listener)
  }

  /** Octets from the real port, as read. */
  feed(bytes: Uint8Array): void {
    if (this.#state !== 'ended' && bytes.length > 0) this.#wire.feed(bytes)
  }

  /** The real port is gone. */
  portEnded(end: PortEnd): void {
    this.#end('failed', end.detail ?? portEndWords[end.reason])
  }

  /**
   * Initiator: opens the control channel, after the modem said OK to AT+CMUX.
   * Rejects with cmux-no-answer, cmux-refused, cmux-echo or the signal's reason; the session has ended then.
   */
  async start(signal?: AbortSignal): Promise<void> {
    if (this.#state !== 'idle' || this.#options.role !== 'initiator')
      throw new Fault('cmux-ended', noStartWords(this.#state))
    this.#state = 'starting'
    const own = this.#abortStart.signal
    const either = signal ? AbortSignal.any([signal, own]) : own
    try {
      await this.#handshake.open(either)
    } catch (error) {
      const fault = this.#ended ? this.#endFault() : error
      if (!this.#ended) {
        this.#state = 'closing'
        await this.#handshake.undo()
      }
      this.#end(this.#closing ? 'closed' : 'no-answer', quoted(messageOf(error)))
      throw fault
    }
    this.#opened()
  }

  /** Opens a channel; rejects with cmux-refused, cmux-no-answer, cmux-channel, cmux-ended or the signal's reason. */
  async openChannel(dlci: number, signal?: AbortSignal): Promise<CmuxChannel> {
    this.#mustBeOpen()
    return this.#channels.open(dlci, signal)
  }

  /** Sends TEST; true when the other side answered. */
  async probe(): Promise<boolean> {
    this.#mustBeOpen()
    return this.#control.probe()
  }

  /** Stops or resumes all channels of the other side (FCoff, FCon). False when it did not answer. */
  async holdOff(stopped: boolean): Promise<boolean> {
    this.#mustBeOpen()
    return this.#control.holdOff(stopped)
  }

  /** Asks the other side to sleep (PSC). For simulators: a bench tool never starts it. */
  async sleep(): Promise<boolean> {
    this.#mustBeOpen()
    const agreed = (await this.#control.request('PSC', new Uint8Array(), 'PSC')) === 'PSC'
    if (agreed) await this.#wire.fallAsleep()
    return agreed
  }

  /** DISC for each channel, CLD, a short silence; a few seconds at most, whatever the other side does. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    if (this.#state === 'starting') {
      this.#abortStart.abort(new Fault('cmux-ended', closedInStartWords))
      return new Promise((resolve) => this.onEnd(() => resolve()))
    }
    if (this.#state === 'open') await this.#closeDown()
    this.#end('closed')
  }

  async #closeDown(): Promise<void> {
    this.#state = 'closing'
    await this.#channels.disconnectAll()
    await this.#handshake.closeDown()
  }

  #mustBeOpen(): void {
    if (this.#state !== 'open') throw this.#endFault()
  }

  #endFault(): Fault {
    const detail = this.#ended?.detail
    if (this.#ended?.reason === 'lost') return new Fault('cmux-lost', detail)
    return new Fault('cmux-ended', detail || stateWords(this.#state))
  }

  #note(severity: Severity, words: Words): void {
    this.#options.note?.({ severity, words })
  }

  #opened(): void {
    this.#state = 'open'
    this.#keepAlive.start()
  }

  #left(line: string): void {
    this.#note('warning', outsideWords(line))
    // A modem does not take the text of a program that knows nothing of the multiplexer for its end.
    if (this.#state === 'open' && this.#options.role === 'initiator')
      this.#end('lost', quoted(line))
  }

  #end(reason: CmuxEndReason, detail?: SeenLine): void {
    if (this.#ended) return
    if (reason === 'peer-closed' && this.#state === 'closing') reason = 'closed'
    this.#state = 'ended'
    this.#ended = { reason, words: endWords[reason], ...(detail ? { detail } : {}) }
    this.#keepAlive.stop()
    this.#channels.finishAll({
      reason: reason === 'closed' ? 'closed' : 'gone',
      detail: detail || endWords[reason],
    })
    this.#waits.endAll()
    this.#wire.stop()
    for (const listener of [...this.#endListeners]) listener(this.#ended)
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
