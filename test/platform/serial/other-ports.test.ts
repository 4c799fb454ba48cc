import { expect, test } from 'vitest'
import { describePorts } from '@platform/serial/describe'
import { seenElsewhere, type ReportedPort } from '@platform/serial/other-ports'
import { seenIn } from '@core/words'

const described = (ports: readonly ReportedPort[], platform: NodeJS.Platform) =>
  describePorts(seenElsewhere(ports, platform)).map(({ label, identity }) => [
    seenIn(label, 'en'),
    identity,
  ])

test('labels the COM ports of a modem by their interface', () => {
  const com = (path: string, mi: string): ReportedPort => ({
    path,
    pnpId: `USB\\VID_1E0E&PID_9001&MI_${mi}\\6&1A2B3C4D&0&00${mi}`,
    vendorId: '1E0E',
    productId: '9001',
    serialNumber: '0123456789ABCDEF',
    locationId: '0000.0014.0000.003.000.000.000.000.000',
    friendlyName: `SimTech HS-USB AT Port 9001 (${path})`,
  })
  expect(described([com('COM7', '00'), com('COM9', '02')], 'win32')).toEqual([
    ['SIM7600: AT port (COM9)', 'usb:1e0e:9001/at:6%261a2b3c4d%260/if02'],
    ['SIM7600: DIAG, leave alone (COM7)', 'usb:1e0e:9001/at:6%261a2b3c4d%260/if00'],
  ])
})

test('takes the letter off the serial number of an FTDI chip', () => {
  const port = {
    path: 'COM3',
    pnpId: 'FTDIBUS\\VID_0403+PID_6001+A50285BIA\\0000',
    vendorId: '0403',
    productId: '6001',
    serialNumber: 'A50285BIA',
  }
  expect(described([port], 'win32')).toEqual([
    ['FTDI FT232R (COM3)', 'usb:0403:6001/serial:A50285BI/uart0'],
  ])
})

test('uses the friendly name of a port Windows alone knows', () => {
  const port = {
    path: 'COM1',
    pnpId: 'ACPI\\PNP0501\\0',
    friendlyName: 'Communications Port (COM1)',
  }
  expect(described([port], 'win32')).toEqual([['Communications Port (COM1)', 'path:COM1']])
})

test('lists a macOS device once, as cu, and counts the ports of one modem', () => {
  const mac = (path: string): ReportedPort => ({
    path,
    vendorId: '05c6',
    productId: '9330',
    locationId: '14100000',
  })
  const ports = [
    mac('/dev/tty.usbmodem14103'),
    mac('/dev/cu.usbmodem14101'),
    mac('/dev/tty.usbmodem14101'),
  ]
  expect(described(ports, 'darwin')).toEqual([
    ['SIM7672: unknown port (cu.usbmodem14101)', 'usb:05c6:9330/at:14100000/uart0'],
    ['SIM7672: unknown port (cu.usbmodem14103)', 'usb:05c6:9330/at:14100000/uart1'],
  ])
})

test('reads the by-id name where Linux has no sysfs', () => {
  const port = {
    path: '/dev/ttyUSB2',
    pnpId: 'usb-SimTech_SIM7600-if02-port0',
    vendorId: '1e0e',
    productId: '9001',
  }
  expect(described([port], 'linux')).toEqual([['SIM7600: AT port (ttyUSB2)', 'usb:1e0e:9001/if02']])
})
