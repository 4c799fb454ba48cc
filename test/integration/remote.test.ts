import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Cable, cableTo } from '../support/cable'
import { jsonLines, type RunningCommand, startCli } from '../support/cli'
import { runCli } from '../support/command'

const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']
const modem = 'sim:sim7672?speed=fast'

let folder: string
let running: RunningCommand[]
let cables: Cable[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-remote-'))
  running = []
  cables = []
})
afterEach(async () => {
  await Promise.all(running.map((program) => program.stop('SIGTERM')))
  for (const cable of cables) cable.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
const begun = (program: RunningCommand): RunningCommand => {
  running.push(program)
  return program
}

/** `modem-bench serve`, and the options with which a command reaches it. */
async function served() {
  const token = join(folder, 'token')
  const data = join(folder, 'served')
  const args = ['serve', '--port', '0', '--token-file', token]
  const host = begun(startCli(args, { env: { MODEM_BENCH_DATA: data } }))
  const [, url = ''] = await host.said(/(http:\S+)\n/)
  const journals = join(data, 'journals')
  return {
    url,
    there: (at: string) => ['--host', at, '--token-file', token],
    journal: () =>
      join(journals, readdirSync(journals).filter((name) => name.endsWith('.journal'))[0] ?? ''),
  }
}

/** A cable to the bench that can be cut and mended. */
async function cable(url: string) {
  const made = await cableTo(Number(new URL(url).port))
  cables.push(made)
  return { ...made, url: `http://127.0.0.1:${made.port}/` }
}

/** What was sent, without values: an explained journal masks some of them. */
const commandsIn = (text: string) =>
  text.split('\n').flatMap((line) => /^AT[^"]*/.exec(line)?.[0] ?? [])

test('a command works on a bench that is served, whose journal it is; the port is free again after it', async () => {
  const { url, there } = await served()
  for (let time = 1; time <= 2; time++) {
    const ended = await runCli(['at', modem, 'AT+CGMM', '--json', ...there(url)])
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(jsonLines(ended.out)).toMatchObject([{ lines: ['SIM7672JP-MNGV'], ok: true }])
    expect(ended.journals[0]).toMatch(/served.*\.journal \(on 127\.0\.0\.1:\d+\)$/)
  }
})

test('a connection whose cable is cut in the middle goes on behind it, and no row of the log is missing', async () => {
  const { url, there, journal } = await served()
  const line = await cable(url)
  const file = join(folder, 'whole.log')
  const args = ['connect', modem, ...account, '--hold', '600', '--log', file, '--no-redact']
  const held = begun(startCli([...args, '--json', ...there(line.url)]))
  await held.said(/"step":"identity"/)
  line.cut()
  // The connection is made there meanwhile, whether or not anybody looks.
  await expect
    .poll(async () => (await runCli(['explain', journal()])).out, { timeout: 120_000 })
    .toContain('ATD*99')
  line.mend()
  await held.said(/"verdict":"connected"/)
  const ended = await held.stop('SIGINT')
  expect(ended).toMatchObject({ code: 0, err: '' })
  const steps = jsonLines(ended.out).flatMap((row) => row['step'] ?? [])
  expect(new Set(steps).size).toBe(steps.length)
  const sent = commandsIn(readFileSync(file, 'utf8'))
  expect(sent.length).toBeGreaterThan(10)
  // The bench there writes to its disk a little later than it tells.
  await expect
    .poll(async () => commandsIn((await runCli(['explain', journal()])).out))
    .toEqual(sent)
})

const twoModems = `name: short
slots:
  a: { port: 'sim:sim7672?speed=fast', preset: soracom }
  b: { port: 'sim:sim7672#2?speed=fast', preset: soracom }
failover: { mode: hot }
soak:
  for: 1h
  upload: { target: 'http://ip.example/dual', every: 1s, timeout: 2s }
goal: { availability: 0, longestGap: 10m }
`

test('failover and soak work on a bench that is served; a soak run stays there, is followed again, and is ended from here', async () => {
  const { url, there } = await served()
  const config = join(folder, 'short.yaml')
  writeFileSync(config, twoModems)
  const kept = begun(startCli(['failover', config, '--json', ...there(url)]))
  await kept.said(/"trigger":"start".*"result":"done"/)
  const busy = await runCli(['soak', config, ...there(url)])
  expect(busy).toMatchObject({ code: 3, err: expect.stringMatching(/is in use/) })
  const failover = await kept.stop('SIGINT')
  expect(failover).toMatchObject({ code: 0, err: '' })
  expect(jsonLines(failover.out).at(-1)).toMatchObject({ met: true })
  expect(failover.journals).toEqual([expect.stringMatching(/served.*\(on 127\.0\.0\.1:\d+\)$/)])

  // The ports are free again: what comes next takes them.
  const line = await cable(url)
  const first = begun(startCli(['soak', config, '--json', ...there(line.url)]))
  await first.said(/"trigger":"start".*"result":"open"/)
  line.cut()
  line.mend()
  await first.said(/"trigger":"start".*"result":"done"/)
  const left = await first.stop('SIGTERM')
  expect(left).toMatchObject({ code: 1, err: expect.stringMatching(/the run goes on at/) })
  const results = jsonLines(left.out).map(({ decision }) => decision)
  expect(results).toMatchObject([{ result: 'open' }, { result: 'done' }])

  const report = join(folder, 'report')
  const again = begun(startCli(['soak', config, '--report', report, ...there(url)]))
  await again.complained(/this command follows it/)
  const ended = await again.stop('SIGINT')
  expect(ended.code).toBe(0)
  expect(ended.out).toMatch(/✓ .*uploads/)
  expect(readdirSync(report)).toHaveLength(4)
  expect(await runCli(['at', modem, 'AT', ...there(url)])).toMatchObject({ code: 0 })
})

test.each<[string, (token: string) => readonly string[], number, RegExp]>([
  [
    'nobody',
    (token) => ['--host', 'http://127.0.0.1:1/', '--token-file', token],
    3,
    /cannot be reached/,
  ],
  [
    'an address with its token',
    () => ['--host', 'http://pi/?token=secret'],
    2,
    /without its token/,
  ],
  ['no token', () => ['--host', 'http://127.0.0.1:1/'], 2, /--token-file is missing/],
  [
    'a journal here',
    (token) => ['--host', 'http://127.0.0.1:1/', '--token-file', token, '--no-journal'],
    2,
    /keeps its own journal/,
  ],
])('%s is said, and the exit code tells it apart', async (_what, args, code, words) => {
  const token = join(folder, 'some')
  writeFileSync(token, 'abcdefghijklmnop\n')
  const ended = await runCli(['at', modem, 'AT', ...args(token)])
  expect(ended.err).toMatch(words)
  expect(ended.err).not.toContain('secret')
  expect(ended.code).toBe(code)
})

test('a wrong token is told apart from a bench that is not there', async () => {
  const { url } = await served()
  const token = join(folder, 'wrong')
  writeFileSync(token, 'abcdefghijklmnopqrstuvwx\n')
  const ended = await runCli(['at', modem, 'AT', '--host', url, '--token-file', token])
  expect(ended.err).toMatch(/lets nobody in/)
  expect(ended.code).toBe(3)
})
