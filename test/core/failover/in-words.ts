import type { Decision } from '@core/failover/decision'
import { next } from '@core/failover/machine'
import type { Moment } from '@core/failover/moment'
import { defaultPolicy, type Policy } from '@core/failover/policy'
import {
  newFailover,
  type Effect,
  type Input,
  type Phase,
  type SlotView,
  type State,
  type Step,
} from '@core/failover/state'
import type { SlotName } from '@core/modem/slot-names'
import { quoted } from '@core/words'

/** So many seconds on both clocks. */
export const at = (s: number): Moment => ({ ms: s * 1000, us: s * 1_000_000 })

/** The default policy with parts of its groups replaced. */
export function policyWith(change: {
  mode?: Policy['mode']
  roles?: Policy['roles']
  triggers?: Partial<Policy['triggers']>
  back?: Partial<Policy['back']>
  limits?: Partial<Policy['limits']>
  retry?: Partial<Policy['retry']>
}): Policy {
  const { mode, roles, triggers, back, limits, retry } = defaultPolicy
  return {
    mode: change.mode ?? mode,
    roles: change.roles ?? roles,
    triggers: { ...triggers, ...change.triggers },
    back: { ...back, ...change.back },
    limits: { ...limits, ...change.limits },
    retry: { ...retry, ...change.retry },
  }
}

/** A slot that is connected and well since the beginning. */
export const well: SlotView = {
  ...newFailover(defaultPolicy).slots.a,
  link: true,
  registered: true,
  wellSince: at(0),
}

/** A slot whose link was lost at this second. */
export const lost = (s: number): SlotView => ({
  ...well,
  link: false,
  wellSince: null,
  lost: { at: at(s), trigger: 'link-lost', seen: quoted('NO CARRIER') },
})

/** A state in a phase; both slots are well unless it says otherwise. */
export function stateIn(
  phase: Phase,
  change: Partial<Omit<State, 'slots' | 'phase'>> & { a?: SlotView; b?: SlotView } = {},
): State {
  const { a = well, b = well, ...rest } = change
  const last: SlotName | null = phase.kind === 'on' ? phase.slot : null
  return { ...newFailover(defaultPolicy), last, ...rest, phase, slots: { a, b } }
}

export const on = (slot: SlotName, since = 0): Phase => ({ kind: 'on', slot, since: at(since) })
export const bringing = (to: SlotName, from: SlotName | null, since = 0): Phase => ({
  kind: 'bringing',
  job: 1,
  to,
  from,
  since: at(since),
})
export const waiting: Phase = { kind: 'waiting', why: [quoted('NO CARRIER')] }

/** One after the other; the step of the last one. */
export function after(state: State, ...inputs: readonly Input[]): Step {
  let step: Step = { state, effects: [], rows: [] }
  for (const input of inputs) step = next(step.state, input)
  return step
}

/** `bring b from a, fresh`, `move b`, `wake 90`. */
export function effectInWords(effect: Effect): string {
  switch (effect.do) {
    case 'bring': {
      const from = effect.from ? ` from ${effect.from}` : ''
      return `bring ${effect.to}${from}${effect.fresh ? ', fresh' : ''}`
    }
    case 'move':
      return `move ${effect.to ?? 'nowhere'}`
    case 'prepare':
      return `prepare ${effect.slot}${effect.fresh ? ', fresh' : ''}`
    case 'release':
      return `release ${effect.slot}`
    case 'wake':
      return `wake ${effect.atUs / 1_000_000}`
    case 'call':
    case 'rest':
      return effect.do
  }
}

/** `switch a>b link-lost open`. */
export const rowInWords = ({ kind, from, to, trigger, result }: Decision): string =>
  `${kind} ${from ?? '-'}>${to ?? '-'} ${trigger} ${result}`

function phaseInWords(phase: Phase): string {
  if (phase.kind === 'on') return `on ${phase.slot}`
  return phase.kind === 'bringing' ? `bringing ${phase.to}` : phase.kind
}

/** A step as one reads it: where it leads, what is to be done, what was decided. */
export const inWords = ({ state, effects, rows }: Step) => ({
  phase: phaseInWords(state.phase),
  does: effects.map(effectInWords),
  rows: rows.map(rowInWords),
})
