import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jsonLines, runCli, type Running, startCli } from '../support/cli'
import { until } from '../support/pty-pair'

const config = `name: short
slots:
  a: { port: 'sim:sim7672?speed=fast', preset: soracom }
  b: { port: 'sim:sim7672#2?speed=fast', preset: soracom }
failover:
  mode: hot
  triggers: { health: { every: 1s, timeout: 1s } }
soak:
  for: 1h
  upload: { target: 'http://ip.example/dual', every: 1s, timeout: 2s }
  sample: 1s
goal: { availability: 0, longestGap: 10m }
`

describe('soak and failover on the command line', () => {
  let folder: string
  const running: Running[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-soak-'))
    writeFileSync(join(folder, 'short.yaml'), config)
  })
  afterEach(async () => {
    for (const program of running.splice(0)) await program.stop('SIGKILL')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const env = () => ({ MODEM_BENCH_DATA: folder })
  const start = (...args: readonly string[]) => {
    const program = startCli(args, { env: env(), cwd: folder })
    running.push(program)
    return program
  }
  /** How many uploads the run has kept on disk as sent. */
  const uploads = (): number => {
    const rows = readdirSync(folder).find((name) => name.endsWith('.jsonl'))
    if (rows === undefined) return 0
    return readFileSync(join(folder, rows), 'utf8').split('{"k":"sent"').length - 1
  }
  const run = (...args: readonly string[]) => runCli(args, { env: env(), cwd: folder })

  test('a run that was killed goes on in the served console, then on the command line, and its report is complete', async () => {
    const first = start('soak', 'short.yaml', '--json')
    await first.said(/"trigger":"start".*"result":"done"/)
    await first.stop('SIGKILL')
    const served = start('serve', '--port', '0')
    await served.said(/http:/)
    const refused = await run('soak', 'short.yaml')
    expect(refused.err).toMatch(/Another running program has the soak run/)
    expect(refused.code).toBe(3)
    const ended = await served.stop('SIGKILL')
    expect(ended.err).toMatch(/short: goes on with the soak run that was interrupted/)

    const third = start('soak', 'short.yaml', '--report', 'report', '--json')
    const before = uploads()
    await third.said(/"trigger":"start".*"result":"done"/)
    await until(() => uploads() > before)
    const last = await third.stop('SIGINT')
    expect(last.err).toBe('')
    expect(last.code).toBe(0)
    const { summary } = jsonLines(last.out).at(-1) as { summary: Record<string, unknown> }
    expect(summary).toMatchObject({ restarts: 2 })
    const files = readdirSync(join(folder, 'report')).sort()
    expect(files.map((name) => name.replace(/.*\./, ''))).toEqual(['html', 'csv', 'html', 'md'])
    const [log = '', csv = '', html = '', markdown = ''] = files.map((name) =>
      readFileSync(join(folder, 'report', name), 'utf8'),
    )
    expect(markdown).toMatch(/\| Restarts of the console \| 2 \|/)
    expect(markdown).toMatch(/the console was not running/)
    expect(html).toMatch(/Failover starts/)
    const links = [...html.matchAll(/<a href="([^"#]+)#(r\d+)"/g)]
    expect(links.length).toBeGreaterThan(4)
    for (const [, file, anchor] of links) {
      expect(file).toBe(files[0])
      expect(log).toContain(`<div id="${anchor}"`)
      expect(markdown).toContain(`](${file}#${anchor})`)
    }
    // Three programs had the run, and each kept a journal of its own.
    expect(log.match(/Journal [^ <]+</g)).toHaveLength(3)
    const numbers = csv
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line) => Number(line.split(',')[0]))
    expect(numbers).toEqual([...new Set(numbers)].sort((one, two) => one - two))
  })

  test('SIGTERM keeps the run for the next time; Ctrl-C ends it and reports', async () => {
    const first = start('soak', 'short.yaml', '--json')
    await first.said(/"trigger":"start".*"result":"done"/)
    const interrupted = await first.stop('SIGTERM')
    expect(interrupted.err).toMatch(/interrupted; modem-bench soak short.yaml goes on/)
    expect(interrupted.code).toBe(1)
    const second = start('soak', 'short.yaml')
    await second.said(/goes on with the run that was interrupted/)
    await second.said(/done:/)
    const ended = await second.stop('SIGINT')
    expect(ended.out).toMatch(/✓ .*uploads/)
    expect(ended.code).toBe(0)
  })

  test('the exit code says whether the goal was met', async () => {
    const met = await run('failover', 'short.yaml', '--for', '3')
    expect(met.out).toMatch(/✓/)
    expect(met.code).toBe(0)
    expect(met.journals).toEqual([expect.stringContaining(join(folder, 'journals'))])
    writeFileSync(
      join(folder, 'strict.yaml'),
      config.replace('availability: 0,', 'availability: 100,'),
    )
    const missed = await run('failover', 'strict.yaml', '--for', '3', '--json', '--no-journal')
    expect(jsonLines(missed.out).at(-1)).toMatchObject({ met: false })
    expect(missed.code).toBe(1)
    expect(missed.journals).toEqual([])
  })

  test('each mistake of a file is named by line, column and key, in the language asked for', async () => {
    writeFileSync(
      join(folder, 'bad.yaml'),
      config.replace('mode: hot', 'mode: tepid').replace('for: 1h', 'for: soon'),
    )
    const english = await run('soak', 'bad.yaml', '--dry-run')
    expect(english.err).toContain(
      'bad.yaml:6:3: failover.mode: expected one of cold, warm, hot; found "tepid"',
    )
    expect(english.err).toContain('bad.yaml:9:3: soak.for: expected a time such as 30s')
    expect(english.code).toBe(2)
    const japanese = await run('failover', 'bad.yaml', '--lang', 'ja')
    expect(japanese.err).toContain(
      'bad.yaml:6:3: failover.mode: cold、warm、hot のいずれかを書いてください',
    )
    const missing = await run('failover', 'nothing.yaml')
    expect(missing.err).toMatch(/nothing\.yaml: there is no such file or folder/)
    expect(missing.code).toBe(2)
  })
})
