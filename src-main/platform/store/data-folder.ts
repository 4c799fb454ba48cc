import { chmod, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'
import { Fault } from '@core/fault'
import { fileReason } from '@core/file-reason'
import type { Words } from '@core/words'
import { makeFolder } from './make-folder'
import { fileNotFolder, openToEveryone } from './words'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where journals and settings live. `MODEM_BENCH_DATA` overrides; else `$XDG_DATA_HOME/modem-bench` (Linux),
 * `%LOCALAPPDATA%\Modem Bench` (Windows: not the roaming folder, journals are large), `~/Library/Application Support/Modem Bench`.
 */
export function dataFolderOf(
  platform: NodeJS.Platform,
  environment: Environment,
  home: string,
): string {
  const own = environment['MODEM_BENCH_DATA']
  if (own) return own
  if (platform === 'win32') {
    const local = environment['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local')
    return win32.join(local, 'Modem Bench')
  }
  if (platform === 'darwin')
    return posix.join(home, 'Library', 'Application Support', 'Modem Bench')
  const xdg = environment['XDG_DATA_HOME']
  // The XDG specification wants relative paths ignored.
  const base = xdg && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share')
  return posix.join(base, 'modem-bench')
}

/** Where the data folder of this user is, or would be. */
export const dataFolderPath = (): string => dataFolderOf(process.platform, process.env, homedir())

/**
 * The data folder of this user, made if need be and closed to others: journals hold SIM and subscriber numbers. Rejects with
 * `Fault('data-folder')`. `own`: the one that a person named for this time.
 */
export async function dataFolder(own?: string): Promise<string> {
  const folder = own ?? dataFolderPath()
  try {
    await makeFolder(folder, 0o700)
  } catch (error) {
    throw new Fault('data-folder', reasonOf(folder, error), { cause: error })
  }
  // A folder that somebody named may be shared on purpose; of one that may not be, `openToOthers` tells.
  const named = own ?? process.env['MODEM_BENCH_DATA']
  if (!named && (await isOpen(folder))) await chmod(folder, 0o700)
  return folder
}

/** What to do about a folder into which others may put files; undefined where all is well. */
export async function openToOthers(folder: string): Promise<Fault | undefined> {
  if (!(await isOpen(folder))) return undefined
  return new Fault('data-folder', openToEveryone(folder))
}

/** Windows keeps rights elsewhere; with the sticky bit, as of /tmp, nobody removes what is another one's. */
async function isOpen(folder: string): Promise<boolean> {
  const { mode } = await stat(folder)
  return process.platform !== 'win32' && (mode & 0o002) !== 0 && (mode & 0o1000) === 0
}

function reasonOf(folder: string, error: unknown): Words {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EEXIST' || code === 'ENOTDIR') return fileNotFolder(folder)
  const { en, ja } = fileReason(error)
  return { en: `${folder}: ${en}.`, ja: `${folder}：${ja}。` }
}
