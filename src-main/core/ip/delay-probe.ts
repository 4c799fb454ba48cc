import { Fault, faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import { cancelled, sleep } from '../wait'
import type { IpHost } from './host'

/** How a round trip is asked for: an echo, or where nobody answers those the handshake of TCP. */
export type DelayProbeKind = 'icmp' | 'tcp'

export interface DelaySample {
  /** Since the first, when it was sent. */
  readonly atMs: number
  /** Null: no answer in time. */
  readonly ms: number | null
}

export interface DelayTarget {
  readonly address: string
  /** Of TCP, for the handshake. */
  readonly port: number
}

/** Full queues of modems and base stations hold answers back for longer than a usual ping waits. */
export const probeLimitMs = 15_000
const everyMs = 200
const calmLimitMs = 5_000
/** Echoes that are tried before the host is taken for one that answers none. */
const firstEchoes = 3

/** An echo where the host answers one, else the handshake of TCP. */
export async function probeKindFor(
  host: IpHost,
  { address }: DelayTarget,
  signal: AbortSignal | undefined,
): Promise<DelayProbeKind> {
  const { received } = await host.ping(address, { count: firstEchoes, intervalMs: everyMs, signal })
  return received > 0 ? 'icmp' : 'tcp'
}

/** Asks until `calm` says yes to two answers in a row, at most `mostMs` and one answer more. False: it never did. */
export async function probeUntil(
  clock: Clock,
  host: IpHost,
  kind: DelayProbeKind,
  target: DelayTarget,
  calm: (ms: number) => boolean,
  mostMs: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const endUs = clock.monotonicUs() + mostMs * 1000
  const never = new AbortController().signal
  let inRow = 0
  while (clock.monotonicUs() < endUs) {
    const ms = await roundTrip(clock, host, kind, target, signal ?? never, calmLimitMs)
    const stop = cancelled(signal)
    if (stop) throw stop
    inRow = ms !== null && calm(ms) ? inRow + 1 : 0
    if (inRow === 2) return true
    await sleep(clock, everyMs, signal)
  }
  return false
}

/**
 * Asks again and again until `until` is settled; what is under way then is waited for. Rejects as `until` does, or with `ip-closed` when
 * the link is gone.
 */
export async function probeWhile(
  clock: Clock,
  host: IpHost,
  kind: DelayProbeKind,
  target: DelayTarget,
  until: Promise<unknown>,
  onSample: (sample: DelaySample) => void,
): Promise<DelaySample[]> {
  const stop = new AbortController()
  // One each: a signal that hundreds of probes listen to looks like a leak.
  const cuts = new Set<AbortController>()
  const startUs = clock.monotonicUs()
  const samples: DelaySample[] = []
  const waiting: Promise<void>[] = []
  let failure: unknown
  const one = async (): Promise<void> => {
    const atMs = (clock.monotonicUs() - startUs) / 1000
    const cut = new AbortController()
    cuts.add(cut)
    const ms = await roundTrip(clock, host, kind, target, cut.signal)
    cuts.delete(cut)
    if (cut.signal.aborted) return
    const sample = { atMs, ms }
    samples.push(sample)
    onSample(sample)
  }
  const failed = (error: unknown): void => {
    failure ??= error
    stop.abort(new Fault('at-cancelled'))
  }
  const pace = async (): Promise<void> => {
    for (;;) {
      waiting.push(one().catch(failed))
      await sleep(clock, everyMs, stop.signal)
    }
  }
  const pacing = pace().catch((error: unknown) => stopped(error, stop.signal))
  try {
    await until
  } catch (error) {
    for (const cut of cuts) cut.abort(new Fault('at-cancelled'))
    throw error
  } finally {
    stop.abort(new Fault('at-cancelled'))
    await pacing
    await Promise.all(waiting)
  }
  if (failure !== undefined) throw failure
  return samples.sort((a, b) => a.atMs - b.atMs)
}

function stopped(error: unknown, signal: AbortSignal): void {
  if (!signal.aborted) throw error
}

/** Null: no answer in time. Rejects with `ip-closed` when the link is gone. */
async function roundTrip(
  clock: Clock,
  host: IpHost,
  kind: DelayProbeKind,
  { address, port }: DelayTarget,
  signal: AbortSignal,
  timeoutMs = probeLimitMs,
): Promise<number | null> {
  if (kind === 'icmp') return (await host.ping(address, { count: 1, timeoutMs, signal })).minMs
  const startUs = clock.monotonicUs()
  try {
    const connection = await host.connect(address, port, { timeoutMs, signal })
    const ms = (clock.monotonicUs() - startUs) / 1000
    connection.abort()
    return ms
  } catch (error) {
    // A refusal has been there and back as well.
    if (faultCode(error) === 'tcp-refused') return (clock.monotonicUs() - startUs) / 1000
    if (faultCode(error) === 'tcp-timeout' || signal.aborted) return null
    throw error
  }
}

export interface DelayStats {
  readonly sent: number
  readonly received: number
  /** Null where nothing was received. */
  readonly minMs: number | null
  readonly medianMs: number | null
  readonly p95Ms: number | null
  readonly maxMs: number | null
  /** Mean difference of neighbouring answers; null with fewer than two. */
  readonly jitterMs: number | null
}

export function delayStats(samples: readonly DelaySample[]): DelayStats {
  const times = samples.flatMap(({ ms }) => ms ?? [])
  const sorted = [...times].sort((a, b) => a - b)
  const steps = times.slice(1).map((ms, i) => Math.abs(ms - (times[i] ?? ms)))
  const at = (part: number) => sorted[Math.ceil(part * sorted.length) - 1] ?? null
  return {
    sent: samples.length,
    received: times.length,
    minMs: sorted[0] ?? null,
    medianMs: at(0.5),
    p95Ms: at(0.95),
    maxMs: sorted.at(-1) ?? null,
    jitterMs: steps.length === 0 ? null : steps.reduce((sum, one) => sum + one, 0) / steps.length,
  }
}
