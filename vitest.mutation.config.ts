import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'
import { contractTypesPlugin } from './scripts/lib/contract-types-plugin.ts'
import { alias } from './vite.alias.ts'

/** Where `npm run mutation` keeps what its parts say to each other. */
const folder = process.env['MODEM_BENCH_MUTATION'] ?? ''

/** The changed sources in place of those on the disk. */
function mutants(): Plugin {
  const files = new Map<string, string>(
    Object.entries(JSON.parse(readFileSync(join(folder, 'files'), 'utf8'))),
  )
  return { name: 'mutants', enforce: 'pre', load: (id) => files.get(id) }
}

export default defineConfig({
  plugins: [mutants(), contractTypesPlugin(import.meta.dirname)],
  resolve: { alias },
  test: {
    include: ['scripts/lib/mutants.driver.js'],
    runner: './scripts/lib/mutants-runner.js',
    isolate: false,
    silent: true,
    execArgv: ['--max-semi-space-size=64'],
    // As long as any test may take; a mutant that does not end is ended by the runner, or by who watches it.
    testTimeout: 240_000,
  },
})
