import { lstat, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isSecretFolder, secretPlace } from '../network/secret-file'
import { clearDeadLock } from './lock-file'

/**
 * What our own writing leaves when it is killed: `settings.json.1234567`, `token.<random>` of one being made, and `….lock.<token>` of a
 * lock being taken.
 */
const left =
  /^(?:[\w.-]+\.jsonl?|token|mqtt-queue)\.\d{1,10}$|^token\.[0-9a-f]{12}$|\.lock(-\w+)?\.[0-9a-f]{12}$/
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

/** Removes the files with a secret for another program that killed runs left behind. */
export async function sweepSecrets(
  nowMs: number,
  place = secretPlace(),
): Promise<readonly string[]> {
  const swept: string[] = []
  for (const name of await namesIn(place)) {
    const path = join(place, name)
    if (!isSecretFolder(name) || !(await isOldSecret(path, nowMs))) continue
    await rm(path, { recursive: true, force: true })
    swept.push(name)
  }
  return swept
}

/** No program is waited for that long. Another user's is not ours to look at. */
const oldSecretMs = 15 * 60_000

async function isOldSecret(path: string, nowMs: number): Promise<boolean> {
  const info = await lstat(path).catch(() => undefined)
  const isOurs = process.getuid === undefined || info?.uid === process.getuid()
  return info?.isDirectory() === true && isOurs && nowMs - info.mtimeMs > oldSecretMs
}
