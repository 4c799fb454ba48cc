import { expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { hidFault } from '@platform/gpio/hid-fault'
import { listAdapters } from '@platform/gpio/list-adapters'
import { openAdapter } from '@platform/gpio/open-adapter'
import { ManualClock } from '../../support/manual-clock'
import { quoted } from '@core/words'

const glibc = 'libusb-1.0.so.0: cannot open shared object file: No such file or directory'
const musl =
  'Error loading shared library libusb-1.0.so.0: No such file or directory (needed by /app/HID.node)'

test.each([
  ['glibc misses libusb', glibc, 'adapter-library', 'libusb-1.0.so.0 is missing.'],
  ['musl misses libusb', musl, 'adapter-library', 'libusb-1.0.so.0 is missing.'],
  [
    'glibc misses libudev',
    'libudev.so.1: cannot open shared object file: No such file or directory',
    'adapter-library',
    'libudev.so.1 is missing.',
  ],
  [
    'there is no device file',
    "Failed to open a device with path '/dev/hidraw3': No such file or directory",
    'adapter-driver',
    "x: Failed to open a device with path '/dev/hidraw3': No such file or directory",
  ],
  [
    'the right is missing',
    "Failed to open a device with path '/dev/hidraw3': Permission denied",
    'adapter-permission',
    "x: Failed to open a device with path '/dev/hidraw3': Permission denied",
  ],
  [
    'hidapi gives no reason',
    'cannot open device with path /dev/hidraw0',
    'adapter-permission',
    'x: cannot open device with path /dev/hidraw0',
  ],
  ['something else is wrong', 'odd', 'adapter-failed', 'x: odd'],
])('%s', (_what, said, code, detail) => {
  expect(hidFault(new Error(said), 'x')).toMatchObject({ code, detail })
})

test('a fault stays what it is', () => {
  const fault = new Fault('adapter-busy', quoted('cannot open shared object file'))
  expect(hidFault(fault, 'x')).toBe(fault)
})

const without = (said: string) => ({
  clock: new ManualClock(),
  hid: {
    list: () => Promise.reject(new Error(said)),
    open: () => Promise.reject(new Error(said)),
  },
  tools: {
    run: () => Promise.reject(Object.assign(new Error('gpioset'), { code: 'ENOENT' })),
    hold: () => Promise.reject(new Error('not asked for')),
  },
})

test.each([
  ['glibc', glibc],
  ['musl', musl],
])('%s: one line of the list names the package for all that it takes', async (_libc, said) => {
  const troubles: string[] = []
  const list = await listAdapters(without(said), (kind) => troubles.push(kind))
  expect(list).toHaveLength(1)
  const [{ title, note = { en: '', ja: '' } } = { title: '' }] = list
  expect(title).toBe('CP2112, MCP2221, USBRELAY')
  for (const text of [note.en, note.ja])
    for (const part of ['libusb-1.0-0', 'libusb1', '-S libusb', 'apk add libusb', 'libusb-1_0-0'])
      expect(text).toContain(part)
  expect(note.en).not.toContain('udev/rules.d')
  expect(troubles.filter((kind) => kind !== 'gpiod')).toEqual(['cp2112, mcp2221, usbrelay'])
})

test('opening an adapter says the same', async () => {
  await expect(openAdapter('mcp2221', without(glibc))).rejects.toMatchObject({
    code: 'adapter-library',
  })
})
