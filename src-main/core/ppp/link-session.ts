import type { Words } from '../words'
import type { Authenticator } from './auth'
import type { EchoKeeper } from './echo-keeper'
import type { IpcpClientPolicy } from './ipcp'
import type { IpcpServerPolicy } from './ipcp-server'
import type { AuthMethod, LcpPolicy } from './lcp'
import type { LcpUpkeep } from './lcp-upkeep'
import type { LineWatch } from './line-watch'
import type { LinkCounters } from './link-types'
import type { Ending } from './link-verdict'
import type { Ipv6cpPolicy } from './ipv6cp'
import type { Negotiation } from './negotiation'
import type { NetworkLayers } from './network-layers'
import { negotiatedAgain } from './words'

/** What exists from `open` to the end of the link. */
export interface Session {
  readonly lcpPolicy: LcpPolicy
  readonly lcp: Negotiation
  readonly ipcpPolicy: IpcpClientPolicy | IpcpServerPolicy
  readonly ipv6cpPolicy: Ipv6cpPolicy
  readonly network: NetworkLayers
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
  networkSilentUntilUs: number
  lastIpUs: number
  readonly renegotiations: Renegotiations
}

const manyRenegotiations = 10
const windowUs = 60_000_000

/** Counts how often an open link was negotiated again within a minute. */
export class Renegotiations {
  #atUs: number[] = []

  /** What was seen, when it is too often. */
  count(nowUs: number): Words | undefined {
    this.#atUs = [...this.#atUs.filter((at) => nowUs - at < windowUs), nowUs]
    if (this.#atUs.length <= manyRenegotiations) return undefined
    const times = this.#atUs.length
    return negotiatedAgain(times)
  }
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
