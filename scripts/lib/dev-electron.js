import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { join } from 'node:path'
import { isRoot } from './debian.js'

const soleExecutables = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']

/** Electron looks for its parts beside the real file of its executable, so that one is a copy; all else can be links. */
function layOut(electron, folder) {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  for (const name of readdirSync(electron.dist)) {
    const [from, to] = [join(electron.dist, name), join(folder, name)]
    if (name === 'resources' || existsSync(to)) continue
    if (soleExecutables.includes(name)) copyFileSync(from, to, constants.COPYFILE_FICLONE)
    else symlinkSync(from, to)
  }
}

const isWhole = (electron, folder) => {
  const copy = join(folder, 'electron')
  return existsSync(copy) && statSync(copy).size === statSync(electron.executable).size
}

/**
 * How to run the app in `appFolder` (with a package.json) unpackaged: { executablePath, args }.
 * The stand-in has no default app that would take a folder as argument, so it gets a `resources/app` link in a copy of
 * its own, kept in `runFolder`.
 */
export function devElectron(electron, appFolder, runFolder) {
  if (electron.kind === 'official')
    return { executablePath: electron.executable, args: [appFolder] }
  if (!isWhole(electron, runFolder)) rmSync(runFolder, { recursive: true, force: true })
  layOut(electron, runFolder)
  const app = join(runFolder, 'resources', 'app')
  rmSync(app, { force: true })
  symlinkSync(appFolder, app)
  return { executablePath: join(runFolder, 'electron'), args: [] }
}

/** Chromium refuses to run as root inside its sandbox. */
export const sandboxArgs = () => (process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [])
