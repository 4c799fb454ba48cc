import { main } from './lib/command.js'
import { ensureElectron } from './lib/electron.js'
import { ensureNodeModules } from './lib/node-modules.js'
import { ensureLibraries } from './lib/shared-libraries.js'

await main(async () => {
  await ensureNodeModules()
  const electron = await ensureElectron()
  await ensureLibraries(electron)
  console.log(`Electron ${electron.version} (${electron.kind}) is in ${electron.dist}`)
})
