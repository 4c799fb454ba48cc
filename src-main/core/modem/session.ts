import type { Token } from '../at/engine'
import { concat, sameBytes } from '../bytes'
import { classifyBytes, type ByteClass } from '../cmux/classify'
import type { CmuxChannel } from '../cmux/channel'
import type { CmuxSession } from '../cmux/session'
import { Fault } from '../fault'
import { IpHost } from '../ip/host'
import type { BytePort, PortEnd } from '../ports/byte-port'
import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import { HdlcDecoder } from '../ppp/hdlc'
import type { LinkEvent, PppLink } from '../ppp/link'
import { sleep } from '../wait'
import { ModemLine, type LinkOptions } from './line'
import { openMultiplexer } from './multiplexer'
import type { ModemProfile } from './profile'
import type { Mode } from './slot-state'
import { tapped, type Tap } from './tapped-port'
import { wayBack, type WayBack, type WayBackStep } from './way-back'

/** What a session tells whoever shows or records it. */
export type SessionEvent =
  | { readonly kind: 'mode'; readonly mode: Mode }
  | { readonly kind: 'token'; readonly token: Token }
  | { readonly kind: 'link'; readonly event: LinkEvent }
  | { readonly kind: 'way back'; readonly step: WayBackStep }
  | { readonly kind: 'end'; readonly end: PortEnd }

export interface SessionOptions {
  readonly port: BytePort
  readonly clock: Clock
  readonly chance: Chance
  readonly tap: Tap
  /** The speed the port was opened with; 115200 when absent. */
  readonly baudRate?: number
}

// LCP Echo-Request, id 1, any magic number; framed with its FCS.
const lcpEcho = Uint8Array.of(
  0x7e,
  0xff,
  0x03,
  0xc0,
  0x21,
  0x09,
  0x01,
  0x00,
  0x08,
  0x99,
  0xd1,
  0x35,
  0xc1,
  0x8e,
  0x2c,
  0x7e,
)

// How a modem says that the call is over and AT is read again.
const callIsOver = /NO CARRIER|DISCONNECTED/
const callOverMs = 5000
const isHangUp = (event: LinkEvent) => event.kind === 'down' && event.code === 'link-modem-hung-up'

