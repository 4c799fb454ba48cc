import type { Handlers, netCalls } from '@contract'
import { keepAliveCost } from '@core/ip/keep-alive-cost'
import { dnsTool } from '@core/ip/tools/dns'
import { httpTool } from '@core/ip/tools/http'
import { ntpTool } from '@core/ip/tools/ntp'
import { pingTool } from '@core/ip/tools/ping'
import { soracomTool } from '@core/ip/tools/soracom'
import { throughputTool } from '@core/ip/tools/throughput'
import { traceTool } from '@core/ip/tools/traceroute'
import type { NetTool } from '@core/ip/net-state'
import type { SlotName } from '@core/modem/slot-state'
import { utf8Bytes } from '@core/utf8'
import type { Bench } from './bench'
import type { ToolRuns } from './tool-runs'

/** The calls that go over a slot's link. */
export function netHandlersOf(bench: Bench): Pick<Handlers, keyof typeof netCalls> {
  const { clock } = bench.environment
  const run = <T>(
    slot: SlotName,
    tool: NetTool,
    use: Parameters<typeof ToolRuns.prototype.run<T>>[1],
  ) => bench.slots[slot].net.runs.run(tool, use)
  return {
    'net.ping': async ({ slot, ...input }) =>
      run(slot, 'ping', (host, options) => pingTool(host, { ...input, ...options })),
    'net.dns': async ({ slot, ...input }) =>
      run(slot, 'dns', (host, options) => dnsTool(host, { ...input, ...options })),
    'net.http': async ({ slot, body, contentType, ...input }) =>
      run(slot, 'http', (host, options) =>
        httpTool(host, {
          ...input,
          ...options,
          ...(body === undefined ? {} : { body: utf8Bytes(body) }),
          ...(contentType === undefined ? {} : { headers: { 'content-type': contentType } }),
        }),
      ),
    'net.throughput': async ({ slot, ...input }) =>
      run(slot, 'throughput', (host, options) =>
        throughputTool(clock, host, { ...input, ...options }),
      ),
    'net.traceroute': async ({ slot, ...input }) =>
      run(slot, 'traceroute', (host, options) => traceTool(host, { ...input, ...options })),
    'net.ntp': async ({ slot, ...input }) =>
      run(slot, 'ntp', (host, options) => ntpTool(host, { ...input, ...options })),
    'net.soracom': async ({ slot, ...input }) =>
      run(slot, 'soracom', (host, options) => soracomTool(host, { ...input, ...options })),
    'net.cancel': async ({ slot }) => bench.slots[slot].net.runs.cancel(),

    'net.socks': async ({ slot, on, port, budgetBytes, login }) =>
      bench.slots[slot].net.setProxy(on ? { port, budgetBytes, credentials: login } : undefined),
    'net.capture': async ({ slot, on, way, redact, language }) =>
      bench.slots[slot].net.setCapture(on ? { way, redact, language } : undefined),
    'net.keepAlive': async ({ slot, on, minutes, kind, host }) =>
      bench.slots[slot].net.setKeepAlive(
        on ? { kind, host, everyMs: minutes * 60_000 } : undefined,
      ),
    'net.keepAliveCost': async ({ minutes, kind }) => keepAliveCost(kind, minutes * 60_000),
  }
}
