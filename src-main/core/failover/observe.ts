import type { SlotName } from '../modem/slot-names'
import { checked, failing } from './health'
import type { Moment } from './moment'
import type { Input, SlotView, State } from './state'

/** Whether a slot is as its mode wants a standby to be. In cold mode nothing is known of it. */
export function ready({ policy }: State, view: SlotView): boolean {
  const { health, signal, registrationLost } = policy.triggers
  if (signal.on && view.lowSince) return false
  if (registrationLost.on && view.unregisteredSince) return false
  if (policy.mode === 'cold') return true
  if (!view.port) return false
  if (policy.mode === 'warm') return view.registered === true
  return view.link && !(health.on && view.health.at(-1)?.ok === false)
}

/** Whether a standby has to be made ready: not merely weak for a moment. */
export function needsPreparing({ policy }: State, view: SlotView): boolean {
  const { health } = policy.triggers
  if (policy.mode === 'cold' || !view.port) return false
  if (policy.mode === 'warm') return view.registered !== true
  return !view.link || (health.on && failing(view.health, health.failures))
}

/** A slot changed; how long it has been well follows. */
export function changed(
  state: State,
  slot: SlotName,
  at: Moment,
  change: Partial<SlotView>,
): State {
  const view = { ...state.slots[slot], ...change }
  const wellSince = ready(state, view) ? (view.wellSince ?? at) : null
  return { ...state, slots: { ...state.slots, [slot]: { ...view, wellSince } } }
}

/** What was heard of a slot, taken down; decides nothing. */
export function observe(state: State, input: Input): State {
  switch (input.kind) {
    case 'link':
      return changed(state, input.slot, input.at, linkChange(input))
    case 'port':
      return changed(state, input.slot, input.at, portChange(state, input))
    case 'registration':
      return changed(state, input.slot, input.at, {
        registered: input.registered,
        unregisteredSince: input.registered
          ? null
          : (state.slots[input.slot].unregisteredSince ?? input.at),
      })
    case 'signal':
      return changed(state, input.slot, input.at, {
        dbm: input.dbm,
        lowSince:
          input.dbm < state.policy.triggers.signal.belowDbm
            ? (state.slots[input.slot].lowSince ?? input.at)
            : null,
      })
    case 'health':
      return healthChange(state, input)
    default:
      return state
  }
}

function linkChange(input: Extract<Input, { kind: 'link' }>): Partial<SlotView> {
  if (input.up)
    return { link: true, lost: null, health: [], registered: true, unregisteredSince: null }
  return { link: false, health: [], lost: { at: input.at, trigger: 'link-lost', seen: input.seen } }
}

function portChange(
  state: State,
  { slot, there, seen, at }: Extract<Input, { kind: 'port' }>,
): Partial<SlotView> {
  // A device that has just come back is worth an attempt at once.
  if (there) return state.slots[slot].port ? {} : { port: true, nextTryUs: 0 }
  return {
    port: false,
    link: false,
    registered: null,
    unregisteredSince: null,
    lowSince: null,
    health: [],
    lost: { at, trigger: 'port-gone', seen },
  }
}

function healthChange(state: State, input: Extract<Input, { kind: 'health' }>): State {
  const view = state.slots[input.slot]
  if (!view.link) return state
  const { of } = state.policy.triggers.health
  const health = checked(view.health, { at: input.at, ok: input.ok, seen: input.seen }, of)
  return changed(state, input.slot, input.at, { health })
}
