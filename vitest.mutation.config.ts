import { defineConfig } from 'vitest/config'
import { alias } from './vite.alias.ts'

// The tests of one folder, for `npm run mutation`: each mutant runs them anew, so nothing else may come with them.
const tests = (process.env['MODEM_BENCH_MUTATION_TESTS'] ?? '').split(' ')

export default defineConfig({
  resolve: { alias },
  test: {
    include: tests.filter((name) => !name.startsWith('!')),
    exclude: tests.filter((name) => name.startsWith('!')).map((name) => name.slice(1)),
    isolate: false,
    // As long as any test may take; a mutant that does not end is ended by Stryker.
    testTimeout: 240_000,
  },
})
