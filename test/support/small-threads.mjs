import { syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'

// Threads of the program get a heap of so many MiB, so that one runs out of memory over a log that is not long.
const { Worker } = threads
const maxOldGenerationSizeMb = Number(process.env.MODEM_BENCH_THREAD_MIB)
threads.Worker = class extends Worker {
  constructor(file, options) {
    super(file, { ...options, resourceLimits: { maxOldGenerationSizeMb } })
  }
}
syncBuiltinESMExports()
