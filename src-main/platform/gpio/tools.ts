import { spawn } from 'node:child_process'

export interface ToolAnswer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** A program that runs until it is ended. */
export interface HeldTool {
  /** Resolves when the program has ended, with what it said. */
  readonly ended: Promise<ToolAnswer>
  /** Asks it to end and waits until it has. */
  end(): Promise<void>
}

/** Programs of this computer; tests replace it by a recorder. */
export interface Tools {
  /** Rejects with ENOENT when the program is not installed. */
  run(command: string, args: readonly string[]): Promise<ToolAnswer>
  hold(command: string, args: readonly string[]): Promise<HeldTool>
}

const longestMs = 4000

export const nodeTools: Tools = {
  async run(command, args) {
    const held = await start(command, args)
    const limit = setTimeout(() => void held.end(), longestMs)
    return held.ended.finally(() => clearTimeout(limit))
  },
  hold: start,
}

function start(command: string, args: readonly string[]): Promise<HeldTool> {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const ended = new Promise<ToolAnswer>((resolve) => {
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }))
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('spawn', () =>
      resolve({
        ended,
        async end() {
          child.kill('SIGTERM')
          const hard = setTimeout(() => child.kill('SIGKILL'), 1000)
          await ended
          clearTimeout(hard)
        },
      }),
    )
  })
}
