import type { GpioAdapter } from '@core/ports/gpio-adapter'
import { parseAdapterName } from './adapter-name'
import type { AdapterOptions } from './adapters/adapter'
import { hidFault } from './hid-fault'
import { LineAdapter } from './line-adapter'

/**
 * Finds the adapter a person named (`cp2112:SERIAL`, `gpiod`, `sim:sim7672`); no line is touched before its `open`. Rejects
 * with `Fault`: adapter-name, adapter-not-found, adapter-library, adapter-driver, adapter-permission,
 * adapter-busy, adapter-tools, port-…
 */
export async function openAdapter(name: string, options: AdapterOptions): Promise<GpioAdapter> {
  const { member, rest } = parseAdapterName(name)
  try {
    return new LineAdapter(await member.open({ rest, name }, options), options.clock)
  } catch (error) {
    throw hidFault(error, name)
  }
}
