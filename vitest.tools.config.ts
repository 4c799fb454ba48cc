import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { alias } from './vite.alias.ts'

const shared = { plugins: [vue()], resolve: { alias } }
const slow = { testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false }

/** What is measured and photographed on request: `npm run perf` and `node scripts/screenshots.js`. */
export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: { name: 'perf', include: ['test/perf/**/*.perf.ts'], ...slow },
      },
      {
        ...shared,
        test: {
          name: 'screenshots',
          include: ['test/screenshots/**/*.shots.ts'],
          ...slow,
        },
      },
    ],
  },
})
