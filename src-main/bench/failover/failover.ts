import { firstSlot } from '@core/failover/policy'
import type { FailoverState } from '@core/failover/failover-state'
import type { Decision } from '@core/failover/decision'
import { Failover } from '@core/failover/runner'
import { ServiceClock } from '@core/failover/service'
import { errorWords, Fault } from '@core/fault'
import type { IpHost } from '@core/ip/host'
import { dialOver } from '@core/ip/socks-dial'
import { slotNames, type SlotName } from '@core/modem/slot-names'
import type { Cancel } from '@core/ports/clock'
import type { SocksProxy } from '@core/ip/socks-proxy'
import type { Words } from '@core/words'
import type { SystemLink } from '@core/ports/system-link'
import type { UploadPlan } from '@core/soak/plan'
import { upload, type Uploaded } from '@core/soak/upload'
import { policyOf, type BenchConfig } from '@contract'
import { configBoard } from '@bench/config/config-board'
import { slotSetup } from '@bench/config/config-target'
import { BenchSlot } from './failover-slot'
import { SystemSlot } from './system-slot'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { Presets } from '@bench/settings/presets'
import type { BenchEvents } from '@bench/events'
import type { Windows } from '@bench/window/windows'
import {
  coldWithoutBoard,
  decisionNote,
  failoverStarted,
  linuxOnly,
  noSlotHasTraffic,
  ofSlot,
  routesOfSlot,
} from './words'

/** What of the bench is needed here. */
export interface FailoverParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly presets: Presets
  readonly events: BenchEvents
  readonly outbox: Windows
}

type DrivenSlot = BenchSlot | SystemSlot

/** What a run on top of the failover wants to hear. */
export interface FailoverListener {
  moved(to: SlotName | null): void
  decided(row: Decision): void
  probed(slot: SlotName, ms: number | null): void
  gaveUp(): void
}

const tellMs = 100

/** Keeps one line up with the two slots of the bench; one failover at a time. */
export class BenchFailover {
  readonly #bench: FailoverParts
  #failover: Failover | undefined
  #slots: { readonly [slot in SlotName]: DrivenSlot } | undefined
  #system: SystemLink | undefined
  #proxy: SocksProxy | undefined
  #planned: Cancel | undefined
  #service: ServiceClock | undefined
  /** Slots whose keep-alive was turned on here. */
  readonly #kept: SlotName[] = []
  readonly #listeners = new Set<Partial<FailoverListener>>()

  constructor(bench: FailoverParts) {
    this.#bench = bench
  }

