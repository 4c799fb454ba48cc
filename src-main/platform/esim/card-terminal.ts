import { bytesOf, latin1 } from '@core/bytes'
import { atRequest, atResponse } from '@core/esim/at-back-end'
import { errorWords, Fault } from '@core/fault'
import type { AskCard } from '@core/ports/lpac'
import { nodeClock } from '@platform/clock/node-clock'
import { openPtyMaster, type PtyMaster } from '@platform/serial/pty-master'
import { needsLinux, needsSocat, noTerminal } from './words'

/** A pseudo terminal at which a card is reached by AT, as lpac's back-end `at` does. Rejects with esim-lpac where there can be none. */
export async function openCardTerminal(
  ask: AskCard,
  failed: (error: unknown) => void,
): Promise<Pick<PtyMaster, 'path' | 'close'>> {
  let unread = ''
  const line = async (text: string) => {
    const request = atRequest(text)
    if (!request) return 'OK\r\n'
    const { ecode, data } = await ask(request)
    return atResponse(request.func, ecode, data)
  }
  if (process.platform !== 'linux') throw new Fault('esim-lpac', needsLinux)
  const terminal = await openPtyMaster(nodeClock, {
    opened: () => undefined,
    closed: () => undefined,
    bytes: (octets) => {
      const lines = `${unread}${latin1(octets)}`.split(/\r?\n/)
      unread = lines.pop() ?? ''
      for (const text of lines)
        line(text.trim()).then((answer) => terminal.write(bytesOf(answer)), failed)
    },
  }).catch((error: unknown) => {
    // The program that is missing is socat.
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new Fault('esim-lpac', isMissing ? needsSocat : noTerminal(errorWords(error)))
  })
  return terminal
}
