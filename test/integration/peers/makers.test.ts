import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { runCli, startCli, startProgram } from '../../support/cli'
import { lacks } from '../../support/needs'
import { patient, patienceMs } from '../../support/patience'
import { opens } from './modem'

const makers = ['ec25', 'bg95', 'rm520n', 'a7672', 'sim7070', 'sara-r4', 'lara-r6', 'le910']

describe.skipIf(lacks('gammu', 'socat'))('gammu with modems of other makers', () => {
  // Each waits for gammu's own pauses; beside one another they do so at the same time.
  test.concurrent.for(makers)(
    '%s: is identified, sends a message to itself, reads, stores and deletes',
    async (id, { expect }) => {
      const { identity, card } = personas.find((one) => one.id === id) ?? {}
      const folder = mkdtempSync(join(tmpdir(), `modem-bench-${id}-`))
      const at = join(folder, 'modem')
      const rc = join(folder, 'gammurc')
      writeFileSync(rc, `[gammu]\ndevice=${at}\nconnection=at115200\n`)
      const sim = startCli(['sim', `${id}?speed=20`, '--pty', at])
      const gammu = async (...args: string[]) => {
        const limit = String(patienceMs / 1000)
        const env = { HOME: folder, LC_ALL: 'C.UTF-8' }
        await expect.poll(() => opens(at), patient).toBe(true)
        return startProgram('timeout', [limit, 'gammu', '-c', rc, ...args], { cwd: folder, env })
          .ended
      }
      try {
        await sim.said(/modem\n/)
        const registered = async () => (await runCli(['at', at, 'AT+CEREG?'])).out
        await expect.poll(registered, patient).toMatch(/\+CEREG: \d,[15]\b/)
        const identified = await gammu('identify')
        expect(identified.out).toContain(identity?.model)
        const sent = await gammu('sendsms', 'TEXT', card?.number ?? '', '-text', `from ${id}`)
        expect(sent.out).toMatch(/OK, message reference=1/)
        expect((await gammu('getallsms')).out).toContain(`from ${id}`)
        const kept = await gammu('savesms', 'TEXT', '-text', `kept by ${id}`)
        expect(kept.out).toMatch(/Saved in folder .* location 2, SIM/)
        expect((await gammu('deletesms', '1', '1')).code).toBe(0)
        const left = (await gammu('getallsms')).out
        expect(left).toContain(`kept by ${id}`)
        expect(left).not.toContain(`from ${id}`)
      } finally {
        const { code, err } = await sim.stop('SIGINT')
        rmSync(folder, { recursive: true, force: true })
        expect({ code, err }).toEqual({ code: 0, err: '' })
      }
    },
  )
})
