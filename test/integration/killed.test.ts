import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listJournals } from '@platform/store/journal-files'
import { journalEntries } from '@platform/store/journal-scan'
import { type RunningCommand, runCli, startCli } from '../support/cli'
import { countedIn, countingModem, type CountingModem } from '../support/counting-modem'
import { patient } from '../support/patience'

const account = ['--apn', 'soracom.io', '--user', 'sora', '--password', 'sora']

describe('a command that is killed with -9', () => {
  let folder: string
  let modem: CountingModem | undefined
  const running: RunningCommand[] = []
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-killed-'))
  })
  afterEach(async () => {
    for (const program of running.splice(0)) await program.stop('SIGKILL')
    await modem?.close()
    modem = undefined
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  const start = (args: readonly string[]) => {
    const program = startCli(args, { env: { MODEM_BENCH_DATA: folder }, cwd: folder })
    running.push(program)
    return program
  }
  const run = (args: readonly string[]) =>
    runCli(args, { env: { MODEM_BENCH_DATA: folder }, cwd: folder })
  /** What the newest journal of the folder says, a character an octet. */
  const kept = async () => {
    let text = ''
    const [newest] = await listJournals(folder)
    if (!newest) return text
    for await (const { bytes } of journalEntries(newest.path))
      text += Buffer.from(bytes).toString('latin1')
    return text
  }

  test('at: what was on the disk stays, without a gap, time after time', async () => {
    modem = await countingModem()
    for (let kill = 1; kill <= 6; kill++) {
      const from = modem.said()
      const program = start(['at', modem.path, 'AT+COUNT', '--timeout', '600'])
      // It follows the modem while it runs: what is said now is there soon, and not at its end.
      const wanted = from + 40 * kill
      let onDisk: readonly number[] = []
      await expect
        .poll(async () => (onDisk = await countedIn(folder)).at(-1) ?? 0, patient)
        .toBeGreaterThan(wanted)
      await program.stop('SIGKILL')
      const after = await countedIn(folder)
      expect(after.slice(0, onDisk.length)).toEqual(onDisk)
      expect(after).toEqual(after.map((_, index) => from + 1 + index))
    }
    expect(await listJournals(folder)).toHaveLength(6)
    // No lock, no half-written file of the dead keeps the next one from its work.
    expect(await run(['at', 'sim:sim7672?speed=fast', 'AT'])).toMatchObject({ code: 0, err: '' })
  })

  test('connect --hold: the exchange is in the journal, which the next start reads', async () => {
    for (let kill = 1; kill <= 3; kill++) {
      const program = start([
        'connect',
        'sim:sim7672?speed=fast',
        ...account,
        '--hold',
        '3600',
        '--json',
      ])
      await program.said(/"verdict":"connected"/)
      // The protocol of IPCP stands in its frames as 80 21.
      await expect.poll(kept, patient).toMatch(/ATD\*99[\s\S]*\x80\x21/)
      await program.stop('SIGKILL')
      const [journal] = await listJournals(folder)
      const explained = await run(['explain', journal?.path ?? ''])
      expect(explained.code).toBe(0)
      expect(explained.out).toMatch(/ATD\*99[\s\S]*IPCP/)
    }
  })

  test('soak: its journal is read, and the run goes on at the next start', async () => {
    writeFileSync(
      join(folder, 'short.yaml'),
      `name: short
slots:
  a: { port: 'sim:sim7672?speed=fast', preset: soracom }
  b: { port: 'sim:sim7672#2?speed=fast', preset: soracom }
failover:
  mode: hot
soak:
  for: 1h
  upload: { target: 'http://ip.example/dual', every: 1s, timeout: 2s }
  sample: 1s
goal: { availability: 0, longestGap: 10m }
`,
    )
    for (let kill = 1; kill <= 3; kill++) {
      const program = start(['soak', 'short.yaml', '--json'])
      await program.said(/"trigger":"start".*"result":"done"/)
      await expect.poll(kept, patient).toMatch(/ATD\*99/)
      const [journal] = await listJournals(folder)
      await program.stop('SIGKILL')
      const explained = await run(['explain', journal?.path ?? ''])
      expect(explained.code).toBe(0)
      expect(explained.out).toMatch(/ATD\*99/)
    }
    expect(await listJournals(folder)).toHaveLength(3)
  })
})
