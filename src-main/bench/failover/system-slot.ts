import type {
  Done,
  FailoverSlot,
  ProbeCheck,
  Probed,
  SlotEvent,
  SlotFacts,
} from '@core/failover/slots'
import { answered } from '@core/failover/words'
import { Fault } from '@core/fault'
import type { SlotName } from '@core/modem/slot-names'
import type { Cancel, Clock } from '@core/ports/clock'
import type {
  SystemConnection,
  SystemLink,
  SystemLinkState,
  SystemModem,
} from '@core/ports/system-link'
import type { UploadPlan } from '@core/soak/plan'
import type { Uploaded } from '@core/soak/upload'
import { sleep } from '@core/wait'
import { quoted, type SeenLine, type Words } from '@core/words'
import type { Slot } from '@bench/slot/slot'
import { deviceThere, gone, powerSeen, systemLinkUp, takenDown } from './words'

export interface SystemSlotOptions {
  readonly name: SlotName
  readonly clock: Clock
  readonly system: SystemLink
  /** One of the ports of the modem, as it is called at the start. */
  readonly port: string
  readonly connection: Omit<SystemConnection, 'slot' | 'deviceId'>
  /** The slot of the bench, for its board. */
  readonly slot: Slot
  readonly report: (error: unknown) => void
}

const lookMs = 2_000
const registerMs = 90_000

/** A slot whose link the operating system makes: its port is not opened here, its state is asked for every two seconds. */
export class SystemSlot implements FailoverSlot {
  readonly #o: SystemSlotOptions
  readonly #listeners = new Set<(event: SlotEvent) => void>()
  #modem: SystemModem | undefined
  #link: SystemLinkState | undefined
  #attaches = 0
  #base = { rx: 0, tx: 0 }
  #timer: Cancel | undefined
  #stopped = false

  constructor(options: SystemSlotOptions) {
    this.#o = options
  }

