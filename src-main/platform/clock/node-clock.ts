import { randomBytes } from 'node:crypto'
import type { Chance } from '@core/ports/chance'
import type { Clock } from '@core/ports/clock'

// A longer setTimeout fires at once.
const longestMs = 2 ** 31 - 1

function scheduleLong(ms: number, run: () => void): () => void {
  let timer: NodeJS.Timeout
  const wait = (leftMs: number) => {
    const stepMs = Math.min(leftMs, longestMs)
    timer = setTimeout(() => (leftMs > stepMs ? wait(leftMs - stepMs) : run()), stepMs)
  }
  wait(Math.max(0, ms))
  return () => clearTimeout(timer)
}

/** The time of this computer. `monotonicUs` counts from the start of the process. */
export const nodeClock: Clock = {
  nowMs: () => Date.now(),
  monotonicUs: () => Math.round(performance.now() * 1000),
  schedule: scheduleLong,
}

/** Chance that cannot be foreseen: CHAP identifiers and challenges come from it. */
export const nodeChance: Chance = {
  // 48 bits: the most randomBytes gives in one number.
  next: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
}
