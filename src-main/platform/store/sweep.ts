import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { clearDeadLock } from './lock-file'

/** What our own writing leaves when it is killed: `settings.json.1234567`, and `….lock.<token>` of a lock being taken. */
const left = /^[\w.-]+\.jsonl?\.\d{1,10}$|\.lock(-\w+)?\.[0-9a-f]{12}$/
const lock = /\.lock(-\w+)?$/
/** Younger ones may be somebody's who writes just now. */
const oldMs = 60_000

/** Removes from a data folder what killed runs left, passwords in half-written settings with it. Gives the names. */
export async function sweepFolder(folder: string, nowMs: number): Promise<readonly string[]> {
  const swept: string[] = []
  for (const place of [folder, join(folder, 'journals')])
    for (const name of await namesIn(place)) {
      const path = join(place, name)
      if (left.test(name) && (await isOld(path, nowMs))) {
        await rm(path, { force: true })
        swept.push(name)
      } else if (lock.test(name) && (await clearDeadLock(path))) swept.push(name)
    }
  return swept
}

/** A folder that is not there has nothing in it. */
const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => [])

async function isOld(path: string, nowMs: number): Promise<boolean> {
  // One that is gone by now was somebody's.
  const info = await stat(path).catch(() => undefined)
  return info?.isFile() === true && nowMs - info.mtimeMs > oldMs
}
