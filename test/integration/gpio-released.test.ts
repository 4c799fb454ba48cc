import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fakeNodeHid } from '../support/fake-hid'
import { startGroup } from '../support/group-command'
import { cli, lacks } from '../support/needs'

let folder: string
let notes: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-released-'))
  notes = join(folder, 'notes')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const noted = () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : [])

/** Waits longer than any computer needs; what hangs is ended by the limit of the test. */
async function until(met: () => boolean): Promise<void> {
  while (!met()) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** A command with the relay board that notes what it is told. */
const start = (program: string, args: readonly string[]) =>
  startGroup(program, args, { NODE_OPTIONS: fakeNodeHid, FAKE_HID_NOTES: notes })

const write = ['gpio', 'write', 'usbrelay:BITFT', '2=1']
const pulse = ['gpio', 'pulse', 'usbrelay:BITFT', '2', '30000']
const power = [
  'power',
  'custom',
  'on',
  '--adapter',
  'usbrelay:BITFT',
  '--line',
  'power=2',
  '--insist',
]

describe.skipIf(process.platform === 'win32' || !existsSync(cli))(
  'a relay does not stay on after its command',
  () => {
    // A terminal sends Ctrl-C and its own end to every process of the group.
    test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
      '%s for the whole group: released, and said in order',
      async (signal) => {
        const { pid, ended, said } = start(process.execPath, [cli, ...write])
        await until(() => said().includes('is active'))
        process.kill(-pid, signal)
        expect(await ended).toBe(0)
        expect(said()).toBe('2 is active; Ctrl-C releases it.\n')
        expect(noted()).toEqual(['on 2', 'off 2'])
      },
    )

    test.each([
      ['a pulse', pulse, 130],
      ['the press of a power key', power, 130],
    ])('%s that is interrupted', async (_what, args, code) => {
      const { pid, ended, said } = start(process.execPath, [cli, ...args])
      await until(() => noted().includes('on 2'))
      process.kill(-pid, 'SIGINT')
      expect(await ended).toBe(code)
      expect(said()).not.toContain('vanished')
      expect(noted()).toEqual(['on 2', 'off 2'])
    })

    test.each(['SIGKILL', 'SIGQUIT'] as const)(
      'the command dies of %s without a word: its HID process releases, then ends',
      async (signal) => {
        const { pid, ended } = start(process.execPath, [cli, ...write])
        await until(() => noted().includes('on 2'))
        process.kill(-pid, signal)
        await ended
        await until(() => noted().at(-1) === 'off 2')
        expect(noted()).toEqual(['on 2', 'off 2'])
      },
    )

    test.skipIf(lacks('script'))('its terminal is closed', async () => {
      const line = [process.execPath, cli, ...write].map((word) => `'${word}'`).join(' ')
      const terminal = start('script', ['-qec', `exec ${line}`, '/dev/null'])
      await until(() => noted().includes('on 2'))
      process.kill(terminal.pid, 'SIGKILL')
      await terminal.ended
      await until(() => noted().at(-1) === 'off 2')
    })

    test.skipIf(lacks('timeout'))('timeout -s INT, which signals the group', async () => {
      const stopped = start('timeout', ['-s', 'INT', '4', process.execPath, cli, ...pulse])
      await stopped.ended
      // On a slow computer the time may be up before the relay is reached.
      expect(noted().filter((note) => note === 'on 2').length).toBe(
        noted().filter((note) => note === 'off 2').length,
      )
    })
  },
)
