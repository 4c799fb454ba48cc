import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const file = (name: string) => readFileSync(resolve(root, name), 'utf8')
const rules = file('resources/udev/70-modem-bench.rules')

test.each([
  ['MCP2221 over hidraw', 'KERNEL=="hidraw*"', '04d8', '00dd'],
  ['MCP2221 over libusb, as its driver hides it', 'SUBSYSTEM=="usb"', '04d8', '00dd'],
  ['CP2112', 'KERNEL=="hidraw*"', '10c4', 'ea90'],
  ['USB relay boards', 'KERNEL=="hidraw*"', '16c0', '05df'],
])(
  '%s may be used by whoever sits at the computer, and by a group over ssh',
  (_name, where, vid, pid) => {
    const rule = rules
      .split('\n')
      .find(
        (line) => line.includes(where) && line.includes(`"${vid}"`) && line.includes(`"${pid}"`),
      )
    expect(rule).toContain('TAG+="uaccess"')
    expect(rule).toContain('GROUP="plugdev"')
  },
)

test.each(['2a19', '1a86', '388b', '2e8a', '0403', '10c4'])(
  'serial ports of the vendor %s are opened, too',
  (vid) => {
    expect(rules).toMatch(new RegExp(`^ATTRS\\{idVendor\\}=="${vid}", TAG\\+="uaccess"$`, 'm'))
  },
)

test('the chips of a Raspberry Pi belong to the group gpio', () => {
  expect(rules).toMatch(/SUBSYSTEM=="gpio".*GROUP="gpio"/)
})

test('the rules are shipped with the program', () => {
  expect(file('electron-builder.yml')).toContain('{ from: resources/udev, to: resources/udev }')
})
