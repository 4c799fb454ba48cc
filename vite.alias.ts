import { resolve } from 'node:path'

const at = (path: string) => resolve(import.meta.dirname, path)

/** The layers by name, for Vite, Vitest and electron-vite alike; tsconfig.base.json says the same to the compiler. */
export const alias = [
  { find: /^@core\//, replacement: `${at('src-main/core')}/` },
  { find: /^@catalog\//, replacement: `${at('src-main/catalog')}/` },
  { find: /^@contract$/, replacement: at('src-main/contract/index.ts') },
  { find: /^@contract\//, replacement: `${at('src-main/contract')}/` },
  { find: /^@bench\//, replacement: `${at('src-main/bench')}/` },
  { find: /^@platform\//, replacement: `${at('src-main/platform')}/` },
  { find: /^@hosts\//, replacement: `${at('src-main/hosts')}/` },
  { find: /^@resources\//, replacement: `${at('resources')}/` },
  { find: /^@renderer\//, replacement: `${at('src-renderer')}/` },
]
