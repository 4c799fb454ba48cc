import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { build } from './build.js'
import { Stop, runNode, runPackage } from './command.js'
import { asRoot } from './debian.js'
import { ensureElectron } from './electron.js'
import { packageTestApp } from './package-app.js'
import { inRoot } from './places.js'
import { preparedProjects, prepareFor } from './prepared.js'
import { librariesLacking, tellLibraries } from './shared-libraries.js'
import { ensureTestPrograms } from './test-programs.js'
import { addReport } from './vitest-report.js'

// On Linux under CI everything can be installed, so what is skipped there is a hole.
const skipRule = { counts: Boolean(process.env.CI) && process.platform === 'linux' }
const noRule = { counts: false }
/** Packages are installed by root alone: to a person who may not become root that is no hole that could be filled. */
async function ruleOfFiles() {
  if ((await asRoot()) !== undefined) return () => skipRule
  return (file) => (/^test[\\/]package[\\/]/.test(file) ? noRule : skipRule)
}

/** A check that is one test: its exit code says all, its output is shown only when it failed. */
async function check(tally, name, work) {
  const { code, output } = await work()
  if (code === 0) return tally.pass()
  console.log(output.trimEnd())
  tally.fail(`${name} (exit ${code})`)
}

// Unit tests keep both cores busy; what drives the built program waits for ptys, processes, guard times and disks.
const workers = { unit: 2, whole: 6 }

async function vitest(tally, phase, projects = [phase]) {
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
  const { code } = await runPackage('vitest/vitest.mjs', [...args, `--outputFile=${report}`], {
    show: true,
    env: { MODEM_BENCH_SKIPS: skips },
  })
  addReport(tally, phase, report, code, await ruleOfFiles(), skips)
}

/** What is not npm's to install: programs that the tests drive, and libraries. */
async function installTools() {
  await ensureTestPrograms()
  await tellLibraries()
}

let electron

async function packaging() {
  electron ??= await ensureElectron()
  // Packaging needs no library, only starting does: `lacksApp` of the tests reads this.
  const lacking = await librariesLacking(electron)
  if (lacking !== undefined) console.log(`The window is not tested. ${lacking}`)
  process.env.MODEM_BENCH_WINDOW_LACKS = lacking?.split('\n')[0] ?? ''
  return packageTestApp(electron)
}

async function lint(tally) {
  // Without a warning: what is not an error is not asked for. It reads all types for its rules, and has the compiler's errors beside.
  const args = ['--type-aware', '--type-check', '--deny-warnings']
  await check(tally, 'oxlint', () => runPackage('oxlint/bin/oxlint', args))
  await check(tally, 'eslint', () => runPackage('eslint/bin/eslint.js', ['**/*.vue']))
  await check(tally, 'oxfmt', () => runPackage('oxfmt/bin/oxfmt', ['--check', '.']))
}

/** The rest is told by `lint` where that runs, too. */
const typecheck = (tally, parts) =>
  check(tally, 'typecheck', () => runNode([inRoot('scripts', 'typecheck.js'), ...parts]))

/**
 * What the tests of Windows, arm64 and the packages need is made beside the unit tests, since half of that is waiting for mirrors
 * and disks. Where it cannot be made the set-up of those tests tries once more, and fails with the reason.
 */
async function prepare(names) {
  for (const project of preparedProjects.filter((one) => names.includes(one)))
    await prepareFor(project).catch(({ message }) => console.log(`${project}: ${message}`))
}

/**
 * The phases of `npm test`, in order: each adds what it found to the tally. One after the other: on two cores lint beside
 * integration took longer, and what waits for answers in real time came too late. What stands together runs together: the
 * types of the window keep one core busy for long, and making the package waits for the disk; of what drives the built program the
 * one part waits for answers and the other reckons.
 */
const phases = [
  { names: ['install'], needed: true, work: () => installTools() },
  { names: ['build'], work: (tally) => check(tally, 'build', () => build()) },
  {
    names: ['typecheck', 'lint', 'package'],
    work: (tally, names) =>
      Promise.all([
        names.includes('typecheck') && typecheck(tally, names.includes('lint') ? ['window'] : []),
        names.includes('lint') && lint(tally),
        names.includes('package') && check(tally, 'package', packaging),
      ]),
  },
  {
    names: ['unit', 'wine', 'package'],
    work: (tally, names) =>
      Promise.all([
        names.includes('unit') && vitest(tally, 'unit', ['unit', 'proof']),
        prepare(names),
      ]),
  },
  {
    names: ['integration', 'wine', 'package', 'e2e'],
    work: (tally, names) => vitest(tally, 'whole', names),
  },
]

const allNames = [...new Set(phases.flatMap(({ names }) => names))]

/** The phases named after `--only`, separated by commas; all without it. */
export function choosePhases(args) {
  const at = args.indexOf('--only')
  const names = at < 0 ? allNames : (args[at + 1] ?? '').split(',')
  const unknown = names.filter((name) => !allNames.includes(name))
  if (unknown.length > 0)
    throw new Stop(`No such phase: ${unknown.join(', ')}. There are: ${allNames.join(', ')}`)
  return phases.flatMap(({ names: together, needed, work }) => {
    const chosen = together.filter((name) => needed || names.includes(name))
    if (chosen.length === 0) return []
    return { name: chosen.join(', '), work: (tally) => work(tally, chosen) }
  })
}
