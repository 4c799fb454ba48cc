import type { ConnectState, ConnectTarget, StepId } from '@core/connect/connect-state'
import type { PhaseTime } from '@core/failover/decision'
import { probeOver } from '@core/failover/probe'
import type {
  Done,
  FailoverSlot,
  ProbeCheck,
  Probed,
  SlotEvent,
  SlotFacts,
} from '@core/failover/slots'
import { Fault, faultCode, faultRows, type FaultCode } from '@core/fault'
import type { ModemSession, SessionEvent, UpLink } from '@core/modem/session'
import type { PowerAction } from '@core/power/sequence'
import type { Cancel, Clock } from '@core/ports/clock'
import { cancelled, sleep } from '@core/wait'
import { labelled, quoted, seenIn, type Language, type SeenLine } from '@core/words'
import type { OpenOptions } from '@bench/environment'
import { current, dbmIn, registrationIn, type BenchEvent, type BenchEventOf } from '@bench/events'
import type { Slot } from '@bench/slot/slot'
import type { Environment } from '@bench/environment'
import type { BenchEvents } from '@bench/events'
import { dcdFell, linkDown, portOpened, powerSeen, pppDown } from './words'

/** What of the bench is needed here. */
export interface DrivingParts {
  readonly environment: Environment
  readonly events: BenchEvents
}

export interface SlotSetup {
  readonly port: string
  readonly options: OpenOptions
  readonly target: ConnectTarget
}

const bootSteps: readonly StepId[] = ['port', 'mode', 'setup', 'identity', 'sim']
const attachSteps: readonly StepId[] = ['stored', 'configure', 'radio', 'registration', 'signal']
const pppSteps: readonly StepId[] = ['dial', 'ppp', 'address']
const portAfterPowerMs = 60_000
const firstReopenMs = 5_000
const longestReopenMs = 60_000

/** A slot of the bench as the failover drives it. `dispose` when nobody drives it any more. */
export class BenchSlot implements FailoverSlot {
  readonly #slot: Slot
  readonly #setup: SlotSetup
  readonly #clock: Clock
  readonly #report: (error: unknown) => void
  readonly #listeners = new Set<(event: SlotEvent) => void>()
  readonly #stopEvents: () => void
  #stopSession: (() => void) | undefined
  #session: ModemSession | undefined
  #up: UpLink | undefined
  /** A link that said it is down is still held by its session for a moment. */
  #downed: UpLink | undefined
  #port: boolean
  #dcd: boolean | undefined
  #registered: boolean | null = null
  #dbm: number | null = null
  #base = { rx: 0, tx: 0 }
  #attaches = 0
  #justOn = false
  #bootMs = 0
  #reopen: Cancel | undefined
  /** Was told to report events; told not to when nobody drives it any more. */
  #asked: ModemSession | undefined
  #reopens = 0

