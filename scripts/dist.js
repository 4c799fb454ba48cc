import { ensureBuilt } from './lib/build.js'
import { Stop, main } from './lib/command.js'
import { ensureElectron } from './lib/electron.js'
import { ensureNodeModules } from './lib/node-modules.js'
import { packageApp } from './lib/package-app.js'

const args = process.argv.slice(2)

await main(async () => {
  await ensureNodeModules()
  const electron = await ensureElectron()
  await ensureBuilt()
  console.log(`Packaging with Electron ${electron.version} (${electron.kind}) …`)
  const { code } = await packageApp(electron, args, { show: true })
  if (code !== 0)
    throw new Stop(
      'electron-builder failed: see above. Installers need tools it downloads; where only the npm registry is reachable, make the plain folder: npm run dist -- --dir',
    )
  console.log('The packages are in dist/.')
  return 0
})
