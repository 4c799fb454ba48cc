import { errorWords } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Clock } from '@core/ports/clock'
import { sleep } from '@core/wait'
import type { Words } from '@core/words'
import { hangingUp } from './words'

// A computer that shuts down waits some seconds for its programs.
const goodbyeMs = 3_000

/**
 * Ends a call by its own rules (PPP's Terminate, then ATH), and a multiplexer with it, before the program goes: the modem would
 * stay in it and answer the next program with PPP. A modem that does not answer is left after three seconds.
 */
export async function sayGoodbye(
  session: ModemSession,
  { clock, note }: { readonly clock: Clock; readonly note: (words: Words) => void },
): Promise<void> {
  if (!session.cmuxOn && session.mode !== 'data' && !session.callHeld) return
  const enough = new AbortController()
  const limit = sleep(clock, goodbyeMs, enough.signal).catch(() => undefined)
  const ended = session.cmuxOn ? session.endCmux() : session.hangUp(enough.signal)
  const hungUp = ended.catch((error: unknown) => {
    if (!enough.signal.aborted) note(hangingUp(errorWords(error)))
  })
  await Promise.race([hungUp, limit])
  enough.abort()
}
