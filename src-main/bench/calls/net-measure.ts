import type { Handlers, measureCalls } from '@contract'
import type { IpHost } from '@core/ip/host'
import type { NetTool } from '@core/ip/net-state'
import { bufferbloatTool } from '@core/ip/tools/bufferbloat'
import { mtuTool } from '@core/ip/tools/mtu'
import type { ToolOptions } from '@core/ip/tools/tool-answer'
import type { SlotName } from '@core/modem/slot-state'
import type { NetParts } from './net'

/** The calls that measure a slot's link. */
export function measureHandlersOf(bench: NetParts): Pick<Handlers, keyof typeof measureCalls> {
  const { clock } = bench.environment
  const run = <T>(
    slot: SlotName,
    tool: NetTool,
    use: (host: IpHost, options: ToolOptions) => Promise<T>,
  ) => bench.slots[slot].net.runs.run(tool, use)
  return {
    'net.bufferbloat': async ({ slot, ...input }) =>
      run(slot, 'bufferbloat', (host, options) =>
        bufferbloatTool(clock, host, { ...input, ...options }),
      ),
    'net.mtu': async ({ slot, ...input }) =>
      run(slot, 'mtu', (host, options) => mtuTool(clock, host, { ...input, ...options })),
  }
}