  get state(): FailoverState | null {
    const { a, b } = this.#bench.slots
    const net = { a: a.state.net, b: b.state.net }
    const proxyPort = this.#proxy?.state.port ?? null
    const service = this.#service?.at(this.#nowUs)
    return this.#failover?.view({ proxyPort, net, service }) ?? null
  }
  get #nowUs(): number {
    return this.#bench.environment.clock.monotonicUs()
  }
  get running(): boolean {
    return this.#failover?.running ?? false
  }
  get active(): SlotName | null {
    return this.#failover?.active ?? null
  }
  facts(slot: SlotName) {
    return this.#slots?.[slot].facts
  }
  listen(listener: Partial<FailoverListener>): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The IP host that has the traffic: whoever dials through here follows it. */
  host(): IpHost {
    if (this.active === null) throw new Fault('net-not-connected', noSlotHasTraffic)
    return this.#bench.slots[this.active].net.needHost()
  }

  /** Ends the failover before and starts this one. Ports that cannot be opened are said; the other slot goes on. */
  async start(config: BenchConfig): Promise<FailoverState> {
    await this.stop()
    const service = new ServiceClock(this.#nowUs)
    for (const slot of slotNames) this.#bench.slots[slot].idle.stop(failoverStarted)
    const policy = policyOf(config)
    const a = this.#slot(config, 'a')
    const b = this.#slot(config, 'b')
    this.#slots = { a, b }
    await this.#chooseBoards(config)
    await this.#system?.cleanUp()
    await this.#openPorts(firstSlot(policy))
    this.#sayUnpowered(config)
    // A cold standby is off: its port is tried when it is powered.
    if (policy.mode !== 'cold') for (const slot of [a, b]) slot.keepOpening()
    const failover = new Failover({
      slots: this.#slots,
      policy,
      clock: this.#bench.environment.clock,
      onMove: (to) => {
        service.moved(to, this.#nowUs)
        this.#route(to)
        this.#each((listener) => listener.moved?.(to))
      },
      onDecision: (row) => this.#decided(row),
      onChange: () => this.#soon(),
      onCall: (words) => {
        this.#note(words)
        this.#each((listener) => listener.gaveUp?.())
      },
      onProbe: (slot, ms) => this.#each((listener) => listener.probed?.(slot, ms)),
      report: (error) => this.#bench.environment.report(error, 'failover'),
    })
    this.#failover = failover
    this.#service = service
    if (config.failover.proxyPort !== undefined) await this.#openProxy(config.failover.proxyPort)
    this.#keepAlive(config)
    failover.start()
    return this.state ?? failover.view()
  }

  #slot(config: BenchConfig, name: SlotName): DrivenSlot {
    const bench = this.#bench
    const { environment } = bench
    const setup = slotSetup(config, name, bench.presets)
    if (config.failover.link === 'own') return new BenchSlot(bench, bench.slots[name], setup)
    const { systemLink: system } = environment
    if (!system) throw new Fault('nmcli-missing', linuxOnly)
    this.#system = system
    const { apn, user, password } = setup.target
    return new SystemSlot({
      name,
      system,
      clock: environment.clock,
      port: setup.port,
      connection: { apn, user, password },
      slot: bench.slots[name],
      report: (error) => environment.report(error, `failover, slot ${name}`),
    })
  }
  /** Sends what a run measured over a slot, whoever has the traffic. */
  upload(slot: SlotName, plan: UploadPlan, value: string, signal: AbortSignal): Promise<Uploaded> {
    const driven = this.#slots?.[slot]
    if (driven instanceof SystemSlot) return driven.upload(plan, value)
    return upload(this.#bench.slots[slot].net.needHost(), plan, value, signal)
  }
  /** The operating system's routes follow the traffic. */
  #route(to: SlotName | null): void {
    if (to === null) return
    for (const name of slotNames) {
      const slot = this.#slots?.[name]
      if (!(slot instanceof SystemSlot)) continue
      slot.prefer(name === to).catch((error: unknown) => {
        const { en, ja } = errorWords(error)
        const label = name.toUpperCase()
        this.#note(routesOfSlot(label, { en, ja }))
      })
    }
  }

  switchTo(to: SlotName): void {
    if (!this.#failover?.running) throw new Fault('failover-off')
    this.#failover.manual(to)
  }

  async stop(): Promise<void> {
    const proxy = this.#proxy
    this.#proxy = undefined
    this.#service?.end(this.#nowUs)
    await proxy?.close()
    await this.#failover?.stop()
    for (const slot of this.#kept.splice(0)) this.#bench.slots[slot].net.setKeepAlive(undefined)
    for (const slot of slotNames) this.#slots?.[slot].dispose()
    this.#slots = undefined
    const system = this.#system
    this.#system = undefined
    await system?.close()
    this.#planned?.()
    this.#planned = undefined
    if (this.#failover) this.#tell()
  }

  /** A board of the configuration goes before the one that was chosen by hand. */
  async #chooseBoards(config: BenchConfig): Promise<void> {
    for (const name of slotNames) {
      const { board } = this.#bench.slots[name]
      const choice = configBoard(config, name)
      if (choice) await board.choose(choice)
    }
  }
  /** A cold standby that nothing can switch is only hung up; the person should know before the night. */
  #sayUnpowered({ failover: { mode } }: BenchConfig): void {
    if (mode !== 'cold') return
    for (const name of slotNames)
      if (!this.#bench.slots[name].board.canSwitchOn) this.#note(coldWithoutBoard(name))
  }
  async #openPorts(first: SlotName): Promise<void> {
    for (const name of [first, ...slotNames.filter((slot) => slot !== first)])
      try {
        await this.#slots?.[name].open()
      } catch (error) {
        if (!(error instanceof Fault) || error.code === 'nmcli-missing') throw error
        const { en, ja } = errorWords(error)
        const slot = name.toUpperCase()
        this.#note(ofSlot(slot, { en, ja }))
      }
  }
  async #openProxy(port: number): Promise<void> {
    this.#proxy = await this.#bench.environment.openSocks({
      port,
      budgetBytes: null,
      dial: dialOver(() => this.host()),
    })
  }

  #keepAlive({ failover: { keepAlive } }: BenchConfig): void {
    if (!keepAlive.on) return
    const { kind, host, every: everyMs } = keepAlive
    for (const slot of slotNames) this.#bench.slots[slot].net.setKeepAlive({ kind, host, everyMs })
    this.#kept.push(...slotNames)
  }

  #decided(row: Decision): void {
    this.#note(decisionNote(row))
    this.#bench.outbox.send('decision', row)
    this.#each((listener) => listener.decided?.(row))
  }
  #note(text: Words): void {
    for (const slot of slotNames) this.#bench.slots[slot].recorder.note(text)
  }
  #each(tell: (listener: Partial<FailoverListener>) => void): void {
    for (const listener of [...this.#listeners]) tell(listener)
  }
  /** Windows hear of it ten times a second at most. */
  #soon(): void {
    this.#planned ??= this.#bench.environment.clock.schedule(tellMs, () => {
      this.#planned = undefined
      this.#tell()
    })
  }
  #tell(): void {
    const { state } = this
    if (state) this.#bench.outbox.send('failover', state)
  }
}
