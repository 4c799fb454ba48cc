import { sameBytes } from '@core/bytes'
import { msText } from '@core/ip/tools/tool-answer'
import type { SocketOutcome } from '@core/sockets/outcome'
import { httpStatusSaid, nothingCameBack } from '@core/sockets/words'
import { TrialEnd, trouble, type Steps } from './steps'
import { answeredHttp, cameBack, noPingBack, opened, pingsCame } from './words'

/** What a try comes to over either stack, so that both are judged by one measure. */

/** How long what was sent may take to come back. */
export const answerMs = 10_000

/** Where the network or the modem said no, that is the outcome. */
export async function outcomeOf(
  steps: Steps,
  tried: () => Promise<SocketOutcome>,
): Promise<SocketOutcome> {
  try {
    return await tried()
  } catch (error) {
    if (error instanceof TrialEnd) return steps.failed(error.trouble)
    throw error
  }
}

interface Pings {
  readonly sent: number
  readonly received: number
  readonly avgMs: number | null
}
export function pinged(steps: Steps, { sent, received, avgMs }: Pings): SocketOutcome {
  if (received === 0)
    return steps.failed({ ...trouble('timeout', `0/${sent}`), meaning: noPingBack(sent) })
  return steps.worked(avgMs, pingsCame(received, sent, msText(avgMs)))
}

export const onlyOpened = (steps: Steps, ms: number): SocketOutcome =>
  steps.worked(ms, opened(msText(ms)))

export const echoed = (
  steps: Steps,
  sent: Uint8Array,
  back: Uint8Array,
  ms: number,
): SocketOutcome => steps.worked(ms, cameBack(back.length, msText(ms), sameBytes(back, sent)))

export const nothingBack = (): TrialEnd =>
  new TrialEnd({ ...trouble('timeout', ''), meaning: nothingCameBack(answerMs / 1_000) })

interface Fetched {
  readonly status: number
  readonly octets: number
  readonly ms: number
}
/** A server that refuses a page is reached, and yet no success. */
export const isRefusal = (status: number): boolean => status >= 400
export function fetched(steps: Steps, { status, octets, ms }: Fetched): SocketOutcome {
  if (isRefusal(status))
    return steps.failed({ ...trouble('other', `${status}`), meaning: httpStatusSaid(status) })
  return steps.worked(ms, answeredHttp(status, octets, msText(ms)))
}
