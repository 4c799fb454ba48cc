import type { Socket } from 'node:net'
import type { BytePort, LineStates } from '@core/ports/byte-port'
import { usualFraming } from '@core/ports/framing'
import { modemState } from './com-port'
import { RemoteUser, type PortThere } from './remote-user'

/** Who came, who writes, who left: for the person at this machine. */
export type ShareNews =
  | { readonly kind: 'came' | 'writes' | 'left' | 'slow'; readonly who: string }
  | { readonly kind: 'full'; readonly who: string; readonly most: number }

export interface SharedPortOptions {
  readonly port: BytePort
  /** As the port was opened. */
  readonly baudRate: number
  readonly rtscts: boolean
  /** Octets alone, for programs that speak no Telnet. */
  readonly raw: boolean
  readonly onNews: (news: ShareNews) => void
}

const mostUsers = 16
/** What a reader may be behind before it is let go: nobody may hold the others up. */
const mostBehind = 1 << 20
const lookMs = 500

/**
 * One serial port for programs on other machines: the one that has been there longest writes and sets speed and lines, the
 * others read along, and the next one writes when it leaves. Octets of those who only read are dropped.
 */
export class SharedPort {
  readonly #options: SharedPortOptions
  readonly #there: PortThere
  #users: RemoteUser[] = []
  readonly #look: NodeJS.Timeout

  constructor(options: SharedPortOptions) {
    const { port, baudRate, rtscts } = options
    const framing = port.framing ?? usualFraming
    this.#options = options
    this.#there = { port, baudRate, rtscts, framing, dtr: true, rts: true, state: undefined }
    port.onBytes((bytes) => this.#spread(bytes))
    port.onEnd(() => this.end())
    void this.#lookAtLines()
    this.#look = setInterval(() => void this.#lookAtLines(), lookMs)
    this.#look.unref()
  }

  join(socket: Socket): void {
    const who = `${socket.remoteAddress ?? '?'}:${socket.remotePort ?? '?'}`
    const { raw, onNews } = this.#options
    if (this.#users.length >= mostUsers) {
      onNews({ kind: 'full', who, most: mostUsers })
      socket.destroy()
      return
    }
    const user: RemoteUser = new RemoteUser({
      socket,
      who,
      raw,
      there: this.#there,
      mayWrite: () => this.#users[0] === user,
    })
    this.#users.push(user)
    onNews({ kind: 'came', who })
    if (this.#users[0] === user) onNews({ kind: 'writes', who })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.#left(user))
    user.begin()
  }

  /** The port is over: so is every connection to it. */
  end(): void {
    clearInterval(this.#look)
    for (const user of this.#users) user.end()
  }

  #left(user: RemoteUser): void {
    const wrote = this.#users[0] === user
    this.#users = this.#users.filter((one) => one !== user)
    const { onNews } = this.#options
    onNews({ kind: 'left', who: user.who })
    const [next] = this.#users
    if (wrote && next) onNews({ kind: 'writes', who: next.who })
  }

  #spread(bytes: Uint8Array): void {
    for (const user of [...this.#users]) {
      user.give(bytes)
      if (user.behind <= mostBehind) continue
      this.#options.onNews({ kind: 'slow', who: user.who })
      user.cut()
    }
  }

  /** Tells those who asked for it what CTS, DSR, DCD and RI are, when one of them changed. */
  async #lookAtLines(): Promise<void> {
    // Who waits for CTS and DSR would wait for ever at a port that tells no lines (a pty).
    const untold: Partial<LineStates> = { cts: true, dsr: true }
    const lines = await this.#options.port.lines?.get().catch(() => untold)
    const { cts = false, dsr = false, ri = false, dcd = false } = lines ?? untold
    const state = [
      cts && modemState.cts,
      dsr && modemState.dsr,
      ri && modemState.ri,
      dcd && modemState.dcd,
    ].reduce<number>((sum, one) => sum + Number(one), 0)
    if (state === this.#there.state) return
    this.#there.state = state
    for (const user of this.#users) user.tellLines()
  }
}
