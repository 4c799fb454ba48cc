import { open, readFile, unlink } from 'node:fs/promises'
import { Fault } from '@core/fault'

/**
 * Makes sure that one program writes a journal: a file beside it holds the pid of the writer. One whose writer is dead
 * (kill -9, power cut) is taken over. Rejects with `Fault('journal-in-use')`. Returns the way to let go.
 */
export async function lockJournal(path: string): Promise<() => Promise<void>> {
  const lock = `${path}.lock`
  for (let tries = 0; tries < 3; tries++) {
    if (await claim(lock)) return () => unlink(lock).catch(() => undefined)
    const pid = Number(await readFile(lock, 'utf8').catch(() => ''))
    if (isAlive(pid)) throw new Fault('journal-in-use', `${path} is written by process ${pid}.`)
    await unlink(lock).catch(() => undefined)
  }
  throw new Fault('journal-in-use', `${path}: the lock ${lock} cannot be taken.`)
}

async function claim(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx', 0o600)
    await file.writeFile(String(process.pid))
    await file.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Alive, but of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
