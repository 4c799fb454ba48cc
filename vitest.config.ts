import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin } from 'vitest/config'
import { contractTypesPlugin } from './scripts/lib/contract-types-plugin.ts'
import { windowTurns } from './test/support/needs-display.ts'
import { patient, patienceMs } from './test/support/patience.ts'
import { SlowFirst } from './test/support/slow-first.ts'
import { alias } from './vite.alias.ts'

/** A list of files and what is made of other files change without the text that asks for them: they are never taken from the cache. */
const asksForMore = /import\.meta\.glob|['"]virtual:/

const listsAnew: Plugin = {
  name: 'lists-anew',
  configureVitest: ({ experimental_defineCacheKeyGenerator: define }) =>
    define(({ sourceCode }) => (asksForMore.test(sourceCode) ? false : undefined)),
}

const shared = {
  plugins: [vue(), listsAnew, contractTypesPlugin(import.meta.dirname)],
  resolve: { alias },
}

// Only nets: a test waits for what is said, however slow the computer.
const waiting = {
  testTimeout: 3 * patienceMs,
  hookTimeout: 3 * patienceMs,
  expect: { poll: patient },
}

const quick = {
  // Reading the catalogue anew for each file would take longer than the tests.
  isolate: false,
  testTimeout: 2 * patienceMs,
}

export default defineConfig(({ mode }) => ({
  test: {
    sequence: { sequencer: SlowFirst },
    experimental: { fsModuleCache: true },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['integration', 'e2e', 'perf', 'hardware', 'wine', 'package'].map(
            (folder) => `test/${folder}/**`,
          ),
          setupFiles: ['test/support/warnings-fail.ts'],
          ...quick,
        },
      },
      {
        ...shared,
        // The same kind of test, but thousands of cases each: kept apart so that the unit tests stay a matter of seconds.
        // With `--mode whole` every case of each, otherwise a sample (test/support/proofs.ts).
        test: {
          name: 'proof',
          include: ['test/**/*.proof.ts'],
          env: { MODEM_BENCH_PROOFS: mode },
          ...quick,
        },
      },
      {
        ...shared,
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          ...waiting,
          // What is tested runs in processes of its own; to start a worker for each file costs more than some of the files.
          isolate: false,
        },
      },
      {
        ...shared,
        // A real modem on TEST_PORT (`npm run test:hardware`): one test at a time has the port.
        test: {
          name: 'hardware',
          include: ['test/hardware/**/*.test.ts'],
          ...waiting,
          fileParallelism: false,
        },
      },
      {
        ...shared,
        // The command line as built, on systems that this computer is not: Windows by Wine, Linux on arm64 by qemu.
        test: {
          name: 'wine',
          include: ['test/wine/**/*.test.ts'],
          globalSetup: ['test/wine/setup.js'],
          ...waiting,
        },
      },
      {
        ...shared,
        // The packages of Linux, each installed in a bare Debian of its own.
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          globalSetup: ['test/package/setup.js'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          ...waiting,
          isolate: false,
          ...windowTurns(),
        },
      },
    ],
  },
}))
