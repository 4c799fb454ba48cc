import { isUnanswered } from '../at/unanswered'
import { finalLine } from '../at/final'
import { faultCode } from '../fault'
import type { ModemSession } from '../modem/session'
import type { PowerPorts, SoftAnswer } from './run'

const askMs = 1000
const softMs = 15_000

/** How a power sequence talks to the modem itself: over the session of its AT port, if one is open. */
export function sessionAt(session: () => ModemSession | undefined): NonNullable<PowerPorts['at']> {
  return {
    async answers(signal) {
      const now = session()
      if (!now?.open) return undefined
      if (now.upLink) return true
      if (now.mode === 'data') return undefined
      return asks(now, signal)
    },
    async soft(command, signal) {
      const now = session()
      if (!now?.open) return { accepted: false, seen: ['no port is open'] }
      return softly(now, command, signal)
    },
  }
}

async function asks(session: ModemSession, signal: AbortSignal): Promise<boolean | undefined> {
  try {
    const options = { priority: 'wizard', timeoutMs: askMs, force: true, signal } as const
    const reply = await session.at.send('AT', options)
    if (reply.ok) session.confirmCommandMode()
    return reply.ok
  } catch (error) {
    if (signal.aborted) throw error
    const code = faultCode(error)
    // Silence is an answer; a port that is busy with data, or gone, tells nothing.
    return isUnanswered(code) || code === 'at-unresponsive' ? false : undefined
  }
}

async function softly(
  session: ModemSession,
  command: string,
  signal: AbortSignal,
): Promise<SoftAnswer> {
  if (session.mode === 'data' && (await session.hangUp(signal)).result !== 'command')
    return { accepted: false, seen: ['still in data mode'] }
  try {
    const options = { priority: 'wizard', timeoutMs: softMs, signal } as const
    const reply = await session.at.send(command, options)
    return { accepted: reply.ok, seen: [...reply.lines, finalLine(reply.final)] }
  } catch (error) {
    if (signal.aborted) throw error
    // Some firmware goes down without its OK: a press now could turn it on again, so it gets the time to go.
    if (isUnanswered(faultCode(error))) return { accepted: true, seen: ['no answer'] }
    return { accepted: false, seen: [error instanceof Error ? error.message : String(error)] }
  }
}
