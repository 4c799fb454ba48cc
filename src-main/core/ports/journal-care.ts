/** How much of the journals may be kept; null sets no limit. */
export interface JournalKeep {
  /** Days since the last octet. */
  readonly days: number | null
  /** MiB of all journals together. */
  readonly mib: number | null
  /** MiB of the disk that are to be free. */
  readonly freeMib: number | null
}

/** Journals and their octets. */
export interface JournalSum {
  readonly count: number
  readonly bytes: number
}

/** The journals of a data folder as they lie there. */
export interface JournalCare {
  /** All of them, and the free octets of their disk. Rejects with `Fault('store-failed')`. */
  state(): Promise<JournalSum & { readonly freeBytes: number }>
  /**
   * Removes what is beyond the limits, the oldest first; never one that is written, or that a run or a report names. `dryRun`: only tells.
   * Rejects with `Fault('store-failed')`, and with `Fault('bad-input')` where more is to be free than the disk has.
   */
  prune(keep: JournalKeep, dryRun: boolean): Promise<JournalSum>
  /** Packs with gzip whatever nobody writes. Gives how many, and the octets that it saved. */
  pack(): Promise<JournalSum>
}
