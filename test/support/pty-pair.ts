import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lacksHere } from './needs'
import { patienceMs } from './patience'

/** True when socat is there. Without it the tests on real ptys are left out. */
export const hasPtys = !lacksHere('socat')

/** Two ptys back to back, as links in a folder of their own: what is written to `near` is read from `far`. */
export interface PtyPair {
  readonly near: string
  readonly far: string
  /** Makes both vanish, as if the cable was pulled. */
  unplug(): Promise<void>
  /** The same links on new ptys. */
  plug(): Promise<void>
  remove(): Promise<void>
}

export async function ptyPair(): Promise<PtyPair> {
  const folder = mkdtempSync(join(tmpdir(), 'modem-bench-pty-'))
  const near = join(folder, 'near')
  const far = join(folder, 'far')
  let socat: ChildProcess | undefined
  const plug = async () => {
    const end = (link: string) => `pty,raw,echo=0,link=${link}`
    socat = spawn('socat', [end(near), end(far)], { stdio: 'ignore' })
    await until(() => existsSync(near) && existsSync(far))
  }
  const unplug = async () => {
    const child = socat
    socat = undefined
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill()
    await gone
  }
  const remove = async () => {
    await unplug()
    rmSync(folder, { recursive: true, force: true })
  }
  await plug()
  return { near, far, unplug, plug, remove }
}

/** Waits for something outside this process. */
export async function until(met: () => boolean): Promise<void> {
  for (const since = Date.now(); Date.now() - since < patienceMs;) {
    if (met()) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('waited in vain')
}
