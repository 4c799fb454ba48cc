import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
// @ts-expect-error: a script without types
import { Tally } from '../scripts/lib/tally.js'
// @ts-expect-error: a script without types
import { addReport, failedFiles } from '../scripts/lib/vitest-report.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-second-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Results = { readonly [test: string]: string }
function report(name: string, suites: { readonly [file: string]: Results }): string {
  const testResults = Object.entries(suites).map(([file, results]) => ({
    name: join(import.meta.dirname, file),
    status: Object.values(results).includes('failed') ? 'failed' : 'passed',
    assertionResults: Object.entries(results).map(([fullName, status]) => ({
      fullName,
      status,
      failureMessages: status === 'failed' ? [`Error: ${fullName} waited\n    at x.ts:1`] : [],
    })),
  }))
  const file = join(folder, `${name}.json`)
  writeFileSync(file, JSON.stringify({ numTotalTests: 3, testResults }))
  return file
}

const first = () =>
  report('first', {
    'a.test.ts': { one: 'passed', two: 'failed' },
    'b.test.ts': { three: 'failed' },
    'c.test.ts': { four: 'passed' },
  })

function tallyOf(again: { readonly file: string; readonly code: number } | undefined) {
  const tally = new Tally()
  const run = { file: first(), code: 1, again, skips: join(folder, 'none') }
  addReport(tally, 'whole', run, () => ({ counts: false }))
  return tally
}

test('what failed is run once more, and no other file', () => {
  expect(failedFiles(first())).toEqual(
    ['a.test.ts', 'b.test.ts'].map((file) => join(import.meta.dirname, file)),
  )
})

test('what passes the second time is counted so, and told with what it failed with', () => {
  const file = report('again', {
    'a.test.ts': { one: 'passed', two: 'passed' },
    'b.test.ts': { three: 'passed' },
  })
  const tally = tallyOf({ file, code: 0 })
  expect(tally.line()).toBe('4 passed, 0 failed')
  expect(tally.seconds).toEqual([
    'whole: test/a.test.ts: two\n      Error: two waited',
    'whole: test/b.test.ts: three\n      Error: three waited',
  ])
})

test('what fails twice has failed, and what broke the second time, too', () => {
  const file = report('again', {
    'a.test.ts': { one: 'failed', two: 'passed' },
    'b.test.ts': { three: 'failed' },
  })
  const tally = tallyOf({ file, code: 1 })
  expect(tally.line()).toBe('2 passed, 2 failed')
  expect(tally.failures.map((text: string) => text.split('\n')[0])).toEqual([
    'whole: test/a.test.ts: one',
    'whole: test/b.test.ts: three',
  ])
  expect(tally.seconds).toEqual([])
})

test('without a second run all that failed counts', () => {
  expect(tallyOf(undefined).line()).toBe('2 passed, 2 failed')
})

test('a second run that crashed leaves what the first had', () => {
  const tally = tallyOf({ file: join(folder, 'nothing.json'), code: 134 })
  expect(tally.line()).toBe('2 passed, 2 failed')
})
