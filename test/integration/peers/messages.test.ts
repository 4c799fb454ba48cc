import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startProgram } from '../../support/cli'
import { lacks, root } from '../../support/needs'
import { patient } from '../../support/patience'
import { until } from '../../support/pty-pair'
import { offeredModem, type OfferedModem } from './modem'

/** What is in the files of a folder. smsd locks a file by another beside it and renames what it has written: a name may be gone again. */
function textsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((file) => {
    if (!file.isFile()) return []
    try {
      return [readFileSync(join(folder, file.name), 'utf8')]
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
      throw error
    }
  })
}

/** Whether the terminal can be opened now. */
function opens(path: string): boolean {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK))
    return true
  } catch {
    return false
  }
}

const own = '+423660000000760'
let modem: OfferedModem
beforeEach(async () => {
  modem = await offeredModem()
})
afterEach(() => modem.remove())

describe.skipIf(lacks('gammu'))('gammu', () => {
  const gammu = async (...args: string[]) => {
    // It keeps the terminal to itself, and to everybody but root it stays shut: the simulator offers another then.
    await expect.poll(() => opens(modem.at), patient).toBe(true)
    return modem.run('gammu', ['-c', join(modem.folder, 'gammurc'), ...args])
  }
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

describe.skipIf(lacks('gsmctl', 'tcc'))('gsmctl', () => {
  test('reads who the modem is, its service centre, SIM and operator', async () => {
    const library = join(modem.folder, 'modem-lines.so')
    const source = join(root, 'test/support/modem-lines.c')
    const made = await modem.run('tcc', ['-nostdlib', '-shared', '-o', library, source])
    expect(made).toMatchObject({ code: 0, err: '' })
    const gsmctl = (what: string) =>
      modem.run('env', [`LD_PRELOAD=${library}`, 'gsmctl', '--device', modem.at, what])
    const told = [
      ['me', 'Model: SIMCOM_SIM7600JC-H'],
      ['sca', '<SCA0>  +423660000000001'],
      ['pin', '<PIN0> READY'],
      ['currop', '44010'],
    ] as const
    for (const [what, expected] of told) {
      const { code, out, err } = await gsmctl(what)
      expect({ code, err }).toEqual({ code: 0, err: '' })
      expect(out).toContain(expected)
    }
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
    const texts = (folder: string) => textsIn(place(folder))
    await until(() => texts('sent').length + texts('failed').length > 0)
    expect({ failed: texts('failed'), log: texts('.').join('\n') }).toMatchObject({ failed: [] })
    await until(() => texts('incoming').some((text) => text.includes('from smsd')))
    await smsd.stop('SIGTERM')
  })
})
