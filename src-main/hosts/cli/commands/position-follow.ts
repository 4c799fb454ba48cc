import type { PositionState } from '@contract'
import type { CommandBench } from '../on-bench'
import { pause } from '../pause'

const everyMs = 1_000
const sayEveryMs = 10_000

export interface Following {
  readonly begun: PositionState
  readonly limitMs: number
  /** End with the first position. */
  readonly once: boolean
  /** Each new position. */
  readonly found: (state: PositionState) => Promise<void>
  /** There is none yet. */
  readonly waiting: (state: PositionState, passedMs: number) => void
}

/** Reads once a second until the time is over, and gives the last state. */
export async function follow(bench: CommandBench, wishes: Following): Promise<PositionState> {
  const { call, slot, signal } = bench
  const startMs = Date.now()
  let saidMs = startMs
  let state = wishes.begun
  let seen: PositionState['position'] = null
  for (;;) {
    const { position } = state
    if (position && !samePosition(position, seen)) {
      seen = position
      await wishes.found(state)
      if (wishes.once) return state
    }
    const now = Date.now()
    if (!position && now - saidMs >= sayEveryMs) {
      saidMs = now
      wishes.waiting(state, now - startMs)
    }
    if (now + everyMs - startMs > wishes.limitMs) return state
    // Ctrl-C has a reason of its own, which is told in words.
    await pause(everyMs, signal)
    state = await call('position.read', { slot, whole: false })
  }
}

type Position = NonNullable<PositionState['position']>
const samePosition = (one: Position, other: Position | null): boolean =>
  other !== null &&
  one.utc === other.utc &&
  one.latitude === other.latitude &&
  one.longitude === other.longitude
