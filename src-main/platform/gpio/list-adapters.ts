import type { AdapterInfo } from '@core/ports/gpio-adapter'
import type { AdapterOptions } from './open-adapter'

/** The adapters that can be chosen now; those without an id of their own are found by their port. */
export async function listAdapters(options: AdapterOptions): Promise<readonly AdapterInfo[]> {
  return (options.simulatedNames?.() ?? []).map((name) => ({
    id: name,
    kind: 'sim',
    title: `Simulated modem (${name})`,
  }))
}
