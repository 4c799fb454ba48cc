import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli, startCli, type Running } from '../support/cli'
import { patient } from '../support/patience'
import { lacksOtherSystems, newWindows, type Windows } from '../support/wine'

describe.skipIf(lacksOtherSystems())('modem-bench on Windows', () => {
  let folder: string
  let windows: Windows
  const sims: Running[] = []

  /** A simulated modem of this computer on a pty. */
  async function modem(name: string): Promise<string> {
    const link = join(folder, name)
    const sim = startCli(['sim', 'sim7672?speed=fast', '--pty', link])
    sims.push(sim)
    await sim.said(new RegExp(`${name}\n`))
    return link
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-com-'))
    const [com5, com12, com7] = await Promise.all(['com5', 'com12', 'com7'].map(modem))
    windows = await newWindows({
      listed: { COM5: com5 ?? '', COM12: com12 ?? '' },
      unlisted: { COM7: com7 ?? '' },
    })
  })
  afterAll(async () => {
    windows?.remove()
    for (const sim of sims) await sim.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('asks the modems at COM5 and COM12', async () => {
    const answers = await Promise.all([
      windows.run(['at', 'COM5', 'AT+CGMM']),
      windows.run(['at', 'com12:', 'AT+CPIN?']),
    ])
    expect(answers).toMatchObject([
      { code: 0, out: 'SIM7672JP-MNGV\nOK\n' },
      { code: 0, out: '+CPIN: READY\nOK\n' },
    ])
    // A pty has no lines, which Windows says in its own way; the modem is there all the same.
    for (const { err } of answers) expect(err).toContain('The port works without its lines')
  })

  test.each(['COM5', 'COM7'])('connects at %s, stays, and hangs up at Ctrl-C', async (port) => {
    const console = windows.inConsole([
      'connect',
      port,
      '--apn',
      'soracom.io',
      '--user',
      'sora',
      '--password',
      'sora',
      '--hold',
      '600',
    ])
    await console.said(/Connected/)
    console.type('\u0003')
    const { code, out } = await console.ended
    expect(out).not.toContain('vanished')
    expect(code).toBe(0)
    // The call was ended: the next program meets a modem in command mode.
    // Windows may hold the port a little longer than its program.
    const after = () => windows.run(['at', port, 'AT'])
    await expect.poll(after, patient).toMatchObject({ code: 0, out: 'OK\n' })
  })

  test('says in one line that a COM port does not exist', async () => {
    const ended = await windows.run(['at', 'COM99', 'AT'])
    expect(ended).toMatchObject({ code: 3, out: '' })
    expect(ended.err).toMatch(/^modem-bench: .*no such port\. .*COM99/m)
  })

  test('talks to a modem over TCP, here and there', async () => {
    const there = startCli(['sim', 'sim7672?speed=fast', '--tcp', '0'])
    const here = windows.start(['sim', 'sim5320?speed=fast', '--tcp', '0'])
    sims.push(there)
    const [thereAt, hereAt] = await Promise.all(
      [there, here].map(async (sim) => (await sim.said(/tcp:\S+/))[0]),
    )
    const answers = await Promise.all([
      windows.run(['at', thereAt ?? '', 'AT+CGMM']),
      runCli(['at', hereAt ?? '', 'AT+CGMM']),
    ])
    expect(answers.map(({ out }) => out)).toEqual(['SIM7672JP-MNGV\nOK\n', 'SIMCOM_SIM5320J\nOK\n'])
  })
})
