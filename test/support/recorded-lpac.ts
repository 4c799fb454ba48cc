import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lpacLine } from '@core/esim/lpac-lines'
import type { StartLpac } from '@core/ports/lpac'

/** lpac as it was recorded, within the test: each question waits for its answer. `change` puts other lines in the place of one. */
export const recordedLpac =
  (
    recording: 'download' | 'refused',
    change: (line: string) => readonly string[] = (line) => [line],
  ): StartLpac =>
  async (_backEnd, _args, ask) => {
    const file = join(import.meta.dirname, 'fake-lpac', `${recording}.jsonl`)
    const recorded = readFileSync(file, 'utf8').trim().split('\n').flatMap(change)
    let interrupted = false
    async function* lines(): AsyncGenerator<string> {
      for (const text of recorded) {
        const line = lpacLine(text)
        if (line.kind === 'apdu') {
          const { ecode } = await ask(line)
          if (ecode >= 0) continue
          yield failed('es10b_card')
          return
        }
        yield text
        if (!interrupted) continue
        yield failed('cancelled')
        return
      }
    }
    return {
      lines: lines(),
      interrupt: () => {
        interrupted = true
      },
      kill: () => undefined,
      ended: Promise.resolve(''),
    }
  }

const failed = (message: string) =>
  JSON.stringify({ type: 'lpa', payload: { code: -1, message, data: null } })
