import { exits } from './exits'

// Node would end at once, and leave the modem in its call.
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const
export type StopSignal = (typeof signals)[number]

let ending = false

/** True once a command was told to end: it hangs up and closes its port, which nothing shall cut short. */
export const isEnding = (): boolean => ending

/**
 * Hears Ctrl-C, a closed terminal and the system's wish to end the program, once; a second one ends it at once. Returns what stops hearing.
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
    ending = true
    stop(signal)
  }
  for (const signal of signals) process.on(signal, hear)
  return off
}

/** Ctrl-C that a terminal kept while a line was typed: handed on; where nobody hears it any more the program ends, as the system would end it. */
export function interrupt(): void {
  if (!process.emit('SIGINT', 'SIGINT')) process.exit(exits.stopped)
}
