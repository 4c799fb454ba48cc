import { concat } from '@core/bytes'
import { encodeEntry, recordsOf, recover, type JournalEntry } from '@core/log/journal'

/** At 92 kB/s a quarter of an hour and more of a disk that takes nothing. */
export const mostPendingBytes = 64 << 20
const writeBytes = 1 << 20

/** What did not fit into memory while the disk took nothing. */
export interface JournalGap {
  readonly entries: number
  readonly bytes: number
  readonly fromMs: number
  readonly toMs: number
}

interface Piece {
  readonly bytes: Uint8Array
  readonly records: number
}

/** Entries on their way to the disk, in their order and bounded; what does not fit is counted. */
export class PendingEntries {
  readonly #most: number
  #pieces: Piece[] = []
  #bytes = 0
  #records = 0
  #gap: JournalGap | undefined

  constructor(most = mostPendingBytes) {
    this.#most = most
  }

  get bytes(): number {
    return this.#bytes
  }
  get records(): number {
    return this.#records
  }
  get gap(): JournalGap | undefined {
    return this.#gap
  }

  /** How many records it made; 0 when there was no room. Once there is a gap it grows until `closeGap`: one gap, not many. */
  add(entry: JournalEntry): number {
    const bytes = encodeEntry(entry)
    if (this.#gap || this.#bytes + bytes.length > this.#most) {
      this.#miss(entry)
      return 0
    }
    const records = recordsOf(entry.bytes.length)
    this.#pieces.push({ bytes, records })
    this.#bytes += bytes.length
    this.#records += records
    return records
  }

  /** The next octets to write, some whole entries, and how to say that they are written. */
  next(): { bytes: Uint8Array; done(): void } | undefined {
    let [count, size, records] = [0, 0, 0]
    for (const piece of this.#pieces) {
      if (count > 0 && size + piece.bytes.length > writeBytes) break
      count++
      size += piece.bytes.length
      records += piece.records
    }
    if (count === 0) return undefined
    const bytes = concat(this.#pieces.slice(0, count).map((piece) => piece.bytes))
    const done = () => {
      this.#pieces.splice(0, count)
      this.#bytes -= size
      this.#records -= records
    }
    return { bytes, done }
  }

  /** The entries of records `from` to `to`, counted from the first that is pending. */
  read(from: number, to: number): JournalEntry[] {
    const parts: Uint8Array[] = []
    const start = Math.max(0, from)
    let [at, first] = [0, 0]
    for (const { bytes, records } of this.#pieces) {
      if (at + records > start && at < to) {
        if (parts.length === 0) first = at
        parts.push(bytes)
      }
      at += records
    }
    return recover(concat(parts)).entries.slice(start - first, Math.max(start, to) - first)
  }

  closeGap(): JournalGap | undefined {
    const gap = this.#gap
    this.#gap = undefined
    return gap
  }

  /** Gives up all of it, for another journal to take. */
  takeAll(): { pieces: readonly Piece[]; gap: JournalGap | undefined } {
    const taken = { pieces: this.#pieces, gap: this.#gap }
    this.#pieces = []
    this.#bytes = 0
    this.#records = 0
    this.#gap = undefined
    return taken
  }
  adopt({ pieces, gap }: ReturnType<PendingEntries['takeAll']>): void {
    for (const piece of pieces) {
      this.#pieces.push(piece)
      this.#bytes += piece.bytes.length
      this.#records += piece.records
    }
    this.#gap = gap
  }

  #miss({ atMs, bytes }: JournalEntry): void {
    const before = this.#gap ?? { entries: 0, bytes: 0, fromMs: atMs, toMs: atMs }
    this.#gap = {
      ...before,
      entries: before.entries + 1,
      bytes: before.bytes + bytes.length,
      toMs: atMs,
    }
  }
}
