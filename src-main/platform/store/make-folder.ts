import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Makes a folder, and those above it that are missing; one that is there stays as it is. Rejects as the system does. Node's own
 * `recursive` never ends where a folder takes no folders though it is there, as /proc does (ENOENT, again and again).
 */
export async function makeFolder(path: string, mode = 0o777): Promise<void> {
  const refusal = await refusedFolder(path, mode)
  if (!refusal) return
  const above = dirname(path)
  if (refusal.code !== 'ENOENT' || above === path) throw refusal
  await makeFolder(above, mode)
  // The folder above may have come from somebody else in between, so it is asked again, once: where it takes none, that is the end.
  const again = await refusedFolder(path, mode)
  if (again) throw again
}

/** What the system said where no folder is there after the attempt; undefined where one is. */
async function refusedFolder(
  path: string,
  mode: number,
): Promise<NodeJS.ErrnoException | undefined> {
  try {
    await mkdir(path, { mode })
  } catch (error) {
    if (await isFolder(path)) return undefined
    return error instanceof Error ? error : new Error(String(error))
  }
  return undefined
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
