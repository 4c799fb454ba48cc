import type { SignalSample } from './signal'

/**
 * Every n-th sample of what was measured together, in order: a modem's answers take turns, and every n-th of all of them
 * could leave out one kind altogether.
 */
export function everyNth(samples: readonly SignalSample[], n: number): readonly SignalSample[] {
  const seen = new Map<string, number>()
  return samples.filter((sample) => {
    const kind = Object.keys(sample).join() + sample.slot
    const count = seen.get(kind) ?? 0
    seen.set(kind, count + 1)
    return count % n === 0
  })
}

/** At most so many samples, from the first to the last: what is older is kept less closely, instead of being forgotten. */
export function thinned(samples: readonly SignalSample[], most: number): readonly SignalSample[] {
  if (samples.length <= most) return samples
  const half = Math.floor(samples.length / 2)
  return thinned([...everyNth(samples.slice(0, half), 2), ...samples.slice(half)], most)
}
