import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from './build.js'
import { Stop, runNode, runPackage } from './command.js'
import { ensureElectron } from './electron.js'
import { packageTestApp } from './package-app.js'
import { inRoot } from './places.js'
import { librariesLacking, tellLibraries } from './shared-libraries.js'
import { ensureTestPrograms } from './test-programs.js'
import { addReport } from './vitest-report.js'

// On Linux under CI everything can be installed, so what is skipped there is a hole.
const skipRule = { counts: Boolean(process.env.CI) && process.platform === 'linux' }

/** A check that is one test: its exit code says all, its output is shown only when it failed. */
async function check({ tally, say }, name, work) {
  const { code, output } = await work()
  if (code === 0) return tally.pass()
  say(output.trimEnd())
  tally.fail(`${name} (exit ${code})`)
}

// Unit tests keep both cores busy; integration tests mostly wait for ptys, processes and guard times; a window is in between.
const workers = { unit: 2, integration: 4, wine: 3, e2e: 3 }

async function vitest({ tally, say, show }, phase, projects = [phase]) {
  const report = inRoot('.cache', 'test-reports', `${phase}.json`)
  mkdirSync(dirname(report), { recursive: true })
  const skips = inRoot('.cache', 'test-reports', `${phase}-skips.jsonl`)
  for (const file of [report, skips]) rmSync(file, { force: true })
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--maxWorkers=${workers[phase]}`,
  ]
  const { code, output } = await runPackage(
    'vitest/vitest.mjs',
    [...args, `--outputFile=${report}`],
    {
      show,
      env: { MODEM_BENCH_SKIPS: skips, MODEM_BENCH_PHASE: phase },
    },
  )
  if (!show) say(output.trimEnd())
  addReport(tally, phase, report, code, skipRule, skips)
}

/** What is not npm's to install: programs that the tests drive, and libraries. */
async function installTools() {
  await ensureTestPrograms()
  await tellLibraries()
}

let electron

async function packaging(say) {
  electron ??= await ensureElectron()
  // Packaging needs no library, only starting does: `lacksApp` of the tests reads this.
  const lacking = await librariesLacking(electron)
  if (lacking !== undefined) say(`The window is not tested. ${lacking}`)
  process.env.MODEM_BENCH_WINDOW_LACKS = lacking?.split('\n')[0] ?? ''
  return packageTestApp(electron)
}

/** The phases of `npm test`: each adds what it found to the tally, and says the rest. */
export const phases = [
  { name: 'install', needed: true, work: () => installTools() },
  { name: 'build', work: (to) => check(to, 'build', () => build()) },
  {
    name: 'typecheck',
    work: (to) => check(to, 'typecheck', () => runNode([inRoot('scripts', 'typecheck.js')])),
  },
  {
    name: 'lint',
    work: async (to) => {
      await Promise.all([
        check(to, 'eslint', () => runPackage('eslint/bin/eslint.js', ['.'])),
        check(to, 'prettier', () =>
          runPackage('prettier/bin/prettier.cjs', ['--check', '.', '--log-level=warn']),
        ),
      ])
    },
  },
  { name: 'unit', work: (to) => vitest(to, 'unit', ['unit', 'proof']) },
  { name: 'package', work: (to) => check(to, 'package', () => packaging(to.say)) },
  { name: 'integration', work: (to) => vitest(to, 'integration') },
  { name: 'wine', work: (to) => vitest(to, 'wine') },
  { name: 'e2e', work: (to) => vitest(to, 'e2e') },
]

/**
 * Stages follow each other; the lanes of a stage run side by side. There is one lane: on two cores lint beside integration took
 * longer than one after the other, and what waits for answers in real time came too late.
 */
const stages = [
  [['install', 'build', 'typecheck', 'lint', 'unit', 'package', 'integration', 'wine', 'e2e']],
]

/** The stages of a run, each a list of lanes, each a list of phases; lanes and stages without one are left out. */
export function stagesOf(chosen) {
  const named = new Map(chosen.map((phase) => [phase.name, phase]))
  return stages
    .map((lanes) => lanes.map((names) => names.flatMap((name) => named.get(name) ?? [])))
    .map((lanes) => lanes.filter((lane) => lane.length > 0))
    .filter((lanes) => lanes.length > 0)
}

/** The phases named after `--only`, separated by commas; all without it. */
export function choosePhases(args) {
  const at = args.indexOf('--only')
  if (at < 0) return phases
  const names = (args[at + 1] ?? '').split(',')
  const unknown = names.filter((name) => !phases.some((phase) => phase.name === name))
  if (unknown.length > 0)
    throw new Stop(
      `No such phase: ${unknown.join(', ')}. There are: ${phases.map(({ name }) => name).join(', ')}`,
    )
  return phases.filter(({ name, needed }) => needed || names.includes(name))
}
