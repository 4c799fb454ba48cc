import { defineConfig } from 'vitest/config'
import { alias } from './vite.alias.ts'

// The tests of one folder, for `npm run mutation`: each mutant runs them anew, so nothing else may come with them.
export default defineConfig({
  resolve: { alias },
  test: {
    include: (process.env['MODEM_BENCH_MUTATION_TESTS'] ?? '').split(' '),
    isolate: false,
  },
})
