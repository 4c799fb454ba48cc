import { noCapture, type CaptureState } from '../ports/capture'
import type { Words } from '../words'

/** What can be done over a link, each a tool of the console. */
export const netTools = [
  'ping',
  'udpEcho',
  'coap',
  'dns',
  'resolvers',
  'http',
  'tls',
  'mqtt',
  'throughput',
  'bufferbloat',
  'iperf3',
  'traceroute',
  'mtu',
  'natTimeout',
  'ntp',
  'soracom',
] as const
export type NetTool = (typeof netTools)[number]
/** These fill the line: two at a time would measure each other. */
export const lineFillers: ReadonlySet<NetTool> = new Set(['throughput', 'bufferbloat', 'iperf3'])

/** The endpoints that SORACOM offers to its own SIMs (users.soracom.io, Air endpoints). */
export const soracomChecks = [
  'pong',
  'metadata',
  'userdata',
  'harvest',
  'unified',
  'beam',
  'funnel',
] as const
export type SoracomCheck = (typeof soracomChecks)[number]
/** Those that send something. */
export const soracomSends: ReadonlySet<SoracomCheck> = new Set([
  'harvest',
  'unified',
  'beam',
  'funnel',
])
/** How those take data: Harvest on port 8514 of TCP and UDP, the others on 23080 (developers.soracom.io). */
export const soracomWays = ['http', 'tcp', 'udp'] as const
export type SoracomDataWay = (typeof soracomWays)[number]

export const keepAliveKinds = ['ping', 'dns', 'udp'] as const
export type KeepAliveKind = (typeof keepAliveKinds)[number]

/** The local SOCKS5 proxy of a slot. */
export interface ProxyState {
  readonly on: boolean
  /** Null while it is off. */
  readonly port: number | null
  /** A user and a password are asked for. */
  readonly protected: boolean
  /** Open now, and all since it was turned on. */
  readonly connections: number
  readonly total: number
  readonly refused: number
  /** Octets over the modem for it, TCP and IP headers included. */
  readonly rxBytes: number
  readonly txBytes: number
  readonly budgetBytes: number | null
  /** The budget is used up: everything is refused until it is raised. */
  readonly spent: boolean
  /** Why the last connection was refused. */
  readonly lastRefusal: string | null
}

/** Traffic now and then, so that the network does not end a silent session. */
export interface KeepAliveState {
  readonly on: boolean
  readonly kind: KeepAliveKind
  /** Empty: the name server that came with the address. */
  readonly host: string
  readonly everyMs: number
  readonly sent: number
  readonly answered: number
  readonly missedInRow: number
  readonly lastMs: number | null
  readonly lastAtMs: number | null
  /** What it costs. */
  readonly perDayBytes: number
  readonly words: Words
}

/** What was asked beyond the link last, by a person, the keep-alive or the failover, and whether it answered. */
export interface LinkCheck {
  readonly host: string
  /** Null: it did not answer. */
  readonly ms: number | null
}

/** What passes over the link of a slot, and what makes it pass by itself. */
export interface NetState {
  /** Octets of IP packets since the link came up, headers included: what an operator counts. Null without a link. */
  readonly bytes: { readonly rx: number; readonly tx: number } | null
  /** When an octet of IP passed last, in either direction; epoch ms, to the second. Null without a link. */
  readonly lastTrafficMs: number | null
  /** What the pace of the last ten minutes comes to in a day; null until that can be said. */
  readonly perDayBytes: number | null
  /** Null: nothing was asked since the link came up, or there is none. */
  readonly check: LinkCheck | null
  readonly proxy: ProxyState
  readonly keepAlive: KeepAliveState
  /** What is said on the port, as pcapng while it happens. */
  readonly capture: CaptureState
  /** Tools under way, each as often as it runs. */
  readonly running: readonly NetTool[]
}

export const proxyOff: ProxyState = {
  on: false,
  port: null,
  protected: false,
  connections: 0,
  total: 0,
  refused: 0,
  rxBytes: 0,
  txBytes: 0,
  budgetBytes: null,
  spent: false,
  lastRefusal: null,
}

/** Before anything was turned on, or known. */
export const idleNet: NetState = {
  bytes: null,
  lastTrafficMs: null,
  perDayBytes: null,
  check: null,
  proxy: proxyOff,
  keepAlive: {
    on: false,
    kind: 'ping',
    host: '',
    everyMs: 900_000,
    sent: 0,
    answered: 0,
    missedInRow: 0,
    lastMs: null,
    lastAtMs: null,
    perDayBytes: 0,
    words: { en: '', ja: '' },
  },
  capture: noCapture,
  running: [],
}
