import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { contractTypes } from './contract-types.ts'

/**
 * Gives the program the types of the contract as data (`virtual:contract-types`). They are read once for each state of the
 * sources: the compiler takes seconds. The file's name is that state, so that no cache of anybody holds an older one.
 */
export const contractTypesPlugin = (root: string): Plugin => ({
  name: 'contract-types',
  resolveId: (id) => (id === 'virtual:contract-types' ? fileFor(root) : undefined),
})

let known: string | undefined

function fileFor(root: string): string {
  known ??= made(root)
  return known
}

function made(root: string): string {
  const folder = resolve(root, 'node_modules/.cache/modem-bench')
  const file = join(folder, `contract-types-${stateOf(root)}.json`)
  if (existsSync(file)) return file
  mkdirSync(folder, { recursive: true })
  // Others may look for it meanwhile.
  const written = `${file}.${process.pid}`
  writeFileSync(written, JSON.stringify(contractTypes(root)))
  renameSync(written, file)
  return file
}

/** The contract's types are made of its own and of the core's. */
function stateOf(root: string): string {
  const hash = createHash('sha256')
  const folders = ['src-main/contract', 'src-main/core', 'scripts/lib']
  for (const folder of folders.map((name) => resolve(root, name)))
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}
