import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { faultCode } from '@core/fault'
import { findModem } from '@platform/network/mmcli'
import { runProgram } from '@platform/network/run-program'
import { ModemManagerHold } from '@platform/serial/take-modem'
import { lacksBus, type ModemManagerBus, modemManagerBus } from '../support/modem-manager-bus'
import { until } from '../support/pty-pair'

const device = '/sys/devices/platform/soc/usb1/1-1'
const refusal =
  "raise dbus.exceptions.DBusException('not authorized', name='org.freedesktop.DBus.Error.AccessDenied')"

// Debian's busctl and mmcli speak to a real D-Bus; only the daemon behind it is python-dbusmock.
describe.skipIf(process.platform !== 'linux' || lacksBus())('ModemManager on a real D-Bus', () => {
  let bus: ModemManagerBus
  let hold: ModemManagerHold
  const before = { ...process.env }
  const start = async (inhibit?: string) => {
    bus = await modemManagerBus(inhibit)
    Object.assign(process.env, bus.env)
  }
  beforeEach(() => {
    hold = new ModemManagerHold()
  })
  afterEach(async () => {
    await hold.releaseAll()
    await bus.close()
    process.env['PATH'] = before['PATH']
    delete process.env['DBUS_SYSTEM_BUS_ADDRESS']
  })

  test('says which modem it drives by any of its ports, and which none', async () => {
    await start()
    expect(await hold.look('/dev/ttyUSB1')).toMatchObject({ managed: true, taken: false, device })
    expect((await hold.look('/dev/ttyUSB9')).managed).toBe(false)
  })

  test('hands a modem over for the session, and gets it back', async () => {
    await start()
    expect((await hold.take('/dev/ttyUSB1')).taken).toBe(true)
    expect(bus.calls()).toContain(`InhibitDevice "${device}" True`)
    await hold.release('/dev/ttyUSB1')
    expect((await hold.look('/dev/ttyUSB1')).taken).toBe(false)
    await until(() => bus.calls().includes(`InhibitDevice "${device}" False`))
  })

  test('refuses in the words of the daemon', async () => {
    await start(refusal)
    const error = await hold.take('/dev/ttyUSB1').catch((reason: unknown) => reason)
    expect(faultCode(error)).toBe('mm-refused')
    expect(String(error)).toContain('not authorized')
  })

  test('has nothing to take from a daemon that is gone', async () => {
    await start()
    await bus.quit()
    expect((await hold.look('/dev/ttyUSB1')).managed).toBe(false)
    expect(await hold.take('/dev/ttyUSB1').catch(faultCode)).toBe('mm-not-managed')
  })

  test('does not know while the daemon hangs, and knows again when it goes on', async () => {
    await start()
    bus.freeze()
    const state = await hold.look('/dev/ttyUSB1')
    expect(state).toMatchObject({
      managed: null,
      taken: false,
      said: { en: 'D-Bus did not answer within 5 s.' },
    })
    expect(await hold.take('/dev/ttyUSB1').catch(faultCode)).toBe('mm-unknown')
    expect(await findModem(runProgram, '/dev/ttyUSB1').catch(faultCode)).toBe('nmcli-failed')
    bus.thaw()
    expect((await hold.look('/dev/ttyUSB1')).managed).toBe(true)
  })

  test('finds a modem by its port with registration, operator and signal', async () => {
    await start()
    expect(await findModem(runProgram, '/dev/ttyUSB1')).toMatchObject({
      deviceId: 'a0b1',
      device: 'cdc-wdm0',
      registered: true,
      operator: '44010',
      dbm: -93,
    })
    expect(await findModem(runProgram, 'c2d3')).toMatchObject({
      device: 'ttyUSB5',
      operator: '44020',
    })
    expect(await findModem(runProgram, '/dev/ttyUSB9')).toBeUndefined()
  })
})
