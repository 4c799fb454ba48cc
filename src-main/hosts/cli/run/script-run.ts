import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type Language, type Words } from '@contract'
import type { FromScript, ScriptStart, ToScript } from '../../script/messages'
import { complain } from '../complain'
import type { WholeBench } from '../on-bench'
import { write } from '../output'
import { shown } from '../shown'
import { ScriptCalls } from './script-calls'
import { lostBench, neverSettled, outOfMemory, stopped, timeOver } from './words'

export interface ScriptOptions {
  /** The absolute path of the script. */
  readonly path: string
  readonly args: readonly string[]
  /** It is ended after so long; undefined: never. */
  readonly timeoutMs: number | undefined
  readonly lang: Language
}

/** A script that is told to end may still tidy up for so long. */
const graceMs = 3_000
const mostMegabytes = 1_024
/** Node's exit code of a module that waits at its top level for what never comes. */
const unsettled = 13

/**
 * Runs a script in a thread of its own, so that none of what it does holds up ports, journal or Ctrl-C. Resolves with its exit code
 * when it has ended, said why on standard error, and what it began is ended.
 */
export async function runScript(bench: WholeBench, options: ScriptOptions): Promise<number> {
  const run = new ScriptRun(bench, options)
  try {
    return await run.over
  } finally {
    await run.end()
  }
}

class ScriptRun {
  readonly #worker: Worker
  readonly #calls: ScriptCalls
  readonly #unwritten = new Int32Array(new SharedArrayBuffer(4))
  readonly #over: (() => void)[] = []
  #writing = Promise.resolve()
  #failed = false
  #why: Words | undefined
  /** Rejects when its output cannot be written. */
  readonly over: Promise<number>

  constructor(bench: WholeBench, { path, args, timeoutMs, lang }: ScriptOptions) {
    const start: ScriptStart = { path, unwritten: this.#unwritten.buffer as SharedArrayBuffer }
    this.#worker = new Worker(join(import.meta.dirname, 'script-worker.js'), {
      argv: [...args],
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
      // What it prints comes as messages: a Node that read its streams as well (24 and later) would ask for more of streams that the
      // worker has put ours in the place of, and end it.
      stdout: true,
      stderr: true,
    })
    const tell = (message: ToScript) => this.#worker.postMessage(message)
    this.#calls = new ScriptCalls(bench, tell, lang)
    this.#worker.on('message', (message: FromScript) => this.#take(message))
    // What the script itself throws it tells; here is what ends the thread.
    this.#worker.on('error', (error) => this.#fail(threadError(error)))
    this.over = new Promise((resolve, reject) => {
      this.#worker.once('exit', (code) => {
        this.#writing.then(() => resolve(this.#end(code)), reject)
      })
      this.#writing.catch(reject)
    })
    const stop = (why: Words) => this.#stop(why, lang)
    this.#over.push(
      bench.onStop(() => stop(stopped)),
      bench.onGone((fault) => stop(lostBench(fault.said))),
    )
    // Its time begins with it: what starts the thread is none of it.
    if (timeoutMs !== undefined)
      this.#worker.once('online', () => this.#after(timeoutMs, () => stop(timeOver(timeoutMs))))
  }

  async end(): Promise<void> {
    for (const over of this.#over) over()
    await this.#worker.terminate()
    await this.#calls.end()
  }

  #take(message: FromScript): void {
    if (message.kind === 'print') this.#print(message)
    else if (message.kind === 'failed') this.#fail(message.said)
    else this.#calls.take(message)
  }

  #print({ to, text }: Extract<FromScript, { kind: 'print' }>): void {
    this.#writing = this.#writing.then(async () => {
      if (to === 'out') await write(text)
      else process.stderr.write(text)
      Atomics.sub(this.#unwritten, 0, text.length)
      Atomics.notify(this.#unwritten, 0)
    })
    this.#writing.catch(() => void this.#worker.terminate())
  }

  #fail(said: Words | string): void {
    // Whoever was told to end need not say that it does.
    if (this.#why && typeof said === 'string' && said.includes('AbortError: ')) return
    this.#failed = true
    this.#writing = this.#writing.then(() => complain(said))
  }

  #stop(why: Words, lang: Language): void {
    if (this.#why) return
    this.#why = why
    this.#worker.postMessage({ kind: 'stop', why: why[lang] } satisfies ToScript)
    this.#after(graceMs, () => void this.#worker.terminate())
  }

  #end(code: number): number {
    if (this.#why) {
      complain(this.#why)
      return 1
    }
    if (code === unsettled && !this.#failed) {
      complain(neverSettled)
      return 1
    }
    return this.#failed ? 1 : code
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(act, ms)
    this.#over.push(() => clearTimeout(timer))
  }
}

function threadError(error: unknown): Words | string {
  if (!(error instanceof Error)) return String(error)
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return outOfMemory(mostMegabytes)
  return shown(error.stack ?? error.message, 'many')
}
