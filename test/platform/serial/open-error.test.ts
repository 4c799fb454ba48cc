import { expect, test } from 'vitest'
import { groupName } from '@platform/serial/group'
import { holdersFromLsof, programName } from '@platform/serial/holders'
import { managedModems, takeFromModemManager } from '@platform/serial/modem-manager'
import { permissionDetail, saysGone, sortOpenError } from '@platform/serial/open-error'

test.each([
  ['Error: No such file or directory, cannot open /dev/ttyUSB2', 'linux', 'missing'],
  ['Error: No such device or address, cannot open /dev/ttyUSB2', 'linux', 'missing'],
  ['Opening COM7: File not found', 'win32', 'missing'],
  ['Error: Permission denied, cannot open /dev/ttyUSB2', 'linux', 'permission'],
  ['Opening COM7: Access denied', 'win32', 'busy'],
  ['Error: Device or resource busy, cannot open /dev/ttyUSB2', 'linux', 'busy'],
  ['Error Resource temporarily unavailable Cannot lock port', 'linux', 'busy'],
  ['Error: Resource busy, cannot open /dev/cu.usbmodem1', 'darwin', 'busy'],
  [
    'Error: Inappropriate ioctl for device setting custom baud rate of 115200',
    'linux',
    'not-a-port',
  ],
  ['Error: Is a directory, cannot open /tmp', 'linux', 'not-a-port'],
  ['Error: Invalid argument || while setting custom baud rate of 7', 'linux', 'baud'],
  ['Opening COM7: Unknown error code 31', 'win32', 'other'],
  ['Opening COM7: Unknown error code 433', 'win32', 'missing'],
  ['Open (SetCommState): Unknown error code 87', 'win32', 'baud'],
] as const)('understands %j on %s as %s', (message, platform, failure) => {
  expect(sortOpenError(message, platform)).toBe(failure)
})

test.each([
  'Reading from COM port (ReadFile): Unknown error code 31',
  'Reading from COM port (GetOverlappedResult): Unknown error code 433',
  'Writing to COM port (GetOverlappedResult): Unknown error code 22',
  'Reading from COM port (ReadIOCompletion): Operation aborted',
  'EIO: i/o error, read',
])('takes %j for a device that is gone', (message) => {
  expect(saysGone(message)).toBe(true)
})

test.each([
  'Reading from COM port (ReadFile): Unknown error code 310',
  'Reading from COM port (ReadFile): Unknown error code 995',
  'EAGAIN: resource temporarily unavailable, read',
])('takes %j for a fault of a device that is there', (message) => {
  expect(saysGone(message)).toBe(false)
})

test('gives the exact command for the group of the node', () => {
  expect(permissionDetail('/dev/ttyUSB2', 'dialout', 'linux')).toEqual({
    en: '/dev/ttyUSB2 belongs to the group dialout. Run: sudo usermod -aG dialout $USER, then log out and in.',
    ja: '/dev/ttyUSB2 はグループ dialout のものです。sudo usermod -aG dialout $USER を実行し、ログインし直してください。',
  })
  expect(permissionDetail('/dev/ttyUSB2', 'uucp', 'linux').en).toContain('-aG uucp')
  expect(permissionDetail('/dev/wwan0at0', undefined, 'linux').ja).toContain('udev ルール')
})

test('finds the name of a group', () => {
  const groups = 'root:x:0:\ndialout:x:20:mika\nuucp:x:10:\n'
  expect(groupName(groups, 20)).toBe('dialout')
  expect(groupName(groups, 986)).toBe('986')
})

test('names the script, not only its interpreter', () => {
  expect(programName(['/usr/bin/python3', '/home/mika/bench.py', '-v'], 'python3')).toBe(
    'python3 bench.py',
  )
  expect(programName(['/usr/bin/minicom', '-D', '/dev/ttyUSB2'], 'minicom')).toBe('minicom')
  expect(programName([''], 'ModemManager')).toBe('ModemManager')
})

test('reads the holders lsof names', () => {
  const output = 'p812\ncpppd\nf5\nn/dev/cu.usbmodem1\np99\ncscreen\nf6\nn/dev/cu.usbmodem3\n'
  expect(holdersFromLsof(output)).toEqual(
    new Map([
      ['/dev/cu.usbmodem1', [{ pid: 812, program: 'pppd' }]],
      ['/dev/cu.usbmodem3', [{ pid: 99, program: 'screen' }]],
    ]),
  )
})

const busctl = JSON.stringify({
  type: 'a{oa{sa{sv}}}',
  data: [
    {
      '/org/freedesktop/ModemManager1/Modem/3': {
        'org.freedesktop.ModemManager1.Modem': {
          Device: { type: 's', data: '/sys/devices/platform/soc/usb1/1-1/1-1.2' },
          Ports: {
            type: 'a(su)',
            data: [
              ['ttyUSB2', 3],
              ['ttyUSB0', 5],
            ],
          },
        },
      },
    },
  ],
})

test('finds the modem ModemManager drives, and how to take it', () => {
  const [modem] = managedModems(busctl)
  expect(modem).toEqual({
    index: '3',
    device: '/sys/devices/platform/soc/usb1/1-1/1-1.2',
    ports: ['ttyUSB2', 'ttyUSB0'],
  })
  const advice = takeFromModemManager(modem, '1e0e:9001')
  for (const text of [advice.en, advice.ja]) {
    expect(text).toContain("mmcli --inhibit-device='/sys/devices/platform/soc/usb1/1-1/1-1.2'")
    expect(text).toContain('ATTRS{idVendor}=="1e0e"')
  }
})

test.each(['', 'not json', '{}', '{"data":[]}', '{"data":[{"/x":{"other":{}}}]}'])(
  'sees no modem in the answer %j',
  (answer) => {
    expect(managedModems(answer)).toEqual([])
  },
)
