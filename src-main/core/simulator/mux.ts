import { bytesOf } from '../bytes'
import { CmuxSession } from '../cmux/session'
import type { CmuxChannel } from '../cmux/session'
import type { FrameOption } from '../cmux/frame'
import type { Cancel } from '../ports/clock'
import { AtChannel } from './at-channel'
import type { AtPlace } from './at-place'
import type { AnsweringModem } from './behaviour'
import type { Wire } from './wire'

/** A modem that hears no SABM after its OK goes back to commands (MultiTech: about 5 s). */
const FALL_BACK_MS = 5_000

/** A peer that opens what is behind a channel only now raises its signals so late (Linux n_gsm with a slow program). */
const LATE_MS = 50

export interface MuxChannel {
  readonly at: AtChannel
  readonly port: CmuxChannel
}

/** The modem's side of the multiplexer: each channel the host opens is a place of its own for AT commands. */
export class SimulatedMux {
  readonly #modem: AnsweringModem
  readonly #wire: Wire
  readonly #option: FrameOption
  readonly #left: () => void
  readonly #dropped: (channel: AtChannel, how: 'closed' | 'dtr') => void
  readonly #channels = new Map<number, MuxChannel>()
  #session: CmuxSession
  #fallBack: Cancel | undefined
  #over = false
  constructor(options: {
    modem: AnsweringModem
    wire: Wire
    option: FrameOption
    /** The multiplexer has ended; the main port reads commands again. */
    left: () => void
    /** A channel was closed, or its virtual DTR fell: a call on it is affected. */
    dropped: (channel: AtChannel, how: 'closed' | 'dtr') => void
  }) {
    this.#modem = options.modem
    this.#wire = options.wire
    this.#option = options.option
    this.#left = options.left
    this.#dropped = options.dropped
    this.#session = this.#begin()
    this.#fallBack = this.#modem.clock.schedule(FALL_BACK_MS, () => {
      if (this.#session.state === 'idle') this.#leave()
    })
  }
  get channels(): readonly MuxChannel[] {
    return [...this.#channels.values()]
  }
  fromHost(bytes: Uint8Array): void {
    if (!this.#modem.muxSilent) this.#session.feed(bytes)
  }
  /** DCD of the channel a call is on. */
  carrier(channel: AtPlace, dv: boolean): void {
    const port = this.channels.find((one) => one.at === channel)?.port
    if (port?.open) void port.setSignals({ dv })
  }
  /** Power is gone. */
  stop(): void {
    this.#over = true
    this.#fallBack?.()
    this.#session.portEnded({ reason: 'gone' })
    this.#channels.clear()
  }
  #begin(): CmuxSession {
    const { mux } = this.#modem.persona
    const session = new CmuxSession({
      role: 'responder',
      option: this.#option,
      clock: this.#modem.clock,
      write: async (bytes) => this.#wire.send(bytes),
      maxInfo: mux?.maxInfo ?? 31,
      acceptDlci: (dlci) => dlci <= (mux?.channels ?? 0),
    })
    session.onChannel((port) => this.#opened(port))
    session.onEnd((end) => {
      if (this.#over) return
      if (end.reason === 'peer-closed') this.#leave()
      // Text between the frames is no reason for a modem to leave; only CLD or DISC is.
      else this.#session = this.#begin()
    })
    return session
  }
  #opened(port: CmuxChannel): void {
    const at = new AtChannel(port.label, this.#modem, (data) => {
      const bytes = typeof data === 'string' ? bytesOf(data) : data
      // A channel the host has just closed takes no more; what was meant for it is lost, as on a modem.
      port.write(bytes).catch(() => this.#channels.delete(port.dlci))
    })
    this.#channels.set(port.dlci, { at, port })
    let dtr = true
    let deaf = this.#modem.muxLate
    if (deaf) this.#openLate(port, () => (deaf = false))
    port.onBytes((bytes) => {
      if (!deaf) at.fromHost(bytes)
    })
    port.onLines(() => {
      const now = port.peerSignals?.rtc ?? dtr
      if (dtr && !now) this.#dropped(at, 'dtr')
      dtr = now
    })
    port.onEnd(() => {
      if (this.#channels.get(port.dlci)?.port === port) this.#channels.delete(port.dlci)
      this.#dropped(at, 'closed')
      at.reset()
    })
  }
  /** Agreed to, and nobody behind it yet: what comes meanwhile is lost. */
  #openLate(port: CmuxChannel, ready: () => void): void {
    void port.setSignals({ rtc: false, rtr: false })
    this.#modem.clock.schedule(LATE_MS, () => {
      ready()
      if (port.open) void port.setSignals({ rtc: true, rtr: true })
    })
  }
  #leave(): void {
    this.stop()
    this.#left()
  }
}
