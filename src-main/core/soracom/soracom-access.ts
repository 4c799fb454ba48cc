import type { Coverage } from './platform'

/** One request by HTTP, its body as JSON. */
export interface HttpQuestion {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  readonly headers: { readonly [name: string]: string }
  readonly body?: string
  readonly timeoutMs: number
}

export interface HttpAnswer {
  readonly status: number
  readonly text: string
  /** The header `Date`, as it came. */
  readonly date: string | null
  /** The header `Retry-After`, as it came. */
  readonly retryAfter: string | null
}

/** Rejects with `soracom-unreachable`, or `soracom-certificate` where the clock or the certificate is wrong. */
export type AskHttp = (question: HttpQuestion) => Promise<HttpAnswer>

/** Runs SORACOM's own command with these arguments; rejects with `soracom-cli-missing` or `soracom-cli-silent`. */
export type RunSoracom = (
  args: readonly string[],
  timeoutMs: number,
) => Promise<{ readonly code: number; readonly out: string; readonly err: string }>

/** One TCP connection of this computer's own network: to whom, and what is said there. */
export interface ReachingOut {
  readonly host: string
  readonly port: number
  readonly data: Uint8Array
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}
/** What became of it. `closed` and `silent`: the connection stood, and nothing came back. */
export type Reached =
  | { readonly how: 'answered'; readonly bytes: Uint8Array }
  | { readonly how: 'closed' | 'silent' }
  | { readonly how: 'unreached'; readonly why: string }

/** Says something by TCP and takes what comes until the other side ends it. Rejects when it is cancelled alone. */
export type ReachOut = (reaching: ReachingOut) => Promise<Reached>

/** What opens an account. */
export type SoracomLogin = { readonly coverage: Coverage } & (
  | { readonly way: 'key'; readonly authKeyId: string; readonly authKey: string }
  | {
      readonly way: 'user'
      readonly operatorId: string
      readonly userName: string
      readonly password: string
    }
  | { readonly way: 'cli'; readonly profile: string }
)

/** The way to SORACOM's platform. */
export interface SoracomAccess {
  readonly ask: AskHttp
  readonly run: RunSoracom
  readonly reach: ReachOut
  /** In the place of SORACOM's own end points: `http://127.0.0.1:9000`. */
  readonly endpoint?: string | undefined
  /** By the environment of the program; it is kept nowhere. */
  readonly login?: SoracomLogin | undefined
}
