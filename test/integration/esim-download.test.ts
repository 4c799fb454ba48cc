import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runCli, startCli } from '../support/cli'
import { findProgram, lacks } from '../support/needs'

const data = mkdtempSync(join(tmpdir(), 'modem-bench-esim-download-'))
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))
const fakes = resolve(import.meta.dirname, '../support/fake-lpac')
const port = 'sim:sim7672?card=esim&speed=fast'
const code = 'LPA:1$127.0.0.1:8443$TEST-1'
const download = ['esim', 'download', port, code, '--data', data]
const lpac = (kind: string) => ({
  PATH: `${fakes}${delimiter}${process.env['PATH'] ?? ''}`,
  FAKE_LPAC: kind,
})

async function downloads(kind: string): Promise<void> {
  const { out, err, code: rc } = await runCli(download, { env: lpac(kind) })
  expect(err).toContain('The profile is written to the eUICC')
  expect(out).toMatch(/^ {2}89810400000000000985 {2}Example Mobile {2}Trial 1 GB$/m)
  expect(out).toMatch(/^notices to operators {2}1$/m)
  expect(rc).toBe(0)
}
test.skipIf(process.platform === 'win32')('a profile that lpac downloads is on the eUICC', () =>
  downloads('download'),
)
describe.skipIf(process.platform !== 'linux')(
  'an lpac that gives up before the card answers',
  () => {
    test.skipIf(lacks('socat'))('downloads over a terminal', () => downloads('gives-up'))
    test('names the program that a terminal needs', async () => {
      // All that is needed but socat.
      const bin = join(data, 'bin')
      mkdirSync(bin)
      for (const name of ['env', 'stty']) symlinkSync(findProgram(name) ?? '', join(bin, name))
      symlinkSync(process.execPath, join(bin, 'node'))
      const env = { ...lpac('gives-up'), PATH: `${fakes}${delimiter}${bin}` }
      const { err, code: rc } = await runCli(download, { env })
      expect(err).toContain('socat, which is not installed. On Debian: sudo apt install socat')
      expect(rc).toBe(1)
    })
  },
)

test.skipIf(process.platform === 'win32')(
  'a server that refuses is told in both languages',
  async () => {
    const options = { env: lpac('refused') }
    const english = await runCli(download, options)
    expect(english.err).toMatch(
      /gave none; nothing was installed.*es9p_authenticate_client: Refused/,
    )
    expect(english.code).toBe(1)
    const japanese = await runCli([...download, '--lang', 'ja'], options)
    expect(japanese.err).toContain('取得できませんでした')
  },
)

test.skipIf(process.platform === 'win32')(
  'Ctrl-C cancels it, and the eUICC stays as it was',
  async () => {
    const running = startCli(download, { env: lpac('waits') })
    await running.complained(/The server is asked/)
    const { code: rc, err } = await running.stop()
    expect(err).toContain('It is being cancelled')
    expect(rc).toBe(130)
  },
)

test('without lpac a sentence says how to install it', async () => {
  const { err, code: rc } = await runCli(download, { env: { PATH: '' } })
  expect(err).toContain('apt install lpac')
  expect(err).not.toContain('ENOENT')
  expect(rc).toBe(1)
})

test('what is no activation code is refused before anything is opened', async () => {
  const { err, code: rc } = await runCli(['esim', 'download', port, 'LPA:1$', '--data', data])
  expect(err).toContain("expected an activation code, 'LPA:1$SERVER$ID'")
  expect(rc).toBe(2)
})

test.each([
  ['a file', ['--code-file', 'FILE'], {}, ''],
  ['standard input', ['--code-file', '-'], {}, `${code}\n`],
  ['the environment', [], { MODEM_BENCH_ACTIVATION_CODE: code, MODEM_BENCH_CONFIRMATION: '1' }, ''],
  ['two files', ['--code-file', 'FILE', '--confirmation-file', 'FILE'], {}, ''],
] as const)('the code comes from %s', async (_where, words, env, input) => {
  const file = join(data, 'code')
  writeFileSync(file, `${code}\n`, { mode: 0o600 })
  const named = words.map((word) => (word === 'FILE' ? file : word))
  const asked = ['esim', 'download', port, ...named, '--data', data]
  const { err, code: rc } = await runCli(asked, { env: { PATH: '', ...env }, input })
  // It was taken: what is missing now is lpac.
  expect(err).toContain('apt install lpac')
  expect(err).not.toContain('list of processes')
  expect(rc).toBe(1)
})

test.each([
  [[], /Give the activation code.*--code-file FILE/],
  [['--code-file', '-', '--confirmation-file', '-'], /cannot both read standard input/],
  [[code, '--code-file', 'x'], /give one of them/],
])('%j is refused with what was expected', async (words, expected) => {
  const { err, code: rc } = await runCli(['esim', 'download', port, ...words, '--data', data])
  expect(err).toMatch(expected)
  expect(rc).toBe(2)
})

test('a confirmation on the command line is taken with one line of advice', async () => {
  const { err } = await runCli([...download, '--confirmation', '4711'], { env: { PATH: '' } })
  expect(err.match(/list of processes/g)).toHaveLength(1)
})
