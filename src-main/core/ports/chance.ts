/** Randomness as the core sees it: seeded in tests and simulators, real elsewhere. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number
}

/** A whole number in [low, high]. */
export function between(chance: Chance, low: number, high: number): number {
  return low + Math.floor(chance.next() * (high - low + 1))
}

/** A seeded sequence (mulberry32), the same on every machine. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0
      let t = state
      t = Math.imul(t ^ (t >>> 15), t | 1)
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296
    },
  }
}
