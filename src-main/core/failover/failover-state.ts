import { healthBytesPerDay } from '../ip/keep-alive-cost'
import type { KeepAliveState, NetState } from '../ip/net-state'
import type { SlotName } from '../modem/slot-names'
import type { SeenLine, Words } from '../words'
import type { Decision, Trigger } from './decision'
import { idleCountdown, type IdleCountdown } from './idle'
import { holdMs, otherSlot, type FailoverMode, type Policy } from './policy'
import { ready } from './observe'
import type { Service } from './service'
import type { State } from './state'

/** A slot as the failover page shows it. */
export interface FailoverSlotState {
  readonly role: 'main' | 'backup' | 'equal'
  readonly traffic: boolean
  readonly link: boolean
  /** As its mode wants a standby to be. */
  readonly ready: boolean
  /** Of the last checks, so many failed; null before the first. */
  readonly health: { readonly failed: number; readonly of: number; readonly seen: SeenLine } | null
  readonly failures: number
  /** Monotonic µs; null: at once. */
  readonly nextTryUs: number | null
  /** Until the network usually hangs up on a silent link; null without a link. */
  readonly idle: IdleCountdown | null
  /** With what it costs a day; null where nobody knows. */
  readonly keepAlive: KeepAliveState | null
}

/** Everything a window shows of a failover. */
export interface FailoverState {
  readonly state: 'off' | 'on' | 'switching' | 'waiting' | 'stopped'
  readonly mode: FailoverMode
  readonly policy: Policy
  /** Who has the traffic; null: nobody. */
  readonly active: SlotName | null
  readonly switching: { readonly from: SlotName | null; readonly to: SlotName } | null
  readonly trigger: Trigger | null
  readonly sinceMs: number | null
  readonly slots: { readonly [slot in SlotName]: FailoverSlotState }
  /** When the main slot may have the traffic again, if it stays well; null: not coming. */
  readonly returnAtMs: number | null
  readonly movesInHour: number
  /** Why it stopped and calls. */
  readonly calls: Words | null
  /** Newest last, at most 500. */
  readonly decisions: readonly Decision[]
  /** The SOCKS5 proxy that follows the traffic; null: none. */
  readonly proxyPort: number | null
  /** What the health checks of one link come to in a day; 0 when they are off, null where it depends on the server. */
  readonly checkBytesPerDay: number | null
  /** Since it was started; null where nobody measures it. */
  readonly service: Service | null
}

/** What the machine does not know of the slots. */
export interface AroundFailover {
  readonly proxyPort?: number | null
  readonly net?: { readonly [slot in SlotName]: NetState }
  readonly service?: Service | undefined
}

const states = {
  off: 'off',
  on: 'on',
  bringing: 'switching',
  waiting: 'waiting',
  stopped: 'stopped',
} as const

/** The machine's state as a window shows it. */
export function viewOf(
  machine: State,
  now: { ms: number; us: number },
  decisions: readonly Decision[],
  more: AroundFailover = {},
): FailoverState {
  const { phase, policy } = machine
  const active =
    phase.kind === 'on' ? phase.slot : phase.kind === 'bringing' ? carrying(machine) : null
  const since = 'since' in phase ? phase.since.ms : null
  return {
    state: states[phase.kind],
    mode: policy.mode,
    policy,
    active,
    switching: phase.kind === 'bringing' ? { from: phase.from, to: phase.to } : null,
    trigger: machine.open?.trigger ?? null,
    sinceMs: since,
    slots: {
      a: slotOf(machine, 'a', active, more.net?.a),
      b: slotOf(machine, 'b', active, more.net?.b),
    },
    returnAtMs: returnAt(machine, active, now),
    movesInHour: machine.moves.filter((us) => us > now.us - 3_600_000_000).length,
    calls: phase.kind === 'stopped' ? phase.words : null,
    decisions: decisions.slice(-500),
    proxyPort: more.proxyPort ?? null,
    checkBytesPerDay: checkBytes(policy),
    service: more.service ?? null,
  }
}

/** While a slot is being brought up, the one before it carries on, if it can. */
function carrying({ phase, slots, open }: State): SlotName | null {
  if (phase.kind !== 'bringing' || phase.from === null || !slots[phase.from].link) return null
  const dead = open?.trigger === 'health-failed' || open?.trigger === 'link-lost'
  return dead ? null : phase.from
}

function checkBytes({ triggers: { health } }: Policy): number | null {
  return health.on ? healthBytesPerDay(health.kind, health.everyMs) : 0
}

function slotOf(
  machine: State,
  slot: SlotName,
  active: SlotName | null,
  net: NetState | undefined,
): FailoverSlotState {
  const { policy } = machine
  const view = machine.slots[slot]
  const { roles } = policy
  const role = roles.kind === 'equal' ? 'equal' : roles.main === slot ? 'main' : 'backup'
  const last = view.health.at(-1)
  return {
    role,
    traffic: active === slot,
    link: view.link,
    ready: ready(machine, view),
    health: last
      ? {
          failed: view.health.filter(({ ok }) => !ok).length,
          of: view.health.length,
          seen: last.seen,
        }
      : null,
    failures: view.failures,
    nextTryUs: view.failures > 0 ? view.nextTryUs : null,
    idle: typeof net?.lastTrafficMs === 'number' ? idleCountdown(net.lastTrafficMs) : null,
    keepAlive: net?.keepAlive ?? null,
  }
}

function returnAt(machine: State, active: SlotName | null, now: { ms: number; us: number }) {
  const { policy, pinned } = machine
  const { roles, back } = policy
  if (roles.kind !== 'main' || !back.on || pinned !== null || active === null) return null
  if (active === roles.main || otherSlot(active) !== roles.main) return null
  const { wellSince } = machine.slots[roles.main]
  if (!wellSince) return null
  return now.ms + (wellSince.us - now.us) / 1000 + holdMs(policy, machine.flaps)
}
