import type { SlotName } from '../modem/slot-names'
import type { SeenLine } from '../words'
import type { Trigger } from './decision'
import { failing, failingSince } from './health'
import { msBetween, type Moment } from './moment'
import type { SlotView, State } from './state'
import { linkDown, weakFor, notRegisteredFor } from './words'

/** What is wrong with the slot that has the traffic. `hard`: nothing passes. */
export interface Trouble {
  readonly trigger: Trigger
  readonly hard: boolean
  /** The first sign of it. */
  readonly since: Moment
  readonly evidence: readonly SeenLine[]
}

/** The worst trouble of a slot, or undefined: it may keep the traffic. */
export function troubleOf(state: State, slot: SlotName, at: Moment): Trouble | undefined {
  const view = state.slots[slot]
  return lostTrouble(state, view, at) ?? deadTrouble(state, view) ?? softTrouble(state, view, at)
}

function lostTrouble({ policy }: State, view: SlotView, at: Moment): Trouble | undefined {
  if (view.port && view.link) return undefined
  const { triggers } = policy
  const gone = !view.port
  if (gone ? !triggers.portGone : !triggers.linkLost) return undefined
  return {
    trigger: gone ? 'port-gone' : 'link-lost',
    hard: true,
    since: view.lost?.at ?? at,
    evidence: [view.lost?.seen ?? linkDown],
  }
}

function deadTrouble({ policy }: State, view: SlotView): Trouble | undefined {
  const { health } = policy.triggers
  if (!health.on || !failing(view.health, health.failures)) return undefined
  const since = failingSince(view.health)
  if (!since) return undefined
  return {
    trigger: 'health-failed',
    hard: true,
    since,
    evidence: view.health.filter(({ ok }) => !ok).map(({ seen }) => seen),
  }
}

function softTrouble({ policy }: State, view: SlotView, at: Moment): Trouble | undefined {
  const { registrationLost, signal } = policy.triggers
  const off = view.unregisteredSince
  if (registrationLost.on && off && msBetween(off, at) >= registrationLost.forMs)
    return {
      trigger: 'registration-lost',
      hard: false,
      since: off,
      evidence: [notRegisteredFor(seconds(off, at))],
    }
  const low = view.lowSince
  if (signal.on && low && msBetween(low, at) >= signal.forMs)
    return {
      trigger: 'signal-low',
      hard: false,
      since: low,
      evidence: [weakFor(view.dbm ?? '?', signal.belowDbm, seconds(low, at))],
    }
  return undefined
}

const seconds = (from: Moment, to: Moment) => `${Math.round(msBetween(from, to) / 1000)} s`

/** When a trouble that only needs time will be one; undefined: none is coming. */
export function nextTroubleUs({ policy, slots }: State, slot: SlotName): number | undefined {
  const view = slots[slot]
  const { registrationLost, signal } = policy.triggers
  const times = [
    registrationLost.on && view.unregisteredSince
      ? view.unregisteredSince.us + registrationLost.forMs * 1000
      : undefined,
    signal.on && view.lowSince ? view.lowSince.us + signal.forMs * 1000 : undefined,
  ].filter((us) => us !== undefined)
  return times.length > 0 ? Math.min(...times) : undefined
}
