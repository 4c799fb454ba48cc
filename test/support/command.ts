import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type CommandEnded, commandData, type Ended, journalsApart, type RunOptions } from './cli'
import { cli } from './needs'
import { patienceMs } from './patience'

type Answer = { readonly id: number } & (Ended | { readonly error: string })
interface Waiting {
  take(ended: Ended): void
  fail(error: Error): void
}

/**
 * Commands of a test file in one process, as built: half of what a command costs is its start. For those that run to their
 * end by themselves; what hears signals, is killed, or cares for its process is started by support/cli.ts.
 */
class CommandHost {
  readonly #child: ChildProcess
  readonly #ready: Promise<void>
  readonly #waiting = new Map<number, Waiting>()
  #number = 0

  constructor() {
    const file = join(import.meta.dirname, 'command-host.mjs')
    this.#child = fork(file, [cli, String(patienceMs)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
    })
    this.#ready = new Promise((resolve, reject) => {
      this.#child.once('message', () => resolve())
      this.#child.once('exit', (code) => reject(new Error(`The commands ended with ${code}.`)))
    })
    this.#child.on('message', (message: Answer | { ready: true }) => {
      if ('ready' in message) return
      const waiting = this.#waiting.get(message.id)
      this.#waiting.delete(message.id)
      if ('error' in message) waiting?.fail(new Error(message.error))
      else waiting?.take({ code: message.code, out: message.out, err: message.err })
    })
    this.#child.once('exit', (code) => {
      for (const { fail } of this.#waiting.values()) fail(new Error(`All ended with ${code}.`))
    })
  }

  async run(args: readonly string[], env: Record<string, string>, input: string): Promise<Ended> {
    await this.#ready
    const id = ++this.#number
    return new Promise((take, fail) => {
      this.#waiting.set(id, { take, fail })
      this.#child.send({ id, args, env, input })
    })
  }

  /** Rejects when a command has left something open, which would have kept a process of its own from ending. */
  async end(): Promise<void> {
    const ended = new Promise<number | null>((resolve) => this.#child.once('exit', resolve))
    this.#child.disconnect()
    const code = await ended
    if (code !== 0) throw new Error(`Commands that had ended left something open (exit ${code}).`)
  }
}

let host: CommandHost | undefined

afterAll(async () => {
  const last = host
  host = undefined
  await last?.end()
})

/** Runs `modem-bench …` to its end, beside other commands of this file. */
export async function runCli(
  args: readonly string[],
  { env, input = '' }: Pick<RunOptions, 'env' | 'input'> = {},
): Promise<CommandEnded> {
  host ??= new CommandHost()
  const more = { MODEM_BENCH_DATA: commandData(), ...env }
  return journalsApart(await host.run(args, more, input))
}
