import { basename, join } from 'node:path'
import { build } from 'vite'
import { alias } from '../../vite.alias'
import { root } from './needs'

/** Makes one file of Node's from a module and all of ours that it imports; resolves to its path. */
export async function bundled(entry: string): Promise<string> {
  const name = basename(entry, '.ts')
  // Inside the project, where packages are found.
  const outDir = join(root, '.cache', 'bundled', name)
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    build: {
      ssr: entry,
      outDir,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
  return join(outDir, `${name}.mjs`)
}
