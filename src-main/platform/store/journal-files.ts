import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A journal in a folder. */
export interface JournalListing {
  readonly path: string
  readonly bytes: number
  readonly changedMs: number
}

const suffix = '.journal'

/** `…/journals/2026-01-31T09-05-07-123Z-4711.journal`: sorts by time, and no two processes make the same. */
export function newJournalPath(folder: string, nowMs: number, pid: number = process.pid): string {
  const time = new Date(nowMs).toISOString().replace(/[:.]/g, '-')
  return join(folder, 'journals', `${time}-${pid}${suffix}`)
}

/** The journals of a data folder, newest first. */
export async function listJournals(folder: string): Promise<JournalListing[]> {
  const inside = join(folder, 'journals')
  const names = await readdir(inside).catch(() => [])
  const listed = await Promise.all(
    names
      .filter((name) => name.endsWith(suffix))
      .map(async (name) => {
        const path = join(inside, name)
        const info = await stat(path).catch(() => undefined)
        return info ? [{ path, bytes: info.size, changedMs: info.mtimeMs }] : []
      }),
  )
  return listed.flat().sort((a, b) => basename(b.path).localeCompare(basename(a.path)))
}
