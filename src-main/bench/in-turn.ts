/**
 * Changes of one file, one after the other: each begins from what the one before has made of it. Two at once would both begin
 * from the same, and the later would take the earlier back.
 */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve()

  /** Settles as the work does; a change that fails hinders none behind it. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work)
    this.#last = turn
    return turn
  }
}
