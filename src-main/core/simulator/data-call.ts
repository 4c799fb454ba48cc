import type { AtPlace, DataSink } from './at-place'
import type { Final } from './answer'
import { EscapeWatch } from './escape'
import type { ModemBase } from './modem-base'
import type { Session } from './session'

/** What speaks PPP behind CONNECT. */
export interface CallPeer {
  fromHost(bytes: Uint8Array): void
  /** Says goodbye to the host (Terminate-Request) and reports when it has answered, or did not in time. */
  farewell(done: () => void): void
  /** Ends PPP without a word. */
  stop(): void
}

/** How a peer reaches its call. */
export interface CallSide {
  readonly session: Session
  toHost(bytes: Uint8Array): void
  /** PPP is over: closed by the host, or failed. */
  ended(): void
}

export type PeerFactory = (side: CallSide) => CallPeer

/**
 * Who ended a call decides what the modem says. `network`: PPP says goodbye first; `dtr`: at once;
 * `silent`: nobody is told (ATH answers itself).
 */
export type CallEnd = 'host' | 'network' | 'dtr' | 'silent'

/** A data call on one channel: online (octets are PPP) or held (commands are read, the call stays). */
export class DataCall implements DataSink {
  readonly channel: AtPlace
  readonly cid: number
  readonly session: Session
  readonly #modem: ModemBase
  readonly #escape: EscapeWatch
  readonly #onEnd: () => void
  readonly #endLines: readonly string[] | undefined
  #peer: CallPeer | undefined
  #state: 'online' | 'held' | 'over' = 'online'
  #parting = false
  constructor(options: {
    modem: ModemBase
    channel: AtPlace
    cid: number
    session: Session
    onEnd: () => void
    /** What the modem says at the end, where it is not what its persona says. */
    endLines?: readonly string[] | undefined
  }) {
    this.#modem = options.modem
    this.channel = options.channel
    this.cid = options.cid
    this.session = options.session
    this.#onEnd = options.onEnd
    this.#endLines = options.endLines
    this.#escape = new EscapeWatch(options.modem.clock, options.modem.guardMs, () =>
      this.#escaped(),
    )
  }
  /** CONNECT has been said: from here the octets are PPP. The peer may speak at once. */
  start(peer: PeerFactory): void {
    this.#peer = peer({
      session: this.session,
      toHost: (bytes) => {
        if (this.#state === 'online') this.channel.sendData(bytes)
      },
      ended: () => this.end('host'),
    })
    this.channel.enterData(this)
  }
  get state(): 'online' | 'held' | 'over' {
    return this.#state
  }
  fromHost(bytes: Uint8Array): void {
    this.#escape.bytes(bytes)
    this.#peer?.fromHost(bytes)
  }
  /** DTR fell with AT&D1: commands are read, the call stays. */
  hold(): void {
    if (this.#state === 'online') this.#escaped()
  }
  /** Back to data, after ATO. */
  resume(channel: AtPlace): void {
    if (this.#state !== 'held' || channel !== this.channel) return
    this.#state = 'online'
    this.channel.enterData(this)
  }
  end(how: CallEnd): void {
    if (this.#state === 'over') return
    if (how !== 'network' || this.#state !== 'online') return this.#finish(how)
    if (this.#parting) return
    this.#parting = true
    this.#peer?.farewell(() => this.#finish(how))
  }
  #finish(how: CallEnd): void {
    if (this.#state === 'over') return
    const online = this.#state === 'online'
    this.#state = 'over'
    this.#peer?.stop()
    this.#escape.stop()
    this.#onEnd()
    const { byHost, byNetwork } = this.#modem.persona.callEnd
    const usual = how === 'host' ? byHost : byNetwork
    const lines = how === 'silent' ? [] : (this.#endLines ?? usual)
    if (online) this.#leave(lines)
    else for (const line of lines) this.channel.unsolicited(line)
  }
  #leave(lines: readonly string[]): void {
    const noCarrier = lines.at(-1) === 'NO CARRIER'
    const final: Final | undefined = noCarrier ? { kind: 'no-carrier' } : undefined
    this.channel.leaveData(noCarrier ? lines.slice(0, -1) : lines, final)
  }
  #escaped(): void {
    this.#state = 'held'
    this.channel.leaveData([], { kind: 'ok' })
  }
}
