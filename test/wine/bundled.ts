import { join } from 'node:path'
import { build } from 'vite'
import { alias } from '../../vite.alias'
import { root } from '../support/needs'

/** Makes one file of Node's from a module of this folder and all of ours that it imports; resolves to its path. */
export async function bundled(entry: string): Promise<string> {
  // Inside the project, where packages are found.
  const outDir = join(root, '.cache', 'inside-wine')
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias },
    build: {
      ssr: join(import.meta.dirname, entry),
      outDir,
      rollupOptions: { output: { entryFileNames: 'bundled.mjs' } },
    },
  })
  return join(outDir, 'bundled.mjs')
}
