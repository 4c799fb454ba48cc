import { latin1 } from '../bytes'
import { Fault } from '../fault'
import type { PortEnd } from '../ports/byte-port'
import { sleep } from '../wait'
import { seenIn, type Severity, type Words } from '../words'
import { CmuxChannel } from './channel'
import { Channels, maxInfoOf } from './channels'
import { ControlChannel } from './control'
import type { Bit } from './frame'
import { KeepAlive } from './keep-alive'
import { buildMessage } from './message'
import { establish, keys, type Dialogue } from './opening'
import { Reception } from './reception'
import type {
  CmuxCounts,
  CmuxEnd,
  CmuxEndReason,
  CmuxNote,
  CmuxOptions,
  CmuxState,
} from './session-types'
import { endWords, outsideWords } from './session-words'
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
  #endListeners = new Set<(end: CmuxEnd) => void>()
  #state: CmuxState = 'idle'
  #ended: CmuxEnd | undefined
  readonly #abortStart = new AbortController()
  #closing: Promise<void> | undefined
  #tail = ''

  constructor(options: CmuxOptions) {
    this.#options = options
    this.#timers = { ...cmuxTimers, ...options.timers }
    this.#waits = new Waits(options.clock)
    this.#wire = new CmuxWire(options, this.#timers, {
      onFrame: (frame) => this.#reception.receive(frame),
      onLeft: (line) => this.#left(line),
      onOutside: (bytes) => this.#brokenAnswer(bytes),
      onWriteFailure: (error) => this.#end('failed', messageOf(error)),
      onNoWake: () => this.#end('lost', 'It did not wake up.'),
    })
    this.#dialogue = {
      waits: this.#waits,
      timers: this.#timers,
      command: (dlci, control) => this.#send(dlci, control, this.#commandBit, 1),
      note: (severity, words) => this.#note(severity, words),
    }
    this.#channels = new Channels({
      options,
      dialogue: this.#dialogue,
      wire: this.#wire,
      commandBit: this.#commandBit,
      control: () => this.#control,
      mustBeOpen: () => this.#mustBeOpen(),
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
      send: (info) => this.#sendControl(info),
      note: (severity, words) => this.#note(severity, words),
      closedByPeer: () => this.#end('peer-closed', 'CLD'),
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
      respond: (dlci: number, kind: 'UA' | 'DM') => this.#respond(dlci, kind),
      opened: () => this.#opened(),
      end: (reason: CmuxEndReason, detail: string) => this.#end(reason, detail),
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
      onSilence: () => this.#end('lost', 'It does not answer TEST any more.'),
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
    this.#end('failed', seenIn(end.detail ?? end.reason, 'en'))
  }

  /**
   * Initiator: opens the control channel, after the modem said OK to AT+CMUX.
   * Rejects with cmux-no-answer, cmux-refused, cmux-echo or the signal's reason; the session has ended then.
   */
  async start(signal?: AbortSignal): Promise<void> {
    if (this.#state !== 'idle' || this.#options.role !== 'initiator')
      throw new Fault('cmux-ended', {
        en: `It cannot be started: it is ${this.#state}.`,
        ja: `開始できません（状態: ${this.#state}）。`,
      })
    this.#state = 'starting'
    const own = this.#abortStart.signal
    const either = signal ? AbortSignal.any([signal, own]) : own
    try {
      await sleep(this.#options.clock, this.#timers.settleMs, either)
      const answer = await establish(this.#dialogue, 0, either)
      if (answer !== 'UA') throw this.#startFault(answer)
    } catch (error) {
      const fault = this.#ended ? this.#endFault() : error
      await this.#undoStart()
      this.#end(this.#closing ? 'closed' : 'no-answer', messageOf(error))
      throw fault
    }
    this.#opened()
  }

  /** It may multiplex all the same and only its answers be lost, or be about to: it is not left that way. */
  async #undoStart(): Promise<void> {
    if (this.#ended) return
    const { clock } = this.#options
    this.#state = 'closing'
    if (this.counts.framesOut === 0) {
      // Close-down is answered on an open control channel only, and a modem that has just said OK hears nothing yet.
      await sleep(clock, this.#timers.settleMs)
      const answered = this.#waits.wait(keys.open(0), this.#timers.startMs)
      this.#dialogue.command(0, 'SABM')
      await answered
    }
    await this.#sendCloseDown()
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
      this.#abortStart.abort(
        new Fault('cmux-ended', {
          en: 'It was closed while starting.',
          ja: '開始中に閉じられました。',
        }),
      )
      return new Promise((resolve) => this.onEnd(() => resolve()))
    }
    if (this.#state === 'open') await this.#closeDown()
    this.#end('closed')
  }

  async #closeDown(): Promise<void> {
    this.#state = 'closing'
    await this.#channels.disconnectAll()
    await this.#sendCloseDown()
  }

  async #sendCloseDown(): Promise<void> {
    if (this.#ended) return
    const answered = this.#waits.wait('CLD', this.#timers.closeDownMs)
    this.#sendControl(buildMessage('CLD', true))
    await answered
    await sleep(this.#options.clock, this.#timers.quietMs)
  }

  get #commandBit(): Bit {
    return this.#options.role === 'initiator' ? 1 : 0
  }

  #mustBeOpen(): void {
    if (this.#state !== 'open') throw this.#endFault()
  }

  #endFault(): Fault {
    const detail = this.#ended?.detail ?? ''
    if (this.#ended?.reason === 'lost') return new Fault('cmux-lost', detail)
    return new Fault(
      'cmux-ended',
      detail || { en: `It is ${this.#state}.`, ja: `状態: ${this.#state}。` },
    )
  }

  #startFault(answer: string | undefined): Fault {
    if (answer === 'DM')
      return new Fault('cmux-refused', {
        en: 'The control channel was asked for.',
        ja: '制御チャネルの要求に対する応答です。',
      })
    if (this.counts.echoes > 0) return new Fault('cmux-echo')
    const line = this.#wire.lastLine
    return new Fault(
      'cmux-no-answer',
      line ? { en: `It said: ${line}`, ja: `モデムの出力: ${line}` } : '',
    )
  }

  #note(severity: Severity, words: Words): void {
    this.#options.note?.({ severity, words })
  }

  #send(dlci: number, control: 'SABM' | 'UA' | 'DM' | 'DISC', cr: Bit, pf: Bit): void {
    this.#wire.send({ dlci, cr, control, pf })
  }

  #sendControl(info: Uint8Array): void {
    this.#wire.send({ dlci: 0, cr: this.#commandBit, control: 'UIH', info })
  }

  /** UA or DM carry the C/R bit of a response: the opposite of our commands. */
  #respond(dlci: number, control: 'UA' | 'DM'): void {
    this.#send(dlci, control, this.#commandBit === 1 ? 0 : 1, 1)
  }

  #opened(): void {
    this.#state = 'open'
    this.#keepAlive.start()
  }

  #left(line: string): void {
    this.#note('warning', outsideWords(line))
    // A modem does not take the text of a program that knows nothing of the multiplexer for its end.
    if (this.#state === 'open' && this.#options.role === 'initiator') this.#end('lost', line)
  }

  /** A7670 answers CLD without the address octet; no frame, but an answer (esp_modem, commit 28de345). */
  #brokenAnswer(bytes: Uint8Array): void {
    if (this.#state !== 'closing') return
    this.#tail = (this.#tail + latin1(bytes)).slice(-16)
    if (this.#tail.includes('\xef\x05\xc1\x01')) this.#waits.settle('CLD', 'CLD')
  }

  #end(reason: CmuxEndReason, detail = ''): void {
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
