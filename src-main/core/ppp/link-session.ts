import { between } from '../ports/chance'
import type { Authenticator } from './auth'
import { protocols } from './codes'
import type { EchoKeeper } from './echo-keeper'
import type { IpcpClientPolicy } from './ipcp'
import type { IpcpServerPolicy } from './ipcp-server'
import type { AuthMethod, LcpPolicy } from './lcp'
import type { LcpUpkeep } from './lcp-upkeep'
import type { LineWatch } from './line-watch'
import type { LinkCounters, PppLinkOptions } from './link-types'
import type { Ending } from './link-verdict'
import { Negotiation, type Policy } from './negotiation'
import type { PppTimers } from './timers'

/** What exists from `open` to the end of the link. */
export interface Session {
  readonly lcpPolicy: LcpPolicy
  readonly lcp: Negotiation
  readonly ipcpPolicy: IpcpClientPolicy | IpcpServerPolicy
  readonly ipcp: Negotiation
  readonly upkeep: LcpUpkeep
  readonly echo: EchoKeeper
  readonly watch: LineWatch
  readonly startUs: number
  auth: Authenticator | undefined
  authMethod: AuthMethod | 'none'
  /** Why the link ends, once that is decided. */
  ending: Ending | undefined
  wasUp: boolean
  terminated: number
  lcpFrames: number
  ipcpFrames: number
  ipcpSilentUntilUs: number
  lastIpUs: number
  renegotiatedUs: number[]
}

export interface Layer {
  up(): void
  down(): void
  finished(): void
  failed(): void
}

/** A control protocol of the link, with the link's timers. */
export function negotiationFor(
  o: PppLinkOptions,
  timers: PppTimers,
  protocol: number,
  policy: Policy,
  layer: Layer,
  send: (packet: Uint8Array) => void,
  peerMru: () => number,
): Negotiation {
  return new Negotiation({
    ...layer,
    clock: o.clock,
    policy,
    firstId: between(o.chance, 0, 255),
    restartMs: timers.restartMs,
    maxConfigure: protocol === protocols.ipcp ? timers.maxIpcpConfigure : timers.maxConfigure,
    maxTerminate: timers.maxTerminate,
    maxFailure: timers.maxFailure,
    send,
    maxReject: peerMru,
  })
}

export function noCounters(): LinkCounters {
  return {
    rxBytes: 0,
    txBytes: 0,
    rxFrames: 0,
    txFrames: 0,
    rxIpPackets: 0,
    txIpPackets: 0,
    rxIpBytes: 0,
    txIpBytes: 0,
    badFcs: 0,
    rejected: 0,
    echoesSent: 0,
    echoesReceived: 0,
    renegotiations: 0,
    loops: 0,
  }
}
