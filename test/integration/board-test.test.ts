import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProgram } from '../support/cli'
import { runCli } from '../support/command'
import { junitOf } from '@core/plan/junit'
import { noFacts, type StepResult } from '@core/plan/test-state'
import { because, cli, installedHere } from '../support/needs'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'modem-bench-board-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a board fails at the step with a planted fault: words, exit code and files say so, and nothing raw reaches the terminal', async () => {
  const plan = join(folder, 'p.yaml')
  const xml = join(folder, 'r.xml')
  const label = join(folder, 'r.ZPL')
  await writeFile(
    plan,
    '\ufeffname: p\nport: sim:sim7672?speed=fast&supply=3.45\npreset: soracom\nsteps:\n  - { name: AT, at: { send: AT } }\n  - { name: supply, supply: { min: 3.5, max: 4.3 } }\n',
    'utf16le',
  )
  const serial = 'A\u001b[31m1'
  const args = [
    'test',
    plan,
    '--board-serial',
    serial,
    '--junit',
    xml,
    '--label',
    label,
    '--no-journal',
  ]
  const { out, code } = await runCli(args)
  expect(out.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^✓ AT {2}\d+\.\d s {2}The modem answered as expected\.$/),
    expect.stringMatching(/^✗ supply {2}\d+\.\d s {2}Lowest 3\.45 V; wanted: at least 3\.5 V\.$/),
    '✗ FAIL  p A␛[31m1  (supply)',
  ])
  expect(code).toBe(1)
  const read = await readFile(xml, 'utf8')
  expect(read).toContain('tests="2" failures="1" errors="0" skipped="0"')
  expect(read).toMatch(/<testcase name="supply"[^>]*>\s*<failure message="Lowest 3\.45 V/)
  expect(await readFile(label, 'utf8')).toMatch(/^\^XA\n[^]*\^FDFAIL\^FS\n[^]*\^XZ\n$/)
})

test('a serial that is too long is told before the board is touched, and a port that is not there is the rig', async () => {
  const plan = join(folder, 'q.yaml')
  await writeFile(
    plan,
    `name: q\nport: ${folder}/none\nsteps:\n  - { name: AT, at: { send: AT } }\n`,
  )
  const long = await runCli(['test', plan, '--board-serial', 'x'.repeat(81), '--no-journal'])
  expect([long.code, long.out]).toEqual([2, ''])
  expect(long.err).toMatch(/--board-serial: a serial has at most 80 characters; this one has 81\./)
  const label = await runCli(['test', plan, '--label', 'l.pdf', '--no-journal'])
  expect([label.code, label.out]).toEqual([2, ''])
  expect(label.err).toMatch(/--label l\.pdf: the file must end in \.zpl .* or \.txt\./)
  const gone = await runCli(['test', plan, '--no-journal'])
  expect(gone.code).toBe(3)
  expect(gone.out).toMatch(
    /^! AT .*There is no such port\.[^]*^! RIG FAILED, no verdict {2}q {2}\(AT\)$/m,
  )
})

test('a blank serial is refused, and the result of a board before is gone when this one gets none', async () => {
  const plan = join(folder, 's.yaml')
  const xml = join(folder, 's.xml')
  await writeFile(plan, 'name: s\nsteps: none\n')
  await writeFile(xml, '<testsuites/>')
  const wrong = await runCli(['test', plan, '--junit', xml, '--no-journal'])
  expect(wrong.code).toBe(2)
  await expect(readFile(xml)).rejects.toThrow('ENOENT')
  const blank = await runCli(['test', plan, '--board-serial', ' ', '--no-journal'])
  expect([blank.code, blank.out]).toEqual([2, ''])
  expect(blank.err).toMatch(/--board-serial: it is blank/)
  const aFolder = await runCli(['test', plan, '--junit', folder, '--no-journal'])
  expect([aFolder.code, aFolder.out]).toEqual([2, ''])
  expect(aFolder.err).toMatch(/it is a folder/)
})

test.skipIf(process.platform !== 'linux')(
  'output that nobody can take ends in words and without a verdict',
  async () => {
    const plan = join(folder, 'r.yaml')
    await writeFile(
      plan,
      'name: r\nport: sim:sim7672?speed=fast\nsteps:\n  - { name: AT, at: { send: AT } }\n',
    )
    const full = `"${process.execPath}" "${cli}" test "${plan}" --no-journal > /dev/full`
    const { code, err } = await startProgram('sh', ['-c', full]).ended
    expect(code).toBe(3)
    expect(err).toMatch(/What the command says cannot be written\. .*the disk is full/)
    expect(err).not.toMatch(/^\s+at /m)
  },
)

const words = (text: string) => ({ en: text, ja: text })
const step = (name: string, change: Partial<StepResult>): StepResult => ({
  name,
  kind: 'at',
  title: words('AT'),
  state: 'passed',
  tries: 1,
  ms: 1500,
  measured: [],
  words: words('fine'),
  ...change,
})

/** What Debian's python-junitparser makes of a file: each case with its results, and the counts that the file gives. */
const readJunit = `
import json, sys
from junitparser import JUnitXml
suites = JUnitXml.fromstring(sys.stdin.buffer.read())
suite, = list(suites)
told = [suite.name, suite.tests, suite.failures, suite.errors, suite.skipped, suite.time]
cases = [[c.name, c.time, [[type(r).__name__, r.message, getattr(r, 'type', None)] for r in c.result], c.system_out] for c in suite]
print(json.dumps({ 'told': told, 'cases': cases, 'properties': { p.name: p.value for p in suite.properties() } }))
`
const parser = '/usr/lib/python3/dist-packages/junitparser/__init__.py'

test.skipIf(!installedHere && because(!existsSync(parser), 'no python3-junitparser here'))(
  'python-junitparser reads what passed, failed, was the rig and was skipped',
  () => {
    const bad = {
      key: 'lowest',
      title: words('Lowest'),
      unit: 'V',
      min: 3.5,
      value: 3.4,
      ok: false,
    }
    const xml = junitOf(
      {
        slot: 'a',
        plan: 'p',
        serial: 'A"1<&試',
        state: 'failed',
        startedMs: 0,
        endedMs: 4000,
        steps: [
          step('one', {}),
          step('two', {
            state: 'failed',
            words: words('<bad>\n& "worse" \u0007'),
            measured: [bad],
          }),
          step('three', { state: 'error', words: words('The port is gone'), fault: 'port-gone' }),
          step('four', { state: 'skipped', ms: 0, words: words('Not tried') }),
        ],
        question: null,
        unit: { ...noFacts, model: 'SIM7672' },
        journal: null,
        version: '0',
      },
      'en',
    )
    const read: unknown = JSON.parse(
      execFileSync('/usr/bin/python3', ['-c', readJunit], { input: xml, encoding: 'utf8' }),
    )
    expect(read).toEqual({
      told: ['p A"1<&試', 4, 1, 1, 1, 4],
      cases: [
        ['one', 1.5, [], null],
        [
          'two',
          1.5,
          [['Failure', '<bad>\n& "worse" ␇', 'limit']],
          expect.stringContaining('3.4 V'),
        ],
        ['three', 1.5, [['Error', 'The port is gone', 'port-gone']], null],
        ['four', 0, [['Skipped', 'Not tried', null]], null],
      ],
      properties: { serial: 'A"1<&試', model: 'SIM7672', version: '0' },
    })
  },
)
