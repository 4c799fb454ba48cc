import type { Facts, NetworkCause } from '../at/knowledge'
import type { FrameOption } from '../cmux/frame'
import type { Mode } from '../modem/mode'
import type { RadioLimit } from '../radio/limit'
import type { SeenLine, Words } from '../words'

/** The steps of a connection in their order. */
export const stepIds = [
  'power',
  'port',
  'mode',
  'setup',
  'identity',
  'sim',
  'stored',
  'configure',
  'radio',
  'registration',
  'signal',
  'dial',
  'ppp',
  'address',
  'dns',
  'ping',
  'http',
] as const
export type StepId = (typeof stepIds)[number]

/** What a person wants the modem to connect to. */
export interface ConnectTarget {
  readonly apn: string
  readonly user: string
  readonly password: string
  readonly auth: 'pap' | 'chap' | 'auto' | 'none'
  readonly pdpType: 'IP' | 'IPV6' | 'IPV4V6'
  readonly cid: number
  /** Speak PPP at once, without AT. */
  readonly direct: boolean
  /** Host to look up and ping; empty skips these steps. */
  readonly pingHost: string
  /** URL to fetch at the end; empty skips the step. */
  readonly httpUrl: string
  /** The SIM's PIN, when it asks for one. It is tried once. */
  readonly pin?: string
  /**
   * Keep AT while connected, over the multiplexer; with frames of this option, or as the modem offers them. `auto`: where the
   * modem's profile has it and no second AT port was taken; a modem that refuses it is dialled without.
   */
  readonly cmux?: boolean | FrameOption | 'auto'
}

export interface StepState {
  readonly id: StepId
  readonly title: Words
  readonly state: 'waiting' | 'running' | 'ok' | 'skipped' | 'failed'
  readonly startedMs?: number
  /** How long it took. */
  readonly ms?: number
  /** The longest it may take. */
  readonly limitMs?: number
  readonly facts: Facts
  /** What happened, or what is going on. */
  readonly words?: Words
}

/** How a connection ended up, in a form a person can act on. */
export interface Verdict {
  readonly result: 'connected' | 'failed' | 'cancelled'
  readonly step?: StepId
  /** A fault code. */
  readonly reason?: string
  /** What led to it: lines as they were seen, and sentences about what has no lines. */
  readonly seen: readonly SeenLine[]
  readonly meaning: Words
  /** The first of `meaning` alone, without what was heard or measured: what a failure is called. */
  readonly title?: Words
  /** What to try next, most promising first. */
  readonly tries: readonly Words[]
  /** Why the network refused, where it told: a number of 3GPP TS 24.301, annex A (`emm`) or B (`esm`). */
  readonly cause?: Pick<NetworkCause, 'kind' | 'code' | 'meaning'>
  /** Networks in the SIM's list of forbidden ones (EF FPLMN), `44020`, where the registration failed. */
  readonly forbidden?: readonly string[]
  /** Settings of the radio that keep the modem from networks, where the registration failed. */
  readonly limits?: readonly RadioLimit[]
  /** IPv4. */
  readonly ip?: string
  readonly ipv6?: string
  readonly dns: readonly string[]
  readonly ping?: {
    readonly host: string
    readonly sent: number
    readonly received: number
    readonly avgMs: number | null
  }
  /** From start to verdict. */
  readonly ms: number
  /** The mode the port was left in. */
  readonly mode: Mode
}

export interface ConnectState {
  readonly state: 'idle' | 'running' | 'connected' | 'failed' | 'cancelled' | 'disconnecting'
  /** Without the password. */
  readonly target: Omit<ConnectTarget, 'password' | 'pin'> | null
  readonly steps: readonly StepState[]
  readonly verdict: Verdict | null
  readonly startedMs: number | null
}

/** Before the first connection, and after one was ended. */
export const idleConnect: ConnectState = {
  state: 'idle',
  target: null,
  steps: [],
  verdict: null,
  startedMs: null,
}
