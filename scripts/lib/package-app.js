import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtFrom } from './build.js'
import { runPackage } from './command.js'
import { inRoot } from './places.js'

/** The packaged app that the end-to-end tests drive; not for anyone to install, since its inspector is open. */
export const testAppFolder = inRoot('dist', 'e2e')
const stamp = join(testAppFolder, '.packaged-from')

/** On a closed network electron-builder must take Electron from the disk. */
const electronOptions = (electron) =>
  electron.kind === 'official'
    ? []
    : [`-c.electronDist=${electron.dist}`, `-c.electronVersion=${electron.version}`]

// The command line of the packaged app runs on its Electron; see electron-builder.yml.
const fuseOptions = () => (process.platform === 'linux' ? ['-c.electronFuses.runAsNode=true'] : [])

/** Runs electron-builder; resolves as `run` does. */
export const packageApp = (electron, args, options) =>
  runPackage(
    'electron-builder/cli.js',
    [...electronOptions(electron), ...fuseOptions(), ...args],
    options,
  )

const content = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

const wantedStamp = (electron) =>
  [builtFrom(), electron.version, content(inRoot('electron-builder.yml'))].join('\n')

/** Packages what is in out/ for the tests; resolves as `run` does. */
export async function packageTestApp(electron, options) {
  const result = await packageApp(
    electron,
    [
      '--dir',
      `-c.directories.output=${testAppFolder}`,
      // Playwright drives the main process through the inspector.
      '-c.electronFuses.enableNodeCliInspectArguments=true',
    ],
    options,
  )
  if (result.code === 0) writeFileSync(stamp, wantedStamp(electron))
  return result
}

export const testAppIsFresh = (electron) =>
  testAppExecutable() !== undefined && content(stamp) === wantedStamp(electron)

/** The program to start in dist/e2e, or undefined when nothing is packaged there. */
export function testAppExecutable() {
  if (!existsSync(testAppFolder)) return undefined
  const unpacked = readdirSync(testAppFolder).find(
    (name) => /-unpacked$/.test(name) || /^mac/.test(name),
  )
  if (unpacked === undefined) return undefined
  const program = {
    win32: 'Modem Bench.exe',
    darwin: join('Modem Bench.app', 'Contents', 'MacOS', 'Modem Bench'),
  }[process.platform]
  const path = join(testAppFolder, unpacked, program ?? 'modem-bench-desktop')
  return existsSync(path) ? path : undefined
}
