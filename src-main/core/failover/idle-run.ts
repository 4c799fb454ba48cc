import { errorWords, Fault } from '../fault'
import type { ModemSession, SessionEvent, UpLink } from '../modem/session'
import type { Cancel, Clock } from '../ports/clock'
import { measureIdle, newIdleMeasurement, type IdleInput, type IdleMeasurement } from './idle'
import { momentOf } from './moment'
import { quoted, wordsOf, type SeenLine } from '../words'
import { answers, passed } from './words'

export interface IdleRunOptions {
  readonly session: ModemSession
  readonly clock: Clock
  readonly upToMs: number
  /** Who is asked at the end whether the link still carries anything; empty: the name server of the link. */
  readonly probe: string
  /** Called with every change, the last one included. */
  readonly onChange?: ((state: IdleMeasurement) => void) | undefined
  /** A defect of ours. */
  readonly report: (error: unknown) => void
}

const lookMs = 1_000
const askTries = 3
const askMs = 10_000
/** Exists wherever the internet does, and its answer is short. */
const askedName = 'dns.google'

/** Measures how long a network lets a link be silent. The link stays as the measurement leaves it. */
export class IdleRun {
  readonly #o: IdleRunOptions
  readonly #link: UpLink
  readonly #stopSession: () => void
  readonly #abort = new AbortController()
  readonly #over: Promise<IdleMeasurement>
  #resolve: (state: IdleMeasurement) => void = () => undefined
  #state: IdleMeasurement
  #tick: Cancel | undefined
  #octets: number

  /** Throws Fault net-not-connected on a session without a link. */
  constructor(options: IdleRunOptions) {
    const { session, clock, upToMs } = options
    const { upLink } = session
    if (!upLink || upLink.link.phase === 'dead') throw new Fault('net-not-connected')
    this.#o = options
    this.#link = upLink
    this.#octets = this.#counted()
    this.#state = newIdleMeasurement(momentOf(clock), upToMs)
    this.#over = new Promise((resolve) => {
      this.#resolve = resolve
    })
    this.#stopSession = session.on((event) => this.#onSession(event))
    this.#look()
  }

  get state(): IdleMeasurement {
    return this.#state
  }
  /** Resolves with the result. */
  get over(): Promise<IdleMeasurement> {
    return this.#over
  }
  /** `seen` says who stopped it. */
  stop(seen: SeenLine): void {
    this.#take({ kind: 'stop', at: momentOf(this.#o.clock), seen })
  }

  #counted(): number {
    const { rxIpBytes, txIpBytes } = this.#link.link.counters
    return rxIpBytes + txIpBytes
  }
  #onSession(event: SessionEvent): void {
    const at = momentOf(this.#o.clock)
    if (event.kind === 'link' && event.event.kind === 'down')
      this.#take({ kind: 'down', at, code: event.event.code, seen: quoted(event.event.seen) })
    if (event.kind === 'end') {
      const { reason, detail } = event.end
      const { label } = this.#o.session.port
      const { en, ja } = wordsOf(detail ?? quoted(''))
      const seen = { en: `${label} ${reason} ${en}`.trim(), ja: `${label} ${reason} ${ja}`.trim() }
      if (reason === 'closed') this.#take({ kind: 'stop', at, seen })
      else
        this.#take({
          kind: 'down',
          at,
          seen,
          code: reason === 'gone' ? 'port-gone' : 'port-failed',
        })
    }
  }
  #look(): void {
    this.#tick = this.#o.clock.schedule(lookMs, () => {
      const at = momentOf(this.#o.clock)
      const now = this.#counted()
      const octets = now - this.#octets
      this.#octets = now
      this.#look()
      this.#take(octets > 0 ? { kind: 'traffic', at, seen: passed(octets) } : { kind: 'tick', at })
    })
  }

  #take(input: IdleInput): void {
    const before = this.#state
    const now = measureIdle(before, input)
    if (now === before) return
    this.#state = now
    if (now.state !== 'silent') this.#tick?.()
    if (now.state === 'asking') this.#ask().catch((error: unknown) => this.#defect(error))
    else if (now.state !== 'silent') this.#end()
    this.#o.onChange?.(now)
  }
  #end(): void {
    this.#stopSession()
    this.#abort.abort(new Fault('at-cancelled'))
    this.#resolve(this.#state)
  }

  async #ask(): Promise<void> {
    let seen: SeenLine = quoted('')
    for (let left = askTries; left > 0 && this.#state.state === 'asking'; left--)
      try {
        return this.#answered(true, await this.#question())
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        seen = errorWords(error)
      }
    this.#answered(false, seen)
  }
  #defect(error: unknown): void {
    this.#o.report(error)
    this.stop(errorWords(error))
  }
  #answered(ok: boolean, seen: SeenLine): void {
    this.#take({ kind: 'asked', at: momentOf(this.#o.clock), ok, seen })
  }
  async #question(): Promise<SeenLine> {
    const { probe } = this.#o
    const { host } = this.#link
    const options = { timeoutMs: askMs, signal: this.#abort.signal }
    if (probe === '') return answers((await host.resolve(askedName, options)).server)
    const { received } = await host.ping(probe, { count: 1, ...options })
    if (received === 0) throw new Fault('ip-no-answer', quoted(probe))
    return answers(probe)
  }
}
