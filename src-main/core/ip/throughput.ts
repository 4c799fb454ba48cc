import { Fault } from '../fault'
import { bytesText } from './budget'
import type { Cancel, Clock } from '../ports/clock'
import type { TlsWishes } from '../ports/tls'
import type { FamilyChoice } from './destination'
import type { IpHost } from './host'
import { download } from './throughput-down'
import { upload } from './throughput-up'
import { transferSilent, noContentFrom } from './words'
import type { ThroughputRun } from './throughput-run'

export interface ThroughputSample {
  /** Since the first octet. */
  readonly atMs: number
  /** Content that arrived since the sample before. */
  readonly bytes: number
  readonly mbps: number
}

export interface ThroughputOptions {
  readonly direction: 'down' | 'up'
  /** http:// or https://. Fetched again when it ends early; uploads are posted to it. */
  readonly url: string
  /** Default 10. Counted from the first octet of content. */
  readonly seconds?: number | undefined
  /** Octets of IP packets, both ways, after which it stops. Default 10 MB. */
  readonly budgetBytes?: number | undefined
  /** For an https address. */
  readonly tls?: TlsWishes | undefined
  /** Default: IPv6 where the name and the link have it, else IPv4. */
  readonly family?: FamilyChoice | undefined
  readonly signal?: AbortSignal | undefined
  readonly onSample?: ((sample: ThroughputSample) => void) | undefined
}

export interface ThroughputResult {
  readonly direction: 'down' | 'up'
  readonly url: string
  readonly ms: number
  /** Content, without headers of any kind. */
  readonly bytes: number
  /** IP packets in both directions: what an operator counts. */
  readonly billedBytes: number
  readonly mbps: number
  readonly samples: readonly ThroughputSample[]
  readonly ended: 'time' | 'budget'
  readonly budgetBytes: number
  /** How often the address was fetched, or posted to. */
  readonly requests: number
}

// Below this the waiting for each answer is measured, not the line.
const tooLittle = 100_000

/** A short page fetched over and over says nothing about the line. */
export const tooShort = ({ direction, bytes, requests }: ThroughputResult): boolean =>
  direction === 'down' && requests > 1 && bytes / requests < tooLittle

const tickMs = 100
const sampleMs = 500
/** For the name, the handshake and the first octet. */
const startLimitMs = 30_000
/** A line that delivers nothing for so long delivers nothing any more: the longest pauses of a radio link are shorter. */
const silenceLimitMs = 10_000
/** At the end of a run less is enough, as the average would hide it. */
const silentEndMs = 3_000

/**
 * Moves content for some seconds or until the budget is used up, whichever comes first. What is already on its way when the
 * budget ends still arrives: up to the 256 KiB of a TCP window. Rejects with `net-stalled` when nothing arrives for long.
 */
export async function throughput(
  clock: Clock,
  host: IpHost,
  options: ThroughputOptions,
): Promise<ThroughputResult> {
  const move = options.direction === 'down' ? download : upload
  return measureTransfer(clock, host, options, (run) => move(host, run))
}

/** The same with a way of one's own to move content; `url` names it. */
export async function measureTransfer(
  clock: Clock,
  host: IpHost,
  options: ThroughputOptions,
  move: (run: ThroughputRun) => Promise<void>,
): Promise<ThroughputResult> {
  const run = new Run(clock, host, options)
  try {
    await move(run)
  } catch (error) {
    // It was cut off because it is over; anything else is a failure of its own.
    if (!run.ended) throw run.late ?? error
  } finally {
    run.stop()
  }
  return run.result()
}

class Run implements ThroughputRun {
  readonly url: string
  readonly tls: TlsWishes | undefined
  readonly family: FamilyChoice | undefined
  readonly #clock: Clock
  readonly #host: IpHost
  readonly #o: ThroughputOptions
  readonly #budget: number
  readonly #ms: number
  readonly #abort = new AbortController()
  readonly #startBytes: number
  readonly #samples: ThroughputSample[] = []
  readonly #stopLimit: Cancel
  #startUs: number | undefined
  #endUs: number | undefined
  /** When the last content arrived. */
  #lastUs = 0
  #count: (() => number) | undefined
  #ended: ThroughputResult['ended'] | undefined
  #bytes = 0
  #sampledUs = 0
  #sampledBytes = 0
  #requests = 0
  #cancel: Cancel | undefined
  late: Fault | undefined

