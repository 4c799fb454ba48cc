import type { Chance } from '../ports/chance'
import { between } from '../ports/chance'
import type { Cancel, Clock } from '../ports/clock'
import type { Air, Heard } from './air'
import type { SimulatedCard } from './card'
import { isFinalRefusal, isTemporaryRefusal } from './causes'
import type { SimulatedNetwork } from './network'
import type { Cell } from './operators'
import type { Persona, RangeMs, Technology } from './persona'

/** AT+CFUN: 1 full, 0 minimum, 4 flight, 7 offline (the other values are refused by the behaviour). */
export type Functionality = 0 | 1 | 4 | 7

export type RadioState =
  | { readonly kind: 'off' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'camped'; readonly cell: Cell }
  | { readonly kind: 'registered'; readonly cell: Cell; readonly roaming: boolean }
  | { readonly kind: 'denied'; readonly cell: Cell; readonly cause: number }
  | { readonly kind: 'detached'; readonly cell: Cell }

export type OperatorChoice =
  | { readonly mode: 'automatic' }
  | { readonly mode: 'manual'; readonly plmn: string }
  | { readonly mode: 'deregistered' }

const MONITOR_MS = 10_000
const SEARCH_AGAIN_MS = 5_000
const DENIED_AGAIN_MS = 60_000
const CONGESTED_AGAIN_MS = 12_000
/** A neighbour must be this much stronger to be changed to. */
const HYSTERESIS_DB = 5

