import type { KnownFact, SlotState } from '@contract'

const patienceMs = 120_000

/**
 * Whether a fact is most likely no longer so: the host says it, the port is closed, or three rounds of polling went by
 * without it. What the modem and its SIM are does not change by itself.
 */
export function isStale(fact: KnownFact, state: SlotState, nowMs: number): boolean {
  if (fact.stale || state.port?.state !== 'open') return true
  if (fact.group === 'identity' || fact.group === 'sim') return false
  const limit = state.poll.on ? Math.max(60_000, 3 * state.poll.intervalMs) : patienceMs
  return nowMs - fact.atMs > limit
}
