import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../support/cli'

const modem = 'sim:sim7672?speed=fast'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modem-bench-journals-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a journal holds, as modem-bench explains it. */
const explained = async (file: string) => (await runCli(['explain', file])).out

describe.concurrent('the journal of a command', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['at', ['at', modem, 'AT+CGMM'], /AT\+CGMM[\s\S]*SIM7672JP-MNGV/],
    ['at --macro', ['at', modem, '--macro', 'information'], /AT\+CGSN|ATI/],
    ['back', ['back', modem], /^AT$/m],
  ])('%s keeps every octet, and says once where', async (name, args, held) => {
    const data = join(folder, name.replace(/\W/g, ''))
    const ended = await runCli([...args, '--data', data])
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.journals).toHaveLength(1)
    const [file = ''] = ended.journals
    expect(file.startsWith(join(data, 'journals'))).toBe(true)
    expect(await explained(file)).toMatch(held)
  })

  test('is not kept with --no-journal, and nothing is made', async () => {
    const data = join(folder, 'none')
    const args = ['at', modem, 'AT', '--data', data, '--no-journal']
    expect(await runCli(args)).toMatchObject({ code: 0, out: 'OK\n', err: '', journals: [] })
    expect(readdirSync(folder)).not.toContain('none')
  })

  test('is kept of a port that cannot be opened, too', async () => {
    const ended = await runCli(['at', 'tcp:127.0.0.1:1', 'AT', '--data', join(folder, 'closed')])
    expect(ended.code).toBe(3)
    expect(await explained(ended.journals[0] ?? '')).toContain('Opening tcp:127.0.0.1:1 failed')
  })

  test('that the disk does not take is said, and keeps nobody from the modem', async () => {
    const data = join(folder, 'taken')
    const ended = await runCli(['at', modem, 'AT', '--data', data], {})
    expect(ended.code).toBe(0)
    rmSync(join(data, 'journals'), { recursive: true })
    writeFileSync(join(data, 'journals'), 'a file in the place of the folder')
    const without = await runCli(['at', modem, 'AT', '--data', data])
    expect(without).toMatchObject({ code: 0, out: 'OK\n', journals: [] })
    expect(without.err).toMatch(/no journal is kept: /)
  })

  test('a data folder that cannot be one is a wrong call', async () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const ended = await runCli(['at', modem, 'AT', '--data', file])
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain('a folder is needed')
  })
})