  constructor(clock: Clock, host: IpHost, options: ThroughputOptions) {
    this.#clock = clock
    this.#host = host
    this.#o = options
    this.url = options.url
    this.tls = options.tls
    this.family = options.family
    this.#budget = options.budgetBytes ?? 10_000_000
    this.#ms = (options.seconds ?? 10) * 1000
    this.#startBytes = billed(host)
    this.#stopLimit = clock.schedule(startLimitMs, () => {
      this.late = new Fault('tcp-timeout', noContentFrom(options.url))
      this.#abort.abort(this.late)
    })
  }

  get signal(): AbortSignal {
    const { signal } = this.#o
    return signal ? AbortSignal.any([signal, this.#abort.signal]) : this.#abort.signal
  }
  get ended(): boolean {
    return this.#ended !== undefined
  }

  request(): void {
    this.#requests++
  }

  arrived(bytes: number): void {
    if (this.#startUs === undefined) this.#begin()
    this.#take(bytes)
    this.#check()
  }

  watch(count: () => number): void {
    this.#count = count
  }

  #take(bytes: number): void {
    if (bytes <= this.#bytes) return
    this.#bytes = bytes
    this.#lastUs = this.#clock.monotonicUs()
  }

  #begin(): void {
    this.#startUs = this.#sampledUs = this.#lastUs = this.#clock.monotonicUs()
    this.#stopLimit()
    this.#tick()
  }

  #tick(): void {
    this.#cancel = this.#clock.schedule(tickMs, () => {
      this.#check()
      if (this.#ended === undefined && !this.late) this.#tick()
    })
  }

  #check(): void {
    if (this.#startUs === undefined || this.#ended !== undefined || this.late) return
    const now = this.#clock.monotonicUs()
    if (this.#count) this.#take(this.#count())
    if (now - this.#sampledUs >= sampleMs * 1000) this.#sample(now)
    const over = now - this.#startUs >= this.#ms * 1000
    const silentMs = (now - this.#lastUs) / 1000
    if (silentMs >= (over ? silentEndMs : silenceLimitMs)) this.#stall(silentMs)
    else if (over) this.#end('time', now)
    else if (billed(this.#host) - this.#startBytes >= this.#budget) this.#end('budget', now)
  }

  #stall(silentMs: number): void {
    const us = this.#lastUs - (this.#startUs ?? 0)
    const rate = `${(us === 0 ? 0 : (this.#bytes * 8) / us).toFixed(3)} Mbit/s`
    const [silent, before] = [silentMs / 1000, us / 1e6].map((seconds) => seconds.toFixed(0))
    const bytes = bytesText(this.#bytes)
    this.late = new Fault('net-stalled', transferSilent(silent, bytes, before, rate))
    this.#abort.abort(this.late)
  }

  #end(ended: ThroughputResult['ended'], now: number): void {
    this.#ended = ended
    this.#endUs = now
    if (now > this.#sampledUs) this.#sample(now)
    this.#abort.abort(new Fault('at-cancelled'))
  }

  #sample(now: number): void {
    const bytes = this.#bytes - this.#sampledBytes
    const us = now - this.#sampledUs
    const sample = {
      atMs: (now - (this.#startUs ?? now)) / 1000,
      bytes,
      mbps: us === 0 ? 0 : (bytes * 8) / us,
    }
    this.#sampledUs = now
    this.#sampledBytes = this.#bytes
    this.#samples.push(sample)
    this.#o.onSample?.(sample)
  }

  stop(): void {
    this.#cancel?.()
    this.#stopLimit()
  }

  result(): ThroughputResult {
    const endUs = this.#endUs ?? this.#clock.monotonicUs()
    // A pause at the end is no part of the average.
    const paused = endUs - this.#lastUs > sampleMs * 1000
    const us = (paused ? this.#lastUs : endUs) - (this.#startUs ?? 0)
    return {
      direction: this.#o.direction,
      url: this.url,
      ms: us / 1000,
      bytes: this.#bytes,
      billedBytes: billed(this.#host) - this.#startBytes,
      mbps: us === 0 ? 0 : (this.#bytes * 8) / us,
      samples: this.#samples,
      ended: this.#ended ?? 'time',
      budgetBytes: this.#budget,
      requests: this.#requests,
    }
  }
}

function billed({ counters }: IpHost): number {
  return counters.bytesIn + counters.bytesOut
}
