import type { CmuxChannel } from '../cmux/channel'
import type { FrameOption } from '../cmux/frame'
import type { CmuxSession } from '../cmux/session'
import { Fault } from '../fault'
import type { BytePort, PortEnd } from '../ports/byte-port'
import type { Clock } from '../ports/clock'
import type { ModemLine } from './line'
import { openMultiplexer } from './multiplexer'
import type { PortMode } from './port-mode'
import type { SessionView } from './session-view'
import { carrierFell, multiplexerOff } from './words'

const channelEndMs = 500

interface Options {
  readonly session: SessionView
  readonly clock: Clock
  readonly newLine: (port: BytePort) => ModemLine
  /** The IP host of the link that is up is over. */
  readonly dropLink: () => void
  readonly mode: PortMode
}

/** The line for AT and the line for calls: both the bare port, or a channel of our multiplexer each. */
export class SessionLines {
  readonly #options: Options
  readonly #session: SessionView
  #at: ModemLine
  #data: ModemLine
  #cmux: CmuxSession | undefined

  constructor(options: Options) {
    this.#options = options
    this.#session = options.session
    this.#at = options.newLine(options.session.port)
    this.#data = this.#at
  }

  get at(): ModemLine {
    return this.#at
  }
  get data(): ModemLine {
    return this.#data
  }
  get cmuxOn(): boolean {
    return this.#cmux !== undefined
  }

  /** Turns the multiplexer on: calls go over channel 1, AT over channel 2. Rejects as `openMultiplexer` does. */
  async startCmux(option?: FrameOption, signal?: AbortSignal): Promise<void> {
    if (this.#cmux) return
    const { session, clock, newLine } = this.#options
    const mux = await openMultiplexer({
      port: session.port,
      baudRate: session.baudRate,
      line: this.#at,
      clock,
      ...(option ? { option } : {}),
      ...(signal ? { signal } : {}),
      onTaken: (cmux) => {
        this.#cmux = cmux
        this.#options.mode.set('cmux')
      },
      onEnd: () => this.#cmuxEnded(),
    })
    this.#data = newLine(mux.data)
    this.#at = newLine(mux.at)
    this.#watchCarrier(mux.data, this.#data)
    // Without the channel of calls the multiplexer is of no use: it is closed, and started anew with the next call.
    mux.data.onEnd(() => {
      // The end of the multiplexer itself ends its channels first.
      clock.schedule(channelEndMs, () => {
        if (this.#cmux === mux.cmux && session.open && !session.leaving) void mux.cmux.close()
      })
    })
  }
  async stopCmux(): Promise<void> {
    await this.#cmux?.close()
  }
  /** Closes one channel of the multiplexer (DISC). Rejects with cmux-ended. */
  async discChannel(channel: 'data' | 'at'): Promise<void> {
    if (!this.#cmux) throw new Fault('cmux-ended', multiplexerOff)
    await (channel === 'data' ? this.#data : this.#at).port.close()
  }
  /** The port ended by itself: calls and commands end with its words, before the lines are taken down. */
  portEnded(end: PortEnd): void {
    this.#data.portEnded(end)
    this.#at.portEnded(end)
  }
  /** Nobody is there any more to close the multiplexer with. */
  cmuxLost(end: PortEnd): void {
    this.#cmux?.portEnded(end)
  }
  dispose(): void {
    this.#at.dispose()
    if (this.#data !== this.#at) this.#data.dispose()
  }

  /** DV falling on the channel of a call is NO CARRIER, even when no text says so (27.010, 5.4.6.3.7). */
  #watchCarrier(channel: CmuxChannel, line: ModemLine): void {
    let carrier = channel.lineStates.dcd ?? false
    channel.onLines((lines) => {
      const lost = carrier && lines.dcd === false
      carrier = lines.dcd ?? false
      if (!lost || line.mode !== 'data' || this.#session.leaving) return
      this.#options.dropLink()
      line.leaveData(carrierFell(channel.dlci))
    })
  }
  #cmuxEnded(): void {
    if (!this.#cmux) return
    this.#cmux = undefined
    this.#options.dropLink()
    this.dispose()
    if (!this.#session.open) return
    this.#at = this.#options.newLine(this.#session.port)
    this.#data = this.#at
    this.#options.mode.set('unknown')
  }
}
