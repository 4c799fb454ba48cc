import { everyNth, thinned, type SignalSample } from '@contract'
import type { KnownFact, SlotName } from '@core/modem/slot-state'
import type { Clock } from '@core/ports/clock'

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
  readonly #onSamples: (samples: readonly SignalSample[]) => void
  constructor(onSamples: (samples: readonly SignalSample[]) => void) {
    this.#onSamples = onSamples
  }
  take(slot: SlotName, facts: readonly KnownFact[], clock: Clock): void {
    const values: { [key: string]: number } = {}
    for (const fact of facts) {
      const key = keys[fact.key as keyof typeof keys]
      if (key && fact.number !== undefined) values[key] = fact.number
    }
    if (Object.keys(values).length === 0) return
    const sample: SignalSample = {
      slot,
      atMs: clock.nowMs(),
      monoUs: clock.monotonicUs(),
      ...values,
    }
    this.add(sample)
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
