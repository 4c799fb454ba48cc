import type { Socket } from 'node:net'
import { Fault } from '@core/fault'
import { socksReplyFor, type Dial, type DialledStream } from '@core/ip/socks-dial'
import {
  socksAnswer,
  socksNext,
  socksReplies,
  socksStart,
  type SocksCredentials,
  type SocksState,
  type SocksTarget,
} from '@core/ip/socks5'

export interface SocksClientOptions {
  readonly dial: Dial
  readonly credentials: SocksCredentials | undefined
  /** Nothing may pass any more. */
  spent(): boolean
  /** Octets over the modem since the last call. */
  counted(rx: number, tx: number): void
  refused(reason: string): void
}

/** A client that connects and says nothing must not hold a place for ever. */
const handshakeMs = 15_000
const largestPiece = 65_536

/** One client of the proxy: its handshake, and then octets both ways until both sides have ended. */
export class SocksClient {
  readonly #socket: Socket
  readonly #o: SocksClientOptions
  readonly #abort = new AbortController()
  readonly #incoming: AsyncIterator<Buffer>
  #stream: DialledStream | undefined
  #rx = 0
  #tx = 0

  constructor(socket: Socket, options: SocksClientOptions) {
    this.#socket = socket
    this.#o = options
    // A client that goes away in the middle ends here, in `serve`, by its reads and writes.
    socket.on('error', () => this.cut())
    this.#incoming = socket.iterator({ destroyOnReturn: false })[Symbol.asyncIterator]()
  }

  /** Resolves when the client is gone, whatever happened. */
  async serve(): Promise<void> {
    try {
      const asked = await this.#handshake()
      if (asked) await this.#carry(asked.target, asked.rest)
    } catch (error) {
      this.cut()
      if (!(error instanceof Fault) && !isSocketError(error)) throw error
    } finally {
      this.#count()
      this.#stream?.abort()
      if (!this.#socket.destroyed && !this.#socket.writableFinished) await this.#finish()
      this.#socket.destroy()
    }
  }

  /** Ends both sides at once, with a reset: an end would make half a file look like a whole one. */
  cut(): void {
    this.#abort.abort(new Fault('at-cancelled'))
    this.#stream?.abort()
    this.#socket.resetAndDestroy()
  }

  async #handshake(): Promise<{ target: SocksTarget; rest: Uint8Array } | undefined> {
    const late = setTimeout(() => this.cut(), handshakeMs)
    try {
      let state: SocksState = socksStart
      for (;;) {
        const bytes = await this.#read()
        if (!bytes) return undefined
        const step = socksNext(state, bytes, this.#o.credentials)
        state = step.state
        for (const answer of step.send) await this.#write(answer)
        if (state.at === 'asked') return { target: state.target, rest: state.rest }
        if (state.at === 'refused') {
          this.#o.refused(state.reason)
          return undefined
        }
      }
    } finally {
      clearTimeout(late)
    }
  }

  async #carry(target: SocksTarget, rest: Uint8Array): Promise<void> {
    if (this.#o.spent()) {
      this.#o.refused('the byte budget is used up')
      return this.#write(socksAnswer(socksReplies.notAllowed))
    }
    const stream = await this.#dial(target)
    if (!stream) return
    this.#stream = stream
    if (this.#abort.signal.aborted) return stream.abort()
    await this.#write(socksAnswer(socksReplies.granted))
    await Promise.all([this.#upward(stream, rest), this.#downward(stream)])
  }

  async #dial({ host, port }: SocksTarget): Promise<DialledStream | undefined> {
    try {
      return await this.#o.dial(host, port, this.#abort.signal)
    } catch (error) {
      if (!(error instanceof Fault)) throw error
      this.#o.refused(`${host}:${port}: ${error.message}`)
      await this.#write(socksAnswer(socksReplyFor(error)))
      return undefined
    }
  }

  /** From the client to the modem; its end is passed on as an end. */
  async #upward(stream: DialledStream, rest: Uint8Array): Promise<void> {
    if (rest.length > 0) await stream.write(rest, this.#abort.signal)
    for (let bytes = await this.#read(); bytes; bytes = await this.#read()) {
      await stream.write(bytes, this.#abort.signal)
      this.#count()
    }
    stream.end()
  }

  /** From the modem to the client. */
  async #downward(stream: DialledStream): Promise<void> {
    for (;;) {
      const bytes = await stream.read(this.#abort.signal)
      this.#count()
      if (!bytes) break
      for (let at = 0; at < bytes.length; at += largestPiece)
        await this.#write(bytes.subarray(at, at + largestPiece))
    }
    await this.#finish()
  }

  async #read(): Promise<Uint8Array | undefined> {
    const next = await this.#incoming.next()
    return next.done === true ? undefined : next.value
  }

  /** Resolves when the kernel has room again: a slow client slows the modem down, and nothing piles up. */
  #write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.write(bytes, (error) => (error ? reject(error) : resolve()))
    })
  }

  #finish(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#socket.destroyed) return resolve()
      this.#socket.once('close', () => resolve())
      this.#socket.end(() => resolve())
    })
  }

  #count(): void {
    const now = this.#stream?.billed()
    if (!now) return
    const [rx, tx] = [now.rx - this.#rx, now.tx - this.#tx]
    if (rx + tx === 0) return
    this.#rx = now.rx
    this.#tx = now.tx
    this.#o.counted(rx, tx)
  }
}

/** What Node reports of a peer that went away: ECONNRESET, EPIPE, a premature close. */
function isSocketError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
