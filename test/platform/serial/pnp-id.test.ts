import { expect, test } from 'vitest'
import {
  calloutPath,
  interfaceFromById,
  placeFromSysfs,
  usbFromWindows,
} from '@platform/serial/pnp-id'

test.each([
  [
    'USB\\VID_1E0E&PID_9001&MI_02\\6&1A2B3C4D&0&0002',
    { vid: '1e0e', pid: '9001', interfaceNumber: 2, location: '6&1a2b3c4d&0' },
  ],
  [
    'USB\\VID_05C6&PID_9000&REV_0000&MI_0A\\7&88F&1&000A',
    { vid: '05c6', pid: '9000', interfaceNumber: 10, location: '7&88f&1' },
  ],
  ['USB\\VID_388B&PID_CA71\\E6612483CB', { vid: '388b', pid: 'ca71', serialNumber: 'E6612483CB' }],
  ['USB\\VID_10C4&PID_EA60\\0001', { vid: '10c4', pid: 'ea60', serialNumber: '0001' }],
  ['USB\\VID_1A86&PID_7523\\5&5C7&0&1', { vid: '1a86', pid: '7523', location: '5&5c7&0' }],
  [
    'FTDIBUS\\VID_0403+PID_6001+A50285BIA\\0000',
    { vid: '0403', pid: '6001', serialNumber: 'A50285BI', uart: 0 },
  ],
  [
    'FTDIBUS\\VID_0403+PID_6010+FT4XYZB\\0000',
    { vid: '0403', pid: '6010', serialNumber: 'FT4XYZ', uart: 1 },
  ],
  ['FTDIBUS\\VID_0403+PID_6001+6&A8&0&2\\0000', { vid: '0403', pid: '6001', location: '6&a8&0' }],
  ['ACPI\\PNP0501\\0', undefined],
  ['BTHENUM\\{00001101-0000-1000-8000-00805F9B34FB}\\7&1', undefined],
])('reads the Windows id %s', (pnpId, usb) => {
  expect(usbFromWindows(pnpId)).toEqual(usb)
})

test.each([
  ['usb-SimTech__Incorporated_SimTech_SIM7600-if02-port0', { interfaceNumber: 2 }],
  ['usb-SimTech__Incorporated_SimTech_SIM7600-if0a', { interfaceNumber: 10 }],
  ['usb-Silicon_Labs_CP2105_00A1-if01-port1', { interfaceNumber: 1, uart: 1 }],
  ['usb-FTDI_FT232R_USB_UART_A50285BI', undefined],
])('reads the interface from the by-id name %s', (name, found) => {
  expect(interfaceFromById(name)).toEqual(found)
})

test.each([
  [
    '/sys/devices/platform/soc/3f980000.usb/usb1/1-1/1-1.2/1-1.2:1.2/ttyUSB2',
    { place: '1-1.2', number: 2, device: '1-1.2' },
  ],
  [
    '/sys/devices/pci0000:00/0000:00:14.0/usb1/1-3/1-3:1.10',
    { place: '1-3', number: 10, device: '1-3' },
  ],
  [
    '/sys/devices/pci0000:00/0000:00:14.0/usb2/2-1/2-1.4/2-1.4.3/2-1.4.3:1.0/ttyUSB0',
    { place: '2-1.4.3', number: 0, device: '2-1.4.3' },
  ],
])('finds the topology in %s', (path, { place, number, device }) => {
  const found = placeFromSysfs(path)
  expect(found?.location).toBe(place)
  expect(found?.interfaceNumber).toBe(number)
  expect(found?.devicePath.endsWith(`/${device}`)).toBe(true)
})

test('a UART of the board has no USB topology', () => {
  expect(placeFromSysfs('/sys/devices/platform/soc/fe201000.serial')).toBeUndefined()
})

test('opens the callout device of macOS, which does not wait for carrier', () => {
  expect(calloutPath('/dev/tty.usbmodem14101')).toBe('/dev/cu.usbmodem14101')
  expect(calloutPath('/dev/cu.Bluetooth')).toBe('/dev/cu.Bluetooth')
})
