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

/**
 * Adds a run of Vitest to the tally from its JSON report; `ruleOf(file)` says whether a test that was skipped there counts. A file that could not be loaded, a run that crashed and a run
 * that found no test count as one failure each: a green run must have run something.
 */
export function addReport(tally, phase, file, code, ruleOf, skips) {
  const before = tally.failed
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  if (report === undefined)
    return tally.fail(`${phase} (crashed: Vitest left no report, exit ${code})`)
  const reasons = reasonsFrom(skips)
  for (const suite of report.testResults) addFile(tally, phase, suite, ruleOf, reasons)
  if (report.numTotalTests === 0 && tally.failed === before) tally.fail(`${phase} (found no test)`)
  else if (code !== 0 && tally.failed === before) tally.fail(`${phase} (exit ${code}, see above)`)
}

function addFile(tally, phase, suite, ruleOf, reasons) {
  const file = relative(root, suite.name)
  const why = [...(reasons.get(file) ?? ['not on this system'])].join('; ')
  const failedTests = suite.assertionResults.filter(({ status }) => status === 'failed')
  if (suite.status === 'failed' && failedTests.length === 0)
    tally.fail([`${phase}: ${file}`, ...reasonOf([suite.message ?? ''])].join(''))
  for (const { status, fullName, failureMessages = [] } of suite.assertionResults) {
    const name = `${phase}: ${file}: ${fullName.trim()}`
    if (status === 'passed') tally.pass()
    else if (status === 'failed') tally.fail([name, ...reasonOf(failureMessages)].join(''))
    else if (skippedStates.includes(status)) tally.skip(`${name} (${why})`, ruleOf(file))
    else tally.fail(`${name} (${status})`)
  }
}
