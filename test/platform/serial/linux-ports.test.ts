import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linuxPorts } from '@platform/serial/linux-ports'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'modem-bench-sys-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function file(path: string, text: string): void {
  const full = join(root, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, `${text}\n`)
}

/** A tty whose device is `device`, with a node in /dev. */
function tty(name: string, device: string): void {
  file(`sys/class/tty/${name}/dev`, '188:0')
  mkdirSync(join(root, device), { recursive: true })
  symlinkSync(join(root, device), join(root, 'sys/class/tty', name, 'device'))
  file(`dev/${name}`, '')
}

const hub = 'sys/devices/platform/soc/usb1/1-1/1-1.2'

test('finds a 3GPi by sysfs alone, with the name its udev rule gave it', async () => {
  file(`${hub}/idVendor`, '05c6')
  file(`${hub}/idProduct`, '9000')
  file(`${hub}/manufacturer`, 'Qualcomm, Incorporated')
  file(`${hub}/1-1.2:1.2/bInterfaceClass`, 'ff')
  file(`${hub}/1-1.2:1.2/bInterfaceSubClass`, 'ff')
  file(`${hub}/1-1.2:1.2/bInterfaceProtocol`, 'ff')
  file(`${hub}/1-1.2:1.2/ttyUSB2/port_number`, '0')
  tty('ttyUSB2', `${hub}/1-1.2:1.2/ttyUSB2`)
  symlinkSync('ttyUSB2', join(root, 'dev/tty3GPI'))
  expect(await linuxPorts(root)).toEqual([
    {
      path: '/dev/ttyUSB2',
      aliases: ['/dev/tty3GPI'],
      usb: { vid: '05c6', pid: '9000', interfaceNumber: 2, location: '1-1.2' },
      manufacturer: 'Qualcomm, Incorporated',
      interfaceClass: { class: 'ff', subclass: 'ff', protocol: 'ff' },
    },
  ])
})

test('keeps the second UART of a chip with one interface apart', async () => {
  file(`${hub}/idVendor`, '10c4')
  file(`${hub}/idProduct`, 'ea70')
  file(`${hub}/serial`, '00A1')
  file(`${hub}/1-1.2:1.0/ttyUSB1/port_number`, '1')
  tty('ttyUSB1', `${hub}/1-1.2:1.0/ttyUSB1`)
  const [port] = (await linuxPorts(root)) ?? []
  expect(port?.usb).toMatchObject({ serialNumber: '00A1', interfaceNumber: 0, uart: 1 })
})

test('marks the console, and leaves out reserved UARTs, virtual consoles and nodes a container lacks', async () => {
  tty('ttyS0', 'sys/devices/pnp0/00:04')
  file('sys/class/tty/ttyS0/type', '4')
  tty('ttyS1', 'sys/devices/platform/serial8250')
  file('sys/class/tty/ttyS1/type', '0')
  tty('ttyAMA0', 'sys/devices/platform/soc/fe201000.serial')
  symlinkSync('ttyAMA0', join(root, 'dev/serial0'))
  tty('ttyUSB9', 'sys/devices/host')
  rmSync(join(root, 'dev/ttyUSB9'))
  file('sys/class/tty/tty1/dev', '4:1')
  file('sys/class/tty/console/active', 'ttyS0 tty1')
  expect(await linuxPorts(root)).toEqual([
    { path: '/dev/ttyAMA0', aliases: ['/dev/serial0'] },
    { path: '/dev/ttyS0', console: true },
  ])
})

test('goes by the names in /dev where there is no sysfs, as in a small container', async () => {
  for (const name of ['ttyUSB2', 'ttyACM0', 'ttyAMA0', 'ttyS0', 'tty1', 'ttyprintk', 'null'])
    file(`dev/${name}`, '')
  symlinkSync('ttyUSB2', join(root, 'dev/tty3GPI'))
  const ports = await linuxPorts(root)
  expect(ports.sort((a, b) => a.path.localeCompare(b.path))).toEqual([
    { path: '/dev/ttyACM0' },
    { path: '/dev/ttyAMA0' },
    { path: '/dev/ttyUSB2', aliases: ['/dev/tty3GPI'] },
  ])
})

test('finds nothing where there is neither', async () => {
  expect(await linuxPorts(root)).toEqual([])
})
