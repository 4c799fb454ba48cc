import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Running, runCli, startCli, startProgram } from '../support/cli'
import { settingsOf } from '../support/modem-settings'
import { cli, root } from '../support/needs'
import { hasPtys } from '../support/pty-pair'

// The suite for real modems, on a simulated one that stands in for the hardware: the same command a person types.
describe.runIf(hasPtys)('npm run test:hardware', () => {
  let folder: string
  let port: string
  let sim: Running
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-hardware-'))
    port = join(folder, 'modem')
    const persona = 'sim7672?speed=fast&apn=soracom.io&user=sora&password=sora'
    sim = startCli(['sim', persona, '--pty', port])
    await sim.said(/modem\n/)
  })
  afterEach(async () => {
    await sim.stop('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  })
  const hardware = (env: Record<string, string>) =>
    startProgram(process.execPath, [join(root, 'scripts/hardware.js')], {
      input: '',
      env: { MODEM_BENCH_CLI: cli, TEST_PORT: '', NO_COLOR: '1', MODEM_BENCH_DATA: folder, ...env },
    }).ended

  test('reads, and leaves every setting as it was', async () => {
    const before = await settingsOf(port)
    const ended = await hardware({ TEST_PORT: port })
    expect(ended.out).toMatch(/the tests only read/)
    expect(ended.out).toMatch(/Tests +\d+ passed \| 2 skipped/)
    expect(ended.out).toMatch(/is as it was\.\n$/)
    expect(ended.code).toBe(0)
    expect(await settingsOf(port)).toEqual(before)
  })

  test('with consent it connects, and puts back what it had to change', async () => {
    await runCli(['at', port, 'AT+CGDCONT=1,"IP","other.example"', 'AT+CMEE=1'])
    const before = await settingsOf(port)
    const ended = await hardware({
      TEST_PORT: port,
      TEST_PORT_WRITE: 'yes',
      TEST_APN: 'soracom.io',
      TEST_USER: 'sora',
      TEST_PASSWORD: 'sora',
      TEST_PING: 'pong.soracom.io',
    })
    expect(ended.out).not.toMatch(/skipped|failed/)
    expect(ended.out).toMatch(/is as it was\.\n$/)
    expect(ended.code).toBe(0)
    expect(await settingsOf(port)).toEqual(before)
  })

  test.each([
    [{}, /Say which port.*TEST_PORT=/],
    [{ TEST_PORT: '/dev/no-such-modem' }, /There is no port \/dev\/no-such-modem/],
    [{ TEST_PORT: 'tcp:a:1', TEST_PORT_WRITE: '1' }, /TEST_PORT_WRITE is yes or not set/],
    [{ TEST_PORT: 'tcp:a:1', TEST_PORT_WRITE: 'yes' }, /need the APN/],
  ])('%j is refused with what to do', async (env, words) => {
    const ended = await hardware(env)
    expect(ended.err).toMatch(words)
    expect(ended.code).toBe(1)
  })
})
