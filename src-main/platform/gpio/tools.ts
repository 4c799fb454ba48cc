import { spawn, type ChildProcess, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { lineTaken } from './line-taken'
import { guardScript } from './tool-guard'

export interface ToolAnswer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A program that runs until it is ended. */
export interface HeldTool {
  /** Resolves when the program has what it is to hold; never when it ends before. */
  readonly taken: Promise<void>
  /** Resolves when the program has ended, with what it said. */
  readonly ended: Promise<ToolAnswer>
  /** Ends it, lets go of what it held, and waits until that is done. */
  end(): Promise<void>
  /** Ends it and leaves what it held as it is, for another that takes over at once. */
  leave(): Promise<void>
}

/** Programs of this computer; tests replace it by a recorder. */
export interface Tools {
  /** Rejects with ENOENT when the program is not installed. */
  run(command: string, args: readonly string[]): Promise<ToolAnswer>
  /** Ends with this program, too, however that ends; `release` are the arguments with which what was held is let go. */
  hold(command: string, args: readonly string[], release: readonly string[]): Promise<HeldTool>
}

const longestMs = 10_000

export const nodeTools: Tools = {
  async run(command, args) {
    const { child, ended } = await start(command, args)
    const limit = setTimeout(() => kill(child), longestMs)
    return ended.finally(() => clearTimeout(limit))
  },
  async hold(command, args, release) {
    const { child, ended } = await start('sh', ['-c', guardScript(command, args, release)])
    const tell = async (word: 'end' | 'leave') => {
      child.stdin.end(`${word}\n`)
      const hard = setTimeout(() => kill(child), longestMs)
      await ended
      clearTimeout(hard)
    }
    return {
      taken: takenBy(child, ended),
      ended,
      end: () => tell('end'),
      leave: () => tell('leave'),
    }
  },
}

/** The first thing the guard says is the number of the process that holds. */
function takenBy(guard: ChildProcessWithoutNullStreams, ended: Promise<unknown>): Promise<void> {
  const over = new AbortController()
  void ended.then(() => over.abort())
  return new Promise((resolve) => {
    guard.stdout.once('data', (text: string) => {
      void lineTaken(Number.parseInt(text, 10), over.signal).then(() => {
        if (!over.signal.aborted) resolve()
      })
    })
  })
}

interface Started {
  readonly child: ChildProcessWithoutNullStreams
  readonly ended: Promise<ToolAnswer>
}

function start(command: string, args: readonly string[]): Promise<Started> {
  const child = spawn(command, args, {
    // In a group of its own, which the terminal's Ctrl-C does not reach.
    detached: true,
    env: { ...process.env, LC_ALL: 'C' },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  // A program that has ended takes no word any more; its end is told by itself.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<ToolAnswer>((resolve) => {
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }))
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () => resolve({ child, ended }))
  })
}

/** Ends a program and all it has started. */
function kill({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL')
}
