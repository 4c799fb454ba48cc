import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startInTerminal } from '../support/cli'
import { runCli } from '../support/command'
import { cli, lacks } from '../support/needs'

/** Lets in who has this name and its password alone. */
const port = 'sim:sim7672?speed=fast'
const words = ['connect', port, '--apn', 'soracom.io', '--user', 'sora', '--auth', 'pap']

describe('a password', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-secret-'))
    file = join(folder, 'password')
    writeFileSync(file, 'sora\n', { mode: 0o600 })
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('comes from a file', async () => {
    const { code, err } = await runCli([...words, '--password-file', file])
    expect({ code, advice: err.includes('list of processes') }).toEqual({ code: 0, advice: false })
  })

  test('comes by standard input', async () => {
    const ended = await runCli([...words, '--password-file', '-'], { input: 'sora\n' })
    expect(ended.code).toBe(0)
  })

  test('comes from the environment', async () => {
    const { code } = await runCli(words, { env: { MODEM_BENCH_PASSWORD: 'sora' } })
    expect(code).toBe(0)
  })

  test('is asked for on a terminal, and not shown', async () => {
    if (lacks('script')) return
    const line = [process.execPath, cli, ...words, '--password-file', '-', '--json']
    const asked = startInTerminal(line.map((word) => `'${word}'`).join(' '))
    await asked.said(/Password: $/)
    asked.type('sorX\x7fa\r')
    const { out, code } = await asked.ended
    expect(out).toContain('"verdict":"connected"')
    expect(out).not.toContain('sorX')
    expect(code).toBe(0)
  })

  test('on the command line still works, with one line of advice', async () => {
    const { code, out, err } = await runCli([...words, '--password', 'TopSecret9'])
    expect(code).toBe(1)
    expect(out).toContain('User or password is refused')
    expect(err.match(/list of processes/g)).toHaveLength(1)
    expect(err).toContain('--password-file FILE')
  })

  test('that the operator publishes gets no advice', async () => {
    const said = await runCli([...words, '--password', 'sora'])
    expect(said.code).toBe(0)
    expect(said.err).not.toContain('list of processes')
  })

  test.each([
    [['--password-file', 'nowhere'], /--password-file nowhere: there is no such file/],
    [['--password', 'TopSecret9', '--password-file', 'x'], /give one of them/],
    [['--password-file', '-', '--pin-file', '-'], /cannot both read standard input/],
  ])('%j is refused with what was expected', async (more, expected) => {
    const { code, err } = await runCli([...words, ...more])
    expect(err).toMatch(expected)
    expect(code).toBe(2)
  })

  test.each(['', 'one\ntwo\n'])('a file with %j holds no password', async (text) => {
    writeFileSync(file, text)
    const { code, err } = await runCli([...words, '--password-file', file])
    expect(err).toMatch(/expected one line/)
    expect(code).toBe(2)
  })
})

test('a PIN comes from a file, too', async () => {
  const { code } = await runCli(
    ['connect', `${port}&pin=4321`, '--apn', 'soracom.io', '--user', 'sora', '--pin-file', '-'],
    { input: '4321\n', env: { MODEM_BENCH_PASSWORD: 'sora' } },
  )
  expect(code).toBe(0)
})

describe('the token of serve', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-token-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is made, shown, and the same until it is renewed', async () => {
    const env = { MODEM_BENCH_DATA: folder }
    const path = (await runCli(['token', '--path'], { env })).out.trim()
    expect(path).toBe(join(folder, 'token'))
    const token = (await runCli(['token'], { env })).out.trim()
    expect(token).toMatch(/^[\w-]{32}$/)
    expect(readFileSync(path, 'utf8').trim()).toBe(token)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
    expect((await runCli(['token', path])).out.trim()).toBe(token)
    const renewed = await runCli(['token', path, '--renew'])
    expect(renewed.out.trim()).not.toBe(token)
    expect(renewed.err).toContain('start it again')
    expect((await runCli(['token'], { env })).out.trim()).toBe(renewed.out.trim())
  })

  test('of a file that is none is not written over', async () => {
    const file = join(folder, 'notes.txt')
    writeFileSync(file, 'not a token at all\n', { mode: 0o600 })
    const { code, err } = await runCli(['token', file, '--renew'])
    expect({ code, said: err.includes('holds no token') }).toEqual({ code: 2, said: true })
    expect(readFileSync(file, 'utf8')).toBe('not a token at all\n')
  })
})
