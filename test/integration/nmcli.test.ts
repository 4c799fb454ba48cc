import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCli, type Running, startCli } from '../support/cli'

const fakes = resolve(import.meta.dirname, '../support/fake-nmcli')
const foreign = '74cdddf2-2d75-44dd-b4fa-2a441d50071d'

const config = `name: system
slots:
  a: { port: /dev/ttyUSB1, preset: soracom }
  b: { port: /dev/ttyUSB5, connect: { apn: 'other.example', user: other, password: geheim } }
failover:
  mode: hot
  link: operating-system
  triggers: { health: { target: pong.soracom.io, every: 1s } }
goal: { availability: 0, longestGap: 10m }
`

describe.skipIf(process.platform !== 'linux')('links of the operating system', () => {
  let folder: string
  let running: Running | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-nm-'))
    writeFileSync(join(folder, 'system.yaml'), config)
    writeFileSync(join(folder, 'calls'), '')
  })
  afterEach(async () => {
    await running?.stop('SIGKILL')
    running = undefined
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const options = () => ({
    cwd: folder,
    env: { MODEM_BENCH_DATA: folder, FAKE: folder, PATH: `${fakes}:${process.env['PATH']}` },
  })
  const start = async () => {
    running = startCli(['failover', 'system.yaml', '--json'], options())
    await running.said(/"trigger":"start".*"result":"done"/)
    return running
  }
  const calls = () => readFileSync(join(folder, 'calls'), 'utf8')
  const lines = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '')

  test('makes a connection for each device, moves the routes when one is cut, and removes its own alone', async () => {
    const program = await start()
    await expect.poll(() => lines('active').length).toBe(2)
    const [a = '', b = ''] = lines('uuids')
    expect(calls()).toContain(`gsm.device-id a0b1 con-name modem-bench-a connection.uuid ${a}`)
    expect(calls()).toContain(`connection up uuid ${a} ifname cdc-wdm0`)
    expect(calls()).toContain('ping -I ip-cdc-wdm0')
    // The network ends the session of A.
    writeFileSync(
      join(folder, 'active'),
      lines('active')
        .filter((line) => !line.startsWith(a))
        .map((line) => `${line}\n`)
        .join(''),
    )
    await program.said(
      /"trigger":"link-lost"[^\n]*disconnected by the network[^\n]*"result":"done"/,
    )
    await expect.poll(calls).toContain(`connection modify uuid ${b} ipv4.route-metric 50`)
    await program.stop('SIGINT')
    expect(calls()).toContain(`connection delete uuid ${a}`)
    expect(lines('uuids')).toEqual([])
    expect(calls()).not.toContain(foreign)
    expect(calls()).not.toMatch(/ id |ifname ttyUSB1/)
  })

  test('removes what a killed run left, and nothing else', async () => {
    const killed = await start()
    const [left = ''] = lines('uuids')
    await killed.stop('SIGKILL')
    appendFileSync(join(folder, 'uuids'), 'ffffffff-0000-4000-8000-000000000000\n')
    writeFileSync(join(folder, 'calls'), '')
    const again = await start()
    await again.stop('SIGINT')
    const deleted = calls()
      .split('\n')
      .filter((line) => line.includes('delete'))
    expect(deleted[0]).toBe(`nmcli connection delete uuid ${left}`)
    expect(lines('uuids')).toEqual(['ffffffff-0000-4000-8000-000000000000'])
  })

  test('a dry run prints the commands, without the password, and calls none', async () => {
    const { out, code } = await runCli(['failover', 'system.yaml', '--dry-run'], options())
    expect(code).toBe(0)
    expect(out).toContain(
      "nmcli connection add type gsm ifname '*' gsm.device-id DEVICE-ID-A con-name modem-bench-a connection.uuid UUID-A autoconnect no apn soracom.io gsm.username sora gsm.password-flags 2",
    )
    expect(out).toContain('nmcli --wait 90 connection up uuid UUID-B ifname DEVICE-B')
    expect(out).toContain('nmcli connection delete uuid UUID-B')
    expect(out).not.toContain('geheim')
    expect(calls()).toBe('')
  })

  test('says that NetworkManager is missing', async () => {
    const env = { ...options().env, PATH: '/nowhere' }
    const ended = await runCli(['failover', 'system.yaml', '--for', '1'], { ...options(), env })
    expect(ended.err).toMatch(/not installed/)
    expect(ended.code).not.toBe(0)
  })
})
