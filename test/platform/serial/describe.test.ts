import { expect, test } from 'vitest'
import { describePorts, type SeenPort } from '@platform/serial/describe'
import { findDevice } from '@platform/serial/identity'
import { seenIn } from '@core/words'

function sim7600(location: string, interfaceNumber: number, name: string): SeenPort {
  const usb = { vid: '1e0e', pid: '9001', serialNumber: '0123456789ABCDEF', location }
  return { path: `/dev/${name}`, usb: { ...usb, interfaceNumber } }
}

function microcat(location: string, name: string, serialNumber = 'E6612483CB'): SeenPort {
  const usb = { vid: '388b', pid: 'ca71', serialNumber, location, interfaceNumber: 0 }
  return { path: `/dev/${name}`, usb }
}

/** The ports themselves, without the modems behind boards. */
const itself = (seen: readonly SeenPort[]) =>
  describePorts(seen).filter((port) => !port.path.startsWith('micropython:'))

test('lists a MicroCat.1 as the modem behind it and as the REPL it is', () => {
  const ports = describePorts([microcat('1-1', 'ttyACM0')])
  expect(ports.map(({ path, role, use }) => [path, role, use])).toEqual([
    ['micropython:/dev/ttyACM0', 'at', 'yes'],
    ['/dev/ttyACM0', 'repl', 'maybe'],
  ])
  expect(ports[0]?.note?.en).toContain('not interrupted unless you say so')
  expect(findDevice('micropython:usb:388b:ca71/serial:E6612483CB/if00', ports)?.path).toBe(
    'micropython:/dev/ttyACM0',
  )
})

test('shows the AT port of a modem first and DIAG last', () => {
  const seen = [0, 1, 2, 3, 4].map((number) => sim7600('1-1', number, `ttyUSB${number}`))
  const ports = describePorts([{ path: '/dev/ttyS0', console: true }, ...seen])
  expect(ports.map((port) => seenIn(port.label, 'en'))).toEqual([
    'SIM7600: AT port (ttyUSB2)',
    'SIM7600: second AT port (ttyUSB3)',
    'SIM7600: GPS (NMEA) (ttyUSB1)',
    'SIM7600: DIAG, leave alone (ttyUSB0)',
    'SIM7600: audio, leave alone (ttyUSB4)',
    'System console (ttyS0)',
  ])
  expect(ports.map((port) => port.use)).toEqual(['yes', 'yes', 'maybe', 'no', 'no', 'no'])
})

test('never calls the shared Qualcomm id a SIM5320', () => {
  const usb = { vid: '05c6', pid: '9000', interfaceNumber: 2, location: '1-1.2' }
  const [port] = describePorts([{ path: '/dev/ttyUSB2', aliases: ['/dev/tty3GPI'], usb }])
  expect(port?.label).toEqual({
    en: 'Qualcomm 05c6:9000: AT port (ttyUSB2, tty3GPI)',
    ja: 'Qualcomm 05c6:9000：AT ポート（ttyUSB2, tty3GPI）',
  })
  expect(port?.note?.en).toContain('SIM5320')
  expect(port?.identity).toBe('usb:05c6:9000/at:1-1.2/if02')
})

test('tells two modems with the same made-up serial number apart by their place', () => {
  const ports = describePorts([sim7600('1-1', 2, 'ttyUSB2'), sim7600('1-2', 2, 'ttyUSB7')])
  expect(ports.map((port) => port.identity)).toEqual([
    'usb:1e0e:9001/at:1-1/if02',
    'usb:1e0e:9001/at:1-2/if02',
  ])
})

test('knows a device with a serial number of its own wherever it is plugged', () => {
  const [before] = itself([microcat('1-1', 'ttyACM0')])
  expect(before?.identity).toBe('usb:388b:ca71/serial:E6612483CB/if00')
  const after = describePorts([microcat('3-4', 'ttyACM5')])
  expect(findDevice(before?.identity ?? '', after)?.path).toBe('/dev/ttyACM5')
})

test('finds a modem under another number at the same place, and no other', () => {
  const [before] = describePorts([sim7600('1-1', 2, 'ttyUSB2')])
  const after = describePorts([sim7600('1-2', 2, 'ttyUSB2'), sim7600('1-1', 2, 'ttyUSB4')])
  expect(findDevice(before?.identity ?? '', after)?.path).toBe('/dev/ttyUSB4')
  const others = after.filter((port) => port.location !== '1-1')
  expect(findDevice(before?.identity ?? '', others)).toBeUndefined()
})

test('two real devices that share a serial number are told apart by place', () => {
  const ports = itself([microcat('1-1', 'ttyACM0', 'SAME'), microcat('1-2', 'ttyACM1', 'SAME')])
  expect(ports.map((port) => port.identity)).toEqual([
    'usb:388b:ca71/at:1-1/if00',
    'usb:388b:ca71/at:1-2/if00',
  ])
  const remembered = ports[1]?.identity ?? ''
  const alone = itself([microcat('1-2', 'ttyACM0', 'SAME')])
  expect(findDevice(remembered, alone)?.path).toBe('/dev/ttyACM0')
})

test('finds a port that is no USB device by its path or a second name', () => {
  const ports = describePorts([{ path: '/dev/ttyAMA0', aliases: ['/dev/serial0'] }])
  expect(ports[0]).toMatchObject({ label: { en: 'Serial port (ttyAMA0, serial0)' }, use: 'maybe' })
  expect(findDevice('path:/dev/serial0', ports)?.path).toBe('/dev/ttyAMA0')
  expect(findDevice('path:/dev/ttyAMA1', ports)).toBeUndefined()
})

test('says that an adapter may lead to anything', () => {
  const usb = { vid: '10c4', pid: 'ea60', serialNumber: '0001', location: '1-1' }
  const [port] = describePorts([{ path: 'COM7', usb }])
  expect(port).toMatchObject({
    label: 'Silicon Labs CP210x (COM7)',
    use: 'maybe',
    usb: '10c4:ea60',
  })
})
