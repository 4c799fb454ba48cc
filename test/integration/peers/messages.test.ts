import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { lacks, root } from '../../support/needs'
import { patient } from '../../support/patience'
import { withMessages } from '../../support/with-messages'
import { offeredModem, opens, type OfferedModem } from './modem'

function noPersona(id: string): never {
  throw new Error(`There is no persona ${id}.`)
}

const own = '+423660000000760'
let modem: OfferedModem
const offerModem = (): void => {
  beforeEach(async () => {
    modem = await offeredModem('speed=20')
  })
  afterEach(() => modem.remove())
}

describe.skipIf(lacks('gammu'))('gammu', () => {
  // It waits more than it works: beside one another the modems cost no more than one.
  test.concurrent.for(withMessages)(
    'identifies a simulated %s, sends a message to it and reads it',
    async (id, { expect: here }) => {
      const { card, identity } = personas.find((one) => one.id === id) ?? noPersona(id)
      const number = card.number ?? ''
      const own = await offeredModem('speed=20', id)
      const rc = join(own.folder, 'gammurc')
      writeFileSync(rc, `[gammu]\ndevice=${own.at}\nconnection=at115200\n`)
      const gammu = async (...args: string[]) => {
        await here.poll(() => opens(own.at), patient).toBe(true)
        return own.run('gammu', ['-c', rc, ...args])
      }
      try {
        const identified = await gammu('identify')
        here(identified.out).toContain(identity.model)
        here(identified).toMatchObject({ code: 0 })
        const sent = await gammu('sendsms', 'TEXT', number, '-text', 'from gammu')
        here(sent.out).toMatch(/OK, message reference=1/)
        const inbox = await gammu('getallsms')
        here(inbox.out).toContain(`"${number}"`)
        here(inbox.out).toMatch(/from gammu[^]*1 SMS parts in 1 SMS/)
      } finally {
        await own.remove()
      }
    },
  )
})

describe.skipIf(lacks('gsmctl', 'tcc'))('gsmctl', () => {
  offerModem()
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
  offerModem()
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
