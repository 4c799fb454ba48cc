import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** A journal in a folder. */
export interface JournalListing {
  readonly path: string
  readonly bytes: number
  readonly changedMs: number
}

const suffix = '.journal'
/** A journal that was packed: it is read like any other. */
export const packedSuffix = `${suffix}.gz`

/** `…/journals/2026-01-31T09-05-07-123Z-4711.journal`: sorts by time, and no two processes make the same. */
export function newJournalPath(folder: string, nowMs: number, pid: number = process.pid): string {
  const time = new Date(nowMs).toISOString().replace(/[:.]/g, '-')
  return join(folder, 'journals', `${time}-${pid}${suffix}`)
}

/** When a journal was begun, by its name; undefined where somebody gave it another one. Epoch ms. */
export function begunMs(path: string): number | undefined {
  const found = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)-/.exec(basename(path))
  const ms = found ? Date.parse(`${found[1]}:${found[2]}:${found[3]}.${found[4]}`) : NaN
  return Number.isNaN(ms) ? undefined : ms
}

export const isPacked = (path: string): boolean => path.endsWith(packedSuffix)

/** The journals of a data folder, newest first. */
export async function listJournals(folder: string): Promise<JournalListing[]> {
  const inside = join(folder, 'journals')
  // A folder that is not there has no journals in it.
  const names = await readdir(inside).catch(() => [])
  const listed = await Promise.all(
    names
      .filter((name) => name.endsWith(suffix) || name.endsWith(packedSuffix))
      .map(async (name) => {
        const path = join(inside, name)
        // What is gone by now, a folder or a link is no journal of ours.
        const info = await lstat(path).catch(() => undefined)
        return info?.isFile() ? [{ path, bytes: info.size, changedMs: info.mtimeMs }] : []
      }),
  )
  return listed.flat().sort((a, b) => basename(b.path).localeCompare(basename(a.path)))
}
