import type { Clock } from '../ports/clock'
import type { TlsWishes } from '../ports/tls'
import { sleep } from '../wait'
import {
  delayStats,
  probeKindFor,
  probeUntil,
  probeWhile,
  type DelayProbeKind,
  type DelaySample,
  type DelayStats,
  type DelayTarget,
} from './delay-probe'
import type { FamilyChoice } from './destination'
import type { IpHost } from './host'
import { parseUrl } from './http'
import { throughput, tooShort, type ThroughputResult } from './throughput'

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
  /** Why it is not compared: its load never filled the line, or the queue of the phase before was still there. */
  readonly unfit: 'load' | 'queue' | null
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
  /** By how much the median grew in the direction where it grew most; null where too little was answered, or a phase is unfit. */
  readonly addedMs: number | null
  readonly grade: LoadGrade | null
  readonly billedBytes: number
  readonly samples: readonly LoadedDelaySample[]
}

/** A queue that is still full would make the next direction look worse: how long it may take to empty. */
export const drainMs = 15_000
/** Content of a whole run below which no line was full. */
const leastBytes = 2_000

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
  const idle = await run.idle()
  const phases = [idle]
  for (const way of ways) {
    const calm = phases.length === 1 || (await run.drained(idle))
    phases.push(await run.full(way, calm))
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
    return { phase: 'idle', mbps: 0, unfit: null, ...delayStats(samples) }
  }

  /** Waits until the delay is near the idle one again. */
  async drained({ medianMs, p95Ms }: PhaseDelay): Promise<boolean> {
    if (medianMs === null || p95Ms === null) return true
    const near = Math.max(p95Ms, 1.5 * medianMs) + 20
    const calm = (ms: number) => ms <= near
    const { signal } = this.#o
    return probeUntil(this.#clock, this.#host, this.#by, this.#target, calm, drainMs, signal)
  }

  async full(way: LoadWay, calm: boolean): Promise<PhaseDelay> {
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
    const moved = await moving
    // What was sent before the first octet of content met an idle line.
    const stats = delayStats(samples.filter(({ atMs }) => atMs >= fullFromMs))
    const unfit = neverFull(moved) ? 'load' : calm ? null : 'queue'
    return { phase: way, mbps: moved.mbps, unfit, ...stats }
  }

  #probe(phase: LoadPhase, until: Promise<unknown>): Promise<DelaySample[]> {
    return probeWhile(this.#clock, this.#host, this.#by, this.#target, until, (sample) => {
      const told = { phase, ...sample }
      this.samples.push(told)
      this.#o.onSample?.(told)
    })
  }
}

const neverFull = (moved: ThroughputResult) => moved.bytes < leastBytes || tooShort(moved)

/** Fewer answers say nothing about a median. */
export const leastAnswers = 3

function addedBy([idle, ...full]: readonly PhaseDelay[]): number | null {
  const base = idle && idle.received >= leastAnswers ? idle.medianMs : null
  if (base === null || full.some(({ unfit }) => unfit !== null)) return null
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
