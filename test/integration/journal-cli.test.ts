import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jsonLines } from '../support/cli'
import { runCli } from '../support/command'

const modem = 'sim:sim7672?speed=fast'
const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-journals-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a journal holds, as modem-bench explains it. */
const explained = async (file: string) => (await runCli(['explain', file])).out

test('journals are listed, checked, packed and cleared, and a packed one is explained like any other', async () => {
  const data = join(folder, 'care')
  for (let time = 1; time <= 2; time++) await runCli(['at', modem, 'AT+CGMM', '--data', data])
  const journals = (...args: string[]) => runCli(['journals', ...args, '--data', data])
  const listed = await journals('list', '--json')
  const paths = jsonLines(listed.out).map(({ path }) => String(path))
  expect(paths).toHaveLength(2)
  expect(await journals('verify')).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^(\S+\.journal: whole, \d+ records\n){2}$/),
  })
  expect((await journals('pack')).out).toMatch(/^(\S+\.journal\.gz: \S+ \S+ → \S+ \S+\n){2}$/)
  expect(await explained(`${paths[0]}.gz`)).toContain('SIM7672JP-MNGV')
  const damaged = join(data, 'journals', 'damaged.journal.gz')
  writeFileSync(damaged, readFileSync(`${paths[0]}.gz`).subarray(0, 60))
  const verified = await journals('verify', '--lang', 'ja')
  expect(verified.code).toBe(1)
  expect(verified.out).toMatch(/damaged\.journal\.gz: .*gzip ファイル/)
  expect(await journals('prune')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--keep-days'),
  })
  const dry = await journals('prune', '--keep-mb', '0', '--dry-run')
  expect(dry.out.trim().split('\n')).toHaveLength(2)
  expect((await journals('prune', '--keep-mb', '0')).err).toMatch(/2 journals removed/)
  // What carries another name than a journal of ours stays.
  expect((await journals('list')).out).toMatch(/damaged\.journal\.gz\n$/)
  expect(await journals('list', '--bogus')).toMatchObject({ code: 2 })
  expect(await journals('verify', 'gone.journal')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no such journal'),
  })
})

describe.concurrent('the journal of a command', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['at', ['at', modem, 'AT+CGMM'], /AT\+CGMM[\s\S]*SIM7672JP-MNGV/],
    ['at --macro', ['at', modem, '--macro', 'information'], /AT\+CGSN|ATI/],
    ['back', ['back', modem], /^AT$/m],
    ['leftovers', ['leftovers', 'sim:sim7672'], /AT\+CSCS\?/],
    ['probe', ['probe', 'sim:sim7672'], /probed, 115200 baud[\s\S]*^AT$/m],
    [
      'power',
      ['power', 'microcat1', 'status', '--adapter', 'sim:sim7672', '--port', modem],
      /^AT$/m,
    ],
    ['connect', ['connect', modem, ...account], /ATD\*99[\s\S]*IPCP/],
    ['dns', ['dns', modem, 'pong.soracom.io', ...account, '--json'], /IPCP/],
    ['idle', ['idle', modem, ...account, '--up-to', '0.1', '--json'], /Idle limit/],
  ])('%s keeps every octet, and says once where', async (name, args, held) => {
    const data = join(folder, name.replace(/\W/g, ''))
    mkdirSync(data)
    const ended = await runCli([...args, '--data', data])
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.journals).toHaveLength(1)
    const [file = ''] = ended.journals
    expect(file.startsWith(join(data, 'journals'))).toBe(true)
    expect(await explained(file)).toMatch(held)
  })

  test('holds what the board of the command did: it switched the modem of a connection on', async () => {
    const board = ['--board', 'microcat1', '--adapter', 'sim:sim7672']
    const run = ['connect', 'sim:sim7672?boot=off', ...account, ...board, '--json']
    const ended = await runCli(run)
    expect(ended).toMatchObject({ code: 0, err: '' })
    const [power] = jsonLines(ended.out)
    expect(power).toMatchObject({ step: 'power', state: 'ok', facts: { presses: 1 } })
    const none = await runCli(['at', modem, 'AT', '--pins', 'alternative'])
    expect(none).toMatchObject({ code: 2, out: '' })
    expect(none.err).toContain('--board')
  })

  test('is not kept with --no-journal, and nothing is made', async () => {
    const data = join(folder, 'none')
    const args = ['at', modem, 'AT', '--data', data, '--no-journal']
    expect(await runCli(args)).toMatchObject({ code: 0, out: 'OK\n', err: '', journals: [] })
    expect(readdirSync(folder)).not.toContain('none')
  })

  test('is kept of a port that cannot be opened, too', async () => {
    const ended = await runCli(['at', 'tcp:127.0.0.1:1', 'AT', '--data', join(folder, 'closed')])
    expect(ended.code).toBe(3)
    expect(await explained(ended.journals[0] ?? '')).toContain('Opening tcp:127.0.0.1:1 failed')
  })

  test('that the disk does not take is said, and keeps nobody from the modem', async () => {
    const data = join(folder, 'taken')
    const ended = await runCli(['at', modem, 'AT', '--data', data], {})
    expect(ended.code).toBe(0)
    rmSync(join(data, 'journals'), { recursive: true })
    writeFileSync(join(data, 'journals'), 'a file in the place of the folder')
    const without = await runCli(['at', modem, 'AT', '--data', data])
    expect(without).toMatchObject({ code: 0, out: 'OK\n', journals: [] })
    expect(without.err).toMatch(/no journal is kept: /)
  })

  test('a data folder that cannot be one is a wrong call', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const ended = await runCli(['at', modem, 'AT', '--data', file])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain('a folder is needed')
  })
})
