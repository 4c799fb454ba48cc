import { mkdirSync, rmSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { build } from './build.js'
import { Stop, runNode, runPackage } from './command.js'
import { asRoot } from './debian.js'
import { ensureElectron } from './electron.js'
import { packageTestApp } from './package-app.js'
import { inRoot } from './places.js'
import { preparedProjects, prepareFor } from './prepared.js'
import { librariesLacking, tellLibraries } from './shared-libraries.js'
import { ensureTestPrograms } from './test-programs.js'
import { addReport, failedFiles } from './vitest-report.js'

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

/** How many files are run once more at most: where more fail, it is no accident of time. */
const secondChances = 4

const reportOf = (name) => inRoot('.cache', 'test-reports', `${name}.json`)

/** One run of Vitest, which leaves its JSON report. With `nice` it runs beside something else that is shown, and is shown when it has ended. */
async function vitest({ name, projects, files = [], maxWorkers, nice = 0, skips }) {
  const report = reportOf(name)
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const args = [
    'run',
    ...files,
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--maxWorkers=${maxWorkers}`,
  ]
  const { code, output } = await runPackage(
    'vitest/vitest.mjs',
    [...args, `--outputFile=${report}`],
    { show: nice === 0, nice, env: { MODEM_BENCH_SKIPS: skips } },
  )
  if (nice > 0) console.log(output.trimEnd())
  return { file: report, code }
}

const skipsOf = (phase) => inRoot('.cache', 'test-reports', `${phase}-skips.jsonl`)

async function unitTests(tally, nice) {
  const skips = skipsOf('unit')
  rmSync(skips, { force: true })
  const common = { projects: ['unit', 'proof'], skips, nice }
  const run = await vitest({ ...common, name: 'unit', maxWorkers: workers.unit })
  const again = await onceMore(run, { ...common, name: 'unit-again' })
  addReport(tally, 'unit', { ...run, again, skips }, await ruleOfFiles())
}

/**
 * A few files that failed are run once more, one by one. What passes only there counts as passed and is listed with what it had failed with;
 * nothing else runs twice.
 */
async function onceMore(run, how) {
  const files = failedFiles(run.file)
  if (files.length === 0 || files.length > secondChances) return undefined
  console.log(`\nOnce more: ${files.map((file) => relative(inRoot(), file)).join(', ')}`)
  return vitest({ ...how, files, maxWorkers: 1 })
}

/** What drives the built program; what failed is run once more when all else has ended: `unit` resolves then. */
async function drivenTests(tally, projects, unit) {
  const skips = skipsOf('whole')
  rmSync(skips, { force: true })
  const whole = { projects, skips }
  const run = await vitest({ ...whole, name: 'whole', maxWorkers: workers.whole })
  // Whoever called waits for it, too, and has its error.
  await Promise.allSettled([unit])
  const again = await onceMore(run, { ...whole, name: 'again' })
  addReport(tally, 'whole', { ...run, again, skips }, await ruleOfFiles())
}

/** What is not npm's to install: programs that the tests drive, and libraries. */
async function installTools() {
  await ensureTestPrograms()
  await tellLibraries()
}

let electron

/** Electron is fetched while the tools are installed and the program is built. */
async function packaging(ready) {
  electron ??= await ensureElectron()
  await ready
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
 * What the tests of Windows, arm64 and the packages need; half of that is waiting for mirrors and disks. Where it cannot be made the
 * set-up of those tests tries once more, and fails with the reason.
 */
async function prepare(names) {
  for (const project of preparedProjects.filter((one) => names.includes(one)))
    await prepareFor(project).catch(({ message }) => console.log(`${project}: ${message}`))
}

/** Waits for all, also where one fails: nothing may go on behind the back of the next phase. */
async function allOf(works) {
  const ends = await Promise.allSettled(works)
  for (const { status, reason } of ends) if (status === 'rejected') throw reason
}

function makeAndCheck(tally, names) {
  const has = (name) => names.includes(name)
  const installed = installTools()
  const built = has('build') ? check(tally, 'build', () => build()) : undefined
  const ready = Promise.all([installed, built])
  return allOf([
    ready,
    has('typecheck') && typecheck(tally, has('lint') ? ['window'] : []),
    has('lint') && lint(tally),
    has('package') && check(tally, 'package', () => packaging(ready)),
  ])
}

// What drives the program goes first where both want a core; of what is left to the unit tests none comes near its limit.
const beside = 5

function runTests(tally, names) {
  const driven = names.filter((name) => name !== 'unit')
  if (driven.length === 0) return unitTests(tally, 0)
  const unit = names.includes('unit') ? unitTests(tally, beside) : undefined
  return allOf([unit, prepare(driven).then(() => drivenTests(tally, driven, unit))])
}

/**
 * The phases of `npm test`, in order: each adds what it found to the tally. What stands together runs together, or one core would
 * wait half of the time: mirrors and disks are waited for while the types are reckoned, and what drives the built program waits for
 * answers while the unit tests reckon. Those give way to it, since what comes in real time must not come too late.
 */
const phases = [
  {
    names: ['install', 'build', 'typecheck', 'lint', 'package'],
    always: ['install'],
    work: makeAndCheck,
  },
  { names: ['unit', 'integration', 'wine', 'package', 'e2e'], always: [], work: runTests },
]

const allNames = [...new Set(phases.flatMap(({ names }) => names))]

/** The phases named after `--only`, separated by commas; all without it. */
export function choosePhases(args) {
  const at = args.indexOf('--only')
  const names = at < 0 ? allNames : (args[at + 1] ?? '').split(',')
  const unknown = names.filter((name) => !allNames.includes(name))
  if (unknown.length > 0)
    throw new Stop(`No such phase: ${unknown.join(', ')}. There are: ${allNames.join(', ')}`)
  return phases.flatMap(({ names: together, always, work }) => {
    const chosen = together.filter((name) => always.includes(name) || names.includes(name))
    if (chosen.length === 0) return []
    return { name: chosen.join(', '), work: (tally) => work(tally, chosen) }
  })
}
