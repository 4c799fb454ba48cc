import type { Pending } from './pending'
import type { Priority } from './send-options'

const rank: Readonly<Record<Priority, number>> = { user: 0, wizard: 1, poll: 2 }

/** Commands that wait for their turn: users first, then wizards, then polls; in order among equals. */
export class CommandQueue {
  #entries: Pending[] = []

  add(entry: Pending): void {
    this.#entries.push(entry)
  }
  /** A waiting poll that asks the same. */
  findPoll(key: string): Pending | undefined {
    return this.#entries.find((entry) => entry.poll && entry.coalesceKey === key)
  }
  remove(entry: Pending): boolean {
    const before = this.#entries.length
    this.#entries = this.#entries.filter((other) => other !== entry)
    return this.#entries.length < before
  }
  /** The one whose turn it is, taken out. */
  shift(): Pending | undefined {
    const first = [...this.#entries].sort((a, b) => rank[a.priority] - rank[b.priority])[0]
    if (first) this.remove(first)
    return first
  }
  /** Takes out those that fit, all of them by default. */
  drain(fits: (entry: Pending) => boolean = () => true): Pending[] {
    const taken = this.#entries.filter(fits)
    this.#entries = this.#entries.filter((entry) => !taken.includes(entry))
    return taken
  }
  get length(): number {
    return this.#entries.length
  }
}
