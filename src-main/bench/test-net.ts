import { throughput } from '@core/ip/throughput'
import type { Reading } from '@core/plan/judge'
import type { DoingOf } from '@core/plan/plan'
import type { Clock } from '@core/ports/clock'
import type { Slot } from './slot'

/** What a step over the link of a slot reads. Rejects with net-not-connected, or as the tool does. */
export async function netReadings(
  slot: Slot,
  does: DoingOf<'dns' | 'ping' | 'throughput' | 'http'>,
  clock: Clock,
  signal: AbortSignal,
): Promise<readonly Reading[]> {
  return slot.net.runs.run(does.kind, async (host, { onProgress: _onProgress, ...options }) => {
    const both = { signal: AbortSignal.any([signal, ...(options.signal ? [options.signal] : [])]) }
    switch (does.kind) {
      case 'dns': {
        const startUs = clock.monotonicUs()
        await host.resolve(does.name, both)
        return [{ key: 'seconds', value: (clock.monotonicUs() - startUs) / 1e6 }]
      }
      case 'ping': {
        const { lossPct, avgMs } = await host.ping(does.host, {
          ...both,
          count: does.count,
          intervalMs: does.everyMs,
        })
        return [
          { key: 'loss', value: lossPct },
          { key: 'ms', value: avgMs },
        ]
      }
      case 'throughput': {
        const { url, direction, seconds, budgetBytes } = does
        const { mbps } = await throughput(clock, host, {
          ...both,
          url,
          direction,
          seconds,
          budgetBytes,
        })
        return [{ key: 'mbps', value: mbps }]
      }
      case 'http':
        return [{ key: 'status', value: (await host.http(does.url, both)).status }]
    }
  })
}
