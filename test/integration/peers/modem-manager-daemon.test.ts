import { describe, expect, test } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { startCli } from '../../support/cli'
import { lacksDaemon, modemManager } from '../../support/modem-manager-daemon'
import { patient } from '../../support/patience'

/** A modem, and the plugin by which ModemManager knows its maker. */
const makers = [
  ['sim7600', 'simtech'],
  ['ec25', 'quectel'],
  ['le910', 'telit'],
] as const

describe.skipIf(lacksDaemon())('ModemManager itself with a simulated modem', () => {
  test.each(makers)(
    '%s: knows it, enables it, reads its card, sends and receives, asks a code, and dials',
    async (id, plugin) => {
      const persona = personas.find((one) => one.id === id)
      const number = persona?.card.number ?? ''
      const sim = startCli(['sim', `${id}?speed=20`, '--tcp', '0'])
      const [, port] = await sim.said(/tcp:127\.0\.0\.1:(\d+)/)
      const manager = await modemManager(plugin, Number(port))
      const state = async () => (await manager.modem())?.generic.state
      try {
        await expect.poll(state, patient).toBe('disabled')
        const known = await manager.modem()
        expect(known?.generic).toMatchObject({
          manufacturer: persona?.identity.manufacturer,
          model: persona?.identity.model,
          'own-numbers': [number],
        })
        await manager.ask('-m', 'any', '--enable')
        await expect.poll(state, patient).toBe('registered')
        expect((await manager.modem())?.['3gpp']['registration-state']).toBe('roaming')
        expect(await manager.ask('-i', 'any')).toContain(`imsi: ${persona?.card.imsi}`)
        expect(await manager.ask('-m', 'any', '--3gpp-scan', '--timeout=300')).toContain(
          'NTT DOCOMO',
        )
        const text = `from ${id}`
        await manager.ask('-m', 'any', `--messaging-create-sms=number='${number}',text='${text}'`)
        const [sent = ''] =
          (await manager.ask('-m', 'any', '--messaging-list-sms')).match(/\/SMS\/\d+/) ?? []
        await manager.ask('-s', sent.replace(/\D+/, ''), '--send')
        const received = () => manager.ask('-m', 'any', '--messaging-list-sms')
        await expect.poll(received, patient).toContain('(received)')
        expect(await manager.ask('-m', 'any', '--3gpp-ussd-initiate=*100#')).toContain(
          '1 My number',
        )
        await manager.ask('-m', 'any', '--3gpp-ussd-cancel')
        await manager.ask('-m', 'any', '--simple-connect=apn=soracom.io,user=sora,password=sora')
        expect(await state()).toBe('connected')
      } finally {
        await manager.close()
        const { code, err } = await sim.stop('SIGINT')
        expect({ code, err }).toEqual({ code: 0, err: '' })
      }
    },
  )
})
