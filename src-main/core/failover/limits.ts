import type { SlotName } from '../modem/slot-names'
import type { Moment } from './moment'
import { holdMs, otherSlot } from './policy'
import type { Effect, State } from './state'
import { nextTroubleUs } from './trouble'

const hourUs = 3_600_000_000

export function mayTry({ policy, slots }: State, slot: SlotName, at: Moment): boolean {
  const view = slots[slot]
  // The port of a cold slot is gone because its modem is off.
  return (policy.mode === 'cold' || view.port) && view.nextTryUs <= at.us
}

export const recent = ({ moves }: State, at: Moment) => moves.filter((us) => us > at.us - hourUs)
export const mayMove = (state: State, at: Moment) =>
  recent(state, at).length < state.policy.limits.perHour

const freeUs = (state: State) => state.moves.map((us) => us + hourUs)

export function waitingTimes(state: State): readonly number[] {
  return [state.slots.a.nextTryUs, state.slots.b.nextTryUs, ...freeUs(state)]
}

export function onTimes(state: State, slot: SlotName, at: Moment): readonly number[] {
  const { policy, phase } = state
  const other = state.slots[otherSlot(slot)]
  const hold = other.wellSince ? other.wellSince.us + holdMs(policy, state.flaps) * 1000 : at.us
  const stay = phase.kind === 'on' ? phase.since.us + policy.limits.stayMs * 1000 : at.us
  const trouble = nextTroubleUs(state, slot) ?? at.us
  return [hold, stay, trouble, other.nextTryUs, ...freeUs(state)]
}

/** The earliest of these moments that is still to come. */
export function wake(at: Moment, times: readonly number[]): readonly Effect[] {
  const later = times.filter((us) => us > at.us)
  return later.length > 0 ? [{ do: 'wake', atUs: Math.min(...later) }] : []
}
