import { isUnanswered } from '../at/unanswered'
import type { AtReply } from '../at/engine'
import type { ByteClass } from '../cmux/classify'
import { faultCode } from '../fault'
import type { Clock } from '../ports/clock'
import { sleep } from '../wait'
import type { CloseDownForce } from './ask-out-of-cmux'

/** AT until it is answered: what is sent, and where else the modem is looked for. */
export interface Reaching {
  readonly clock: Clock
  readonly signal?: AbortSignal | undefined
  /** Sends AT, waiting 1 s for its answer. */
  ask(): Promise<AtReply>
  /** Sends ESC: a modem that waits for text takes all it is told for that, and says nothing. */
  escape(): Promise<void>
  /** Leaves the prompt that an earlier program left; without it `at-prompt` is rejected with. */
  leavePrompt?(): Promise<void>
  askInPpp(ms: number, signal?: AbortSignal): Promise<ByteClass>
  /** What came back; undefined where nothing was sent. */
  closeDownUnheard(force: CloseDownForce, signal?: AbortSignal): Promise<ByteClass | undefined>
  /** Whether AT is sent once more. */
  goesOn(tries: number): boolean
  tell?(news: ReachNews): void
}

export type ReachNews = 'silent' | 'closing' | 'close-down answered' | 'close-down unanswered'

/** `closed`: a multiplexer that an earlier program had left on was closed first. */
export type Reached =
  | { readonly found: 'command'; readonly tries: number; readonly closed: boolean }
  | { readonly found: 'ppp' | 'cmux' | 'nothing' }

const pppMs = 500
const pauseMs = 200
/** After which AT PPP is asked, as a link that is still open stays silent to AT. */
const pppAfter = 2
/** After which AT close-down is sent: a modem that boots answers a later AT all the same. */
export const closeDowns: { readonly [tries: number]: CloseDownForce } = {
  2: 'gentle',
  4: 'thorough',
}
/** After so many all that may be behind a silent port was tried; some 7 s. */
export const enoughTries = 5

/**
 * The one way to AT on a port of which nobody knows who speaks on it. A modem that boots drops what it is told before its
 * banner, so AT is repeated; one that was left in data mode or in the multiplexer is silent, too, and is asked in its own way.
 */
export async function reachAt(reaching: Reaching): Promise<Reached> {
  const { clock, signal, goesOn, tell } = reaching
  let closed = false
  for (let tries = 1; ; tries++) {
    if (await answered(reaching)) return { found: 'command', tries, closed }
    if (!goesOn(tries)) return { found: 'nothing' }
    if (tries === pppAfter) {
      await reaching.escape()
      const found = await reaching.askInPpp(pppMs, signal)
      if (found === 'ppp' || found === 'cmux') return { found }
    }
    const force = closeDowns[tries]
    if (force) closed = (await closedDown(reaching, force)) || closed
    tell?.('silent')
    await sleep(clock, pauseMs, signal)
  }
}

async function answered({ ask, leavePrompt }: Reaching): Promise<boolean> {
  try {
    return (await ask()).ok
  } catch (error) {
    const code = faultCode(error)
    if (code === 'at-prompt' && leavePrompt) {
      await leavePrompt()
      return false
    }
    // A modem that has just been powered says so in the middle of the first AT.
    if (isUnanswered(code) || code === 'at-unresponsive' || code === 'at-reset') return false
    throw error
  }
}

/** Whether close-down was answered, by a modem that was left in the multiplexer. */
async function closedDown(reaching: Reaching, force: CloseDownForce): Promise<boolean> {
  reaching.tell?.('closing')
  const found = await reaching.closeDownUnheard(force, reaching.signal)
  if (found === undefined) return false
  reaching.tell?.(found === 'cmux' ? 'close-down answered' : 'close-down unanswered')
  return found === 'cmux'
}
