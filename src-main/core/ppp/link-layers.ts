import type { Authenticator, AuthOutcome } from './auth'
import { ChapClient, ChapServer } from './chap'
import { protocols } from './codes'
import { addressOption, IpcpClientPolicy } from './ipcp'
import { IpcpServerPolicy } from './ipcp-server'
import { Ipv6cpPolicy } from './ipv6cp'
import { LcpPolicy, type AuthMethod } from './lcp'
import type { PppLinkOptions } from './link-types'
import type { Policy, Verdict } from './negotiation'
import { PapClient, PapServer } from './pap'
import type { PppTimers } from './timers'

/** The parts of a link that depend on its role. */
export function lcpPolicy(o: PppLinkOptions, timers: PppTimers, looped: () => void): LcpPolicy {
  const quirks = o.server?.quirks
  const require = o.role === 'server' ? o.server?.require : undefined
  return new LcpPolicy({
    chance: o.chance,
    accept: o.role === 'client' ? acceptedMethods(o.auth ?? 'auto') : [],
    demand: require === 'none' ? undefined : require,
    flexible: !quirks?.strictAuth,
    optional: quirks?.authOptional,
    mru: quirks?.mru,
    maxFailure: timers.maxFailure,
    looped,
  })
}

function acceptedMethods(auth: AuthMethod | 'auto' | 'none'): AuthMethod[] {
  switch (auth) {
    case 'auto':
      // CHAP first: it is what we propose when the peer asks for something else.
      return ['chap', 'pap']
    case 'none':
      return []
    default:
      return [auth]
  }
}

/** What many modems offer besides IPv4, and a client refuses: compression and IPv6. */
export const extraOffers: readonly { protocol: number; packet: Uint8Array }[] = [
  { protocol: protocols.ccp, packet: Uint8Array.of(1, 1, 0, 8, 26, 4, 0x78, 0) },
  {
    protocol: protocols.ipv6cp,
    packet: Uint8Array.of(1, 1, 0, 14, 1, 10, 0, 0, 0, 0, 0, 0, 0, 1),
  },
]

/** A policy that agrees to nothing, for a server told to nak for ever. */
export function stubborn(policy: Policy): Policy {
  let round = 0
  return {
    restart: () => policy.restart(),
    wanted: () => policy.wanted(),
    judge: (): Verdict => ({ kind: 'nak', options: [addressOption(5, `9.9.9.${round++ % 250}`)] }),
    nakked: (options) => policy.nakked(options),
    rejected: (options) => policy.rejected(options),
    peerAgreed: (options) => policy.peerAgreed(options),
    agreed: () => policy.agreed(),
  }
}

export function ipcpPolicy(o: PppLinkOptions): IpcpClientPolicy | IpcpServerPolicy {
  if (!o.server || o.role === 'client') return new IpcpClientPolicy()
  const { address, clientAddress, dns, quirks } = o.server
  return new IpcpServerPolicy({ address, clientAddress, dns, quirks: quirks ?? {} })
}

export function ipv6cpPolicy(o: PppLinkOptions): Ipv6cpPolicy {
  const { ipv6 } = o.role === 'server' ? (o.server ?? {}) : {}
  return new Ipv6cpPolicy({
    chance: o.chance,
    identifier: ipv6?.identifier,
    give: ipv6?.clientIdentifier,
  })
}

/** Our side of the authentication that LCP agreed on; undefined when there is none. */
export function authenticator(
  o: PppLinkOptions,
  timers: PppTimers,
  lcp: LcpPolicy,
  outcome: AuthOutcome,
  id: number,
): { method: AuthMethod; side: Authenticator } | undefined {
  const method = o.role === 'client' ? lcp.peer.auth : lcp.demand
  if (method === 'none') return undefined
  const side =
    o.role === 'client'
      ? clientSide(method, o, timers, outcome, id)
      : serverSide(method, o, timers, outcome, id)
  return side && { method, side }
}

function clientSide(
  method: AuthMethod,
  o: PppLinkOptions,
  timers: PppTimers,
  outcome: AuthOutcome,
  id: number,
): Authenticator {
  const common = {
    ...outcome,
    clock: o.clock,
    id,
    credentials: o.credentials ?? { user: '', password: '' },
    restartMs: timers.restartMs,
    maxTries: timers.maxAuth,
  }
  return method === 'pap' ? new PapClient(common) : new ChapClient(common)
}

function serverSide(
  method: AuthMethod,
  o: PppLinkOptions,
  timers: PppTimers,
  outcome: AuthOutcome,
  id: number,
): Authenticator | undefined {
  if (!o.server) return undefined
  const common = { ...outcome, clock: o.clock, check: o.server }
  if (method === 'pap')
    return new PapServer({
      ...common,
      limitMs: timers.restartMs * timers.maxAuth,
      bareAck: o.server.quirks?.barePapAck,
    })
  return new ChapServer({
    ...common,
    id,
    chance: o.chance,
    name: o.server.name ?? 'UMTS_CHAP_SRVR',
    restartMs: timers.restartMs,
    maxTries: timers.maxAuth,
  })
}
