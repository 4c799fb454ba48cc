import { main, runPackage } from './lib/command.js'
import { devElectron, sandboxArgs } from './lib/dev-electron.js'
import { ensureElectron } from './lib/electron.js'
import { ensureNodeModules } from './lib/node-modules.js'
import { inRoot, root } from './lib/places.js'
import { ensureLibraries } from './lib/shared-libraries.js'

// The window from the sources: what is changed in src-renderer is there at once, what is changed in src-main starts it anew.
// Settings and journals go to .cache/dev, so that those of an installed Modem Bench stay as they are.
await main(async () => {
  await ensureNodeModules()
  const electron = await ensureElectron()
  await ensureLibraries(electron)
  const { executablePath } = devElectron(electron, root, inRoot('.cache', 'electron'))
  const args = [
    'dev',
    '--watch',
    ...(sandboxArgs().length > 0 ? ['--noSandbox'] : []),
    ...process.argv.slice(2),
  ]
  const { code } = await runPackage('electron-vite/bin/electron-vite.js', args, {
    show: true,
    env: { ELECTRON_EXEC_PATH: executablePath, MODEM_BENCH_DATA: inRoot('.cache', 'dev') },
  })
  return code
})
