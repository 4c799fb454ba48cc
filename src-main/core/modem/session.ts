import type { AtEngine, AtReply, OpenPrompt, SendOptions } from '../at/engine'
import { Fault } from '../fault'
import type { ByteClass } from '../cmux/classify'
import type { FrameOption } from '../cmux/frame'
import type { BytePort, PortEnd } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import type { PppLink } from '../ppp/link'
import { sleep } from '../wait'
import type { CloseDownForce } from './ask-out-of-cmux'
import { HeldCall } from './held-call'
import { ModemLine, type LinkOptions } from './line'
import { LinkWatch, saysCallIsOver } from './link-watch'
import { firstListenMs, PortMode } from './port-mode'
import type { SessionMemory } from './profile'
import { SecondLine } from './second-line'
import { SessionLines } from './session-lines'
import type { SessionOptions } from './session-options'
import type { SessionEvent, SessionView } from './session-view'
import type { AtWay } from './at-way'
import type { Mode } from './mode'
import { tapped, type Tap } from './tapped-port'
import { TypedCommands } from './typed-commands'
import { UpLinkKeeper, type UpLink } from './up-link'
import type { WayBack } from './way-back'
import { WayOut } from './way-out'
import { restarted } from './words'

export type { SessionOptions } from './session-options'
export type { SessionEvent } from './session-view'
export type { UpLink } from './up-link'

/** ESC goes out before the port closes behind it. */
const escapeMs = 100
const escAnswerMs = 1000

/**
 * The one owner of an open port: knows who speaks on it, hands octets to AT, PPP or the multiplexer, and
 * brings the port back to command mode. Ends with the port.
 */
export class ModemSession implements SessionView {
  readonly port: BytePort
  memory: SessionMemory = {}
  readonly #listeners = new Set<(event: SessionEvent) => void>()
  readonly #mode: PortMode
  readonly #lines: SessionLines
  readonly #second: SecondLine
  readonly #upLink: UpLinkKeeper
  readonly #links: LinkWatch
  readonly #typed: TypedCommands
  readonly #held = new HeldCall()
  readonly #wayOut: WayOut
  readonly #clock: Clock
  #baudRate: number
  #told = 'null'
  #end: PortEnd | undefined

