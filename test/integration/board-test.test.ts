import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
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

const many = (steps: string) => `name: many
port: sim:sim7672?speed=fast
preset: soracom
slots: { b: { port: 'sim:sim7672#2?speed=fast&supply=3.45' } }
stop: never
steps:
${steps}`

test('two boards are tested at once, each line says whose it is, and the exit code is that of the worse', async () => {
  const plan = join(folder, 'both.yaml')
  await writeFile(plan, many('  - { name: supply, supply: { min: 3.5, max: 4.3 } }\n'))
  const both = ['test', plan, '--both', '--board-serial', 'A1', '--board-serial-b', 'B1']
  const { out, code } = await runCli([...both, '--no-journal'])
  expect(code).toBe(1)
  expect(out.split('\n').filter(Boolean).toSorted()).toEqual([
    expect.stringMatching(/^ {2}supply, Highest: mean /),
    expect.stringMatching(/^ {2}supply, Lowest: mean 3\.\d+ V \(at least 3\.5 V\), Cp –, Cpk /),
    expect.stringMatching(/^A ✓ PASS {2}many A1$/),
    expect.stringMatching(/^A ✓ supply /),
    expect.stringMatching(/^B ✗ FAIL {2}many B1 {2}\(supply\)$/),
    expect.stringMatching(/^B ✗ supply .*Lowest 3\.45 V; wanted: at least 3\.5 V/),
    'many: 1 of 2 boards passed (50.0 %)',
  ])
})

test('a batch takes its serials from standard input, writes the files of each board, and says the yield', async () => {
  const plan = join(folder, 'batch.yaml')
  const files = join(folder, 'batch')
  await writeFile(plan, many('  - { name: AT, at: { send: AT } }\n'))
  const long = 'x'.repeat(81)
  const { ended } = startProgram(
    process.execPath,
    [cli, ...['test', plan, '--batch', '--no-journal', '--report', files, '--data', folder]],
    { input: `1\n\n${long}\n2\n3` },
  )
  const { out, err, code } = await ended
  expect(code).toBe(0)
  expect(out.match(/^✓ PASS {2}many \d$/gm)).toEqual([
    '✓ PASS  many 1',
    '✓ PASS  many 2',
    '✓ PASS  many 3',
  ])
  expect(out).toMatch(/many: 3 of 3 boards passed \(100\.0 %\)\n$/)
  expect(err).toContain('this one has 81 and is left out')
  for (const file of ['many-1.xml', 'many-2.json', 'many-3.tap', 'many.csv', 'many.html'])
    expect(existsSync(join(files, file)), file).toBe(true)
})

test.each([
  [['--batch', '--board-serial', '1'], /standard input/],
  [['--batch', '--junit', 'r.xml'], /--report FOLDER/],
  [['--both', '--port', 'sim:sim7672'], /slots: \{ b: /],
  [['--board-serial-b', '1'], /give --both/],
])('%j is refused before a board is touched', async (args, why) => {
  const plan = join(folder, 'refused.yaml')
  await writeFile(plan, many('  - { name: AT, at: { send: AT } }\n'))
  const { code, err } = await runCli(['test', plan, ...args, '--no-journal'])
  expect(code).toBe(2)
  expect(err).toMatch(why)
})

test('two boards on one port are refused', async () => {
  const plan = join(folder, 'one-port.yaml')
  await writeFile(plan, 'name: o\nport: sim:sim7672\nsteps:\n  - { name: AT, at: { send: AT } }\n')
  const { code, err } = await runCli(['test', plan, '--both', '--no-journal'])
  expect([code, err]).toEqual([2, expect.stringMatching(/both boards would be at sim:sim7672/)])
})

test('an instrument on a TCP port is asked by its lines', async () => {
  const asked: string[] = []
  const meter = createServer((socket) => {
    socket.setEncoding('latin1').on('data', (text) => {
      asked.push(String(text))
      if (String(text).includes('READ?')) socket.write('+2.150000E-02\r\n')
    })
  })
  await new Promise<void>((resolve) => meter.listen(0, '127.0.0.1', resolve))
  const { port } = meter.address() as AddressInfo
  const plan = join(folder, 'meter.yaml')
  await writeFile(
    plan,
    `name: meter
port: sim:sim7672?speed=fast
instruments:
  dmm: { port: 'tcp:127.0.0.1:${port}', start: ['*CLS'], ask: 'READ?' }
steps:
  - { name: idle, current: { instrument: dmm, max: 20, for: 1s } }
`,
  )
  const { out, code } = await runCli(['test', plan, '--no-journal'])
  meter.close()
  expect(code).toBe(1)
  expect(out).toContain('Mean 21.5 mA; wanted: at most 20 mA.')
  expect(asked.join('')).toMatch(/^\*CLS\n(READ\?\n)+$/)
})

test('a batch without a serial is a mistake, and a code that was read twice is asked for again', async () => {
  const plan = join(folder, 'two.yaml')
  await writeFile(
    plan,
    'name: two\nport: sim:sim7672#41?speed=fast\nslots:\n  b: { port: sim:sim7672#42?speed=fast }\nsteps:\n  - { name: AT, at: { send: AT } }\n',
  )
  const none = await startProgram(
    process.execPath,
    [cli, 'test', plan, '--batch', '--no-journal'],
    {
      input: '\n',
    },
  ).ended
  expect(none).toMatchObject({ code: 2, out: '' })
  expect(none.err).toContain('--batch: no serial came, so no board was tested.')
  const twice = await startProgram(
    process.execPath,
    [cli, 'test', plan, '--batch', '--both', '--no-journal'],
    { input: 'A1\nA1\nA2\n' },
  ).ended
  expect(twice.err).toContain('A1 is on the other slot already')
  expect(twice.out).toMatch(/A ✓ PASS {2}two A1/)
  expect(twice.out).toMatch(/B ✓ PASS {2}two A2/)
  expect(twice.code).toBe(0)
})
