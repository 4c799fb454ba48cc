import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

export const inRoot = (...parts) => join(root, ...parts)

/** Where things fetched once are kept for every clone on this computer; never inside git. */
export function cacheFolder() {
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return join(
        process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'),
        'modem-bench',
        'cache',
      )
    case 'darwin':
      return join(home, 'Library', 'Caches', 'modem-bench')
    default:
      return join(process.env.XDG_CACHE_HOME || join(home, '.cache'), 'modem-bench')
  }
}
