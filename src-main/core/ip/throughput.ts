import { Fault } from '../fault'
import type { Cancel, Clock } from '../ports/clock'
import type { IpHost } from './host'
import { download } from './throughput-down'
import { upload } from './throughput-up'

export interface ThroughputSample {
  /** Since the first octet. */
  readonly atMs: number
  /** Content that arrived since the sample before. */
  readonly bytes: number
  readonly mbps: number
}

export interface ThroughputOptions {
  readonly direction: 'down' | 'up'
  /** http:// only. Fetched again when it ends early; uploads are posted to it. */
  readonly url: string
  /** Default 10. Counted from the first octet of content. */
  readonly seconds?: number | undefined
  /** Octets of IP packets, both ways, after which it stops. Default 10 MB. */
  readonly budgetBytes?: number | undefined
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

const tickMs = 100
const sampleMs = 500
/** For the name, the handshake and the first octet. */
const startLimitMs = 30_000

/** The run as its direction sees it. */
export interface ThroughputRun {
  readonly url: string
  readonly signal: AbortSignal
  readonly ended: boolean
  /** Content that has arrived in all; the first call starts the clock. */
  arrived(bytes: number): void
  request(): void
}

/**
 * Moves content for some seconds or until the budget is used up, whichever comes first. What is already on its way when the
 * budget ends still arrives: up to the 256 KiB of a TCP window.
 */
export async function throughput(
  clock: Clock,
  host: IpHost,
  options: ThroughputOptions,
): Promise<ThroughputResult> {
  const run = new Run(clock, host, options)
  const move = options.direction === 'down' ? download : upload
  try {
    await move(host, run)
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
    this.#budget = options.budgetBytes ?? 10_000_000
    this.#ms = (options.seconds ?? 10) * 1000
    this.#startBytes = billed(host)
    this.#stopLimit = clock.schedule(startLimitMs, () => {
      this.late = new Fault('tcp-timeout', {
        en: `no content from ${options.url} within 30 s`,
        ja: `${options.url} から 30 秒以内にデータが届きません。`,
      })
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
    this.#bytes = bytes
    if (this.#startUs === undefined) this.#begin()
    this.#check()
  }

  #begin(): void {
    this.#startUs = this.#sampledUs = this.#clock.monotonicUs()
    this.#stopLimit()
    this.#tick()
  }

  #tick(): void {
    this.#cancel = this.#clock.schedule(tickMs, () => {
      this.#check()
      if (this.#ended === undefined) this.#tick()
    })
  }

  #check(): void {
    if (this.#startUs === undefined || this.#ended !== undefined) return
    const now = this.#clock.monotonicUs()
    if (now - this.#sampledUs >= sampleMs * 1000) this.#sample(now)
    if (now - this.#startUs >= this.#ms * 1000) this.#end('time', now)
    else if (billed(this.#host) - this.#startBytes >= this.#budget) this.#end('budget', now)
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
    const us = (this.#endUs ?? this.#clock.monotonicUs()) - (this.#startUs ?? 0)
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
