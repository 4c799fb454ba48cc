import type { Words } from '../words'

export type ContextAuth = 'none' | 'pap' | 'chap' | 'either'

/** How a modem authenticates with a context. The password itself is never told, only whether one is stored. */
export interface StoredContextAuth {
  /** `unknown`: a number that 27.007 (10.1.31) does not have. */
  readonly kind: ContextAuth | 'unknown'
  /** Null: the modem does not show it. */
  readonly user: string | null
  /** Null: the modem does not say whether one is stored. */
  readonly hasPassword: boolean | null
}

/** What a context is for. `attach`: it has the initial EPS bearer; `data`: the call of this console runs on it. */
export interface ContextRole {
  readonly kind: 'attach' | 'data'
  /** By what it was told. */
  readonly why: Words
}

/** A PDP context as the modem has it now. */
export interface PdpContext {
  readonly cid: number
  /** `IP`, `IPV4V6`; empty: the row has none. */
  readonly pdpType: string
  /** Empty: the network chooses. */
  readonly apn: string
  /** Fields behind the address that are not zero: a write puts them back to what the modem has by default. */
  readonly extras: readonly string[]
  /** Null: the modem does not tell. */
  readonly active: boolean | null
  readonly addresses: readonly string[]
  readonly dns: readonly string[]
  /** The EPS bearer (5 to 15) of a context in use, by +CGCONTRDP. */
  readonly bearer: number | null
  /** The APN that the network granted, where it tells another one. */
  readonly grantedApn: string | null
  /** Null: the modem has no command that tells. */
  readonly auth: StoredContextAuth | null
  readonly roles: readonly ContextRole[]
}

/** What a person wants a context to be. */
export type ContextChange =
  | {
      readonly kind: 'set'
      readonly cid: number
      readonly pdpType: string
      readonly apn: string
      /** `keep`: leave authentication as it is. */
      readonly auth: ContextAuth | 'keep'
      readonly user: string
      readonly password: string
    }
  | { readonly kind: 'remove'; readonly cid: number }
export type ContextSet = Extract<ContextChange, { kind: 'set' }>
