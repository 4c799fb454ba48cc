import type { JournalEntry } from '@core/log/journal'
import type { JournalPart } from '@core/ports/journal-part'
import { KeptPart } from './kept-part'

/** Files one after the other, each with the number of its first entry. */
interface Numbered {
  readonly first: number
  readonly file: {
    readonly count: number
    read(from: number, count: number): Promise<JournalEntry[]>
    /** Nobody reads on in it. */
    rest?(): void
  }
}

/** Entries `from` to `to`, `to` not included; fewer where a file was cut short or removed. */
export async function readAcross(
  parts: readonly Numbered[],
  from: number,
  to: number,
): Promise<JournalEntry[]> {
  const read: JournalEntry[] = []
  for (const { first, file } of parts) {
    const start = Math.max(from - first, 0)
    const count = Math.min(to - first, file.count) - start
    if (count > 0) for (const entry of await file.read(start, count)) read.push(entry)
    else file.rest?.()
  }
  return read
}

/** A journal that somebody else writes, as far as it was written when its parts were told. */
export function readParts(told: readonly JournalPart[]) {
  const parts = told.map((part) => ({ ...part, file: new KeptPart(part) }))
  const last = parts.at(-1)
  return {
    count: last ? last.first + last.records : 0,
    kept: async () => parts[0]?.seam ?? 0,
    read: (from: number, to: number) => readAcross(parts, from, to),
  }
}
