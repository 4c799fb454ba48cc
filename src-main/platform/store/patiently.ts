import { setTimeout as wait } from 'node:timers/promises'

const tries = 8

/**
 * Does it again for some two seconds where Windows says no: a virus scanner, the search index or our own reader has the
 * file open just then, and Windows replaces no file that is open. Elsewhere such an answer is meant.
 */
export async function patiently<T>(
  work: () => Promise<T>,
  platform: NodeJS.Platform = process.platform,
): Promise<T> {
  for (let done = 1; ; done++) {
    try {
      return await work()
    } catch (error) {
      if (platform !== 'win32' || done === tries || !isPassing(error)) throw error
      await wait(15 * 2 ** (done - 1))
    }
  }
}

function isPassing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code))
  )
}
