import { randomBytes } from 'node:crypto'
import { link, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { Fault, type FaultCode } from '@core/fault'
import { ownStart, runsStill } from './process-start'
import { storeFault } from './store-fault'
import { heldByProcess, lockNotTaken, perhapsHeldByProcess } from './words'

/** What a lock file says: `4711 <start of that process> <token>`. The token is of this one lock. */
interface Holder {
  readonly pid: number
  readonly start: string
  readonly token: string
}

type Attempt =
  | { kind: 'taken'; release: () => Promise<void> }
  | { kind: 'held'; by: Holder; sure: boolean }
  /** Somebody let go, or is just clearing up after a dead one. */
  | { kind: 'again' }

const mostTries = 300
const againMs = 10
/** How long a lock may stand empty: where there are no links it is made first and written then. */
const emptyMs = 2_000

/**
 * Makes sure that one program has `path`: a file beside it names the process that does. One whose holder is dead (kill -9,
 * power cut), or whose pid another process has by now, is taken over. Rejects with the fault given, or with `Fault('store-failed')` where
 * the disk takes no lock. Returns the way to let go, which rejects so, too.
 */
export async function lockFile(path: string, taken: FaultCode): Promise<() => Promise<void>> {
  const lock = `${path}.lock`
  for (let tries = 0; tries < mostTries; tries++) {
    const attempt = await tryLock(lock).catch((error: unknown) => {
      throw storeFault(error, lock)
    })
    if (attempt.kind === 'taken')
      return () =>
        attempt.release().catch((error: unknown) => {
          throw storeFault(error, lock)
        })
    if (attempt.kind === 'held') throw heldFault(path, lock, attempt, taken)
    await wait(againMs)
  }
  throw new Fault(taken, lockNotTaken(path, lock))
}

function heldFault(
  path: string,
  lock: string,
  { by: { pid }, sure }: { by: Holder; sure: boolean },
  taken: FaultCode,
): Fault {
  if (sure) return new Fault(taken, heldByProcess(path, pid))
  return new Fault(taken, perhapsHeldByProcess(path, pid, lock))
}

async function tryLock(lock: string): Promise<Attempt> {
  const token = randomBytes(6).toString('hex')
  if (await claim(lock, token)) return { kind: 'taken', release: () => letGo(lock, token) }
  const by = await holderOf(lock)
  if (by === undefined) return { kind: 'again' }
  const runs = await runsStill(by.pid, by.start)
  if (runs !== 'no') return { kind: 'held', by, sure: runs === 'yes' }
  await clear(lock, by.token)
  return { kind: 'again' }
}

/**
 * Takes a dead one's lock away. Of several that found it dead, a late one could take away what an early one has put in its
 * place: so who does it holds a lock on that very lock, and looks again before.
 */
async function clear(lock: string, token: string): Promise<void> {
  const right = await tryLock(`${lock}-${token}`)
  if (right.kind !== 'taken') return
  try {
    await letGo(lock, token)
  } finally {
    await right.release()
  }
}

/** Removes a lock whose holder is dead; true when it did. */
export async function clearDeadLock(lock: string): Promise<boolean> {
  const by = await holderOf(lock)
  if (!by || (await runsStill(by.pid, by.start)) !== 'no') return false
  await clear(lock, by.token)
  return true
}

/** Removes the lock if it is still this one. */
async function letGo(lock: string, token: string): Promise<void> {
  if ((await holderOf(lock))?.token === token) await rm(lock, { force: true, maxRetries: 5 })
}

/** The file appears with its words in it, or not at all; and it is ours only if it is ours when looked at. */
async function claim(lock: string, token: string): Promise<boolean> {
  const text = [process.pid, await ownStart(), token].join(' ')
  const written = `${lock}.${token}`
  await writeFile(written, text, { flag: 'wx', mode: 0o600 })
  try {
    await link(written, lock)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || !(await claimWithoutLink(lock, text))) return false
  } finally {
    await rm(written, { force: true, maxRetries: 5 })
  }
  return (await holderOf(lock))?.token === token
}

/** FAT and some network disks have no links; on Windows a file that is just being removed refuses them, and everything else. */
async function claimWithoutLink(lock: string, text: string): Promise<boolean> {
  try {
    await writeFile(lock, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST' || (process.platform === 'win32' && code === 'EPERM')) return false
    throw error
  }
}

/** Undefined when nobody has it (any more), or when it is just being made. */
async function holderOf(lock: string): Promise<Holder | undefined> {
  const text = await readFile(lock, 'utf8').catch(() => undefined)
  const info = await stat(lock).catch(() => undefined)
  if (text === undefined || !info) return undefined
  const [pid = '', start = '', token = ''] = text.split(' ')
  if (text === '' && Date.now() - info.mtimeMs < emptyMs) return undefined
  // A power cut can leave an empty file; its number on the disk tells it from the next.
  return { pid: Number(pid), start, token: token || `inode${info.ino}` }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
