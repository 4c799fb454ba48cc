const signals = ['SIGINT', 'SIGTERM'] as const
export type StopSignal = (typeof signals)[number]

/**
 * Hears Ctrl-C and the system's wish to end the program, once; a second one ends it at once. Returns what stops hearing.
 *
 * Not `process.once`: that takes itself away before the other listeners run, and a file that is just being written
 * atomically (write-file-atomic listens, too) would then take the program for one that nobody ends in order, and kill it.
 */
export function onStopSignal(stop: (signal: StopSignal) => void): () => void {
  const off = () => {
    for (const signal of signals) process.off(signal, hear)
  }
  const hear = (signal: StopSignal) => {
    setImmediate(off)
    stop(signal)
  }
  for (const signal of signals) process.on(signal, hear)
  return off
}
