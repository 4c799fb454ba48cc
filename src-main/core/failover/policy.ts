import { slotNames, type SlotName } from '../modem/slot-names'

/**
 * How the other slot waits. `cold`: off, powered when needed. `warm`: attached, without PPP. `hot`: connected, so that only
 * the traffic moves.
 */
export const failoverModes = ['cold', 'warm', 'hot'] as const
export type FailoverMode = (typeof failoverModes)[number]

/** `main`: traffic goes back to it once it is well again. `equal`: whoever has the traffic keeps it. */
export type Roles =
  | { readonly kind: 'main'; readonly main: SlotName }
  | { readonly kind: 'equal'; readonly first: SlotName }

export const healthKinds = ['ping', 'dns', 'http', 'udp-echo', 'coap'] as const
export type HealthKind = (typeof healthKinds)[number]

/** Checks that go over a link of ours alone: the operating system has no tool for them. */
export const ownHealthKinds: readonly HealthKind[] = ['udp-echo', 'coap']

/** Traffic over the link itself, since a modem that says "registered" may carry nothing. */
export interface HealthCheck {
  readonly on: boolean
  readonly kind: HealthKind
  /** A host for ping, a name for DNS, an http URL; a host, or host and port, that echoes UDP; a coap URL. */
  readonly target: string
  readonly everyMs: number
  readonly timeoutMs: number
  /** So many failures … */
  readonly failures: number
  /** … among the last so many checks are an outage. */
  readonly of: number
}

/** When to leave a slot, how to come back, and what must never happen. Times in ms. */
export interface Policy {
  readonly mode: FailoverMode
  readonly roles: Roles
  readonly triggers: {
    readonly linkLost: boolean
    readonly portGone: boolean
    readonly registrationLost: { readonly on: boolean; readonly forMs: number }
    readonly health: HealthCheck
    /** Power of the serving cell (RSRP, or RSCP in 3G). */
    readonly signal: { readonly on: boolean; readonly belowDbm: number; readonly forMs: number }
  }
  readonly back: {
    readonly on: boolean
    /** The main slot has to be well for so long; doubled each time it failed soon after a return. */
    readonly holdMs: number
    readonly longestHoldMs: number
  }
  readonly limits: {
    /** Moves of the traffic in any hour; beyond it the slot that has the traffic is connected anew instead. */
    readonly perHour: number
    /** A slot that fails this soon after it took over counts as flapping. */
    readonly flapMs: number
    /** Signal and registration alone move nothing before a slot had the traffic for so long. */
    readonly stayMs: number
    /** One attempt to bring a slot up may take so long. */
    readonly bringMs: number
  }
  readonly retry: {
    /** After the first failure of a slot; doubled with each further one. */
    readonly firstMs: number
    readonly longestMs: number
    /** Failures in a row, of both slots together, after which it stops and calls. */
    readonly tries: number | 'forever'
  }
}

export const defaultPolicy: Policy = {
  mode: 'hot',
  roles: { kind: 'main', main: 'a' },
  triggers: {
    linkLost: true,
    portGone: true,
    registrationLost: { on: true, forMs: 30_000 },
    health: {
      on: true,
      kind: 'ping',
      target: 'pong.soracom.io',
      everyMs: 10_000,
      timeoutMs: 5_000,
      failures: 3,
      of: 4,
    },
    signal: { on: false, belowDbm: -118, forMs: 120_000 },
  },
  back: { on: true, holdMs: 300_000, longestHoldMs: 3_600_000 },
  limits: { perHour: 12, flapMs: 600_000, stayMs: 60_000, bringMs: 180_000 },
  retry: { firstMs: 10_000, longestMs: 600_000, tries: 'forever' },
}

/** The slot that has the traffic first. */
export const firstSlot = ({ roles }: Policy): SlotName =>
  roles.kind === 'main' ? roles.main : roles.first

export const otherSlot = (slot: SlotName): SlotName =>
  slotNames.find((name) => name !== slot) ?? slot

/** The wait after so many failures in a row: 10 s, 20 s, 40 s … never longer than the limit. */
export function backOffMs({ retry }: Policy, failures: number): number {
  return Math.min(retry.longestMs, retry.firstMs * 2 ** Math.min(30, Math.max(0, failures - 1)))
}

/** How long the main slot has to be well after it has flapped so many times. */
export function holdMs({ back }: Policy, flaps: number): number {
  return Math.min(Math.max(back.holdMs, back.longestHoldMs), back.holdMs * 2 ** Math.min(30, flaps))
}
