import type {
  CountedFigures,
  FailoverFigures,
  Figures,
  MeasuredFigures,
  SlotFigures,
  VerdictCount,
} from '@contract'
import type { Verdict } from '@core/connect/connect-state'
import type { Decision } from '@core/failover/decision'
import type { FailoverState } from '@core/failover/failover-state'
import { slotNames, type SlotName } from '@core/modem/slot-names'
import type { KnownFact } from '@core/modem/known-fact'
import type { SlotState } from '@contract'
import { current, registrationIn, type BenchEvent } from './events'
import { shownPort } from './shown-port'

const measuredBy = {
  rsrpDbm: 'rsrp',
  rsrqDb: 'rsrq',
  sinrDb: 'sinr',
  rssiDbm: 'rssi',
  rscpDbm: 'rscp',
  ecioDb: 'ecio',
  temperatureCelsius: 'temperature',
  supplyVolts: 'voltage',
} as const satisfies { readonly [name in keyof MeasuredFigures]-?: string }

type Traffic = { readonly rx: number; readonly tx: number }
const noTraffic: Traffic = { rx: 0, tx: 0 }

/** What has happened to one slot since the bench was started. */
class Tally {
  readonly #counts = {
    registrations: 0,
    registrationLosses: 0,
    connections: 0,
    connectionEnds: 0,
    portLosses: 0,
    pings: 0,
    pingsLost: 0,
    pingSeconds: 0,
  }
  readonly #verdicts = new Map<string, VerdictCount>()
  #lastVerdict: SlotFigures['lastVerdict'] = null
  #registered: boolean | null = null
  /** Of the connections before this one. */
  #before: Traffic = noTraffic
  #now: Traffic = noTraffic

  get counted(): CountedFigures {
    const { rx, tx } = this.#now
    return { ...this.#counts, rxBytes: this.#before.rx + rx, txBytes: this.#before.tx + tx }
  }
  get verdicts(): readonly VerdictCount[] {
    return [...this.#verdicts.values()]
  }
  get lastVerdict(): SlotFigures['lastVerdict'] {
    return this.#lastVerdict
  }

  hear(event: BenchEvent, nowMs: number): void {
    switch (event.kind) {
      case 'registration':
        this.#registration(event.registered)
        break
      case 'link':
        if (event.now && event.now.upMs !== event.before?.upMs) this.#counts.connections++
        if (event.before && event.before.upMs !== event.now?.upMs) this.#counts.connectionEnds++
        break
      case 'port':
        if (event.now?.state === 'gone' && event.before?.state !== 'gone') this.#counts.portLosses++
        break
      case 'echo':
        this.#counts.pings++
        if (event.ms === null) this.#counts.pingsLost++
        else this.#counts.pingSeconds += event.ms / 1000
        break
      case 'traffic':
        this.#traffic(event.now ?? noTraffic)
        break
      case 'verdict':
        this.#verdict(event.verdict, nowMs)
        break
      // What they tell is read from the state.
      case 'row':
      case 'mode':
      case 'carrier':
      case 'facts':
      case 'signal':
      case 'sim':
      case 'answering':
      case 'alert':
        break
    }
  }

  #registration(registered: boolean | null): void {
    // What is not known for a while, as during data, is neither a loss nor a new registration.
    if (registered === null || registered === this.#registered) return
    if (registered) this.#counts.registrations++
    else if (this.#registered) this.#counts.registrationLosses++
    this.#registered = registered
  }
  /** Each connection counts from nought. */
  #traffic(now: Traffic): void {
    const { rx, tx } = this.#now
    if (now.rx < rx || now.tx < tx)
      this.#before = { rx: this.#before.rx + rx, tx: this.#before.tx + tx }
    this.#now = now
  }
  #verdict({ result, reason = '' }: Verdict, atMs: number): void {
    const key = `${result} ${reason}`
    const count = (this.#verdicts.get(key)?.count ?? 0) + 1
    this.#verdicts.set(key, { result, reason, count })
    this.#lastVerdict = { result, reason, atMs }
  }
}

/** Decisions of all failovers since the bench was started. */
class SwitchTally {
  #switches = 0
  #failed = 0
  #ms = 0

  decided({ kind, result, ms, phases }: Decision): void {
    if (kind !== 'switch' || result === 'open') return
    if (result === 'failed') this.#failed++
    else {
      this.#switches++
      // `detect` lies before the decision, and `ms` begins with it.
      const detect = phases.find(({ phase }) => phase === 'detect')?.ms ?? 0
      this.#ms += detect + (ms ?? 0)
    }
  }
  of(state: FailoverState | null): FailoverFigures | null {
    return (
      state && {
        state: state.state,
        active: state.active,
        switches: this.#switches,
        failedSwitches: this.#failed,
        switchSeconds: this.#ms / 1000,
      }
    )
  }
}

/** Counts what happens on the bench, for those who watch many of them. */
export class FigureBook {
  readonly #slots = { a: new Tally(), b: new Tally() }
  readonly #switches = new SwitchTally()
  readonly #startedMs: number
  readonly #nowMs: () => number

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs
    this.#startedMs = nowMs()
  }
  hear(event: BenchEvent): void {
    this.#slots[event.slot].hear(event, this.#nowMs())
  }
  decided(decision: Decision): void {
    this.#switches.decided(decision)
  }

  read(
    { version, alerts }: Pick<Figures, 'version' | 'alerts'>,
    slots: { readonly [slot in SlotName]: { readonly state: SlotState } },
    failover: FailoverState | null,
  ): Figures {
    return {
      version,
      startedMs: this.#startedMs,
      slots: slotNames.map((slot) => figuresOf(slots[slot].state, this.#slots[slot])),
      failover: this.#switches.of(failover),
      alerts,
    }
  }
}

function figuresOf({ slot, port, mode, ...state }: SlotState, tally: Tally): SlotFigures {
  const text = (key: string) => current(state.facts, key)?.value ?? ''
  const registration = registrationIn(state.facts)
  return {
    slot,
    port: port ? shownPort(port.path) : '',
    portState: port?.state ?? 'closed',
    modem: state.modem?.name ?? '',
    model: text('model'),
    firmware: text('revision'),
    mode,
    // A modem that may sleep is not dead.
    unresponsive: state.unresponsive && state.sleep === null,
    asleep: state.sleep !== null,
    registrationStat: registration?.stat ?? null,
    registered: registration?.registered ?? null,
    access: text('access'),
    band: text('band'),
    operator: text('operator'),
    connectedMs: state.ip?.upMs ?? null,
    rung: rungIn(state),
    measured: measuredIn(state.facts),
    counted: tally.counted,
    verdicts: tally.verdicts,
    lastVerdict: tally.lastVerdict,
  }
}

function rungIn({ rungs }: Pick<SlotState, 'rungs'>): SlotFigures['rung'] {
  const tried = rungs.findLast(({ state }) => state !== 'idle')
  return tried ? { id: tried.id, state: tried.state } : null
}

function measuredIn(facts: readonly KnownFact[]): MeasuredFigures {
  return Object.fromEntries(
    Object.entries(measuredBy).flatMap(([name, key]) => {
      const number = current(facts, key)?.number
      return number === undefined ? [] : [[name, number]]
    }),
  )
}
