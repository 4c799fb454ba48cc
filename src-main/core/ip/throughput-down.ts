import { Fault } from '../fault'
import type { IpHost } from './host'
import type { ThroughputRun } from './throughput-run'
import { answered, nothingToMeasure } from './words'

/** Long enough for any run; the run itself ends it. */
const requestLimitMs = 3_600_000

/** Fetches again and again until the run is over. */
export async function download(host: IpHost, run: ThroughputRun): Promise<void> {
  let bytes = 0
  while (!run.ended) {
    run.request()
    const before = bytes
    const { status, reason, headers } = await host.http(run.url, {
      tls: run.tls,
      family: run.family,
      signal: run.signal,
      timeoutMs: requestLimitMs,
      silenceMs: requestLimitMs,
      onBody: (chunk) => {
        bytes += chunk.length
        run.arrived(bytes)
      },
    })
    if (status !== 200) throw new Fault('http-status', answered(run.url, status, reason, headers))
    if (bytes === before) throw new Fault('http-bad-answer', nothingToMeasure(run.url))
  }
}
