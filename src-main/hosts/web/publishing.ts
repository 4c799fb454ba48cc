import type { Bench } from '@bench/bench'
import type { SignalSample } from '@contract'
import type { Decision } from '@core/failover/decision'
import { discoveryOf } from './home-assistant'
import type { Publisher } from '@platform/mqtt/publisher'

/** What a bench tells a broker, and where. */
export interface Published {
  readonly publisher: Pick<Publisher, 'keep' | 'show'>
  /** Stands before every topic, without a slash at the end. */
  readonly prefix: string
  /** Where Home Assistant looks for what there is; absent: it is told nothing. */
  readonly homeAssistant?: string | undefined
  /** Masks what identifies a SIM or a person in words that quote a modem. */
  readonly masked: (text: string) => string
}

/** A state that changes all the time, as octets do, is told this often at most. */
const stateEveryMs = 5_000

/**
 * Publishes what happens on a bench (docs/guides/monitoring.md has the topics): the state of each slot, retained; marks,
 * verdicts, decisions and samples, each once and in order. Returns the way to stop.
 */
export function publish(
  bench: Bench,
  { publisher, prefix, homeAssistant: at, masked }: Published,
): () => void {
  const keep = (topic: string, value: unknown) =>
    publisher.keep(`${prefix}/${topic}`, JSON.stringify(value))
  const showStates = () => {
    const { slots, failover } = bench.figures()
    for (const figures of slots) {
      const { slot, ...state } = figures
      publisher.show(`${prefix}/${slot}/state`, JSON.stringify(state))
      if (at === undefined) continue
      const { version } = bench.environment.app
      // Who is in the slot may change; what stays the same is not sent again.
      for (const { topic, text } of discoveryOf(figures, { prefix, at, version }))
        publisher.show(topic, text)
    }
    if (failover) publisher.show(`${prefix}/failover`, JSON.stringify(failover))
  }
  const stops = [
    bench.events.on((event) => {
      if (event.kind === 'mode' || event.kind === 'link' || event.kind === 'registration') soon()
      if (event.kind === 'alert') {
        const { id, atMs, name, kind, words } = event.news
        keep(`${event.slot}/alert`, { id, atMs, name, kind, words })
      }
      if (event.kind !== 'verdict') return
      const { result, step, reason, meaning, ms } = event.verdict
      const words = { en: masked(meaning.en), ja: masked(meaning.ja) }
      const atMs = bench.environment.clock.nowMs()
      keep(`${event.slot}/verdict`, { atMs, result, step, reason, ms, words })
    }),
    bench.onEvent((event) => {
      if (event.name === 'signal') for (const sample of event.value) keepSample(sample)
      if (event.name !== 'marks') return
      for (const { slot, atMs, kind, severity, words } of event.value.events)
        keep(`${slot}/event`, {
          ...{ atMs, kind, severity },
          words: { en: masked(words.en), ja: masked(words.ja) },
        })
    }),
    bench.failover.listen({
      decided: ({ id, kind, atMs, from, to, trigger, result, phases, ms, words }: Decision) =>
        keep('decision', { id, kind, atMs, from, to, trigger, result, phases, ms, words }),
    }),
  ]
  const keepSample = ({ slot, monoUs: _monoUs, ...sample }: SignalSample) =>
    keep(`${slot}/sample`, sample)

  const { clock } = bench.environment
  let planned: (() => void) | undefined
  // What has changed in one turn is told once it is over.
  const soon = () => {
    planned ??= clock.schedule(0, () => {
      planned = undefined
      showStates()
    })
  }
  const again = (): (() => void) => clock.schedule(stateEveryMs, tick)
  let ticking = again()
  function tick(): void {
    showStates()
    ticking = again()
  }
  showStates()
  return () => {
    for (const stop of stops) stop()
    planned?.()
    ticking()
  }
}
