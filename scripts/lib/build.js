import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Stop, ending, runPackage } from './command.js'
import { noticesText } from './notices.js'
import { inRoot, root } from './places.js'

const sources = [
  'src-main',
  'src-renderer',
  'resources',
  'electron.vite.config.ts',
  'vite.alias.ts',
  'package.json',
  'package-lock.json',
]
const stamp = inRoot('out', '.built-from')

function* filesUnder(path) {
  if (!statSync(path).isDirectory()) return yield path
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name))
}

/** One number for everything the build reads; by content, since times change with every checkout. */
export function sourceHash() {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesUnder(inRoot(source)))
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update('\0')
  return hash.digest('hex')
}

export const builtFrom = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined)

/** Builds out/; resolves to { code, output } as `run` does. */
export async function build(options) {
  const hash = sourceHash()
  const result = await runPackage('electron-vite/bin/electron-vite.js', ['build'], options)
  if (result.code === 0) {
    writeFileSync(inRoot('out', 'third-party-notices.txt'), noticesText())
    writeFileSync(stamp, hash)
  }
  return result
}

/** Builds out/ unless it was built from exactly these sources. */
export async function ensureBuilt() {
  if (builtFrom() === sourceHash()) return
  console.log('Building …')
  const { code, output } = await build()
  if (ending.asked) throw new Stop('Ended.')
  if (code !== 0) throw new Stop(`The build failed:\n${output}`)
}
