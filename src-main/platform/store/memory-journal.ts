import type { JournalEntry } from '@core/log/journal'

// As much as a bench keeps of rows, with room for long ones.
const mostEntries = 200_000

/** A journal that is nowhere on a disk, for who wants none: its newest entries, and how many there were. */
export class MemoryJournal {
  readonly file = ''
  readonly #entries: JournalEntry[] = []
  #dropped = 0
  #bytes = 0
  #closed = false

  get closed(): boolean {
    return this.#closed
  }
  get bytes(): number {
    return this.#bytes
  }
  get count(): number {
    return this.#dropped + this.#entries.length
  }
  append(entry: JournalEntry): void {
    this.#entries.push({ ...entry, bytes: entry.bytes.slice() })
    this.#bytes += entry.bytes.length
    // In large bites, since cutting the front of an array costs its length.
    if (this.#entries.length < mostEntries * 1.2) return
    this.#dropped += this.#entries.splice(0, this.#entries.length - mostEntries).length
  }
  async kept(): Promise<number> {
    return this.#dropped
  }
  /** Entries `from` to `to`, `to` not included; those that were dropped are missing. */
  async read(from: number, to: number): Promise<JournalEntry[]> {
    const at = (index: number) => Math.max(index - this.#dropped, 0)
    return this.#entries.slice(at(from), at(to))
  }
  /** Nothing can go wrong with it. */
  listen(): () => void {
    return () => undefined
  }
  async close(): Promise<void> {
    this.#closed = true
    this.#entries.length = 0
  }
}
