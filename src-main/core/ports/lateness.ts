/** How long the program had no turn, and how much of that it worked itself. */
export interface Late {
  readonly ms: number
  readonly cpuMs: number
}

/** Tells each time. Returns the way to stop. */
export type WatchLateness = (heard: (late: Late) => void) => () => void
