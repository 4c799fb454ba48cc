import { Worker } from 'node:worker_threads'
import type { StartThread } from '@core/ports/thread'
import { hardLimitMib, overLimit } from './heap-limit'

/** V8's own on computers of 64 bits: three semi-spaces of 16. */
const usualYoungMib = 48

/**
 * Starts a file of ours as a thread. `mostMib`: it is ended where its heap needs more, and the program goes on (on Node 24 only
 * where the file calls `endOverLimit`). It keeps no program from ending.
 */
export function threadOf(file: string, mostMib: number): StartThread {
  return (data, listener) => {
    const worker = new Worker(file, {
      workerData: data,
      resourceLimits: {
        maxOldGenerationSizeMb: hardLimitMib(mostMib),
        // What is young counts beside it: under a small limit Node 24 ended the whole program where that alone went beyond.
        maxYoungGenerationSizeMb: Math.min(usualYoungMib, Math.ceil(mostMib / 4)),
      },
      // Options of the program are none of a thread's, as where it looks for a debugger.
      execArgv: [],
    })
    let over = false
    const ended = (error: unknown, isMemory = isOutOfMemory(error)) => {
      if (over) return
      over = true
      listener.ended(isMemory ? { kind: 'memory', mib: mostMib } : { kind: 'error', error })
    }
    worker.on('message', (message) => listener.message(message))
    worker.on('messageerror', (error) => ended(error))
    worker.on('error', (error) => ended(error))
    worker.on('exit', (code) =>
      ended(new Error(`The thread ended with exit code ${code}.`), code === overLimit),
    )
    worker.unref()
    return {
      post: (message, transfer = []) => worker.postMessage(message, [...transfer] as ArrayBuffer[]),
      end: async () => {
        over = true
        await worker.terminate()
      },
    }
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
