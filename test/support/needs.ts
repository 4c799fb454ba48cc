import { accessSync, appendFileSync, constants, existsSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { expect } from 'vitest'
import { needsDisplay } from './needs-display'

export const root = resolve(import.meta.dirname, '../..')

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The full path of the first of these programs that PATH holds. */
export function findProgram(...names: string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  const ending = process.platform === 'win32' ? '.exe' : ''
  return names
    .flatMap((name) => folders.map((folder) => join(folder, `${name}${ending}`)))
    .find(isProgram)
}

/** Keeps for the end of `npm test` why tests of the file that is being read are skipped; gives `isLacking` back. */
export function because(isLacking: boolean, reason: string): boolean {
  const path = process.env['MODEM_BENCH_SKIPS']
  if (!isLacking || !path) return isLacking
  // What a program of its own runs of this has no test to ask for.
  const { testPath } = expect.getState()
  if (testPath) appendFileSync(path, `${JSON.stringify({ file: testPath, reason })}\n`)
  return isLacking
}

/**
 * True when one of these programs is not on this computer: `describe.skipIf(lacks('slirp'))`.
 * `npm test` installs them where it may, and a skip counts as a failure where it should have.
 */
export function lacks(...programs: string[]): boolean {
  const missing = programs.filter((program) => findProgram(program) === undefined)
  return because(missing.length > 0, `not on this computer: ${missing.join(', ')}`)
}

/** In CI on Linux set-up installs every program: there the tests run in any case, and fail rather than be left out. */
export const installedHere = Boolean(process.env['CI']) && process.platform === 'linux'

/** `lacks` for programs that set-up installs. */
export const lacksHere = (...programs: string[]): boolean => !installedHere && lacks(...programs)

/** The command line as built (MODEM_BENCH_CLI names another build). */
export const cli = process.env['MODEM_BENCH_CLI'] ?? join(root, 'out/main/cli.js')

export const findChromium = () => findProgram('chromium', 'chromium-browser', 'google-chrome')

/** True on a computer that can show no window: no display, and no Xvfb to make one. */
export const lacksDisplay = (): boolean => needsDisplay() && lacks('Xvfb')

const appProgram = {
  win32: ['win-unpacked/Modem Bench.exe'],
  darwin: ['mac', 'mac-arm64', 'mac-universal'].map(
    (folder) => `${folder}/Modem Bench.app/Contents/MacOS/Modem Bench`,
  ),
  linux: ['linux-unpacked/modem-bench-desktop', 'linux-arm64-unpacked/modem-bench-desktop'],
}

/** The app that `npm test` packages for the end-to-end tests (MODEM_BENCH_APP names another), or undefined. */
export function packagedApp(): string | undefined {
  const given = process.env['MODEM_BENCH_APP']
  if (given) return given
  const programs = Object.entries(appProgram).find(([system]) => system === process.platform)?.[1]
  return (programs ?? []).map((path) => join(root, 'dist/e2e', path)).find(existsSync)
}

const windowLacks = process.env['MODEM_BENCH_WINDOW_LACKS'] ?? ''

/** True where the packaged program cannot start, with a window or without one. */
export const lacksPackagedProgram = (): boolean =>
  because(windowLacks !== '', windowLacks) ||
  because(packagedApp() === undefined, 'no packaged app in dist/e2e')

export const lacksApp = (): boolean => lacksPackagedProgram() || lacksDisplay()

export const lacksBrowser = (): boolean =>
  because(process.platform === 'linux' && findChromium() === undefined, 'no Chromium here') ||
  because(!existsSync(cli), 'no out/: npm run build')
