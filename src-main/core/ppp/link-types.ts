import type { FaultCode } from '../fault'
import type { IpFamily } from '../ip/address'
import type { Chance } from '../ports/chance'
import type { Clock } from '../ports/clock'
import type { SeenLine, Words } from '../words'
import type { AuthCheck, Credentials } from './auth'
import type { DecodedFrame } from './decode'
import type { IpcpQuirks } from './ipcp-server'
import type { AuthMethod } from './lcp'
import type { PppTimers } from './timers'

export type LinkPhase = 'dead' | 'establish' | 'authenticate' | 'network' | 'open' | 'terminate'

/** How a modem's PPP server may differ from the book; each was seen on real modems. */
export interface ServerQuirks extends IpcpQuirks {
  /** A PAP Ack without the octet that gives the message's length. */
  readonly barePapAck?: boolean | undefined
  /** LCP Discard-Request right before the challenge. */
  readonly discardBeforeAuth?: boolean | undefined
  /** Silent in IPCP until the bearer is up. */
  readonly silentIpcpMs?: number | undefined
  /** Never answers an echo on a good link. */
  readonly ignoreEcho?: boolean | undefined
  /** Lets a client in that rejects authentication. */
  readonly authOptional?: boolean | undefined
  /** Insists on the demanded method. */
  readonly strictAuth?: boolean | undefined
  /** Refuses every LCP request with a Nak, for ever. */
  readonly lcpNakForever?: boolean | undefined
  /** Answers the first LCP request with Terminate-Request. */
  readonly terminateAtOnce?: boolean | undefined
  /** Also offers compression and IPv6, as many modems do. */
  readonly offerCcp?: boolean | undefined
  /** Drops IP frames that are not compressed after PFC and ACFC were agreed (SIMCom A7683E). */
  readonly dropUncompressed?: boolean | undefined
  /** Its own MRU. */
  readonly mru?: number | undefined
}

export interface ServerOptions extends AuthCheck {
  readonly require: AuthMethod | 'none'
  readonly address: string
  readonly clientAddress: string
  readonly dns: readonly string[]
  /** Interface identifiers of eight octets, where the link carries IPv6. */
  readonly ipv6?:
    | { readonly identifier: Uint8Array; readonly clientIdentifier: Uint8Array }
    | undefined
  readonly name?: string | undefined
  readonly quirks?: ServerQuirks | undefined
}

export interface PppLinkOptions {
  readonly role: 'client' | 'server'
  readonly clock: Clock
  readonly chance: Chance
  write(bytes: Uint8Array): void
  /** Absent: an empty user and password are sent when the peer asks, which more modems take than a refusal. */
  readonly credentials?: Credentials | undefined
  /** What the client lets itself be authenticated with; `none` rejects the demand. Default `auto`. */
  readonly auth?: AuthMethod | 'auto' | 'none' | undefined
  /** What the link is to carry; others are refused. Default IPv4 alone: some modems hang up on IPV6CP. */
  readonly families?: readonly IpFamily[] | undefined
  /** Needed for the role `server`. */
  readonly server?: ServerOptions | undefined
  readonly timers?: Partial<PppTimers> | undefined
  /** 0 turns the echoes off. Default 30 s for a client, off for a server. */
  readonly echoIntervalMs?: number | undefined
  /** Receive ACCM; leave it 0 unless the line has software flow control. */
  readonly rxAccm?: number | undefined
}

export interface LinkCounters {
  rxBytes: number
  txBytes: number
  rxFrames: number
  txFrames: number
  rxIpPackets: number
  txIpPackets: number
  rxIpBytes: number
  txIpBytes: number
  /** Frames dropped for a wrong FCS. */
  badFcs: number
  /** Everything else that was neither frame nor text. */
  rejected: number
  echoesSent: number
  echoesReceived: number
  /** How often the open link was negotiated again. */
  renegotiations: number
  /** Own requests that came back. */
  loops: number
}

/** Control octets that go escaped to the peer, and whether protocol, address and control go shortened. */
export interface PeerFraming {
  readonly accm: number
  readonly pfc: boolean
  readonly acfc: boolean
}

/** What IPV6CP gives: the addresses of this link alone. One for the internet comes with a router's advertisement. */
export interface LinkIpv6 {
  readonly linkLocal: string
  /** Null: the peer told no interface identifier. */
  readonly peerLinkLocal: string | null
}

export interface LinkUp {
  readonly kind: 'up'
  /** IPv4; null on a link that carries IPv6 alone. */
  readonly address: string | null
  /** Null: the peer named none. */
  readonly peerAddress: string | null
  readonly dns: readonly string[]
  /** Null: the link carries no IPv6. */
  readonly ipv6: LinkIpv6 | null
  /** Why a family that was asked for is not there (yet); null: all are. */
  readonly missing: SeenLine | null
  /** Longest packet the peer may send us, and we the peer. */
  readonly mru: number
  readonly mtu: number
  readonly auth: AuthMethod | 'none'
  /** What the peer asked of our frames in LCP. */
  readonly framing: PeerFraming
}

export type LinkEvent =
  | { readonly kind: 'phase'; readonly phase: LinkPhase }
  /** A control packet (not IP: those come as `ip` and are counted). */
  | {
      readonly kind: 'packet'
      readonly dir: 'tx' | 'rx'
      readonly frame: DecodedFrame
      readonly words: Words
    }
  /** Comes again when a family was negotiated later, or ended alone. */
  | LinkUp
  | { readonly kind: 'ip'; readonly packet: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }
  /** Something is wrong, but the link goes on. */
  /** `seen` in English; `said` in both languages, the same where it is quoted text. */
  | {
      readonly kind: 'warning'
      readonly code: FaultCode
      readonly seen: string
      readonly said: Words
    }
  | { readonly kind: 'down'; readonly code: FaultCode; readonly seen: string; readonly said: Words }