/** Searching, camping, registering: what AT+CFUN, the card and the air make of each other over time. */
export class SimulatedRadio {
  readonly #persona: Persona
  readonly #clock: Clock
  readonly #chance: Chance
  readonly #network: SimulatedNetwork
  readonly #card: SimulatedCard
  readonly air: Air
  readonly #forbidden: () => readonly string[]
  readonly #allows: (cell: Cell) => boolean
  readonly #listeners = new Set<(before: RadioState, now: RadioState) => void>()
  #state: RadioState = { kind: 'off' }
  #running = false
  #functionality: Functionality = 1
  #choice: OperatorChoice = { mode: 'automatic' }
  #technologies: readonly Technology[]
  #step: Cancel | undefined
  #monitor: Cancel | undefined
  lastRefusal: number | undefined
  /** <AcT> of its LTE (27.007, 7.3): another one with 5G beside it, or alone. */
  lteAct: number
  constructor(options: {
    persona: Persona
    clock: Clock
    chance: Chance
    network: SimulatedNetwork
    card: SimulatedCard
    air: Air
    /** What the card says not to try (EF FPLMN). */
    forbidden: () => readonly string[]
    /** Whether its settings let the modem use a cell. */
    allows: (cell: Cell) => boolean
  }) {
    this.#persona = options.persona
    this.#clock = options.clock
    this.#chance = options.chance
    this.#network = options.network
    this.#card = options.card
    this.air = options.air
    this.#forbidden = options.forbidden
    this.#allows = options.allows
    this.#technologies = options.persona.technologies
    this.lteAct = options.persona.registration.lteAct ?? 7
    options.card.onChange(() => this.#cardChanged())
  }
  get state(): RadioState {
    return this.#state
  }
  get functionality(): Functionality {
    return this.#functionality
  }
  get choice(): OperatorChoice {
    return this.#choice
  }
  get technologies(): readonly Technology[] {
    return this.#technologies
  }
  onChange(listener: (before: RadioState, now: RadioState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  /** Power is there: full functionality, as after every boot. */
  start(): void {
    this.#running = true
    this.#functionality = 1
    this.#search(this.#persona.timing.registerAfterBootMs)
  }
  stop(): void {
    this.#running = false
    this.#choice = { mode: 'automatic' }
    this.#halt({ kind: 'off' })
  }
  setFunctionality(value: Functionality): void {
    const was = this.#functionality
    this.#functionality = value
    if (value !== 1) this.#halt({ kind: 'off' })
    else if (was !== 1) this.#search(this.#persona.timing.registerAfterRadioMs)
  }
  setTechnologies(technologies: readonly Technology[]): void {
    this.#technologies = technologies
    this.#searchAgain()
  }
  /** Other bands or another lock: a cell that is no longer allowed is left. */
  limitsChanged(): void {
    const { state } = this
    if (!('cell' in state) || !this.#allows(state.cell)) this.#searchAgain()
  }
  choose(choice: OperatorChoice): void {
    this.#choice = choice
    if (choice.mode === 'deregistered') this.#halt(this.#detachedState())
    else this.#searchAgain()
  }
  detach(): void {
    this.#halt(this.#detachedState())
  }
  attach(): void {
    if (this.#state.kind === 'detached' || this.#state.kind === 'off') this.#searchAgain()
  }
  /** The network forgot the modem (an ended session on LTE): it registers again by itself. */
  reattach(): void {
    if (this.#state.kind === 'registered') this.#searchAgain()
  }
  /** The reason to refuse has changed: whoever is in, or stands outside, tries again. */
  refuseNow(): void {
    const { kind } = this.#state
    if (kind === 'registered' || kind === 'denied') this.#searchAgain()
  }
  /** The serving cell as it is heard now. */
  serving(): Heard | undefined {
    const state = this.#state
    if (!('cell' in state)) return undefined
    const level = this.air.level(state.cell)
    return level && { cell: state.cell, level }
  }
  /** <stat> of +CREG, +CGREG and +CEREG. */
  stat(): number {
    switch (this.#state.kind) {
      case 'off':
      case 'detached':
        return 0
      case 'searching':
      case 'camped':
        return this.#searchable() ? 2 : 0
      case 'registered':
        return this.#state.roaming ? 5 : 1
      case 'denied':
        return isTemporaryRefusal(this.#state.cause) ? 2 : 3
    }
  }
  /** Looks at the air now instead of at the next turn: somebody changed it. */
  look(): void {
    if (!this.#running || this.#functionality !== 1) return
    if (this.#state.kind === 'denied') this.#searchAgain()
    else this.#watch()
  }

  #detachedState(): RadioState {
    return 'cell' in this.#state ? { kind: 'detached', cell: this.#state.cell } : { kind: 'off' }
  }
  #searchable(): boolean {
    return this.#card.state === 'ready'
  }
  #cardChanged(): void {
    if (!this.#running || this.#functionality !== 1) return
    if (this.#searchable()) this.#search(this.#persona.timing.registerAfterRadioMs)
    else this.#halt({ kind: 'searching' })
  }
  #searchAgain(): void {
    if (this.#running && this.#functionality === 1)
      this.#search(this.#persona.timing.registerAfterRadioMs)
  }
  #halt(state: RadioState): void {
    this.#step?.()
    this.#monitor?.()
    this.#to(state)
  }
  #search(range: RangeMs): void {
    if (this.#choice.mode === 'deregistered') return this.#halt({ kind: 'off' })
    this.#halt({ kind: 'searching' })
    if (!this.#searchable()) return
    const totalMs = between(this.#chance, range[0], range[1]) + this.air.extraAttachMs
    this.#later(totalMs * 0.25, () => this.#camp(totalMs * 0.75))
  }
  #camp(attachMs: number): void {
    const cell = this.#bestCell()
    if (!cell) {
      this.#to({ kind: 'searching' })
      this.#later(SEARCH_AGAIN_MS, () => this.#camp(attachMs))
      return
    }
    this.#to({ kind: 'camped', cell })
    this.#later(attachMs, () => this.#attach(cell))
  }
  #attach(cell: Cell): void {
    const imsi = this.#card.data?.imsi
    if (imsi === undefined) return
    if (this.air.outage) return this.#camp(0)
    const cause = this.air.refusal ?? this.#network.refusal(imsi, cell.plmn)
    this.lastRefusal = cause
    if (cause === undefined) {
      this.#to({ kind: 'registered', cell, roaming: this.#roams(imsi, cell) })
      this.#monitor?.()
      this.#monitor = this.#clock.schedule(MONITOR_MS, () => this.#watch())
      return
    }
    this.#to({ kind: 'denied', cell, cause })
    if (isFinalRefusal(cause)) return
    const againMs = isTemporaryRefusal(cause) ? CONGESTED_AGAIN_MS : DENIED_AGAIN_MS
    this.#later(againMs, () => this.#camp(1_000))
  }
  #watch(): void {
    this.#monitor?.()
    const state = this.#state
    if (state.kind !== 'registered') return
    const better = this.#betterCell(state.cell)
    if (!better && !this.air.level(state.cell))
      return this.#search(this.#persona.timing.registerAfterRadioMs)
    if (better) this.#to({ ...state, cell: better })
    this.#monitor = this.#clock.schedule(MONITOR_MS, () => this.#watch())
  }
  #roams(imsi: string, cell: Cell): boolean {
    const { standing } = this.air
    return standing ? standing === 'roaming' : !this.#network.isHome(imsi, cell.plmn)
  }
  #betterCell(serving: Cell): Cell | undefined {
    const level = this.air.level(serving)
    const enoughDbm = level ? level.powerDbm + HYSTERESIS_DB : -Infinity
    return this.air
      .heard()
      .find(
        ({ cell, level: other }) =>
          cell.plmn === serving.plmn &&
          cell.technology === serving.technology &&
          this.#allows(cell) &&
          other.powerDbm > enoughDbm,
      )?.cell
  }
  #bestCell(): Cell | undefined {
    const heard = this.air
      .heard()
      .filter(
        ({ cell }) =>
          this.#technologies.includes(cell.technology) && this.#allows(cell) && this.#wanted(cell),
      )
    const rank = ({ cell, level }: Heard) =>
      this.#preference(cell) * 1000 +
      this.#technologies.indexOf(cell.technology) * 300 -
      level.powerDbm
    return heard.toSorted((a, b) => rank(a) - rank(b))[0]?.cell
  }
  #wanted(cell: Cell): boolean {
    // A person may choose a forbidden network all the same (23.122, 4.4.3.1.2).
    if (this.#choice.mode === 'manual') return this.#choice.plmn === cell.plmn
    return !this.#forbidden().includes(cell.plmn)
  }
  #preference(cell: Cell): number {
    const provider = this.#network.provider(this.#card.data?.imsi)
    const place = provider?.allowed.indexOf(cell.plmn) ?? 0
    return place < 0 ? 50 : place
  }
  #later(ms: number, run: () => void): void {
    this.#step?.()
    this.#step = this.#clock.schedule(ms, run)
  }
  #to(state: RadioState): void {
    const before = this.#state
    this.#state = state
    if (before.kind === state.kind && !('cell' in state)) return
    for (const listener of [...this.#listeners]) listener(before, state)
  }
}
