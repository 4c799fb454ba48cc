/** Takes back what `Clock.schedule` promised; calling it twice, or after the run, does nothing. */
export type Cancel = () => void

/** Time as the core sees it. Wall time is for people, monotonic time for order and for waiting. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. May step when the computer's clock is set. */
  nowMs(): number
  /** Microseconds since some fixed moment of this process. Never steps back. */
  monotonicUs(): number
  /** Runs `run` once after `ms` milliseconds. */
  schedule(ms: number, run: () => void): Cancel
}
