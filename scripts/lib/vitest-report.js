import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './places.js'

/** The first lines of what a test failed with, without colours: whoever sees the end of the output alone knows what went wrong. */
function reasonOf(messages) {
  const [text = ''] = messages
  const plain = stripVTControlCharacters(text)
  const lines = plain.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line))
  return lines.slice(0, 12).map((line) => `\n      ${line.slice(0, 300)}`)
}

const skippedStates = ['skipped', 'pending', 'todo', 'disabled']

/** Why tests of each file were skipped, as test/support/needs.ts kept it: one JSON object a line. */
function reasonsFrom(path) {
  const reasons = new Map()
  if (!existsSync(path)) return reasons
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const { file, reason } = JSON.parse(line)
    const key = relative(root, file)
    reasons.set(key, (reasons.get(key) ?? new Set()).add(reason))
  }
  return reasons
}

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined)

const isFailed = ({ status }) => status === 'failed'

/** The files of a report in which something failed. */
export function failedFiles(file) {
  const suites = readReport(file)?.testResults ?? []
  return suites.filter(isFailed).map(({ name }) => name)
}

/** What failed in one report and passed in that of a second run: `name` of the test with the reason. */
function mended(phase, first, again) {
  const file = relative(root, first.name)
  const passes = new Set(
    again.assertionResults.filter(({ status }) => status === 'passed').map(fullNameOf),
  )
  const failed = first.assertionResults.filter(
    (one) => isFailed(one) && passes.has(fullNameOf(one)),
  )
  if (failed.length === 0)
    return [[`${phase}: ${file}`, ...reasonOf([first.message ?? ''])].join('')]
  return failed.map((one) =>
    [`${phase}: ${file}: ${fullNameOf(one)}`, ...reasonOf(one.failureMessages)].join(''),
  )
}
const fullNameOf = ({ fullName }) => fullName.trim()

/** The suites of a run, those that were run once more as they were then; what passed only then is told. */
function afterSecond(tally, phase, suites, again) {
  const later = new Map(again.map((suite) => [suite.name, suite]))
  return suites.map((suite) => {
    const second = later.get(suite.name)
    if (second === undefined) return suite
    if (!isFailed(second)) tally.later(mended(phase, suite, second))
    return second
  })
}

/**
 * Adds a run of Vitest to the tally from its JSON report; `ruleOf(file)` says whether a test that was skipped there counts. A file that could not be loaded, a run that crashed and a run
 * that found no test count as one failure each: a green run must have run something. `again`: a second run of the files that
 * failed, whose results count; what passed only there is listed.
 */
export function addReport(tally, phase, { file, again, code, skips }, ruleOf) {
  const before = tally.failed
  const report = readReport(file)
  if (report === undefined)
    return tally.fail(`${phase} (crashed: Vitest left no report, exit ${code})`)
  const reasons = reasonsFrom(skips)
  const second = again === undefined ? undefined : readReport(again.file)
  const suites = afterSecond(tally, phase, report.testResults, second?.testResults ?? [])
  for (const suite of suites) addFile(tally, phase, suite, ruleOf, reasons)
  if (report.numTotalTests === 0 && tally.failed === before) tally.fail(`${phase} (found no test)`)
  const ended = again?.code ?? code
  if (ended !== 0 && tally.failed === before) tally.fail(`${phase} (exit ${ended}, see above)`)
}

function addFile(tally, phase, suite, ruleOf, reasons) {
  const file = relative(root, suite.name)
  const why = [...(reasons.get(file) ?? ['not on this system'])].join('; ')
  const failedTests = suite.assertionResults.filter(isFailed)
  if (isFailed(suite) && failedTests.length === 0)
    tally.fail([`${phase}: ${file}`, ...reasonOf([suite.message ?? ''])].join(''))
  for (const { status, fullName, failureMessages = [] } of suite.assertionResults) {
    const name = `${phase}: ${file}: ${fullName.trim()}`
    if (status === 'passed') tally.pass()
    else if (status === 'failed') tally.fail([name, ...reasonOf(failureMessages)].join(''))
    else if (skippedStates.includes(status)) tally.skip(`${name} (${why})`, ruleOf(file))
    else tally.fail(`${name} (${status})`)
  }
}
