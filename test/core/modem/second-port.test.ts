import { expect, test } from 'vitest'
import { secondPortsOf } from '@core/modem/second-port'
import type { PortInfo, PortRole } from '@core/ports/port-info'
import { describePorts, type SeenPort } from '@platform/serial/describe'
import { quoted } from '@core/words'

const seen = (path: string, pid: string, at: string, interfaceNumber: number): SeenPort => ({
  path,
  usb: { vid: pid === '9001' ? '1e0e' : '05c6', pid, location: at, interfaceNumber },
})
/** Two SIM7600 and a SIM7672 on one computer, as a system reports them. */
const ports = describePorts([
  ...[0, 1, 2, 3, 4].map((number) => seen(`/dev/ttyUSB${number}`, '9001', '1-1.1', number)),
  ...[0, 1, 2, 3, 4].map((number) => seen(`/dev/ttyUSB${number + 5}`, '9001', '1-1.2', number)),
  seen('/dev/ttyACM0', '9330', '1-1.3', 2),
  seen('/dev/ttyACM1', '9330', '1-1.3', 4),
  seen('/dev/ttyACM2', '9330', '1-1.3', 6),
  { path: '/dev/ttyAMA0' },
])
const paths = (path: string, all: readonly PortInfo[] = ports) =>
  secondPortsOf(path, all).map((port) => port.path)

test.each([
  ['a SIM7600 has a second AT port', '/dev/ttyUSB2', ['/dev/ttyUSB3']],
  ['and the first one is the second of it', '/dev/ttyUSB3', ['/dev/ttyUSB2']],
  ['its twin has its own', '/dev/ttyUSB7', ['/dev/ttyUSB8']],
  ['a SIM7672 answers AT on its modem port, not on its log', '/dev/ttyACM0', ['/dev/ttyACM2']],
  ['a UART has none', '/dev/ttyAMA0', []],
  ['a port that is typed and not listed has none', 'tcp:10.0.0.2:5000', []],
] as const)('%s', (_name, path, wanted) => {
  expect(paths(path)).toEqual(wanted)
})

test('one that another program holds is not offered', () => {
  const held = ports.map((port) =>
    port.path === '/dev/ttyUSB3' ? { ...port, holder: { pid: 7, program: 'pppd' } } : port,
  )
  expect(paths('/dev/ttyUSB2', held)).toEqual([])
})

test('the port named second AT port comes first', () => {
  const port = (path: string, role: PortRole): PortInfo => {
    const at = { kind: 'serial', use: 'yes', identity: `usb:1e0e:9001/at:1-1/if${path}` } as const
    return { path, role, label: quoted(path), ...at }
  }
  const all = [port('01', 'ppp'), port('02', 'at'), port('03', 'at'), port('04', 'at2')]
  expect(paths('02', all)).toEqual(['04', '03', '01'])
})
