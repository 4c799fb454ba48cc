import { PerformanceObserver } from 'node:perf_hooks'
import { getHeapStatistics } from 'node:v8'
import { resourceLimits } from 'node:worker_threads'

const octetsAMib = 1024 * 1024

/** The exit code of a thread that ended itself because its heap had grown beyond what it may have. */
export const overLimit = 97

const slack = 1.25

/**
 * The limit that V8 is given for a heap that may have `mostMib`. Where a thread comes to it, Node 24 ends the whole program
 * rather than the thread: it is the net behind `endOverLimit`, by which a thread ends itself before.
 */
export const hardLimitMib = (mostMib: number): number => Math.ceil(mostMib * slack)

/**
 * For a thread that `threadOf` started, and that lets go of the processor now and then: it ends itself where more is alive than it
 * may have. `hardMib`: the limit that V8 has. Gives what stops the watch.
 */
export function endOverLimit(hardMib = resourceLimits.maxOldGenerationSizeMb): () => void {
  const most = ((hardMib ?? Infinity) / slack) * octetsAMib
  // Only what a collection has left counts: before it most of the heap may be waste.
  const watch = new PerformanceObserver(() => {
    if (getHeapStatistics().used_heap_size > most) process.exit(overLimit)
  })
  watch.observe({ entryTypes: ['gc'] })
  return () => watch.disconnect()
}
