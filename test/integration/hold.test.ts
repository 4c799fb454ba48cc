import { mkdtempSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { jsonLines, startCli, type Running } from '../support/cli'
import { runCli } from '../support/command'
import { hasPtys } from '../support/pty-pair'

const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']

describe.skipIf(!hasPtys)('a modem on a pseudo terminal', () => {
  let folder: string
  let running: Running[] = []
  const begun = (program: Running): Running => {
    running.push(program)
    return program
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-hold-'))
  })
  afterEach(async () => {
    for (const program of running.splice(0)) await program.stop('SIGTERM')
    running = []
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  /** As a device that is plugged in: the link stays what it is called, the terminal behind it is another one each time. */
  async function plugged() {
    const at = join(folder, 'at')
    const sim = begun(startCli(['sim', 'sim7672?speed=fast', '--pty', at]))
    await sim.said(/at\n/)
    return { at, sim, node: readlinkSync(at) }
  }

  test('--hold connects again when the device is back under another name, and ends in order', async () => {
    const first = await plugged()
    const args = ['connect', first.at, ...account, '--hold', '3600', '--json']
    const held = begun(startCli(args))
    await held.said(/"verdict":"connected"/)
    await first.sim.stop('SIGTERM')
    await held.said(/"port":"gone"/)
    await plugged()
    await held.said(/"port":"back"[^]*"verdict":"connected"/)
    const { code, out, err } = await held.stop('SIGINT')
    expect(err).toMatch(
      /vanished; it is connected again when the device is back\.\n.* is back after/,
    )
    const said = jsonLines(out).filter((line) => 'port' in line || 'verdict' in line)
    expect(said.map((line) => line['port'] ?? line['verdict'])).toEqual([
      'connected',
      'gone',
      'back',
      'connected',
    ])
    expect(code).toBe(0)
    // Hung up: the modem answers AT.
    const answer = await runCli(['at', first.at, 'AT+CGSN'])
    expect(answer).toMatchObject({ code: 0 })
  })

  test('a device that does not come back while it is held is told as a port that vanished', async () => {
    const { at, sim } = await plugged()
    const args = ['connect', at, ...account, '--hold', '20', '--json', '--lang', 'ja']
    const held = begun(startCli(args))
    await held.said(/"verdict":"connected"/)
    await sim.stop('SIGTERM')
    const { code, err } = await held.ended
    expect(err).toMatch(/再接続します[^]*ポートが/)
    expect(code).toBe(3)
  })

  test('Ctrl-C ends the wait for a device', async () => {
    const { at, sim } = await plugged()
    const held = begun(startCli(['connect', at, ...account, '--hold', '3600', '--json']))
    await held.said(/"verdict":"connected"/)
    await sim.stop('SIGTERM')
    await held.said(/"port":"gone"/)
    const { code } = await held.stop('SIGINT')
    expect(code).toBe(130)
  })
})
