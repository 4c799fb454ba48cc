import type { AtReply, SendOptions, Token } from '../at/engine'
import { finalLine } from '../at/final'
import type { ByteClass } from '../cmux/classify'
import type { CmuxChannel } from '../cmux/channel'
import type { CmuxSession } from '../cmux/session'
import { Fault, faultCode } from '../fault'
import { IpHost } from '../ip/host'
import type { BytePort, PortEnd } from '../ports/byte-port'
import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { LinkEvent, PppLink } from '../ppp/link'
import { sleep } from '../wait'
import type { Words } from '../words'
import { askInPpp } from './ask-in-ppp'
import { wayOf, whyNot } from './at-way'
import { climbOut, type WayBackGoal } from './climb-out'
import { FirstTalk } from './first-talk'
import { ModemLine, type LinkOptions } from './line'
import { openMultiplexer } from './multiplexer'
import type { ModemProfile } from './profile'
import type { AtWay, Mode } from './slot-state'
import { tapped, type Tap } from './tapped-port'
import type { WayBack, WayBackStep } from './way-back'

/** What a session tells whoever shows or records it. */
export type SessionEvent =
  | { readonly kind: 'mode'; readonly mode: Mode; readonly way: AtWay }
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'link'; readonly event: LinkEvent }
  | { readonly kind: 'way back'; readonly step: WayBackStep }
  /** A way back has ended; null: it was cancelled. */
  | { readonly kind: 'way back over'; readonly result: WayBack['result'] | null }
  /** The second AT port has ended; the session goes on. */
  | { readonly kind: 'second end'; readonly end: PortEnd }
  /** The modem was found at another speed than the port had; the port has that speed now. */
  | { readonly kind: 'speed'; readonly baudRate: number }
  | { readonly kind: 'end'; readonly end: PortEnd }

export interface SessionOptions {
  readonly port: BytePort
  readonly clock: Clock
  readonly chance: Chance
  readonly tap: Tap
  /** The speed the port was opened with; 115200 when absent. */
  readonly baudRate?: number
}

/** A modem that was left in data mode or in the multiplexer is listened to this long before anything is sent. */
const firstListenMs = 300

// How a modem says that the call is over and AT is read again.
const callIsOver = /NO CARRIER|DISCONNECTED/
const callOverMs = 5000
const channelEndMs = 500
const isHangUp = (event: LinkEvent) => event.kind === 'down' && event.code === 'link-modem-hung-up'

const noCallHeld: Words = {
  en: 'No call is held.',
  ja: '保留中の呼はありません。',
}
const refusedBy = (command: string, answer: string): Words => ({
  en: `${command} was answered with ${answer}.`,
  ja: `${command} の応答は ${answer} でした。`,
})
const kindOf = (mode: Mode): ByteClass => (mode === 'cmux' ? 'cmux' : 'text')

/** What was found out since the modem last started; a reboot forgets it. */
export interface SessionMemory {
  profile?: ModemProfile
  identity?: string
  setUp?: boolean
}

/** The address and name servers a link came up with, and the IP host on it. */
export interface UpLink {
  readonly link: PppLink
  readonly host: IpHost
  readonly up: Extract<LinkEvent, { kind: 'up' }>
  readonly sinceMs: number
}

/**
 * The one owner of an open port: knows who speaks on it, hands octets to AT, PPP or the multiplexer, and
 * brings the port back to command mode. Ends with the port.
 */
export class ModemSession {
  readonly port: BytePort
  memory: SessionMemory = {}
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #listeners = new Set<(event: SessionEvent) => void>()
  #mode: Mode = 'unknown'
  #at: ModemLine
  #data: ModemLine
  #second: ModemLine | undefined
  #cmux: CmuxSession | undefined
  #upLink: UpLink | undefined
  #baudRate: number
  /** A call waits for ATO; with a link where it is ours. */
  #held: { readonly link: PppLink | undefined } | undefined
  #leaving: Promise<WayBack> | undefined
  /** The mode is not of our making. */
  #found = false
  #asking = false
  #told = ''
  /** The link whose modem said that the call is over. */
  #saidOver: PppLink | undefined
  readonly #first = new FirstTalk()
  readonly #openedUs: number
  #end: PortEnd | undefined