  constructor(bench: DrivingParts, slot: Slot, setup: SlotSetup) {
    this.#slot = slot
    this.#setup = setup
    this.#clock = bench.environment.clock
    this.#report = (error) => bench.environment.report(error, `failover, slot ${slot.name}`)
    this.#port = slot.session !== undefined
    this.#stopEvents = bench.events.on((event) => {
      if (event.slot === slot.name) this.#hear(event)
    })
    this.#dcd = slot.state.port?.lines?.dcd
    this.#registered = registrationIn(slot.state.facts)?.registered ?? null
    this.#dbm = dbmIn(slot.state.facts)
    this.#look()
  }

  dispose(): void {
    this.#stopEvents()
    this.#stopSession?.()
    this.#reopen?.()
    const asked = this.#asked
    if (asked && asked === this.#slot.session && asked.cmuxOn)
      asked.at.send('AT+CGEREP=0').catch((error: unknown) => {
        if (!(error instanceof Fault)) this.#report(error)
      })
  }

  get facts(): SlotFacts {
    const current = this.#up?.link.counters
    return {
      port: this.#port,
      link: this.#up !== undefined,
      registered: this.#registered,
      dbm: this.#dbm,
      cell: this.#fact('cell')?.value ?? null,
      operator: this.#fact('operator')?.value ?? null,
      address: this.#up?.up.address ?? null,
      bytes: {
        rx: this.#base.rx + (current?.rxIpBytes ?? 0),
        tx: this.#base.tx + (current?.txIpBytes ?? 0),
      },
      attaches: this.#attaches,
    }
  }

  on(listener: (event: SlotEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Opens the port where nobody has; a port that vanished comes back by itself. */
  async open(): Promise<void> {
    if (this.#slot.session) return
    if (this.#slot.state.port?.state === 'gone')
      throw new Fault('port-gone', quoted(this.#setup.port))
    await this.#slot.open(this.#setup.port, this.#setup.options)
    this.#look()
  }

  /** Tries a port that could not be opened again and again, with longer and longer pauses; until it is, or `dispose`. */
  keepOpening(): void {
    const ms = Math.min(longestReopenMs, firstReopenMs * 2 ** Math.min(10, this.#reopens))
    this.#reopen = this.#clock.schedule(ms, () => {
      // One that vanished comes back by itself; one a person closed stays closed.
      const waits = !this.#slot.session && this.#slot.state.port?.state === 'failed'
      this.#reopens = waits ? this.#reopens + 1 : 0
      const tried = waits ? this.open() : Promise.resolve()
      tried
        .catch((error: unknown) => {
          // Why it did not open is in the state of the port and in the log.
          if (!(error instanceof Fault)) this.#report(error)
        })
        .finally(() => this.keepOpening())
        .catch(this.#report)
    })
  }
  /** A modem that was just powered shows its port when its USB is up. */
  async #openAfterPower(signal: AbortSignal): Promise<void> {
    const untilUs = this.#clock.monotonicUs() + portAfterPowerMs * 1000
    for (;;)
      try {
        return await this.open()
      } catch (error) {
        const late = this.#clock.monotonicUs() >= untilUs
        if (!this.#justOn || late || !faultCode(error)?.startsWith('port-')) throw error
        await sleep(this.#clock, 1000, signal)
      }
  }

  connect(signal: AbortSignal): Promise<Done> {
    return this.#bring(signal)
  }
  attach(signal: AbortSignal): Promise<Done> {
    return this.#bring(signal, 'signal')
  }

  async #bring(signal: AbortSignal, until?: StepId): Promise<Done> {
    if (this.#up) return { phases: [], seen: [] }
    await this.#openAfterPower(signal)
    const already = cancelled(signal)
    if (already) throw already
    const stop = () => void this.#slot.cancelConnect().catch(this.#report)
    signal.addEventListener('abort', stop, { once: true })
    try {
      const end = await this.#slot.connect(this.#setup.target, until === undefined ? {} : { until })
      if (end.verdict?.result !== 'connected') throw failureOf(end)
      this.#look()
      this.#askForEvents()
      return this.#done(end)
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }
  /** Beside PPP the network's own word (+CGEV) comes before PPP notices; modems say it only when asked to. */
  #askForEvents(): void {
    const { session } = this.#slot
    if (!session?.cmuxOn || this.#asked === session) return
    this.#asked = session
    session.at.send('AT+CGEREP=2,0').catch((error: unknown) => {
      // A modem that cannot is watched by PPP alone.
      if (!(error instanceof Fault)) this.#report(error)
    })
  }
  #done(end: ConnectState): Done {
    const boot = this.#bootMs + sumOf(end, bootSteps)
    this.#bootMs = 0
    const attach = sumOf(end, attachSteps)
    const ppp = sumOf(end, pppSteps)
    const phases: PhaseTime[] = this.#justOn
      ? [
          { phase: 'boot', ms: boot },
          { phase: 'attach', ms: attach },
        ]
      : [{ phase: 'attach', ms: boot + attach }]
    this.#justOn = false
    if (ppp > 0) phases.push({ phase: 'ppp', ms: ppp })
    const { verdict } = end
    return { phases, seen: verdict?.ip === undefined ? [] : [`IP ${verdict.ip}`].map(quoted) }
  }

  async hangUp(): Promise<void> {
    if (!this.#slot.session?.upLink && this.#slot.session?.mode !== 'data') return
    await this.#slot.disconnect()
    this.#look()
  }

  get power() {
    if (!this.#slot.board.canSwitchOn) return undefined
    return {
      on: (signal: AbortSignal) => this.#power('on', signal),
      off: (signal: AbortSignal) => this.#power('off', signal),
    }
  }
  async #power(action: PowerAction, signal: AbortSignal): Promise<Done> {
    const startUs = this.#clock.monotonicUs()
    const stop = () => void this.#slot.board.cancel().catch(this.#report)
    signal.addEventListener('abort', stop, { once: true })
    try {
      const result = await this.#slot.power.switch(action)
      const ms = (this.#clock.monotonicUs() - startUs) / 1000
      if (result.outcome === 'failed' || result.outcome === 'cancelled')
        throw new Fault(result.fault?.code ?? 'power-cancelled', result.fault?.detail ?? quoted(''))
      if (action === 'on' && result.outcome !== 'already') {
        this.#justOn = true
        this.#bootMs = await this.#boot(signal)
      }
      return { phases: [{ phase: 'power', ms }], seen: [powerSeen(action, result.outcome)] }
    } finally {
      signal.removeEventListener('abort', stop)
    }
  }

  /** Until AT is answered, where the port stayed there: a modem that says START is not ready yet. Resolves with the time. */
  async #boot(signal: AbortSignal): Promise<number> {
    const startUs = this.#clock.monotonicUs()
    const passedMs = () => (this.#clock.monotonicUs() - startUs) / 1000
    while (this.#slot.session && passedMs() < portAfterPowerMs) {
      const reply = await this.#slot.session.at
        .send('AT', { timeoutMs: 1000, force: true, signal })
        .catch((error: unknown) => {
          if (signal.aborted || !(error instanceof Fault)) throw error
          return undefined
        })
      if (reply?.ok) break
      await sleep(this.#clock, 200, signal)
    }
    return passedMs()
  }

  async probe(check: ProbeCheck, signal: AbortSignal): Promise<Probed> {
    const { net } = this.#slot
    try {
      const probed = await probeOver(this.#clock, net.needHost(), check, signal)
      net.checked(check.target, probed.ms)
      return probed
    } catch (error) {
      if (!signal.aborted && error instanceof Fault) net.checked(check.target, null)
      throw error
    }
  }

  #hear(event: BenchEvent): void {
    switch (event.kind) {
      case 'port':
      case 'mode':
      case 'link':
        this.#look()
        break
      case 'carrier':
        this.#carrier(event)
        break
      case 'registration':
        this.#registration(event)
        break
      case 'signal':
        this.#signal(event)
        break
      // The failover decides by none of these.
      case 'row':
      case 'facts':
      case 'sim':
      case 'echo':
      case 'traffic':
      case 'verdict':
      case 'answering':
      case 'alert':
        break
    }
  }
  #look(): void {
    const { session } = this.#slot
    if (session !== this.#session) this.#follow(session)
    const there = session !== undefined
    if (there !== this.#port) {
      this.#port = there
      const detail = this.#slot.state.port?.detail
      const seen = there ? portOpened(session.port.label) : labelled(this.#setup.port, detail)
      // One event: the link that went with the port is not lost for a reason of its own.
      if (!there) this.#linkGone()
      this.#tell({ kind: 'port', there, seen })
    }
    const up = session?.upLink
    if (up !== this.#downed) this.#linkIs(up, linkDown)
  }
  /** DCD falls when the modem ends a call, also where its text is lost among the frames. */
  #carrier({ on }: BenchEventOf<'carrier'>): void {
    if (this.#dcd === true && on === false && this.#up) this.#lost(dcdFell)
    this.#dcd = on
  }
  /** The link is lost though PPP has not noticed yet. */
  #lost(seen: SeenLine): void {
    this.#downed = this.#session?.upLink
    this.#linkIs(undefined, seen)
  }
  #follow(session: ModemSession | undefined): void {
    this.#stopSession?.()
    this.#session = session
    this.#stopSession = session?.on((event) => this.#onSession(event))
  }
  #onSession(event: SessionEvent): void {
    if (event.kind === 'link' && event.event.kind === 'down') {
      // The end of the port follows, and is the reason.
      if (this.#session?.open !== true) return
      this.#downed = this.#session?.upLink
      const { en, ja } = event.event.said
      this.#linkIs(undefined, pppDown({ en, ja }))
    } else if (
      event.kind === 'token' &&
      this.#up &&
      endsContext(event.token.text, this.#setup.target)
    )
      this.#lost(quoted(event.token.text))
    else if (event.kind !== 'link' || event.event.kind === 'up') this.#look()
  }
  #linkIs(up: UpLink | undefined, seen: SeenLine): void {
    if (up === this.#up) return
    this.#linkGone()
    this.#up = up
    if (up) this.#attaches++
    if (up) this.#tell({ kind: 'link', up: true })
    else this.#tell({ kind: 'link', up: false, seen })
  }

  #linkGone(): void {
    if (!this.#up) return
    const { rxIpBytes, txIpBytes } = this.#up.link.counters
    this.#base = { rx: this.#base.rx + rxIpBytes, tx: this.#base.tx + txIpBytes }
    this.#up = undefined
  }

  #fact(key: string) {
    return current(this.#slot.state.facts, key)
  }
  #registration({ registered }: BenchEventOf<'registration'>): void {
    if (registered !== null && registered !== this.#registered)
      this.#tell({ kind: 'registration', registered })
    this.#registered = registered
  }
  #signal({ dbm }: BenchEventOf<'signal'>): void {
    if (dbm !== null) this.#tell({ kind: 'signal', dbm })
    this.#dbm = dbm
  }
  #tell(event: SlotEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }
}

/**
 * Whether an event of the network ends the context of this connection (27.007, 10.1.19): a detach, or a deactivation that
 * names its context or none.
 */
function endsContext(text: string, { cid }: ConnectTarget): boolean {
  const event = /^\+CGEV: (?:(?:NW|ME) DETACH|(?:NW |ME |EPS )?(?:PDN )?DEACT\b(.*))/.exec(text)
  if (!event) return false
  const named = /(\d+)(?:,\d+)*\s*$/.exec((event[1] ?? '').replace(/"[^"]*"/g, ''))?.[1]
  return named === undefined || Number(named) === cid
}

const sumOf = ({ steps }: ConnectState, ids: readonly StepId[]) =>
  steps.reduce((sum, { id, ms = 0 }) => (ids.includes(id) ? sum + ms : sum), 0)

const isCode = (code: string): code is FaultCode => Object.hasOwn(faultRows, code)

function failureOf({ verdict }: ConnectState): Fault {
  const code = verdict?.reason ?? ''
  const last = (verdict?.seen ?? []).slice(-2)
  const seen = (language: Language) =>
    [verdict?.step ?? '', ...last.map((line) => seenIn(line, language))].join(' ').trim()
  return new Fault(isCode(code) ? code : 'link-down', { en: seen('en'), ja: seen('ja') })
}
