import { expect, test } from 'vitest'
import { findBridge, findModem, roleOf, usbBridges, usbModems } from '@platform/serial/usb-ids'

const roles = 'at at2 ppp diag gps repl audio qmi log unknown ignore net com'.split(' ')

test('every row of the table is complete, and no id stands twice', () => {
  const ids = [...usbModems, ...usbBridges].map((row) => `${row.vid}:${row.pid}`)
  expect(new Set(ids).size).toBe(ids.length)
  for (const modem of usbModems) {
    expect(modem.vid).toMatch(/^[0-9a-f]{4}$/)
    expect(modem.pid).toMatch(/^(?:[0-9a-f]{4}|\*)$/)
    expect(modem.vendor && modem.name && modem.product && modem.source).toBeTruthy()
    expect(['verified', 'partly', 'probe', 'unverified']).toContain(modem.confidence)
    for (const [number, role] of Object.entries(modem.interfaces)) {
      expect(number).toMatch(/^\d+$/)
      expect(roles).toContain(role)
    }
    if (modem.note) expect(modem.note.en && modem.note.ja).toBeTruthy()
  }
})

test.each([
  ['1e0e', '9001', 0, 'diag', 'no'],
  ['1e0e', '9001', 1, 'gps', 'maybe'],
  ['1e0e', '9001', 2, 'at', 'yes'],
  ['1e0e', '9001', 3, 'at2', 'yes'],
  ['1e0e', '9001', 4, 'audio', 'no'],
  ['1e0e', '9001', 5, 'qmi', 'no'],
  ['1e0e', '9001', 9, 'unknown', 'maybe'],
  ['1e0e', '9001', undefined, 'unknown', 'maybe'],
  ['1e0e', '9011', 2, 'unknown', 'no'],
  ['1e0e', '9011', 4, 'at', 'yes'],
  ['05c6', '9000', 2, 'at', 'yes'],
  ['05c6', '9000', 3, 'ppp', 'maybe'],
  ['05c6', '9330', 2, 'at', 'yes'],
  ['05c6', '9330', 4, 'log', 'no'],
  ['388b', 'ca71', undefined, 'repl', 'maybe'],
  ['05c6', '9008', undefined, 'unknown', 'no'],
  ['2c7c', '0901', 2, 'at', 'maybe'],
  ['2c7c', '6001', 3, 'unknown', 'maybe'],
])('%s:%s interface %s is %s, use: %s', (vid, pid, number, role, use) => {
  const modem = findModem(vid, pid)
  expect(modem && roleOf(modem, number)).toEqual({ role, use })
})

test('tells Huawei ports by the class of their interface', () => {
  const huawei = findModem('12d1', '1506')
  const at = { class: 'ff', subclass: '02', protocol: '02' }
  expect(huawei && roleOf(huawei, 1, at)).toEqual({ role: 'at', use: 'yes' })
  expect(huawei && roleOf(huawei, 0, { ...at, protocol: '01' })?.role).toBe('ppp')
  expect(huawei && roleOf(huawei, 0)?.role).toBe('unknown')
})

test('knows the common adapters', () => {
  expect(findBridge('0403', '6001')?.name).toBe('FTDI FT232R')
  expect(findModem('0403', '6001')).toBeUndefined()
})
