import type { IpHost } from '../host'
import type { Hop, TraceOptions, TraceResult } from '../traceroute'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import { quoted } from '../../words'
import { hopsAway, noRouterAnswers, notReached } from './path-words'

export interface TraceTool extends ToolOptions, Omit<TraceOptions, 'signal' | 'onHop'> {
  readonly host: string
}

/** The routers on the way to a host, explained. Rejects like `IpHost.traceroute`. */
export async function traceTool(
  host: IpHost,
  options: TraceTool,
): Promise<ToolAnswer<TraceResult>> {
  const { host: name, maxHops, probes, timeoutMs, family, signal, onProgress } = options
  const result = await host.traceroute(name, {
    maxHops,
    probes,
    timeoutMs,
    family,
    signal,
    onHop: (hop) => onProgress?.({ index: hop.ttl, value: best(hop), line: quoted(hopLine(hop)) }),
  })
  const { hops, reached } = result
  return {
    ok: reached,
    words: traceWords(result),
    lines: hops.map(hopLine).map(quoted),
    facts: result,
  }
}

function best({ ms }: Hop): number | null {
  const answered = ms.filter((one) => one !== null)
  return answered.length > 0 ? Math.min(...answered) : null
}

function hopLine(hop: Hop): string {
  const times = hop.ms.map((ms) => (ms === null ? '*' : msText(ms))).join('  ')
  return `${String(hop.ttl).padStart(2)}  ${(hop.address ?? '*').padEnd(15)}  ${times}`
}

function traceWords({ host, hops, reached }: TraceResult) {
  if (reached) return hopsAway(host, hops.length)
  const last = hops.findLast((hop) => hop.address !== null)
  if (!last) return noRouterAnswers(host)
  return notReached(host, last.address ?? '', last.ttl)
}
