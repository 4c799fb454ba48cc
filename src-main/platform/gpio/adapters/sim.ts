import type { GpioCaps, LineConfig } from '@core/ports/gpio-adapter'
import type { SimulatedModem } from '@core/simulator/modem'
import type { PinDriver } from '../pin-driver'
import { nameOfSim, simulatedTitle } from '../words'
import { unavailable, type AdapterMember } from './adapter'

const caps: GpioCaps = {
  lines: [
    { pin: 'power', in: false, out: true },
    { pin: 'reset', in: false, out: true },
    { pin: 'cut', in: false, out: true },
    { pin: 'status', in: true, out: false },
    { pin: 'ri', in: true, out: false },
  ],
  openDrain: 'native',
  pushPull: true,
  inputs: true,
  edges: true,
  atomicDirValue: true,
  glitchOnOpen: false,
  keepsOnClose: 'no',
  pulse: 'host',
  readBack: true,
  warnings: [],
}

/** The pins of a simulated modem: PWRKEY, RESET, the relay in its supply, STATUS, RI. Whatever the polarity, active is pressed. */
export class SimDriver implements PinDriver {
  readonly id: string
  readonly kind = 'sim'
  // A contact and an open drain are the same to a model without volts.
  readonly caps = caps
  readonly #modem: SimulatedModem
  readonly #active = new Set<string>()
  readonly #stops = new Set<() => void>()
  constructor(id: string, modem: SimulatedModem) {
    this.id = id
    this.#modem = modem
  }
  async look(lines: readonly LineConfig[]): Promise<ReadonlyMap<string, boolean>> {
    return new Map(lines.map((line) => [line.name, this.#level(line)]))
  }
  async claim(): Promise<void> {
    // Nothing to set up: its pins rest inactive.
  }
  async drive(line: LineConfig, active: boolean): Promise<void> {
    const pin = String(line.pin)
    if (this.#active.has(pin) === active) return
    if (active) this.#active.add(pin)
    else this.#active.delete(pin)
    const { power } = this.#modem
    if (pin === 'power') power.pwrkey(active)
    if (pin === 'reset') power.reset(active)
    if (pin === 'cut' && active) power.cut()
    if (pin === 'cut' && !active) power.restore()
  }
  async sense(line: LineConfig): Promise<boolean> {
    return this.#level(line)
  }
  edges(line: LineConfig, listener: (active: boolean) => void): () => void {
    if (line.pin !== 'status') return () => undefined
    const stop = this.#modem.power.onStatus(listener)
    this.#stops.add(stop)
    return () => {
      this.#stops.delete(stop)
      stop()
    }
  }
  async close(): Promise<void> {
    for (const stop of this.#stops) stop()
    this.#stops.clear()
  }
  onGone(): void {
    // A model stays.
  }
  #level(line: LineConfig): boolean {
    if (line.pin === 'status') return this.#modem.power.status()
    if (line.pin === 'ri') return this.#modem.lines().ri
    return this.#active.has(String(line.pin))
  }
}

/** `SIM7672 #2` of `sim:sim7672#2`; names that are words (replay) stay as they are. */
function modelOf(name: string): string {
  const [kind = '', number] = name.slice('sim:'.length).split('#')
  return `${/\d/.test(kind) ? kind.toUpperCase() : kind}${number === undefined ? '' : ` #${number}`}`
}

export const simAdapter: AdapterMember<'sim'> = {
  kind: 'sim',
  needs: nameOfSim,
  async list({ simulatedNames }) {
    const names = (await simulatedNames?.()) ?? []
    return names.map((name) => ({
      id: name,
      kind: 'sim',
      title: simulatedTitle(modelOf(name)),
    }))
  },
  async open(wanted, { simulated }) {
    if (!simulated) throw unavailable(wanted)
    return new SimDriver(wanted.name, await simulated(`sim:${wanted.rest}`))
  },
}
