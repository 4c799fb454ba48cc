import type { Handlers, netCalls, Parsed } from '@contract'
import { Fault } from '@core/fault'
import { keepAliveCost } from '@core/ip/keep-alive-cost'
import { dnsTool } from '@core/ip/tools/dns'
import { httpTool } from '@core/ip/tools/http'
import { mqttTool } from '@core/ip/tools/mqtt'
import { ntpTool } from '@core/ip/tools/ntp'
import { pingTool } from '@core/ip/tools/ping'
import { soracomTool } from '@core/ip/tools/soracom'
import { throughputTool } from '@core/ip/tools/throughput'
import { tlsTool } from '@core/ip/tools/tls'
import { traceTool } from '@core/ip/tools/traceroute'
import type { NetTool } from '@core/ip/net-state'
import type { SlotName } from '@core/modem/slot-names'
import { utf8Bytes } from '@core/utf8'
import { base64, octetsOf } from '@bench/base64'
import type { ToolRuns } from '@bench/slot/tool-runs'
import type { Environment } from '@bench/environment'
import type { Slots } from '@bench/slot/slot'
import type { Windows } from '@bench/window/windows'
import { quoted } from '@core/words'

/** What of the bench is needed here. */
export interface NetParts {
  readonly environment: Environment
  readonly slots: Slots
  readonly outbox: Windows
}

type Request = Omit<Parsed<'net.http'>, 'slot'>

function requestOf(input: Request) {
  const { url, method, body, bodyBase64, contentType, maxBytes, timeoutMs, tls, family } = input
  const octets = bodyBase64 === undefined ? body && utf8Bytes(body) : octetsOf(bodyBase64)
  return {
    url,
    maxBytes,
    tls,
    family,
    ...(method === undefined ? {} : { method }),
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(octets ? { body: octets } : {}),
    ...(octets && contentType !== undefined ? { headers: { 'content-type': contentType } } : {}),
  }
}

/** What a visit to a broker leaves open gets names of its own: two benches must not throw each other out. */
function visitOf({ environment }: NetParts, input: Omit<Parsed<'net.mqtt'>, 'slot'>) {
  const own = Math.floor(environment.chance.next() * 1e9)
  const { clientId, topic, message, ...rest } = input
  return {
    ...rest,
    clientId: clientId ?? `modem-bench-${own}`,
    topic: topic ?? `modem-bench/${own}`,
    ...(message === undefined ? {} : { message: utf8Bytes(message) }),
  }
}

/** Tells the octets of a body as they come; throws when they are more than somebody wanted. */
function bodyTo({ outbox }: NetParts, slot: SlotName, most: number): (chunk: Uint8Array) => void {
  let passed = 0
  return (chunk) => {
    passed += chunk.length
    if (passed > most) throw new Fault('http-too-large', quoted(`${most}`))
    outbox.send('body', { slot, base64: base64([chunk]) })
  }
}

/** The calls that go over a slot's link. */
export function netHandlersOf(bench: NetParts): Pick<Handlers, keyof typeof netCalls> {
  const { clock } = bench.environment
  const run = <T>(
    slot: SlotName,
    tool: NetTool,
    use: Parameters<typeof ToolRuns.prototype.run<T>>[1],
  ) => bench.slots[slot].net.runs.run(tool, use)
  return {
    'net.ping': async ({ slot, count, ...input }) => {
      const answer = await run(slot, 'ping', (host, options) =>
        pingTool(host, { ...input, ...options, count: count === 0 ? Infinity : count }),
      )
      // A host that a person tries may well answer no ping: that says nothing of the link.
      const { host, avgMs } = answer.facts
      if (avgMs !== null) bench.slots[slot].net.checked(host, avgMs)
      return answer
    },
    'net.dns': async ({ slot, ...input }) =>
      run(slot, 'dns', (host, options) => dnsTool(host, { ...input, ...options })),
    'net.http': async ({ slot, ...input }) =>
      run(slot, 'http', (host, options) =>
        httpTool(host, {
          ...requestOf(input),
          ...options,
          ...(input.save ? { onBody: bodyTo(bench, slot, input.maxBytes) } : {}),
        }),
      ),
    'net.tls': async ({ slot, ...input }) =>
      run(slot, 'tls', (host, options) => tlsTool(host, { ...input, ...options })),
    'net.mqtt': async ({ slot, ...input }) =>
      run(slot, 'mqtt', (host, options) =>
        mqttTool(host, bench.environment.runMqtt, { ...visitOf(bench, input), ...options }),
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
      run(slot, 'soracom', (host, options) => soracomTool(clock, host, { ...input, ...options })),
    'net.cancel': async ({ slot }) => bench.slots[slot].net.runs.cancel(),

    'net.socks': async ({ slot, on, port, budgetBytes, login }) =>
      bench.slots[slot].net.setProxy(on ? { port, budgetBytes, credentials: login } : undefined),
    'net.capture': async ({ slot, on, way, redact, language }) =>
      bench.slots[slot].net.setCapture(on ? { way, redact, language } : undefined),
    'net.dissector': async () => ({ path: await bench.environment.installDissector() }),
    'net.keepAlive': async ({ slot, on, minutes, kind, host }) =>
      bench.slots[slot].net.setKeepAlive(
        on ? { kind, host, everyMs: minutes * 60_000 } : undefined,
      ),
    'net.keepAliveCost': async ({ minutes, kind }) => keepAliveCost(kind, minutes * 60_000),
  }
}
