import { ensureBuilt } from './lib/build.js'
import { main } from './lib/command.js'
import { ensureNodeModules } from './lib/node-modules.js'

/** What `npm pack` takes is out/: it is made before, from the sources as they are. */
await main(async () => {
  await ensureNodeModules()
  await ensureBuilt()
})
