import { promptOfEarlierProgram } from '@core/at/words'
import { Fault } from '@core/fault'
import type { ModemSession } from '@core/modem/session'
import type { Words } from '@core/words'
import { inData } from './words'

/**
 * Brings AT to a port of which nobody knows who speaks on it. Out of a multiplexer that an earlier program left on the whole way
 * back is taken, and a prompt that it left is left with ESC, which is told; whoever speaks PPP is left alone.
 */
export async function bringAt(
  session: ModemSession,
  signal: AbortSignal,
  tell: (words: Words) => void,
): Promise<void> {
  try {
    await session.reachAt(signal)
  } catch (error) {
    if (session.prompt && session.prompt.command === undefined) {
      await session.leavePromptAnswered(signal)
      tell(promptOfEarlierProgram)
      await session.reachAt(signal)
      return
    }
    const { mode, port } = session
    if (mode === 'data') throw new Fault('at-not-command-mode', inData(port.label))
    if (mode !== 'cmux') throw error
    const { result } = await session.backToCommand(signal)
    if (result === 'none') throw new Fault('connect-stuck')
  }
}
