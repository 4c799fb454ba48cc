import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { apduAnswer, lpacLine } from '@core/esim/lpac-lines'
import { Fault } from '@core/fault'
import type { AskCard, StartLpac } from '@core/ports/lpac'
import { quoted } from '@core/words'
import { openCardTerminal } from './card-terminal'
import { howToInstall } from './words'

const mostBeside = 2_000

/** Its card is here, its way to the server its own. No shell in between. */
export const startLpac: StartLpac = async (backEnd, args, ask) => {
  const lines = new Readable({ objectMode: true, read: () => undefined })
  const failed = (error: unknown) =>
    void lines.destroy(error instanceof Error ? error : new Error(String(error)))
  const terminal = backEnd === 'at' ? await openCardTerminal(ask, failed) : undefined
  const child = spawn('lpac', [...args], {
    env: {
      ...process.env,
      ...{ LC_ALL: 'C', LPAC_HTTP: 'curl', LPAC_APDU: backEnd },
      ...(terminal && { LPAC_APDU_AT_DEVICE: terminal.path }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  })
  let beside = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    beside = (beside + text).slice(-mostBeside)
  })
  // It has ended when nobody reads this any more, and says itself why.
  child.stdin.on('error', () => undefined)
  createInterface({ input: child.stdout, crlfDelay: Infinity }).on('line', (line) => {
    if (!answers(child, line, ask, failed)) lines.push(line)
  })
  const ended = new Promise<string>((resolve) => {
    child.once('close', () => {
      terminal?.close()
      lines.push(null)
      resolve(beside.trim())
    })
  })
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (error) => reject(missing(error)))
  })
  return {
    lines,
    interrupt: () => void child.kill('SIGINT'),
    kill: () => void child.kill('SIGKILL'),
    ended,
  }
}

/** It could not be started: it is not there, or something keeps it from running. */
function missing(error: Error): Fault {
  const absent = 'code' in error && error.code === 'ENOENT'
  return new Fault(
    'esim-lpac-missing',
    absent ? howToInstall(process.platform) : quoted(error.message),
  )
}

/** Whether the line asks something of the card; lpac waits for the answer before it says more. */
function answers(
  { stdin }: ChildProcessWithoutNullStreams,
  text: string,
  ask: AskCard,
  failed: (error: unknown) => void,
): boolean {
  const line = lpacLine(text)
  if (line.kind !== 'apdu') return false
  ask(line).then((answer) => stdin.write(`${apduAnswer(answer)}\n`), failed)
  return true
}