  /** Looks for the modem and goes on looking; resolves after the first look. */
  async open(): Promise<void> {
    await this.#look().catch((error: unknown) => {
      if (error instanceof Fault && error.code === 'nmcli-missing') throw error
      this.#fail(error)
    })
    this.#again()
  }
  dispose(): void {
    this.#stopped = true
    this.#timer?.()
  }
  keepOpening(): void {
    // It looks by itself.
  }

  get facts(): SlotFacts {
    const { rx, tx } = this.#link?.bytes ?? { rx: 0, tx: 0 }
    return {
      port: this.#modem !== undefined,
      link: this.#link !== undefined,
      registered: this.#modem?.registered ?? null,
      dbm: this.#modem?.dbm ?? null,
      cell: null,
      operator: this.#modem?.operator ?? null,
      address: this.#link?.address ?? null,
      bytes: { rx: this.#base.rx + rx, tx: this.#base.tx + tx },
      attaches: this.#attaches,
    }
  }
  on(listener: (event: SlotEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async connect(signal: AbortSignal): Promise<Done> {
    const attached = await this.attach(signal)
    if (this.#link) return attached
    const { clock, system, name, connection } = this.#o
    const { deviceId, device } = this.#need()
    const startUs = clock.monotonicUs()
    const link = await system.up({ slot: name, deviceId, ...connection }, device, signal)
    this.#linkIs(link, quoted(''))
    const ms = (clock.monotonicUs() - startUs) / 1000
    return {
      phases: [...attached.phases, { phase: 'ppp', ms }],
      seen: [upWords(device, link)],
    }
  }
  async attach(signal: AbortSignal): Promise<Done> {
    const { clock } = this.#o
    const startUs = clock.monotonicUs()
    let unanswered: unknown
    while (this.#modem?.registered !== true) {
      const ms = (clock.monotonicUs() - startUs) / 1000
      if (ms > registerMs)
        throw unanswered instanceof Fault
          ? unanswered
          : new Fault(this.#modem ? 'registration-no-coverage' : 'port-gone', quoted(this.#o.port))
      await sleep(clock, 1000, signal)
      // A manager that is slow once has not said that there is no modem.
      unanswered = await this.#look().then(
        () => undefined,
        (error: unknown) => {
          this.#fail(error)
          return error
        },
      )
    }
    return { phases: [{ phase: 'attach', ms: (clock.monotonicUs() - startUs) / 1000 }], seen: [] }
  }
  async hangUp(): Promise<void> {
    await this.#o.system.down(this.#o.name)
    this.#linkIs(undefined, takenDown)
  }
  /** Routes follow the traffic. */
  async prefer(preferred: boolean): Promise<void> {
    if (this.#modem) await this.#o.system.prefer(this.#o.name, this.#modem.device, preferred)
  }

  get power() {
    const { slot, clock } = this.#o
    if (!slot.board.canSwitchOn) return undefined
    const act = async (action: 'on' | 'off'): Promise<Done> => {
      const startUs = clock.monotonicUs()
      const { outcome, fault } = await slot.power.switch(action)
      if (outcome === 'failed' || outcome === 'cancelled')
        throw new Fault(fault?.code ?? 'power-cancelled', fault?.detail ?? quoted(''))
      const ms = (clock.monotonicUs() - startUs) / 1000
      return { phases: [{ phase: 'power', ms }], seen: [powerSeen(action, outcome)] }
    }
    return { on: () => act('on'), off: () => act('off') }
  }

  async probe({ kind, target, timeoutMs }: ProbeCheck): Promise<Probed> {
    const { iface } = this.#needLink()
    // What has no tool of the system is refused with the settings.
    if (kind !== 'http') {
      const ms = await this.#o.system.ping(iface, target, timeoutMs)
      return { ms, seen: answered(target, ms, ` (${iface})`) }
    }
    const { status, ms } = await this.#o.system.http(iface, target, { timeoutMs })
    return { ms, seen: quoted(`${target}: HTTP ${status}, ${ms.toFixed(0)} ms (${iface})`) }
  }
  async upload({ kind, target, timeoutMs }: UploadPlan, value: string): Promise<Uploaded> {
    const { iface, address: own } = this.#needLink()
    const { system } = this.#o
    if (kind === 'ping') {
      const latencyMs = await system.ping(iface, target, timeoutMs)
      return { latencyMs, status: null, own, seenAs: null }
    }
    const url = kind === 'get' ? `${target}${target.includes('?') ? '&' : '?'}${value}` : target
    const post = kind === 'post' ? { post: value } : {}
    const { status, ms, body } = await system.http(iface, url, { timeoutMs, ...post })
    const said = body.trim()
    const seenAs = /^(\d{1,3}\.){3}\d{1,3}$/.test(said) ? said : null
    return { latencyMs: ms, status, own, seenAs }
  }

  #again(): void {
    if (this.#stopped) return
    this.#timer = this.#o.clock.schedule(lookMs, () => {
      this.#look()
        .catch((error: unknown) => this.#fail(error))
        .finally(() => this.#again())
    })
  }
  #fail(error: unknown): void {
    // What the manager refuses now it may answer next time.
    if (!(error instanceof Fault)) this.#o.report(error)
  }
  async #look(): Promise<void> {
    const { system, port, name } = this.#o
    const before = this.#modem
    const modem = await system.find(port)
    const link = modem && (await system.state(name))
    const why = modem && this.#link && !link ? await system.reason(modem.device) : ''
    if (this.#stopped) return
    this.#modem = modem
    this.#linkIs(link, modem ? quoted(`NetworkManager: ${why}`) : gone(port))
    if (!before !== !modem) {
      const seen = modem ? deviceThere(modem.device) : gone(port)
      this.#tell({ kind: 'port', there: modem !== undefined, seen })
    }
    if (modem && modem.registered !== null && modem.registered !== before?.registered)
      this.#tell({ kind: 'registration', registered: modem.registered })
    if (modem && modem.dbm !== null && modem.dbm !== before?.dbm)
      this.#tell({ kind: 'signal', dbm: modem.dbm })
  }
  #linkIs(link: SystemLinkState | undefined, seen: SeenLine): void {
    const before = this.#link
    this.#link = link
    if (before && !link) {
      const { rx, tx } = before.bytes
      this.#base = { rx: this.#base.rx + rx, tx: this.#base.tx + tx }
      this.#tell({ kind: 'link', up: false, seen })
    } else if (!before && link) {
      this.#attaches++
      this.#tell({ kind: 'link', up: true })
    }
  }
  #need(): SystemModem {
    if (!this.#modem) throw new Fault('port-gone', quoted(this.#o.port))
    return this.#modem
  }
  #needLink(): SystemLinkState {
    if (!this.#link) throw new Fault('net-not-connected', quoted(this.#o.port))
    return this.#link
  }
  #tell(event: SlotEvent): void {
    for (const listener of [...this.#listeners]) listener(event)
  }
}

const upWords = (device: string, { iface, address }: SystemLinkState): Words =>
  systemLinkUp(device, iface, address)
