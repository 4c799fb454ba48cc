import { execFile } from 'node:child_process'
import { Fault } from '@core/fault'
import { quoted } from '@core/words'
import { noProgramAnswer } from './words'

export interface RunOptions {
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** What it reads: what nobody is to see in the list of processes. */
  readonly input?: string
}

/** Runs a program with these arguments and resolves with what it printed; rejects with what it said went wrong. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  options: RunOptions,
) => Promise<string>

/** No shell in between: an argument is an argument, whatever is in it. */
export const runProgram: RunProgram = (program, args, { timeoutMs, signal, input }) =>
  new Promise((resolve, reject) => {
    const child = execFile(
      program,
      [...args],
      {
        timeout: timeoutMs,
        maxBuffer: 4 * 1024 * 1024,
        env: { ...process.env, LC_ALL: 'C' },
        ...(signal ? { signal } : {}),
      },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout)
        const missing = error.code === 'ENOENT'
        const said = [stderr.trim(), stdout.trim()].filter((text) => text !== '').join(' ')
        const call = [program, ...args.slice(0, 2)].join(' ')
        if (error.killed && !signal?.aborted)
          return reject(new Fault('nmcli-failed', noProgramAnswer(call, timeoutMs)))
        reject(
          new Fault(
            missing ? 'nmcli-missing' : 'nmcli-failed',
            quoted(missing ? program : said || call),
          ),
        )
      },
    )
    // A program that does not read it says why when it ends.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input ?? '')
  })
