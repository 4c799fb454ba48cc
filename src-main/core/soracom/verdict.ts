import type { StepId, Verdict } from '../connect/connect-state'
import type { Words } from '../words'
import type { SoracomEvent, SoracomSim } from './platform'
import { blockedSim, lockedElsewhere, sawNoSession, sawSession } from './words'

/** States in which a SIM gets no session. */
const blocked: ReadonlySet<string> = new Set(['inactive', 'suspended', 'terminated'])
/** In these the modem asks the network for a session, or is past that. */
const past: ReadonlySet<StepId> = new Set(['dial', 'ppp', 'address', 'dns', 'ping', 'http'])

export interface Attempt {
  readonly verdict: Verdict
  readonly startedMs: number
  /** The modem's own, where it is known. */
  readonly imei: string | undefined
}

export interface PlatformSays {
  readonly words: Words
  /** It may be otherwise in a moment: an event takes some seconds until it is told. */
  readonly mayChange: boolean
}

/**
 * What the platform's answer adds to a connection that failed. Undefined where it proves nothing: a session that stands from before
 * may be this one's, and a step before the dialling needs none.
 */
export function platformSays(
  { verdict, startedMs, imei }: Attempt,
  sim: SoracomSim,
  events: readonly SoracomEvent[],
): PlatformSays | undefined {
  if (verdict.result !== 'failed') return undefined
  const { status, imeiLock, online } = sim
  if (status !== null && blocked.has(status)) return sure(blockedSim(status))
  // 3GPP TS 23.003, 6.2: the last digit is for the check alone, and some devices tell another.
  if (imeiLock !== null && imei !== undefined && imeiLock.slice(0, 14) !== imei.slice(0, 14))
    return sure(lockedElsewhere)
  if (verdict.step === undefined || !past.has(verdict.step)) return undefined
  // The header that puts the times right has whole seconds.
  const since = events.filter(({ atMs }) => atMs >= startedMs - 2000)
  const created = since.find(({ event }) => event === 'Created')
  if (created) return sure(sawSession(created.apn))
  if (since.length > 0 || online !== false) return undefined
  return { words: sawNoSession, mayChange: true }
}

const sure = (words: Words): PlatformSays => ({ words, mayChange: false })
