import type { SimulatedModemInfo } from '@contract'
import { personas } from '@catalog/modems/personas'
import { Fault } from '@core/fault'
import type { BytePort } from '@core/ports/byte-port'
import type { Chance } from '@core/ports/chance'
import type { Clock } from '@core/ports/clock'
import type { PortInfo } from '@core/ports/port-info'
import { SimulatedBench } from '@core/simulator/bench'
import type { SimulatedModem } from '@core/simulator/modem'
import { applyFault, faultKnobs } from '@core/simulator/fault-rows'

/** The simulated modems of this program: ports like any other, with knobs. */
export class Simulators {
  readonly #bench: SimulatedBench
  constructor(options: { clock: Clock; chance: Chance }) {
    this.#bench = new SimulatedBench({ ...options, personas })
  }
  open(name: string): Promise<BytePort> {
    return this.#bench.open(name)
  }
  /** The modem of a name, for its power pins. */
  modem(name: string): SimulatedModem {
    return this.#bench.modem(name)
  }
  /** Ends every modem; nothing waits any more. */
  dispose(): void {
    this.#bench.dispose()
  }
  ports(): readonly PortInfo[] {
    return this.#bench.ports().map((port) => ({
      path: port.name,
      label: port.title,
      kind: 'simulated',
      role: 'at',
      use: 'yes',
      identity: port.identity,
    }))
  }
  list(): readonly SimulatedModemInfo[] {
    return [...this.#bench.modems()].map(([name, modem]) => ({
      name,
      persona: modem.persona.title,
      power: modem.power.status(),
      faults: faultKnobs.map((knob) => {
        const value = knob.value(modem)
        return { id: knob.id, title: knob.title, ...(value === undefined ? {} : { value }) }
      }),
    }))
  }
  control(name: string, fault: string, value?: string): void {
    const modem = this.#bench.modems().get(name)
    if (!modem) throw new Fault('bad-input', `There is no simulated modem named "${name}" yet.`)
    applyFault(modem, fault, value)
  }
}
