import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { linuxPortless } from '@platform/serial/portless'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'modem-bench-usb-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const usb = 'sys/bus/usb/devices'

function file(path: string, text: string): void {
  const full = join(root, path)
  mkdirSync(dirname(full), { recursive: true })
  writeFileSync(full, `${text}\n`)
}

interface Function {
  /** `ff/ff`: class and subclass. */
  readonly is: string
  readonly driver?: string
  readonly tty?: string
}

/** A device with its functions from 0 on; a tty lies as usb-serial has it, or as cdc_acm does (`tty/`). */
function plug(place: string, ids: string, functions: readonly Function[], product?: string): void {
  const [vid = '', pid = ''] = ids.split(':')
  file(`${usb}/${place}/idVendor`, vid)
  file(`${usb}/${place}/idProduct`, pid)
  if (product !== undefined) file(`${usb}/${place}/product`, product)
  for (const [number, { is, driver, tty }] of functions.entries()) {
    const [cls = '', subclass = ''] = is.split('/')
    const at = `${usb}/${place}:1.${number}`
    file(`${at}/bInterfaceClass`, cls)
    file(`${at}/bInterfaceSubClass`, subclass)
    if (tty !== undefined)
      mkdirSync(join(root, at, driver === 'cdc_acm' ? `tty/${tty}` : tty), { recursive: true })
    if (driver === undefined) continue
    mkdirSync(join(root, 'sys/bus/usb/drivers', driver), { recursive: true })
    symlinkSync(join(root, 'sys/bus/usb/drivers', driver), join(root, at, 'driver'))
  }
}

const drive: Function = { is: '08/06', driver: 'usb-storage' }
const serial: Function = { is: 'ff/ff' }

test.each([
  ['15eb:a403', 'ABIT AK-020'],
  ['12d1:1f01', 'Huawei'],
  ['1004:61dd', 'L-02C'],
])('a modem that is still a drive (%s)', async (ids, name) => {
  plug('1-1.4', ids, [drive])
  expect(await linuxPortless(root)).toEqual([
    {
      path: `usb:${ids}/at:1-1.4`,
      identity: `usb:${ids}/at:1-1.4`,
      label: { en: `${name}: no serial port`, ja: `${name}：シリアルポートなし` },
      kind: 'none',
      vid: ids.slice(0, 4),
      pid: ids.slice(5),
      usb: ids,
      location: '1-1.4',
      role: 'unknown',
      use: 'no',
      note: {
        en: `${name} (${ids}) shows itself as a drive, as USB modems do until they are switched to a modem. Run: sudo apt install usb-modeswitch, then plug it in again.`,
        ja: `${name}（${ids}）はドライブとして認識されています（USB モデムは、切り替えるまでドライブとして動作します）。sudo apt install usb-modeswitch を実行し、挿し直してください。`,
      },
    },
  ])
})

test.each<[string, string, readonly Function[], RegExp]>([
  [
    'AK-020 behind the switch, whose ids the driver does not know',
    '15eb:7d0e',
    [serial, serial],
    /^No driver .* AK-020 \(15eb:7d0e\)\. Run: sudo modprobe option && echo 15eb 7d0e \| sudo tee \/sys\/bus\/usb-serial\/drivers\/option1\/new_id\./,
  ],
  [
    'a module newer than the kernel, of which the network card alone was taken',
    '2c7c:0fff',
    [serial, serial, { is: 'ff/ff', driver: 'qmi_wwan' }],
    /^No driver .*echo 2c7c 0fff \|/,
  ],
  [
    'an abstract control model without its driver',
    '1bc7:0021',
    [{ is: '02/02' }, { is: '0a/00' }],
    /^No driver .*modprobe cdc_acm/,
  ],
  [
    'a modem that is an MBIM card alone',
    '2cb7:0fff',
    [
      { is: '02/0e', driver: 'cdc_mbim' },
      { is: '0a/00', driver: 'cdc_mbim' },
    ],
    /network card alone \(cdc_mbim\)/,
  ],
  [
    'a serial adapter that brltty has',
    '1a86:7523',
    [{ is: 'ff/01', driver: 'usbfs' }],
    /WCH CH340 \(1a86:7523\) from its driver.*apt remove brltty/,
  ],
  ['a serial adapter without its driver', '10c4:ea60', [{ is: 'ff/00' }], /modprobe cp210x/],
  [
    'a container that was given no node',
    '1e0e:9001',
    [
      { is: 'ff/ff', driver: 'option', tty: 'ttyUSB0' },
      { is: 'ff/ff', driver: 'option', tty: 'ttyUSB2' },
    ],
    /--device \/dev\/ttyUSB0 --device \/dev\/ttyUSB2\.$/,
  ],
  [
    'a container, and the other driver',
    '1bc7:0021',
    [{ is: '02/02', driver: 'cdc_acm', tty: 'ttyACM0' }],
    /--device \/dev\/ttyACM0\.$/,
  ],
])('%s', async (_what, ids, functions, note) => {
  plug('2-1', ids, functions)
  const [modem, ...others] = await linuxPortless(root)
  expect(others).toEqual([])
  expect(modem?.note?.en).toMatch(note)
  expect(modem?.note?.ja).toContain(ids)
})

test.each<[string, string, readonly Function[]]>([
  ['a memory stick', '0781:5567', [drive]],
  ['a keyboard', '413c:2003', [{ is: '03/01', driver: 'usbhid' }]],
  ['a telephone that is debugged', '12d1:107e', [{ is: 'ff/42' }, { is: 'ff/ff' }]],
  ['a J-Link, whose vendor makes no modems', '1366:0101', [{ is: 'ff/ff' }]],
  ['an FTDI whose pins a program drives', '0403:6014', [{ is: 'ff/ff', driver: 'usbfs' }]],
  ['a serial adapter that works', '1a86:7523', [{ is: 'ff/01', driver: 'ch341', tty: 'ttyUSB0' }]],
  ['a device that is not set up', '12d1:1506', []],
])('says nothing of %s', async (_what, ids, functions) => {
  plug('1-1', ids, functions)
  expect(await linuxPortless(root)).toEqual([])
})

test('says nothing of a modem with a port that is there', async () => {
  plug('1-1', '1e0e:9001', [
    { is: 'ff/ff', driver: 'option', tty: 'ttyUSB0' },
    { is: 'ff/ff', driver: 'qmi_wwan' },
  ])
  file('dev/ttyUSB0', '')
  expect(await linuxPortless(root)).toEqual([])
})

test('finds nothing where there is no USB', async () => {
  expect(await linuxPortless(root)).toEqual([])
})

test('calls a modem by its own word where no list has it', async () => {
  plug('1-1', '19d2:0fff', [serial], 'MF-new')
  expect((await linuxPortless(root))[0]?.label).toMatchObject({ en: 'MF-new: no serial port' })
})
