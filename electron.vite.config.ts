import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import { contractTypesPlugin } from './scripts/lib/contract-types-plugin.ts'
import { ownCommand } from './scripts/lib/own-command.ts'
import { alias } from './vite.alias.ts'

const at = (path: string) => resolve(import.meta.dirname, path)

/** No module of ours there does anything by being imported: what does not use one does not read it. */
const treeshake = { moduleSideEffects: [{ test: /\/src-main\//, sideEffects: false }] }

/** Packages that are built in rather than loaded from node_modules. */
const bundled = [
  // Their hundreds of small files would be more than half of what each start of the command line reads.
  'zod',
  'yaml',
  'commander',
  'chardet',
  'dns-packet',
  're2js',
  'ws',
  'write-file-atomic',
  '@noble/hashes',
  // It requires ES modules, which not every Node that an Electron brings can load from CommonJS.
  '@fastify/static',
]

export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [contractTypesPlugin(at('.')), ownCommand(at('.'))],
    build: {
      outDir: 'out/main',
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        treeshake,
        input: {
          index: at('src-main/hosts/electron/main.ts'),
          cli: at('src-main/hosts/cli/main.ts'),
          // What a script imports, and the thread that it runs in.
          script: at('src-main/hosts/script/module.ts'),
          'script-worker': at('src-main/hosts/script/worker.ts'),
          // The thread in which opened logs are read.
          'log-desk': at('src-main/hosts/log-desk/worker.ts'),
        },
        // Every file in the one folder: the page and the preload are found from where a module lies.
        output: { format: 'es', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: at('src-main/hosts/electron/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    // The page has an address of its own (app:); where hot reload is told has to be said.
    server: { host: '127.0.0.1', hmr: { protocol: 'ws', host: '127.0.0.1' } },
    resolve: { alias },
    plugins: [vue()],
    build: {
      outDir: at('out/renderer'),
      // A third of it is blanks and comments, which the window would read at each start.
      minify: true,
      rollupOptions: { treeshake, input: { index: at('src-renderer/index.html') } },
    },
  },
})
