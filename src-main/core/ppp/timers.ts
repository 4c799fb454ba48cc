/** How long and how often PPP waits (RFC 1661 4.6). */
export interface PppTimers {
  readonly restartMs: number
  readonly maxTerminate: number
  readonly maxConfigure: number
  /** Configure-Naks we send before we reject instead. */
  readonly maxFailure: number
  /** IPCP waits longer: some modems stay silent until the bearer is up. */
  readonly maxIpcpConfigure: number
  readonly maxAuth: number
  /** How long a link that has one family waits for the other before it is told as up. */
  readonly familyGraceMs: number
  /** Limits for a whole phase, whatever the peer keeps saying. */
  readonly establishLimitMs: number
  readonly authenticateLimitMs: number
  readonly networkLimitMs: number
  /** For all phases together, until the link is up the first time. */
  readonly totalLimitMs: number
  /** Unanswered echoes after which the link is dead, counted from the first reply on. */
  readonly echoFailures: number
}

export const defaultTimers: PppTimers = {
  restartMs: 3_000,
  maxTerminate: 2,
  maxConfigure: 10,
  maxFailure: 5,
  maxIpcpConfigure: 15,
  maxAuth: 10,
  familyGraceMs: 5_000,
  establishLimitMs: 60_000,
  authenticateLimitMs: 60_000,
  networkLimitMs: 90_000,
  totalLimitMs: 180_000,
  echoFailures: 4,
}