  constructor(options: SessionOptions) {
    const { clock, chance, endings } = options
    const emit = (event: SessionEvent) => this.#emit(event)
    const newLine = (port: BytePort) => this.#watched(new ModemLine(port, clock, chance, endings))
    const dropLink = () => this.#upLink.drop()
    const letGo = () => this.#letGo()
    this.port = tapped(options.port, options.tap)
    this.#baudRate = options.baudRate ?? 115_200
    this.#clock = clock
    const mode = new PortMode({
      session: this,
      clock,
      emit,
      purposeOf: options.purposeOf ?? (async () => undefined),
    })
    const onIpv6 = () => emit({ kind: 'ipv6' })
    const { openTls } = options
    const upLink = new UpLinkKeeper({ clock, chance, openTls, onIpv6 })
    // Who speaks is found out before any line reads the octets.
    this.port.onBytes((bytes) => mode.hear(bytes))
    this.port.onEnd((end) => this.#onEnd(end))
    const onSilentEnd = () => void this.hangUp().catch(() => this.loseMode())
    this.#mode = mode
    this.#upLink = upLink
    this.#lines = new SessionLines({ session: this, clock, mode, newLine, dropLink })
    this.#second = new SecondLine({ mode, newLine, emit })
    this.#typed = new TypedCommands({ session: this, mode, clock, onHungUp: letGo })
    this.#links = new LinkWatch({ session: this, clock, upLink, emit, onSilentEnd })
    this.#wayOut = new WayOut({
      session: this,
      clock,
      mode,
      emit,
      letGo,
      stopCmux: () => this.stopCmux(),
      speedFound: (baudRate) => this.speedFound(baudRate),
      keep: (link) => this.#held.keep(link),
    })
  }

  get baudRate(): number {
    return this.#baudRate
  }
  get mode(): Mode {
    return this.#mode.now
  }
  /** Where a command that is typed or polled goes now. */
  get way(): AtWay {
    return this.#mode.way
  }
  /** The second AT port of the modem, where one was taken. */
  get second(): ModemLine | undefined {
    return this.#second.line
  }
  /** The line that takes AT commands now; the bare port, or a channel of the multiplexer. */
  get at(): ModemLine {
    return this.#lines.at
  }
  /** The line a call is dialled on. */
  get dataLine(): ModemLine {
    return this.#lines.data
  }
  get upLink(): UpLink | undefined {
    return this.#upLink.now
  }
  get cmuxOn(): boolean {
    return this.#lines.cmuxOn
  }
  /** A call that waits for ATO. */
  get callHeld(): boolean {
    return this.#held.waits
  }
  /** On a way back: a link that ends now is ended by us. */
  get leaving(): boolean {
    return this.#wayOut.underWay
  }
  get open(): boolean {
    return this.#end === undefined
  }
  /** How the port ended, once it has. */
  get end(): PortEnd | undefined {
    return this.#end
  }
  on(listener: (event: SessionEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Listens without sending, and says what kind of talk is on the port: a modem left in data mode speaks first. */
  listenFirst(ms = firstListenMs, signal?: AbortSignal): Promise<ByteClass> {
    return this.#mode.listenFirst(ms, signal)
  }

  /**
   * Asks without AT: an LCP Echo-Request, which a link that is still open answers and command mode does not. For a port
   * that stays silent to AT.
   */
  askInPpp(ms: number, signal?: AbortSignal): Promise<ByteClass> {
    return this.#mode.askInPpp(ms, signal)
  }

  /** Sends ESC where nobody knows who speaks: it leaves a prompt, and is nothing to whoever else listens. */
  escape(): Promise<void> {
    return this.#mode.escape()
  }

  /**
   * Sends close-down to a port that has not said anything, as a modem that was left in the multiplexer does not. Says what
   * came back; undefined where nothing was sent.
   */
  closeDownUnheard(force: CloseDownForce, signal?: AbortSignal): Promise<ByteClass | undefined> {
    return this.#mode.closeDownUnheard(force, signal)
  }

  /**
   * The line for a command that is typed or polled. Right after opening it waits until a modem that was left in data mode
   * or in the multiplexer would have been heard. Rejects with `at-not-command-mode`.
   */
  commandLine(signal?: AbortSignal): Promise<ModemLine> {
    return this.#typed.line(signal)
  }

  /**
   * Looks for AT on a port of which nobody knows who speaks on it, also in a modem that was left in the multiplexer; 7 s where
   * nobody answers. Says whether AT is answered; rejects with `at-not-command-mode`.
   */
  reachAt(signal?: AbortSignal): Promise<boolean> {
    return this.#typed.reach(signal)
  }

  /**
   * A second AT port of the same modem: commands that are typed or polled go there while the first one carries data. The
   * session owns it from here on, and goes on without it when it ends.
   */
  takeSecond(port: BytePort, tap: Tap): ModemLine {
    return this.#second.take(tapped(port, tap))
  }
  /** Gives the second AT port up and closes it. */
  dropSecond(): Promise<void> {
    return this.#second.drop()
  }

  /** Sends what a person or a poll wants to know, where AT is spoken now; see `commandLine`. */
  ask(command: string, options: SendOptions = {}): Promise<AtReply> {
    return this.#typed.ask(command, options)
  }

  /** The port for octets past the queue of commands. Throws `at-not-command-mode` where they would break something. */
  aside(): BytePort {
    this.#mode.mustTakeKeys()
    this.at.engine.keyed()
    return this.port
  }

  /** What the modem waits for, where it has prompted and nobody has given it anything. */
  get prompt(): OpenPrompt | undefined {
    return this.#prompting?.prompt
  }
  /** Gives it that, as it is. Throws `at-no-prompt`. */
  givePayload(payload: Uint8Array): void {
    this.#asked().givePayload(payload)
  }
  /** Leaves the prompt with ESC: nothing is sent. Throws `at-no-prompt`. */
  leavePrompt(): void {
    this.#asked().leavePrompt()
  }
  /** Leaves it and waits for the answer to that, 1 s at most: it belongs to nothing that is sent later. */
  async leavePromptAnswered(signal?: AbortSignal): Promise<void> {
    const engine = this.#asked()
    const enough = new AbortController()
    const stop = engine.onToken(({ kind }) => {
      if (kind === 'final') enough.abort()
    })
    try {
      engine.leavePrompt()
      await sleep(this.#clock, escAnswerMs, enough.signal).catch(() => undefined)
    } finally {
      stop()
    }
    signal?.throwIfAborted()
  }
  get #prompting(): AtEngine | undefined {
    const lines = [this.at, this.dataLine, this.second]
    return lines.find((line) => line?.engine.prompt)?.engine
  }
  #asked(): AtEngine {
    const engine = this.#prompting
    if (!engine) throw new Fault('at-no-prompt')
    return engine
  }

  /** AT was answered: the port is in command mode. */
  confirmCommandMode(): void {
    this.#mode.confirmCommand()
  }
  /** Nothing is known any more: the modem did not come back from where it was. */
  loseMode(): void {
    this.#mode.set('unknown')
  }

  /** Starts PPP on the data line after CONNECT, or at once with `direct`. The `up` event carries the address. */
  startLink(options: LinkOptions): PppLink {
    const line = this.dataLine
    const link = line.startLink(options)
    if (line === this.at) this.#mode.set('data')
    this.#links.follow(line, link)
    return link
  }

  /** Ends the call and the link by their own rules; the attach stays, and so does a multiplexer. */
  async hangUp(signal?: AbortSignal): Promise<WayBack> {
    return this.#wayOut.take('hang-up', signal)
  }

  /** The guarded escape: AT again while the call is held for `resume`. */
  async escapeKeepingCall(signal?: AbortSignal): Promise<WayBack> {
    return this.#wayOut.take('pause', signal)
  }

  /** The whole ladder: AT on the bare port again, from data mode, the multiplexer or nobody knows where. */
  async backToCommand(signal?: AbortSignal): Promise<WayBack> {
    return this.#wayOut.take('command', signal)
  }

  /** ATO: back to the call that is held. Rejects with `link-down` when it is gone. */
  async resume(signal?: AbortSignal): Promise<void> {
    const link = await this.#held.resume(this.dataLine, () => this.#letGo(), signal)
    if (link) this.dataLine.unparkLink(link)
    else this.#mode.markFound()
    this.#mode.set(this.cmuxOn ? 'cmux' : 'data')
  }

  /** Turns the multiplexer on, as the modem offers it or with this option: calls go over channel 1, AT over channel 2. */
  startCmux(option?: FrameOption, signal?: AbortSignal): Promise<void> {
    return this.#lines.startCmux(option, signal)
  }

  /** Closes the multiplexer; AT is on the bare port again. */
  stopCmux(): Promise<void> {
    return this.#lines.stopCmux()
  }

  /**
   * Ends our multiplexer in order, whatever runs over it: LCP Terminate, DISC for each channel, close-down. A modem that is
   * left in it answers nobody. A few seconds at most; where it is not on, nothing happens.
   */
  async endCmux(): Promise<void> {
    if (!this.open || !this.cmuxOn) return
    if (!this.leaving) await this.#wayOut.take('close-mux')
    if (this.cmuxOn) await this.stopCmux()
  }

  /** Closes one channel of the multiplexer (DISC), as a modem in trouble does. Rejects with cmux-ended. */
  discChannel(channel: 'data' | 'at'): Promise<void> {
    return this.#lines.discChannel(channel)
  }

  /** The modem lost its power: links, calls and the multiplexer went with it, and nothing is sent to them any more. */
  poweredOff(): void {
    this.memory = {}
    this.#lines.cmuxLost({ reason: 'gone' })
    this.#letGo()
    this.dataLine.leaveData()
    this.#mode.set('unknown')
  }

  /** Leaves a prompt and ends a multiplexer in order, a link without ceremony, and closes the port. */
  async close(): Promise<void> {
    if (this.prompt) {
      this.leavePrompt()
      await sleep(this.#clock, escapeMs)
    }
    await this.endCmux()
    this.#letGo()
    await this.dropSecond()
    await this.port.close()
  }

  /** Listens to what a line tells the whole session. */
  #watched(line: ModemLine): ModemLine {
    line.engine.onToken((token) => {
      if (token.kind === 'unsolicited' && token.restart) this.#onRestart(line)
      if (this.callHeld && token.kind === 'unsolicited' && saysCallIsOver(token.text)) this.#letGo()
      this.#emit({ kind: 'token', token })
    })
    line.engine.onState(() => this.#tellPrompt())
    line.onMode((mode) => {
      // On the way back the mode is settled at its end.
      if (line === this.dataLine && !this.cmuxOn && !this.leaving) this.#mode.set(mode)
    })
    return line
  }
  #tellPrompt(): void {
    const prompt = this.open ? (this.prompt ?? null) : null
    const text = JSON.stringify(prompt)
    if (text === this.#told) return
    this.#told = text
    this.#emit({ kind: 'prompt', prompt })
  }
  /** The port has this speed now, since the modem answers at it. */
  speedFound(baudRate: number): void {
    this.#baudRate = baudRate
    this.#emit({ kind: 'speed', baudRate })
  }
  /** Nothing is left of the call: neither the link nor what waited for ATO. */
  #letGo(): void {
    this.#held.drop()
    this.#upLink.drop()
    this.#mode.tell()
  }
  #onRestart(told: ModemLine): void {
    this.memory = {}
    this.#letGo()
    // Told on another line than the call's: the call is over, too.
    if (this.dataLine !== told) this.dataLine.leaveData(restarted)
    if (this.mode !== 'booting') this.#mode.set('command')
  }
  #onEnd(end: PortEnd): void {
    if (this.#end) return
    this.#end = end
    if (end.reason !== 'closed') this.#lines.portEnded(end)
    this.#lines.cmuxLost(end)
    this.#upLink.drop()
    this.#second.abandon()
    this.#lines.dispose()
    this.#mode.set('closed')
    this.#emit({ kind: 'end', end })
  }
  #emit(event: SessionEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }
}
