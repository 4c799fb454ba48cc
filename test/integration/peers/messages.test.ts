import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startProgram } from '../../support/cli'
import { lacks } from '../../support/needs'
import { until } from '../../support/pty-pair'
import { offeredModem, type OfferedModem } from './modem'

const own = '+423660000000760'
let modem: OfferedModem
beforeEach(async () => {
  modem = await offeredModem()
})
afterEach(() => modem.remove())

describe.skipIf(lacks('gammu'))('gammu', () => {
  const gammu = (...args: string[]) =>
    modem.run('gammu', ['-c', join(modem.folder, 'gammurc'), ...args])
  beforeEach(() =>
    writeFileSync(
      join(modem.folder, 'gammurc'),
      `[gammu]\ndevice=${modem.at}\nconnection=at115200\n`,
    ),
  )

  test('identifies the modem, sends a message to it and reads it', async () => {
    const identified = await gammu('identify')
    expect(identified.out).toMatch(/SIMCOM_SIM7600JC-H/)
    expect(identified).toMatchObject({ code: 0 })
    const sent = await gammu('sendsms', 'TEXT', own, '-text', 'from gammu')
    expect(sent.out).toMatch(/OK, message reference=1/)
    const inbox = await gammu('getallsms')
    expect(inbox.out).toMatch(/"\+423660000000760"[^]*from gammu[^]*1 SMS parts in 1 SMS/)
  })
})

describe.skipIf(lacks('gnokii'))('gnokii', () => {
  test('identifies the modem, and stores and reads a message', async () => {
    const config = join(modem.folder, 'gnokiirc')
    writeFileSync(
      config,
      `[global]\nport = ${modem.at}\nmodel = AT\nconnection = serial\nserial_baudrate = 115200\n`,
    )
    const gnokii = (args: string[], input?: string) =>
      modem.run('gnokii', ['--config', config, ...args], input)
    const identified = await gnokii(['--identify'])
    expect(identified.out).toMatch(/Model +: SIMCOM_SIM7600JC-H/)
    const sent = await gnokii(['--sendsms', own], 'from gnokii')
    expect(sent.err + sent.out).toMatch(/Send succeeded/)
    const read = await gnokii(['--getsms', 'SM', '1'])
    expect(read.out).toMatch(/Sender: \+423660000000760[^]*from gnokii/)
  })
})

describe.skipIf(lacks('smsd'))('smstools', () => {
  test('sends a message and receives it, with its usual settings', async () => {
    const folders = ['outgoing', 'checked', 'incoming', 'sent', 'failed']
    const place = (name: string) => join(modem.folder, name)
    for (const folder of folders) mkdirSync(place(folder))
    writeFileSync(
      place('smsd.conf'),
      [
        'devices = SIM',
        ...folders.map((folder) => `${folder} = ${place(folder)}`),
        `logfile = ${place('smsd.log')}`,
        `infofile = ${place('running')}`,
        `pidfile = ${place('pid')}`,
        'delaytime = 1',
        `[SIM]\ndevice = ${modem.at}\nincoming = yes\nbaudrate = 115200\nrtscts = no\n`,
      ].join('\n'),
    )
    writeFileSync(place('outgoing/one'), `To: ${own.slice(1)}\n\nfrom smsd`)
    const smsd = startProgram('smsd', [`-c${place('smsd.conf')}`, '-t'], { cwd: modem.folder })
    await until(() => readdirSync(place('sent')).length > 0)
    await until(() => readdirSync(place('incoming')).length > 0)
    const [name = ''] = readdirSync(place('incoming'))
    await until(() => readFileSync(join(place('incoming'), name), 'utf8').includes('from smsd'))
    await smsd.stop('SIGTERM')
    expect(existsSync(place('failed/one'))).toBe(false)
  })
})