  constructor(options: SessionOptions) {
    this.#clock = options.clock
    this.#chance = options.chance
    this.port = tapped(options.port, options.tap)
    this.#baudRate = options.baudRate ?? 115_200
    this.#openedUs = options.clock.monotonicUs()
    this.port.onBytes((bytes) => this.#hear(bytes))
    this.port.onEnd((end) => this.#onEnd(end))
    this.#at = this.#lineOn(this.port)
    this.#data = this.#at
  }

  get baudRate(): number {
    return this.#baudRate
  }
  get mode(): Mode {
    return this.#mode
  }
  /** Where a command that is typed or polled goes now. */
  get way(): AtWay {
    return wayOf({
      mode: this.#mode,
      cmuxOn: this.cmuxOn,
      found: this.#found,
      held: this.callHeld,
      leaving: this.#leaving !== undefined,
      second: this.#second !== undefined,
    })
  }
  /** The second AT port of the modem, where one was taken. */
  get second(): ModemLine | undefined {
    return this.#second
  }
  /** The line that takes AT commands now; the bare port, or a channel of the multiplexer. */
  get at(): ModemLine {
    return this.#at
  }
  /** The line a call is dialled on. */
  get dataLine(): ModemLine {
    return this.#data
  }
  get upLink(): UpLink | undefined {
    return this.#upLink
  }
  get cmuxOn(): boolean {
    return this.#cmux !== undefined
  }
  /** A call that waits for ATO. */
  get callHeld(): boolean {
    return this.#held !== undefined
  }
  /** On a way back: a link that ends now is ended by us. */
  get leaving(): boolean {
    return this.#leaving !== undefined
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
  async listenFirst(ms = firstListenMs, signal?: AbortSignal): Promise<ByteClass> {
    const heardMs = (this.#clock.monotonicUs() - this.#openedUs) / 1000
    if (heardMs < ms) await sleep(this.#clock, ms - heardMs, signal)
    if (this.#mode !== 'unknown') return this.#mode === 'data' ? 'ppp' : kindOf(this.#mode)
    const found = this.#first.kind
    this.#foundTalk(found)
    return found
  }

  /**
   * Asks without AT: an LCP Echo-Request, which a link that is still open answers and command mode does not. For a port
   * that stays silent to AT.
   */
  async askInPpp(ms: number, signal?: AbortSignal): Promise<ByteClass> {
    this.#asking = true
    try {
      const found = await askInPpp(this.port, this.#clock, ms, signal)
      this.#foundTalk(found)
      return found
    } finally {
      this.#asking = false
    }
  }

  /**
   * The line for a command that is typed or polled. Right after opening it waits until a modem that was left in data mode
   * or in the multiplexer would have been heard. Rejects with `at-not-command-mode`.
   */
  async commandLine(signal?: AbortSignal): Promise<ModemLine> {
    if (this.#mode === 'unknown' && !this.#leaving) await this.listenFirst(firstListenMs, signal)
    const { through } = this.way
    if (through === null) throw new Fault('at-not-command-mode', this.#whyNot())
    return through === 'second' ? (this.#second ?? this.#at) : this.#at
  }

  /**
   * A second AT port of the same modem: commands that are typed or polled go there while the first one carries data. The
   * session owns it from here on, and goes on without it when it ends.
   */
  takeSecond(port: BytePort, tap: Tap): ModemLine {
    this.#second?.dispose()
    const line = this.#lineOn(tapped(port, tap))
    this.#second = line
    port.onEnd((end) => {
      if (this.#second !== line) return
      this.#second = undefined
      line.dispose()
      this.#emit({ kind: 'second end', end })
      this.#tellMode()
    })
    this.#tellMode()
    return line
  }
  /** Gives the second AT port up and closes it. */
  async dropSecond(): Promise<void> {
    const line = this.#second
    this.#second = undefined
    this.#tellMode()
    line?.dispose()
    await line?.port.close()
  }

  /** Sends what a person or a poll wants to know, where AT is spoken now; see `commandLine`. */
  async ask(command: string, options: SendOptions = {}): Promise<AtReply> {
    const line = await this.commandLine(options.signal)
    try {
      const reply = await line.send(command, options)
      if (line === this.#at) this.confirmCommandMode()
      if (/^ATH0?$/i.test(command.trim()) && reply.ok) this.#letGo()
      return reply
    } catch (error) {
      if (faultCode(error) !== 'at-timeout' || this.#mode !== 'unknown') throw error
      // Silence to AT may be data mode: PPP is asked before the silence is believed.
      await this.askInPpp(500, options.signal)
      if (this.way.through !== null) throw error
      throw new Fault('at-not-command-mode', this.#whyNot())
    }
  }

  /** AT was answered: the port is in command mode. */
  confirmCommandMode(): void {
    if (this.#mode === 'unknown' || this.#mode === 'booting') this.#setMode('command')
  }
  /** Nothing is known any more: the modem did not come back from where it was. */
  loseMode(): void {
    this.#setMode('unknown')
  }

  /** Starts PPP on the data line after CONNECT, or at once with `direct`. The `up` event carries the address. */
  startLink(options: LinkOptions): PppLink {
    const line = this.#data
    const link = line.startLink(options)
    if (line === this.#at) this.#setMode('data')
    link.on((event) => this.#onLink(line, link, event))
    return link
  }

  /** Ends the call and the link by their own rules; the attach stays, and so does a multiplexer. */
  async hangUp(signal?: AbortSignal): Promise<WayBack> {
    return this.#leave('hang-up', signal)
  }

  /** The guarded escape: AT again while the call is held for `resume`. */
  async escapeKeepingCall(signal?: AbortSignal): Promise<WayBack> {
    return this.#leave('pause', signal)
  }

  /** The whole ladder: AT on the bare port again, from data mode, the multiplexer or nobody knows where. */
  async backToCommand(signal?: AbortSignal): Promise<WayBack> {
    return this.#leave('command', signal)
  }

  /** ATO: back to the call that is held. Rejects with `link-down` when it is gone. */
  async resume(signal?: AbortSignal): Promise<void> {
    const held = this.#held
    if (!held) throw new Fault('link-down', noCallHeld)
    const reply = await this.#data.send('ATO', {
      priority: 'user',
      timeoutMs: 10_000,
      ...(signal ? { signal } : {}),
    })
    if (reply.final.kind !== 'connect') {
      this.#letGo()
      throw new Fault('link-down', refusedBy('ATO', finalLine(reply.final)))
    }
    this.#held = undefined
    if (held.link) this.#data.unparkLink(held.link)
    else this.#found = true
    this.#setMode(this.#cmux ? 'cmux' : 'data')
  }

  /** Turns the multiplexer on: calls go over channel 1, AT over channel 2. */
  async startCmux(signal?: AbortSignal): Promise<void> {
    if (this.#cmux) return
    const mux = await openMultiplexer({
      port: this.port,
      baudRate: this.#baudRate,
      line: this.#at,
      clock: this.#clock,
      ...(signal ? { signal } : {}),
      onTaken: (cmux) => {
        this.#cmux = cmux
        this.#setMode('cmux')
      },
      onEnd: () => this.#cmuxEnded(),
    })
    this.#data = this.#lineOn(mux.data)
    this.#at = this.#lineOn(mux.at)
    this.#watchCarrier(mux.data, this.#data)
    // Without the channel of calls the multiplexer is of no use: it is closed, and started anew with the next call.
    mux.data.onEnd(() => {
      // The end of the multiplexer itself ends its channels first.
      this.#clock.schedule(channelEndMs, () => {
        if (this.#cmux === mux.cmux && !this.#end && !this.#leaving) void mux.cmux.close()
      })
    })
  }

  /** Closes the multiplexer; AT is on the bare port again. */
  async stopCmux(): Promise<void> {
    await this.#cmux?.close()
  }

  /** Closes one channel of the multiplexer (DISC), as a modem in trouble does. Rejects with cmux-ended. */
  async discChannel(channel: 'data' | 'at'): Promise<void> {
    if (!this.#cmux) throw new Fault('cmux-ended', 'The multiplexer is not on.')
    await (channel === 'data' ? this.#data : this.#at).port.close()
  }

  /** The modem lost its power: links, calls and the multiplexer went with it, and nothing is sent to them any more. */
  poweredOff(): void {
    this.memory = {}
    this.#cmux?.portEnded({ reason: 'gone' })
    this.#letGo()
    this.#data.leaveData()
    if (!this.#end) this.#setMode('unknown')
  }

  /** Ends the link without ceremony and closes the port. */
  async close(): Promise<void> {
    this.#letGo()
    await this.dropSecond()
    await this.port.close()
  }

  #lineOn(port: BytePort): ModemLine {
    const line = new ModemLine(port, this.#clock, this.#chance)
    line.engine.onToken((token) => {
      if (token.kind === 'unsolicited' && token.restart) this.#onRestart(line)
      if (this.#held && token.kind === 'unsolicited' && callIsOver.test(token.text)) this.#letGo()
      this.#emit({ kind: 'token', token })
    })
    line.onMode((mode) => {
      // On the way back the mode is settled at its end.
      if (line !== this.#data || this.#cmux || this.#leaving) return
      this.#setMode(mode)
    })
    return line
  }

  /** One way back at a time: who asks meanwhile gets the end of the one under way. */
  #leave(goal: WayBackGoal, signal?: AbortSignal): Promise<WayBack> {
    this.#leaving ??= this.#walkOut(goal, signal).finally(() => {
      this.#leaving = undefined
      this.#tellMode()
    })
    this.#tellMode()
    return this.#leaving
  }

  async #walkOut(goal: WayBackGoal, signal?: AbortSignal): Promise<WayBack> {
    // The promise of this very walk must stand before it changes anything.
    await Promise.resolve()
    const steps: WayBackStep[] = []
    let result: WayBack['result'] | null = null
    try {
      result = await climbOut(goal, this.#climber(), {
        clock: this.#clock,
        ...(signal ? { signal } : {}),
        note: (rung, words, worked) => {
          const step = { rung, words, worked }
          steps.push(step)
          this.#emit({ kind: 'way back', step })
          return worked
        },
      })
      return { result, steps }
    } finally {
      this.#settle(result ?? 'none')
      this.#emit({ kind: 'way back over', result })
    }
  }
  /** The mode a way back has ended in, reached or given up. */
  #settle(result: WayBack['result']): void {
    if (this.#end) return
    const line = this.#data
    const kept = result === 'none' && line.link !== undefined
    if (result !== 'held' && !kept) this.#letGo()
    // AT may be tried again: a power cycle brings the modem back to command mode, whatever was seen before.
    if (result === 'none' && !kept) line.leaveData()
    if (this.#cmux) return
    this.#first.forget()
    this.#setMode(result === 'none' ? (kept ? 'data' : 'unknown') : 'command')
  }
  #climber() {
    return {
      port: this.port,
      mode: this.#mode,
      baudRate: this.#baudRate,
      cmuxOn: this.cmuxOn,
      held: this.callHeld,
      dataLine: () => this.#data,
      stopCmux: () => this.stopCmux(),
      speedFound: (baudRate: number) => this.#speedFound(baudRate),
      keep: (link: PppLink | undefined) => {
        this.#held = { link }
      },
    }
  }
  #speedFound(baudRate: number): void {
    this.#baudRate = baudRate
    this.#emit({ kind: 'speed', baudRate })
  }
  /** Nothing is left of the call: neither the link nor what waited for ATO. */
  #letGo(): void {
    this.#held?.link?.abort()
    this.#held = undefined
    this.#dropLink()
    this.#tellMode()
  }

  #onLink(line: ModemLine, link: PppLink, event: LinkEvent): void {
    if (event.kind === 'up') this.#onUp(link, event)
    if (event.kind === 'ip') this.#upLink?.host.receive(event.packet)
    if (event.kind === 'down' && !this.#leaving) this.#dropLink()
    this.#emit({ kind: 'link', event })
    if (this.#leaving || line.link !== link) return
    if (event.kind === 'text' && callIsOver.test(event.text)) this.#saidOver = link
    const over = this.#saidOver === link || isHangUp(event)
    // The modem's own word puts it back in command mode; without one the way back has to find out.
    if (over && link.phase === 'dead') line.leaveData()
    else if (event.kind === 'down') this.#findOutLater(line)
  }
  /** The link is down and the modem has said nothing: gives it time to, then takes the way back. */
  #findOutLater(line: ModemLine): void {
    this.#clock.schedule(callOverMs, () => {
      if (this.#end || this.#leaving || line.mode !== 'data' || line.link?.phase !== 'dead') return
      this.hangUp().catch(() => this.loseMode())
    })
  }
  #onUp(link: PppLink, up: Extract<LinkEvent, { kind: 'up' }>): void {
    this.#upLink?.host.close()
    const host = new IpHost({
      clock: this.#clock,
      chance: this.#chance,
      address: up.address,
      mtu: up.mtu,
      dns: [...up.dns],
      send: (packet) => link.sendIp(packet),
    })
    this.#upLink = { link, host, up, sinceMs: this.#clock.nowMs() }
  }
  #dropLink(): void {
    this.#upLink?.host.close()
    this.#upLink = undefined
  }
  #onRestart(told: ModemLine): void {
    this.memory = {}
    this.#letGo()
    // Told on another line than the call's: the call is over, too.
    if (this.#data !== told) this.#data.leaveData()
    if (this.#mode !== 'booting') this.#setMode('command')
  }
  /** DV falling on the channel of a call is NO CARRIER, even when no text says so (27.010, 5.4.6.3.7). */
  #watchCarrier(channel: CmuxChannel, line: ModemLine): void {
    let carrier = channel.lineStates.dcd ?? false
    channel.onLines((lines) => {
      const lost = carrier && lines.dcd === false
      carrier = lines.dcd ?? false
      if (!lost || line.mode !== 'data' || this.#leaving) return
      this.#dropLink()
      line.leaveData(`DV fell on CMUX channel ${channel.dlci}.`)
    })
  }
  #cmuxEnded(): void {
    if (!this.#cmux) return
    this.#cmux = undefined
    this.#dropLink()
    this.#at.dispose()
    if (this.#data !== this.#at) this.#data.dispose()
    if (this.#end) return
    this.#at = this.#lineOn(this.port)
    this.#data = this.#at
    this.#setMode('unknown')
  }
  #hear(bytes: Uint8Array): void {
    const silent = this.#mode === 'command' && this.#at.engine.state === 'unresponsive'
    if ((this.#mode !== 'unknown' && !silent) || this.#asking || this.#leaving) return
    const found = this.#first.hear(bytes)
    if (found) this.#foundTalk(found)
  }
  #foundTalk(found: ByteClass): void {
    if (found !== 'ppp' && found !== 'cmux') return
    this.#found = true
    // Whatever the engine still wanted to ask would go into what is spoken here.
    this.#at.assumeData()
    this.#setMode(found === 'ppp' ? 'data' : 'cmux')
  }
  #whyNot(): Words {
    return whyNot({
      port: this.port.label,
      mode: this.#mode,
      found: this.#found,
      leaving: this.#leaving !== undefined,
    })
  }
  #onEnd(end: PortEnd): void {
    if (this.#end) return
    this.#end = end
    this.#cmux?.portEnded(end)
    this.#dropLink()
    const second = this.#second
    this.#second = undefined
    second?.dispose()
    second?.port.close().catch(() => undefined)
    this.#at.dispose()
    if (this.#data !== this.#at) this.#data.dispose()
    this.#setMode('closed')
    this.#emit({ kind: 'end', end })
  }
  #setMode(mode: Mode): void {
    // A port that has ended stays closed, whatever still runs on it.
    if (this.#end && mode !== 'closed') return
    if (mode !== 'data' && mode !== 'cmux') this.#found = false
    if (mode !== this.#mode) this.#first.forget()
    this.#mode = mode
    this.#tellMode()
  }
  #tellMode(): void {
    const mode = this.#mode
    const { way } = this
    const told = JSON.stringify([mode, way])
    if (told === this.#told) return
    this.#told = told
    this.#emit({ kind: 'mode', mode, way })
  }
  #emit(event: SessionEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }
}
