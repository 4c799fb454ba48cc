import { Fault } from '../fault'
import { runCoap } from '../ip/coap'
import { parseCoapUrl } from '../ip/coap-url'
import { echoTargetOf } from '../ip/echo-target'
import type { IpHost } from '../ip/host'
import type { PingResult } from '../ip/ping'
import { runUdpEcho } from '../ip/udp-echo'
import type { Clock } from '../ports/clock'
import { quoted } from '../words'
import type { ProbeCheck, Probed } from './slots'
import { answered, notEchoed, refused } from './words'

/** The longest answer to HTTP that is waited for. */
const mostOctets = 262_144

/** One check over a link of ours. Rejects with a Fault where nothing, or the wrong thing, comes back. */
export async function probeOver(
  clock: Clock,
  host: IpHost,
  { kind, target, timeoutMs }: ProbeCheck,
  signal: AbortSignal,
): Promise<Probed> {
  const parts = { clock, chance: host.chance, host }
  const once = { count: 1, timeoutMs, signal }
  switch (kind) {
    case 'ping':
      return echoed(target, await host.ping(target, once))
    case 'udp-echo': {
      const to = echoTargetOf(target)
      if (!to) throw new Fault('bad-input', quoted(target))
      const result = await runUdpEcho(parts, { ...to, ...once })
      if (result.received === 0 && result.altered > 0)
        throw new Fault('ip-no-answer', notEchoed(target))
      return echoed(target, result)
    }
    case 'coap':
      return echoed(
        target,
        (await runCoap(parts, { ...parseCoapUrl(target), ...once, path: '' })).ping,
      )
    case 'dns':
      return timed(clock, target, async () => {
        const { server } = await host.resolve(target, { timeoutMs, signal })
        return server
      })
    case 'http':
      return timed(clock, target, async () => {
        const { status } = await host.http(target, { timeoutMs, signal, maxBytes: mostOctets })
        return `HTTP ${status}`
      })
  }
}

function echoed(target: string, { avgMs, replies }: PingResult): Probed {
  if (avgMs !== null) return { ms: avgMs, seen: answered(target, avgMs) }
  const [reply] = replies
  if (reply?.error != null)
    throw new Fault('ip-unreachable', refused(target, reply.from ?? '', reply.error))
  throw new Fault('ip-no-answer', quoted(target))
}

async function timed(clock: Clock, target: string, ask: () => Promise<string>): Promise<Probed> {
  const startUs = clock.monotonicUs()
  const said = await ask()
  const ms = (clock.monotonicUs() - startUs) / 1000
  return { ms, seen: quoted(`${target}: ${said}, ${ms.toFixed(0)} ms`) }
}
