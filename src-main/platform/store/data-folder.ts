import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { posix, win32 } from 'node:path'

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

/** The data folder of this user, made if need be and closed to others: journals hold SIM and subscriber numbers. */
export async function dataFolder(): Promise<string> {
  const folder = dataFolderOf(process.platform, process.env, homedir())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return folder
}
