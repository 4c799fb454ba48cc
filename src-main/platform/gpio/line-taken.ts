import { readdir, readlink } from 'node:fs/promises'
import { join } from 'node:path'

const lookMs = 5
/** Where the system does not show the descriptors of a program, it gets this long. */
const blindMs = 25

// `anon_inode:gpio-line`, and `gpio-linehandle` by the older interface of the kernel.
const line = /gpio-line(handle)?$/

/**
 * Resolves once a program has a line of a GPIO chip from the kernel: gpioset says nothing, but the line is among its descriptors.
 * On a busy computer it can take longer than a pulse until it has come that far.
 */
export async function lineTaken(pid: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const seen = await descriptorsOf(pid)
    if (seen?.some((target) => line.test(target))) return
    await pause(seen ? lookMs : blindMs)
    if (!seen) return
  }
}

/** Where the descriptors of a process lead; undefined when that is not for us to see. */
async function descriptorsOf(pid: number): Promise<readonly string[] | undefined> {
  const folder = `/proc/${pid}/fd`
  const names = await readdir(folder).catch((error: unknown) => (isGone(error) ? [] : undefined))
  if (!names) return undefined
  // One that was closed meanwhile leads nowhere.
  return Promise.all(names.map((name) => readlink(join(folder, name)).catch(() => '')))
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
