import type { IpHost } from '../host'
import type { Hop, TraceOptions, TraceResult } from '../traceroute'
import { msText, type ToolAnswer, type ToolOptions } from './tool-answer'
import { quoted } from '../../words'

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
  if (reached)
    return {
      en: `${host} is ${hops.length} hops away.`,
      ja: `${host} まで ${hops.length} ホップです。`,
    }
  const last = hops.findLast((hop) => hop.address !== null)
  if (!last)
    return {
      en: `No router on the way to ${host} answers; many operators hide theirs.`,
      ja: `${host} までの経路上のルーターは応答しません（応答しないネットワークは珍しくありません）。`,
    }
  return {
    en: `${host} was not reached; the last to answer was ${last.address ?? ''}, hop ${last.ttl}.`,
    ja: `${host} に到達しませんでした。最後に応答したのは ${last.ttl} ホップ目の ${last.address ?? ''} です。`,
  }
}
