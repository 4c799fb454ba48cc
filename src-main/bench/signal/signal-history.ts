import { everyNth, thinned, type SignalSample } from '@contract'
import type { Clock } from '@core/ports/clock'
import type { BenchEvent, BenchEventOf } from '@bench/events'

const keys = {
  rsrp: 'rsrpDbm',
  rsrq: 'rsrqDb',
  sinr: 'sinrDb',
  rssi: 'rssiDbm',
  csq: 'csq',
  rscp: 'rscpDbm',
  ecio: 'ecioDb',
  temperature: 'temperatureC',
  voltage: 'voltageV',
} as const

// A day at one sample a second for two slots; what is older than it holds is thinned.
const mostSamples = 172_800

/** Measured values over time, for the charts. */
export class SignalHistory {
  #samples: SignalSample[] = []
  readonly #clock: Clock
  readonly #onSamples: (samples: readonly SignalSample[]) => void
  constructor(clock: Clock, onSamples: (samples: readonly SignalSample[]) => void) {
    this.#clock = clock
    this.#onSamples = onSamples
  }
  hear(event: BenchEvent): void {
    if (event.kind === 'facts') this.#take(event)
  }
  /** What a line has just measured; a value that is only remembered is no sample. */
  #take({ slot, fresh }: BenchEventOf<'facts'>): void {
    const values: { [key: string]: number } = {}
    for (const fact of fresh) {
      const key = keys[fact.key as keyof typeof keys]
      if (key && fact.number !== undefined && !fact.stale) values[key] = fact.number
    }
    if (Object.keys(values).length === 0) return
    this.add({ slot, atMs: this.#clock.nowMs(), monoUs: this.#clock.monotonicUs(), ...values })
  }
  add(sample: SignalSample): void {
    this.#samples.push(sample)
    if (this.#samples.length > mostSamples)
      this.#samples = [...thinned(this.#samples, mostSamples * 0.75)]
    this.#onSamples([sample])
  }
  since(sinceMs = 0, maxPoints = 20_000): readonly SignalSample[] {
    const found = this.#samples.filter((sample) => sample.atMs >= sinceMs)
    return everyNth(found, Math.ceil(found.length / maxPoints))
  }
}
