import { expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { parsePortName } from '@platform/serial/port-name'

test.each([
  ['/dev/ttyUSB2', 'linux', { kind: 'serial', path: '/dev/ttyUSB2' }],
  [' /dev/pts/3 ', 'linux', { kind: 'serial', path: '/dev/pts/3' }],
  ['./modem', 'darwin', { kind: 'serial', path: './modem' }],
  ['path:/tmp/modem', 'linux', { kind: 'serial', path: '/tmp/modem' }],
  ['com7', 'win32', { kind: 'serial', path: 'COM7' }],
  ['COM12:', 'win32', { kind: 'serial', path: 'COM12' }],
  ['\\\\.\\COM112', 'win32', { kind: 'serial', path: 'COM112' }],
  ['tcp:192.168.1.5:2000', 'linux', { kind: 'tcp', host: '192.168.1.5', port: 2000 }],
  ['tcp://bench.local:2000', 'linux', { kind: 'tcp', host: 'bench.local', port: 2000 }],
  ['tcp:[::1]:2000', 'win32', { kind: 'tcp', host: '::1', port: 2000 }],
  ['sim:sim7672#2', 'win32', { kind: 'simulated', name: 'sim:sim7672#2' }],
  [
    'micropython:/dev/ttyACM0?interrupt=yes',
    'linux',
    { kind: 'micropython', name: 'micropython:/dev/ttyACM0?interrupt=yes' },
  ],
  ['usb:1e0e:9001/at:1-1/if02', 'linux', { kind: 'device', identity: 'usb:1e0e:9001/at:1-1/if02' }],
] as const)('reads %j on %s', (name, platform, wanted) => {
  expect(parsePortName(name, platform)).toEqual(wanted)
})

test.each([
  ['', 'linux', 'empty'],
  ['ttyUSB2', 'linux', 'Did you mean /dev/ttyUSB2?'],
  ['COM7', 'linux', 'exist on Windows only'],
  ['modem', 'linux', 'Expected a path'],
  ['/dev/tty\nUSB2', 'linux', 'control character'],
  ['/dev/ttyUSB2', 'win32', 'expected COM1'],
  ['COM0', 'win32', 'expected COM1'],
  ['tcp:host', 'linux', 'tcp:host:port'],
  ['tcp:host:0', 'linux', 'tcp:host:port'],
  ['tcp:host:99999', 'linux', 'tcp:host:port'],
  ['tcp:::1:2000', 'linux', 'tcp:host:port'],
  ['sim:', 'linux', 'Expected a path'],
  ['micropython:ttyACM0', 'linux', 'Did you mean /dev/ttyACM0?'],
  ['micropython:sim:sim7672', 'linux', 'behind a serial port'],
] as const)('refuses %j on %s and says what was expected', (name, platform, words) => {
  expect(() => parsePortName(name, platform)).toThrow(Fault)
  expect(() => parsePortName(name, platform)).toThrow(words)
})
