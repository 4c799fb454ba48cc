import type { Clock } from '../ports/clock'
import type { TlsWishes } from '../ports/tls'
import { sleep } from '../wait'
import {
  delayStats,
  probeKindFor,
  probeWhile,
  type DelayProbeKind,
  type DelaySample,
  type DelayStats,
  type DelayTarget,
} from './delay-probe'
import type { FamilyChoice } from './destination'
import type { IpHost } from './host'
import { parseUrl } from './http'
import { throughput } from './throughput'

export type LoadWay = 'down' | 'up'
export type LoadPhase = 'idle' | LoadWay

export interface LoadedDelaySample extends DelaySample {
  readonly phase: LoadPhase
}

/** The delay while nothing else passed, or while the line was full in one direction. */
export interface PhaseDelay extends DelayStats {
  readonly phase: LoadPhase
  /** Content moved meanwhile; 0 while idle. */
  readonly mbps: number
}

/** How much a full line adds; the steps of the DSLReports speed test (https://www.dslreports.com/faq/17930). */
export const loadGrades = [
  { grade: 'A+', belowMs: 5 },
  { grade: 'A', belowMs: 30 },
  { grade: 'B', belowMs: 60 },
  { grade: 'C', belowMs: 200 },
  { grade: 'D', belowMs: 400 },
  { grade: 'F', belowMs: Infinity },
] as const
export type LoadGrade = (typeof loadGrades)[number]['grade']

export interface LoadedDelayOptions {
  /** http:// or https://: what fills the line. */
  readonly url: string
  /** Who is asked for round trips. Default: the host of the URL. */
  readonly host?: string | undefined
  readonly ways: readonly LoadWay[]
  /** Before the line is filled. Default 5. */
  readonly idleSeconds?: number | undefined
  /** In each direction. Default 10. */
  readonly seconds?: number | undefined
  /** Octets of IP packets in all. Default 10 MB. */
  readonly budgetBytes?: number | undefined
  readonly tls?: TlsWishes | undefined
  readonly family?: FamilyChoice | undefined
  readonly signal?: AbortSignal | undefined
  readonly onSample?: ((sample: LoadedDelaySample) => void) | undefined
}

export interface LoadedDelayResult {
  readonly url: string
  readonly host: string
  readonly address: string
  readonly by: DelayProbeKind
  /** Idle first, then a phase for each direction. */
  readonly phases: readonly PhaseDelay[]
  /** By how much the median grew in the direction where it grew most; null where too little was answered. */
  readonly addedMs: number | null
  readonly grade: LoadGrade | null
  readonly billedBytes: number
  readonly samples: readonly LoadedDelaySample[]
}

/** A queue that is still full would make the next direction look worse. */
const restMs = 1_000

/** Round trips while the line is idle, and again while it is full. Rejects like `throughput`. */
export async function loadedDelay(
  clock: Clock,
  host: IpHost,
  options: LoadedDelayOptions,
): Promise<LoadedDelayResult> {
  const { url, ways, signal, family } = options
  const page = parseUrl(url)
  const name = options.host ?? page.host
  const address = await host.addressOf(name, { signal, family })
  const target = { address, port: page.port }
  const before = billed(host)
  const by = await probeKindFor(host, target, signal)
  const run = new Run(clock, host, options, by, target)
  const phases = [await run.idle()]
  for (const way of ways) {
    phases.push(await run.full(way))
    await sleep(clock, restMs, signal)
  }
  const addedMs = addedBy(phases)
  return {
    url,
    host: name,
    address,
    by,
    phases,
    addedMs,
    grade: gradeOf(addedMs),
    billedBytes: billed(host) - before,
    samples: run.samples,
  }
}

class Run {
  readonly #clock: Clock
  readonly #host: IpHost
  readonly #o: LoadedDelayOptions
  readonly #by: DelayProbeKind
  readonly #target: DelayTarget
  readonly samples: LoadedDelaySample[] = []

  constructor(
    clock: Clock,
    host: IpHost,
    options: LoadedDelayOptions,
    by: DelayProbeKind,
    target: DelayTarget,
  ) {
    this.#clock = clock
    this.#host = host
    this.#o = options
    this.#by = by
    this.#target = target
  }

  async idle(): Promise<PhaseDelay> {
    const ms = (this.#o.idleSeconds ?? 5) * 1000
    const samples = await this.#probe('idle', sleep(this.#clock, ms, this.#o.signal))
    return { phase: 'idle', mbps: 0, ...delayStats(samples) }
  }

  async full(way: LoadWay): Promise<PhaseDelay> {
    const { url, seconds, tls, family, signal, ways, budgetBytes = 10_000_000 } = this.#o
    const startUs = this.#clock.monotonicUs()
    let fullFromMs = Infinity
    const moving = throughput(this.#clock, this.#host, {
      direction: way,
      url,
      seconds,
      tls,
      family,
      signal,
      budgetBytes: budgetBytes / ways.length,
      onSample: ({ atMs }) => {
        if (fullFromMs !== Infinity) return
        fullFromMs = (this.#clock.monotonicUs() - startUs) / 1000 - atMs
      },
    })
    const samples = await this.#probe(way, moving)
    const { mbps } = await moving
    // What was sent before the first octet of content met an idle line.
    return { phase: way, mbps, ...delayStats(samples.filter(({ atMs }) => atMs >= fullFromMs)) }
  }

  #probe(phase: LoadPhase, until: Promise<unknown>): Promise<DelaySample[]> {
    return probeWhile(this.#clock, this.#host, this.#by, this.#target, until, (sample) => {
      const told = { phase, ...sample }
      this.samples.push(told)
      this.#o.onSample?.(told)
    })
  }
}

/** Fewer answers say nothing about a median. */
export const leastAnswers = 3

function addedBy([idle, ...full]: readonly PhaseDelay[]): number | null {
  const base = idle && idle.received >= leastAnswers ? idle.medianMs : null
  if (base === null) return null
  const added = full
    .filter(({ received }) => received >= leastAnswers)
    .flatMap(({ medianMs }) => (medianMs === null ? [] : Math.max(0, medianMs - base)))
  return added.length === full.length && added.length > 0 ? Math.max(...added) : null
}

export function gradeOf(addedMs: number | null): LoadGrade | null {
  if (addedMs === null) return null
  return loadGrades.find(({ belowMs }) => addedMs < belowMs)?.grade ?? 'F'
}

function billed({ counters }: IpHost): number {
  return counters.bytesIn + counters.bytesOut
}