/** A PPP frame among what was heard that is not our own coming back from a modem that echoes. */
function answersInPpp(heard: Uint8Array): boolean {
  const own = lcpEcho.subarray(1, -3)
  return new HdlcDecoder()
    .feed(heard)
    .some((item) => item.kind === 'frame' && !sameBytes(item.bytes, own))
}

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
  readonly baudRate: number
  memory: SessionMemory = {}
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #listeners = new Set<(event: SessionEvent) => void>()
  #mode: Mode = 'unknown'
  #at: ModemLine
  #data: ModemLine
  #cmux: CmuxSession | undefined
  #upLink: UpLink | undefined
  #parked: PppLink | undefined
  #leaving = false
  /** The link whose modem said that the call is over. */
  #saidOver: PppLink | undefined
  readonly #firstBytes: Uint8Array[] = []
  #end: PortEnd | undefined

  constructor(options: SessionOptions) {
    this.#clock = options.clock
    this.#chance = options.chance
    this.port = tapped(options.port, options.tap)
    this.baudRate = options.baudRate ?? 115_200
    this.port.onBytes((bytes) => this.#noteFirst(bytes))
    this.port.onEnd((end) => this.#onEnd(end))
    this.#at = this.#lineOn(this.port)
    this.#data = this.#at
  }

  get mode(): Mode {
    return this.#mode
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
    return this.#parked !== undefined
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
  async listenFirst(ms: number, signal?: AbortSignal): Promise<ByteClass> {
    await sleep(this.#clock, ms, signal)
    const found = classifyBytes(concat(this.#firstBytes))
    if (found === 'ppp') this.#foundData()
    if (found === 'cmux') this.#setMode('cmux')
    return found
  }

  /**
   * Asks without AT: an LCP Echo-Request, which a link that is still open answers and command mode does not. For a port
   * that stays silent to AT.
   */
  async askInPpp(ms: number, signal?: AbortSignal): Promise<ByteClass> {
    const heard: Uint8Array[] = []
    const stop = this.port.onBytes((bytes) => heard.push(bytes))
    try {
      await this.port.write(lcpEcho)
      await sleep(this.#clock, ms, signal)
    } finally {
      stop()
    }
    const bytes = concat(heard)
    if (answersInPpp(bytes)) {
      this.#foundData()
      return 'ppp'
    }
    const found = classifyBytes(bytes)
    if (found === 'cmux') this.#setMode('cmux')
    // A frame that is only our own coming back says nothing about PPP.
    return found === 'ppp' ? 'noise' : found
  }

  /** AT was answered: the port is in command mode. */
  confirmCommandMode(): void {
    if (this.#mode === 'unknown' || this.#mode === 'booting') this.#setMode('command')
  }
  /** Nothing is known any more: the modem did not come back from where it was. */
  loseMode(): void {
    this.#setMode('unknown')
  }

  /** The modem was found in the multiplexer and has left it. */
  leftCmux(): void {
    if (!this.#cmux) this.#setMode('command')
  }

  /** Starts PPP on the data line after CONNECT, or at once with `direct`. The `up` event carries the address. */
  startLink(options: LinkOptions): PppLink {
    const line = this.#data
    const link = line.startLink(options)
    if (line === this.#at) this.#setMode('data')
    link.on((event) => this.#onLink(line, link, event))
    return link
  }

  /** Ends the call and the link by their own rules; the attach stays. */
  async hangUp(signal?: AbortSignal): Promise<WayBack> {
    return this.#leave({ keepCall: false, ...(signal ? { signal } : {}) })
  }

  /** The guarded escape: AT again while the call is held for `resume`. */
  async escapeKeepingCall(signal?: AbortSignal): Promise<WayBack> {
    return this.#leave({ keepCall: true, ...(signal ? { signal } : {}) })
  }

  /** ATO: back to the call that is held. */
  async resume(signal?: AbortSignal): Promise<void> {
    const link = this.#parked
    if (!link) throw new Fault('link-down', 'No call is held.')
    const reply = await this.#data.send('ATO', {
      priority: 'user',
      timeoutMs: 10_000,
      ...(signal ? { signal } : {}),
    })
    this.#parked = undefined
    if (reply.final.kind !== 'connect') {
      link.abort()
      this.#dropLink()
      throw new Fault('link-down', `ATO was answered with ${reply.final.kind}.`)
    }
    this.#data.unparkLink(link)
    this.#setMode('data')
  }

  /** Turns the multiplexer on: calls go over channel 1, AT over channel 2. */
  async startCmux(signal?: AbortSignal): Promise<void> {
    if (this.#cmux) return
    const mux = await openMultiplexer({
      port: this.port,
      baudRate: this.baudRate,
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
  }

  /** Closes the multiplexer; AT is on the bare port again. */
  async stopCmux(): Promise<void> {
    await this.#cmux?.close()
  }

  /** The modem lost its power: links, calls and the multiplexer went with it, and nothing is sent to them any more. */
  poweredOff(): void {
    this.memory = {}
    this.#parked?.abort()
    this.#parked = undefined
    this.#cmux?.portEnded({ reason: 'gone' })
    this.#dropLink()
    this.#data.leaveData()
    if (!this.#end) this.#setMode('unknown')
  }

  /** Ends the link without ceremony and closes the port. */
  async close(): Promise<void> {
    this.#dropLink()
    this.#parked?.abort()
    this.#parked = undefined
    await this.port.close()
  }

  #lineOn(port: BytePort): ModemLine {
    const line = new ModemLine(port, this.#clock, this.#chance)
    line.engine.onToken((token) => {
      if (token.kind === 'unsolicited' && token.restart) this.#onRestart()
      this.#emit({ kind: 'token', token })
    })
    line.onMode((mode) => {
      if (line !== this.#data || this.#cmux) return
      this.#setMode(mode)
    })
    return line
  }

  async #leave(options: { keepCall: boolean; signal?: AbortSignal }): Promise<WayBack> {
    this.#leaving = true
    try {
      const line = this.#data
      const result = await wayBack({
        line,
        clock: this.#clock,
        ...options,
        onParked: (link) => {
          this.#parked = link
        },
        onStep: (step) => this.#emit({ kind: 'way back', step }),
      })
      if (!this.#parked) this.#dropLink()
      if (!this.#cmux) this.#setMode(result.result === 'command' ? 'command' : 'unknown')
      return result
    } finally {
      this.#leaving = false
    }
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
  #onRestart(): void {
    this.memory = {}
    this.#parked?.abort()
    this.#parked = undefined
    this.#dropLink()
    if (this.#data !== this.#at) this.#data.leaveData()
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
      line.leaveData()
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
  #foundData(): void {
    this.#at.assumeData()
    this.#setMode('data')
  }
  #noteFirst(bytes: Uint8Array): void {
    if (this.#firstBytes.length < 64) this.#firstBytes.push(bytes)
  }
  #onEnd(end: PortEnd): void {
    if (this.#end) return
    this.#end = end
    this.#cmux?.portEnded(end)
    this.#dropLink()
    this.#at.dispose()
    if (this.#data !== this.#at) this.#data.dispose()
    this.#setMode('closed')
    this.#emit({ kind: 'end', end })
  }
  #setMode(mode: Mode): void {
    // A port that has ended stays closed, whatever still runs on it.
    if (this.#mode === mode || (this.#end && mode !== 'closed')) return
    this.#mode = mode
    this.#emit({ kind: 'mode', mode })
  }
  #emit(event: SessionEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }
}
