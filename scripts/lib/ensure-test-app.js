import { ensureBuilt } from './build.js'
import { Stop } from './command.js'
import { ensureElectron } from './electron.js'
import { ensureNodeModules } from './node-modules.js'
import { packageTestApp, testAppIsFresh } from './package-app.js'
import { ensureLibraries } from './shared-libraries.js'
import { ensureTestPrograms } from './test-programs.js'

/** Builds and packages the app for tests unless that was done from the same sources; resolves to the Electron used. */
export async function ensureTestApp() {
  await ensureNodeModules()
  const electron = await ensureElectron()
  await ensureLibraries(electron)
  await ensureTestPrograms()
  await ensureBuilt()
  if (testAppIsFresh(electron)) return electron
  console.log('Packaging …')
  const { code, output } = await packageTestApp(electron)
  if (code !== 0) throw new Stop(`electron-builder failed:\n${output}`)
  return electron
}
