import { quoted, type SeenLine } from '../words'
import type { FaultCode } from '../fault'
import { between } from '../ports/chance'
import { protocols } from './codes'
import { EchoKeeper } from './echo-keeper'
import type { LcpPolicy, PeerSettings } from './lcp'
import { LcpUpkeep } from './lcp-upkeep'
import { LineWatch } from './line-watch'
import { endingOfNcp, uselessFamily } from './link-endings'
import { ipcpPolicy, ipv6cpPolicy, lcpPolicy, stubborn } from './link-layers'
import { Renegotiations, type Session } from './link-session'
import type { Layer } from './layer'
import type { Ending } from './link-verdict'
import type { LinkCounters, LinkEvent, PppLinkOptions } from './link-types'
import { Negotiation, type Policy } from './negotiation'
import { NetworkLayers } from './network-layers'
import type { PppTimers } from './timers'
import { echoesUnanswered } from './words'

/** The way out of a link: to the line, and to those who listen. */
export interface LinkIo {
  send(protocol: number, packet: Uint8Array): void
  /** From now on frames go the way this peer asked for. */
  sendAs(peer: PeerSettings): void
  peerMru(): number
  emit(event: LinkEvent): void
}

/** Who leads the session its parts belong to. */
export interface SessionOwner {
  session(): Session | undefined
  readonly lcp: Layer
  /** Every family that will open has opened, or one more did. */
  networkUp(): void
  networkAgain(): void
  networkEnded(ending: Ending): void
  looped(): void
  hungUp(line: string): void
  lost(code: FaultCode, seen: SeenLine): void
  protocolRejected(protocol: number): void
}

/** All parts of a link that is about to begin. */
export function newSession(
  o: PppLinkOptions,
  timers: PppTimers,
  counters: LinkCounters,
  io: LinkIo,
  owner: SessionOwner,
): Session {
  const policy = lcpPolicy(o, timers, () => owner.looped())
  const ipcp = ipcpPolicy(o)
  const shown = o.server?.quirks?.lcpNakForever ? stubborn(policy) : policy
  const lcp = negotiation(o, timers, io, protocols.lcp, shown, owner.lcp)
  const ipv6cp = ipv6cpPolicy(o)
  const network = networkLayers(o, timers, owner, ipcp)
  const policies = { ipv4: [protocols.ipcp, ipcp], ipv6: [protocols.ipv6cp, ipv6cp] } as const
  for (const family of o.families ?? ['ipv4']) {
    const [protocol, own] = policies[family]
    network.add(family, protocol, (layer) => negotiation(o, timers, io, protocol, own, layer))
  }
  const now = o.clock.monotonicUs()
  return {
    lcpPolicy: policy,
    lcp,
    ipcpPolicy: ipcp,
    ipv6cpPolicy: ipv6cp,
    network,
    upkeep: upkeep(o, counters, io, policy, owner),
    echo: echoKeeper(o, timers, owner),
    watch: lineWatch(o, counters, owner),
    startUs: now,
    auth: undefined,
    authMethod: 'none',
    ending: undefined,
    wasUp: false,
    terminated: 0,
    lcpFrames: 0,
    networkSilentUntilUs: 0,
    lastIpUs: now,
    renegotiations: new Renegotiations(),
  }
}

function negotiation(
  o: PppLinkOptions,
  timers: PppTimers,
  io: LinkIo,
  protocol: number,
  policy: Policy,
  layer: Layer,
): Negotiation {
  return new Negotiation({
    ...layer,
    clock: o.clock,
    policy,
    firstId: between(o.chance, 0, 255),
    restartMs: timers.restartMs,
    maxConfigure: protocol === protocols.lcp ? timers.maxConfigure : timers.maxIpcpConfigure,
    maxTerminate: timers.maxTerminate,
    maxFailure: timers.maxFailure,
    send: (packet) => io.send(protocol, packet),
    maxReject: () => io.peerMru(),
  })
}

function networkLayers(
  o: PppLinkOptions,
  timers: PppTimers,
  owner: SessionOwner,
  ipcp: Session['ipcpPolicy'],
): NetworkLayers {
  return new NetworkLayers({
    clock: o.clock,
    graceMs: timers.familyGraceMs,
    cameUp: () => owner.networkUp(),
    again: () => owner.networkAgain(),
    ended: (ending) => owner.networkEnded(ending),
    useless: (family) => uselessFamily(family, ipcp),
    endingOf: (family, seen) => endingOfNcp(family, seen, ipcp),
  })
}

function upkeep(
  o: PppLinkOptions,
  counters: LinkCounters,
  io: LinkIo,
  policy: LcpPolicy,
  owner: SessionOwner,
): LcpUpkeep {
  return new LcpUpkeep({
    counters,
    firstId: between(o.chance, 0, 255),
    ignoreEcho: o.server?.quirks?.ignoreEcho === true,
    send: (packet) => io.send(protocols.lcp, packet),
    opened: () => owner.session()?.lcp.state === 'opened',
    magic: () => policy.magic,
    peerMru: () => io.peerMru(),
    looped: () => owner.looped(),
    echoAnswered: () => owner.session()?.echo.answered(),
    protocolRejected: (protocol) => owner.protocolRejected(protocol),
  })
}

function echoKeeper(o: PppLinkOptions, timers: PppTimers, owner: SessionOwner): EchoKeeper {
  return new EchoKeeper({
    clock: o.clock,
    intervalMs: o.echoIntervalMs ?? (o.role === 'client' ? 30_000 : 0),
    failures: timers.echoFailures,
    send: () => owner.session()?.upkeep.sendEcho(),
    dead: (count) => owner.lost('link-echo-timeout', echoesUnanswered(count)),
  })
}

function lineWatch(o: PppLinkOptions, counters: LinkCounters, owner: SessionOwner): LineWatch {
  return new LineWatch({
    clock: o.clock,
    frames: () => counters.rxFrames,
    ended: (line) => owner.hungUp(line),
    lost: (line) => owner.lost('link-modem-hung-up', quoted(line)),
    // PPP was read as AT: our frame came back as echo, and then the modem's opinion of it.
    refused: () => {
      if ((owner.session()?.lcpPolicy.loops ?? 0) > 0) owner.looped()
    },
    ask: () => {
      owner.session()?.upkeep.sendEcho()
      return owner.session()?.lcp.state === 'opened'
    },
  })
}
