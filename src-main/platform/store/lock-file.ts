import { open, readFile, unlink } from 'node:fs/promises'
import { Fault, type FaultCode } from '@core/fault'

/**
 * Makes sure that one program has `path`: a file beside it holds the pid of the one that does. One whose holder is dead
 * (kill -9, power cut) is taken over. Rejects with the fault given. Returns the way to let go.
 */
export async function lockFile(path: string, taken: FaultCode): Promise<() => Promise<void>> {
  const lock = `${path}.lock`
  for (let tries = 0; tries < 3; tries++) {
    if (await claim(lock)) return () => unlink(lock).catch(() => undefined)
    const [pid, boot] = await holderOf(lock)
    if (isAlive(pid, boot, await bootId()))
      throw new Fault(taken, `${path} is held by process ${pid}.`)
    await unlink(lock).catch(() => undefined)
  }
  throw new Fault(taken, `${path}: the lock ${lock} cannot be taken.`)
}

async function claim(lock: string): Promise<boolean> {
  try {
    const file = await open(lock, 'wx', 0o600)
    await file.writeFile(`${process.pid} ${await bootId()}`.trim())
    await file.close()
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

async function holderOf(lock: string): Promise<readonly [number, string]> {
  const [pid = '', boot = ''] = (await readFile(lock, 'utf8').catch(() => '')).split(' ')
  return [Number(pid), boot]
}

/** After a power cut another process may have the number that was ours; another boot tells. Empty where nobody says. */
async function bootId(): Promise<string> {
  const text = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  return text.trim()
}

function isAlive(pid: number, boot: string, now: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  if (boot !== '' && now !== '' && boot !== now) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Alive, but of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
