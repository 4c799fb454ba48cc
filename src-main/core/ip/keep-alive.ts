import { errorWords, Fault, faultCode } from '../fault'
import type { Cancel, Clock } from '../ports/clock'
import { quoted, type Words } from '../words'
import type { IpHost } from './host'
import { keepAliveCost } from './keep-alive-cost'
import type { KeepAliveKind, KeepAliveState } from './net-state'
import { noNameServer, answers, sentTo } from './words'

export interface KeepAliveSettings {
  readonly kind: KeepAliveKind
  /** Empty: the first name server that came with the address. */
  readonly host: string
  readonly everyMs: number
  /** For UDP. Default 9, discard (RFC 863). */
  readonly port?: number | undefined
}

/** One round: how long the answer took; null when none came. */
export interface KeepAliveRound {
  readonly ms: number | null
  /** What was sent and what came back, for the log. */
  readonly words: Words
}

const answerMs = 10_000
/** Asked for with DNS: exists wherever the internet does, and its answer is short. */
const askedName = 'dns.google'

export interface KeepAliveOptions extends KeepAliveSettings {
  readonly clock: Clock
  /** The host of the link that is up now; a round without one is passed over. */
  readonly link: () => IpHost | undefined
  readonly onChange: () => void
  readonly onRound?: ((round: KeepAliveRound) => void) | undefined
}

/** Sends something small at an even pace while a link is up. Stopped by `stop`; a round under way ends with it. */
export class KeepAlive {
  readonly #o: KeepAliveOptions
  #cancel: Cancel | undefined
  #abort: AbortController | undefined
  #sent = 0
  #answered = 0
  #missed = 0
  #lastMs: number | null = null
  #lastAtMs: number | null = null

  constructor(options: KeepAliveOptions) {
    this.#o = options
  }

  get state(): KeepAliveState {
    const { kind, host, everyMs } = this.#o
    const { perDayBytes, words } = keepAliveCost(kind, everyMs)
    return {
      on: this.#cancel !== undefined,
      kind,
      host,
      everyMs,
      sent: this.#sent,
      answered: this.#answered,
      missedInRow: this.#missed,
      lastMs: this.#lastMs,
      lastAtMs: this.#lastAtMs,
      perDayBytes,
      words,
    }
  }

  start(): void {
    if (!this.#cancel) this.#plan()
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = undefined
    this.#abort?.abort(new Fault('at-cancelled'))
    this.#abort = undefined
  }

  #plan(): void {
    this.#cancel = this.#o.clock.schedule(this.#o.everyMs, () => {
      this.#plan()
      void this.now()
    })
  }

  /** One round at once; what it found, or undefined without a link. */
  async now(): Promise<KeepAliveRound | undefined> {
    const host = this.#o.link()
    if (!host || this.#abort) return undefined
    const abort = new AbortController()
    this.#abort = abort
    this.#sent++
    const round = await this.#send(host, abort.signal)
    // A round that was cut short by `stop` or by the end of the link says nothing.
    if (this.#abort !== abort) return undefined
    this.#abort = undefined
    this.#note(round)
    return round
  }

  async #send(host: IpHost, signal: AbortSignal): Promise<KeepAliveRound> {
    const startUs = this.#o.clock.monotonicUs()
    try {
      const words = await senders[this.#o.kind](host, this.#o, signal)
      return { ms: (this.#o.clock.monotonicUs() - startUs) / 1000, words }
    } catch (error) {
      if (faultCode(error) === undefined) throw error
      return { ms: null, words: errorWords(error) }
    }
  }

  #note(round: KeepAliveRound): void {
    // An unanswered datagram is what one expects of the port `discard`.
    const passed = round.ms !== null
    if (passed) this.#answered++
    this.#missed = passed ? 0 : this.#missed + 1
    this.#lastMs = round.ms
    this.#lastAtMs = this.#o.clock.nowMs()
    this.#o.onRound?.(round)
    this.#o.onChange()
  }
}

type Sender = (host: IpHost, settings: KeepAliveSettings, signal: AbortSignal) => Promise<Words>

const senders: { readonly [kind in KeepAliveKind]: Sender } = {
  async ping(host, settings, signal) {
    const to = targetOf(host, settings)
    const { received } = await host.ping(to, { count: 1, size: 8, timeoutMs: answerMs, signal })
    if (received === 0) throw new Fault('ip-no-answer', quoted(to))
    return answers(to)
  },
  async dns(host, settings, signal) {
    const server = settings.host === '' ? undefined : settings.host
    const found = await host.resolve(askedName, { server, timeoutMs: answerMs, signal })
    return answers(found.server)
  },
  async udp(host, settings, signal) {
    const to = targetOf(host, settings)
    const port = settings.port ?? 9
    const reply = await host.udp(to, port, Uint8Array.of(0), { timeoutMs: 1_000, signal })
    const place = `${to}:${port}`
    return reply ? answers(to) : sentTo(place)
  },
}

function targetOf(host: IpHost, { host: named }: KeepAliveSettings): string {
  const to = named === '' ? host.dns[0] : named
  if (to === undefined) throw new Fault('bad-input', noNameServer)
  return to
}
