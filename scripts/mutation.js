import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { main, runPackage } from './lib/command.js'
import { inRoot } from './lib/places.js'

const stryker = '@stryker-mutator/core/bin/stryker.js'
const packages = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/vitest-runner@9.6.1']

const usage = `npm run mutation -- FOLDER [TEST …]

Changes src-main/FOLDER (or one file of it) in many small ways, one at a time, and runs the unit tests below test/FOLDER and
those named behind it. What no test notices is printed with its place, and the score. Files of sentences (words.ts) are left
as they are, unless one is named. A test behind a ! is left out: one that takes long and notices nothing of its own.

  npm run mutation -- core/failover
  npm run mutation -- core/log/redact test/core/log/redact.test.ts`

/** Sentences alone: readers judge them. */
const noWords = '!src-main/**/*words.ts'

/** Stryker's settings: nothing is kept of a run, and nothing is asked of the person. */
const settings = (sources) => ({
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: sources,
  // Tables that are made while a file is read would need all tests again, in a new process, for each of their texts.
  ignoreStatic: true,
  coverageAnalysis: 'perTest',
  concurrency: Math.max(1, availableParallelism() - 1),
  reporters: ['clear-text', process.stdout.isTTY ? 'progress' : 'progress-append-only'],
  clearTextReporter: { logTests: false, reportTests: false, allowEmojis: false },
  tempDirName: '.cache/mutation',
  // A copy of the window's program (perf window) is no file that can be copied like one.
  ignorePatterns: ['/out', '/dist', '/docs', '/src-renderer', '/.cache'],
})

await main(async () => {
  const [folder, ...more] = process.argv.slice(2)
  const source =
    folder &&
    ['', '.ts'].map((end) => `src-main/${folder}${end}`).find((path) => existsSync(inRoot(path)))
  if (!source) {
    console.error(folder ? `There is no src-main/${folder}.\n\n${usage}` : usage)
    return 2
  }
  if (!existsSync(inRoot('node_modules', stryker))) {
    console.error(`StrykerJS is not installed: with what it needs it is 85 packages, so it is none of ours. Once:

  npm install --no-save ${packages.join(' ')}`)
    return 2
  }
  const whole = statSync(inRoot(source)).isDirectory()
  const tests = [`test/${whole ? folder : folder.replace(/\/[^/]*$/, '')}/**/*.test.ts`, ...more]
  mkdirSync(inRoot('.cache'), { recursive: true })
  const file = inRoot('.cache', 'stryker.config.json')
  writeFileSync(file, JSON.stringify(settings(whole ? [`${source}/**/*.ts`, noWords] : [source])))
  const { code } = await runPackage(stryker, ['run', file], {
    show: true,
    env: { MODEM_BENCH_MUTATION_TESTS: tests.join(' ') },
  })
  return code
})
