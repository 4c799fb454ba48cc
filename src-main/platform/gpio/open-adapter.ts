import { Fault } from '@core/fault'
import type { Clock } from '@core/ports/clock'
import type { GpioAdapter } from '@core/ports/gpio-adapter'
import type { SimulatedModem } from '@core/simulator/modem'
import { parseAdapterName } from './adapter-name'
import { LineAdapter } from './line-adapter'
import type { PinDriver } from './pin-driver'
import { SimDriver } from './sim'

/** What adapters are opened with. */
export interface AdapterOptions {
  readonly clock: Clock
  /** The simulated modem of a name; without it `sim:` adapters are refused. */
  readonly simulated?: (name: string) => SimulatedModem
  readonly simulatedNames?: () => readonly string[]
}

/** Finds the adapter a person named; its lines are not touched before `open`. Rejects with `Fault` adapter-… */
export async function openAdapter(name: string, options: AdapterOptions): Promise<GpioAdapter> {
  return new LineAdapter(await driverOf(name, options), options.clock)
}

async function driverOf(name: string, options: AdapterOptions): Promise<PinDriver> {
  const { kind, rest } = parseAdapterName(name)
  switch (kind) {
    case 'sim':
      if (!options.simulated)
        throw new Fault('adapter-name', `"${name}": simulated modems cannot be reached from here.`)
      return new SimDriver(name, options.simulated(`sim:${rest}`))
    default:
      throw new Fault('adapter-name', `"${name}".`)
  }
}
