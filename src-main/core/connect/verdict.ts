import type { Fault } from '../fault'
import type { Mode } from '../modem/mode'
import type { StepId, Verdict } from './connect-state'
import { twoSentences, type SeenLine } from '../words'
import { StepFailure } from './step'
import { connectedAs, refusedFor } from './words'

interface Common {
  readonly ms: number
  readonly mode: Mode
  readonly ip?: string
  readonly ipv6?: string
  readonly dns: readonly string[]
  readonly ping?: NonNullable<Verdict['ping']>
}

// More than a screen of lines helps nobody; the last ones led to the end.
const mostLines = 30

export function connectedVerdict(common: Common): Verdict {
  const { ping, ip, ipv6 } = common
  const addresses = [ip, ipv6].filter((one) => one !== undefined)
  const given = addresses.length > 0
  const proof = ping ? `${ping.host} ${ping.received}/${ping.sent}` : ''
  return {
    result: 'connected',
    seen: [],
    meaning: connectedAs(given, addresses, proof),
    tries: [],
    ...common,
  }
}

export function failedVerdict(
  failure: Common & { step: StepId; fault: Fault; seen: readonly SeenLine[] },
): Verdict {
  const { step, fault, seen, ...common } = failure
  const own = fault instanceof StepFailure ? fault : undefined
  const row = fault.row
  const cause = own?.refusal
  const usual = own?.meaning ?? row.meaning
  const meaning = cause ? refusedFor(usual, cause) : usual
  const { said } = fault
  return {
    result: fault.code === 'connect-cancelled' ? 'cancelled' : 'failed',
    step,
    reason: fault.code,
    seen: seen.slice(-mostLines),
    title: meaning,
    meaning: twoSentences(meaning, said),
    // What is usual does not fit every cause: of a network that is not allowed no look at the APN helps.
    tries: [...(own?.tries ?? []), ...(cause ? [cause.fix] : row.tries)],
    ...(cause ? { cause: { kind: cause.kind, code: cause.code, meaning: cause.meaning } } : {}),
    ...(own?.forbidden ? { forbidden: own.forbidden } : {}),
    ...(own?.limits ? { limits: own.limits } : {}),
    ...common,
  }
}
