import type { Handlers, measureCalls } from '@contract'
import type { IpHost } from '@core/ip/host'
import type { NetTool } from '@core/ip/net-state'
import { coapTool } from '@core/ip/tools/coap'
import { bufferbloatTool } from '@core/ip/tools/bufferbloat'
import { iperf3Tool } from '@core/ip/tools/iperf3'
import { mtuTool } from '@core/ip/tools/mtu'
import { natTimeoutTool } from '@core/ip/tools/nat-timeout'
import { resolversTool } from '@core/ip/tools/resolvers'
import type { ToolOptions } from '@core/ip/tools/tool-answer'
import { udpEchoTool } from '@core/ip/tools/udp-echo'
import type { SlotName } from '@core/modem/slot-names'
import type { NetParts } from './net'

/** The calls that measure a slot's link. */
export function measureHandlersOf(bench: NetParts): Pick<Handlers, keyof typeof measureCalls> {
  const { clock, chance } = bench.environment
  const run = <T>(
    slot: SlotName,
    tool: NetTool,
    use: (host: IpHost, options: ToolOptions) => Promise<T>,
  ) => bench.slots[slot].net.runs.run(tool, use)
  // None: until it is cancelled.
  const many = (count: number) => (count === 0 ? Infinity : count)
  return {
    'net.udpEcho': async ({ slot, count, ...input }) =>
      run(slot, 'udpEcho', (host, options) =>
        udpEchoTool({ clock, chance, host }, { ...input, ...options, count: many(count) }),
      ),
    'net.coap': async ({ slot, count, ...input }) =>
      run(slot, 'coap', (host, options) =>
        coapTool({ clock, chance, host }, { ...input, ...options, count: many(count) }),
      ),
    'net.bufferbloat': async ({ slot, ...input }) =>
      run(slot, 'bufferbloat', (host, options) =>
        bufferbloatTool(clock, host, { ...input, ...options }),
      ),
    'net.iperf3': async ({ slot, ...input }) =>
      run(slot, 'iperf3', (host, options) =>
        iperf3Tool({ clock, chance, host }, { ...input, ...options }),
      ),
    'net.resolvers': async ({ slot, ...input }) =>
      run(slot, 'resolvers', (host, options) =>
        resolversTool(clock, host, { ...input, ...options }),
      ),
    'net.natTimeout': async ({ slot, ...input }) =>
      run(slot, 'natTimeout', (host, options) =>
        natTimeoutTool({ clock, chance, host }, { ...input, ...options }),
      ),
    'net.mtu': async ({ slot, ...input }) =>
      run(slot, 'mtu', (host, options) => mtuTool(clock, host, { ...input, ...options })),
  }
}
