import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startCli, type Ended } from '../support/cli'
import { hasPtys } from '../support/pty-pair'
import { recordedModem, terminateSaid, type RecordedModem } from '../support/recorded-modem'
import { servedBench } from '../support/served-bench'

const account = { apn: 'soracom.io', user: 'sora', password: 'sora' }
const target = {
  ...account,
  auth: 'auto',
  pdpType: 'IP',
  cid: 1,
  direct: false,
  pingHost: '',
  httpUrl: '',
} as const

/** A program that has the modem in a call; gives the way to end it. */
type InCall = (
  modem: RecordedModem,
  folder: string,
) => Promise<(how: NodeJS.Signals) => Promise<Ended>>

const serving: InCall = async ({ path }, folder) => {
  const { host, connect } = await servedBench(folder)
  expect(await connect('a', path, target)).toBe('connected')
  return (signal) => host.stop(signal)
}

const holding: InCall = async ({ path }) => {
  const options = Object.entries(account).flatMap(([name, value]) => [`--${name}`, value])
  const held = startCli(['connect', path, ...options, '--hold', '3600', '--json'])
  await held.said(/"verdict":"connected"/)
  return (signal) => held.stop(signal)
}

const programs = [
  ['serve', serving, /^$/],
  ['connect --hold', holding, /Hanging up; a modem that does not answer/],
] as const
const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

describe.skipIf(!hasPtys)('a modem in a call on a pseudo terminal', () => {
  let folder: string
  let modem: RecordedModem
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-ending-'))
    modem = await recordedModem()
  })
  afterEach(async () => {
    await modem.remove()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  })

  test.each(
    programs.flatMap(([name, start]) => signals.map((signal) => ({ name, start, signal }))),
  )('is hung up before $name closes its port at $signal', async ({ start, signal }) => {
    const end = await start(modem, folder)
    const { code, err } = await end(signal)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    await modem.closed()
    // As delivered this modem does not hang up when DTR drops (AT&D0): it was told to.
    expect(modem.heard()).toContain(terminateSaid)
    expect(await modem.commanded()).toBe(true)
  })

  test.each(programs)(
    'that answers nobody does not keep %s from its end',
    async (_name, start, said) => {
      const end = await start(modem, folder)
      modem.hang()
      const { code, err } = await end('SIGTERM')
      expect(code).toBe(0)
      expect(err).toMatch(said)
      await modem.closed()
      expect(modem.heard()).toContain(terminateSaid)
    },
  )
})
