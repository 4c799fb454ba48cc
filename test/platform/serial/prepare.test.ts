import { afterEach, expect, test } from 'vitest'
import { bytesOf } from '@core/bytes'
import { faultCode } from '@core/fault'
import type { Framing } from '@core/ports/framing'
import type { Words } from '@core/words'
import { prepare } from '@platform/serial/prepare'
import { listedPresence } from '@platform/serial/presence'
import { SerialBytePort } from '@platform/serial/serial-port'
import { framingSettings } from '@platform/serial/stty'
import { Driver, refusable, type Refusable } from '../../support/driver'

const path = '/dev/ttyUSB2'
let opened: SerialBytePort[] = []
afterEach(async () => {
  await Promise.all(opened.map((port) => port.close()))
  opened = []
})

interface How {
  readonly dtr?: boolean
  readonly rts?: boolean
  readonly speedless?: boolean
  readonly pty?: boolean
  readonly framing?: Framing
}

async function openOn(refuses: readonly Refusable[], how: How = {}) {
  const { dtr = true, rts = true, speedless = false, pty = false, framing = '8N1' } = how
  const driver = new Driver(refuses)
  const wanted = { path, baudRate: 115_200, rtscts: true, framing, dtr, rts }
  const prepared = await prepare(driver, wanted, { pty, speedless }, driver.stty)
  const present = async () => !driver.closed
  const port = new SerialBytePort(driver, {
    path,
    baudRate: 115_200,
    speedless,
    present,
    ...prepared,
  })
  opened.push(port)
  const notes: Words[] = []
  port.onNote?.((words) => notes.push(words))
  return { driver, port, notes }
}

const failed = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => faultCode(error),
  )

test('says nothing of a driver that takes everything', async () => {
  const { port, notes } = await openOn([])
  expect(notes).toEqual([])
  expect(await port.lines?.get()).toMatchObject({ dtr: true, rts: true, cts: true })
})

test.each<[Refusable, How, RegExp, RegExp]>([
  ['dtr', { dtr: false }, /does not let DTR and RTS be set/, /DTR・RTS の設定を受け付けません/],
  ['rts', { rts: false }, /does not let DTR and RTS be set/, /DTR・RTS の設定を受け付けません/],
  ['brk', {}, /does not let DTR and RTS be set/, /DTR・RTS の設定を受け付けません/],
  ['reading', {}, /does not tell CTS, DSR and DCD/, /CTS・DSR・DCD を読み取れません/],
  ['hupcl', {}, /drops DTR when the port is closed/, /閉じると DTR がオフ/],
  ['flow control', {}, /does not take RTS\/CTS flow control/, /フロー制御を受け付けない/],
  ['speed', {}, /runs at 9600 bit\/s instead of 115200/, /115200 ではなく 9600/],
])('opens a port whose driver refuses %s, and says so', async (refuses, how, en, ja) => {
  const { driver, port, notes } = await openOn([refuses], how)
  expect(notes).toHaveLength(1)
  expect(notes[0]?.en).toMatch(en)
  expect(notes[0]?.ja).toMatch(ja)
  await port.write(bytesOf('AT\r'))
  expect(driver.sent).toEqual(['AT\r'])
})

test('opens a port whose driver refuses everything', async () => {
  const { driver, port, notes } = await openOn(refusable)
  expect(notes).toHaveLength(4)
  await port.write(bytesOf('AT\r'))
  expect(driver.sent).toEqual(['AT\r'])
})

test('knows both outputs as on, where a driver takes no orders for them', async () => {
  const { port } = await openOn(['brk'], { dtr: false, rts: false })
  expect(await port.lines?.get()).toMatchObject({ dtr: true, rts: true })
  expect(await failed(port.lines?.set({ dtr: false, rts: true }) ?? Promise.resolve())).toBe(
    'port-no-lines',
  )
  // The port goes on, and so do its lamps.
  expect(await port.lines?.get()).toMatchObject({ dtr: true, rts: true })
  await port.write(bytesOf('AT\r'))
})

test('misses no lines on a pseudo terminal, and no speed where USB sets it', async () => {
  expect((await openOn(['reading'], { pty: true })).notes).toEqual([])
  const { port, notes } = await openOn(['speed'], { speedless: true })
  expect(notes).toEqual([])
  await port.setBaudRate(460_800)
})

test('refuses a speed that the driver does not change to, and stays open', async () => {
  const { port } = await openOn(['speed'])
  expect(await failed(port.setBaudRate(460_800))).toBe('port-failed')
  await port.write(bytesOf('AT\r'))
})

test('does not miss a port that the system never listed', async () => {
  const present = listedPresence('COM5', async () => [{ path: 'COM3' }])
  expect([await present(), await present()]).toEqual([true, true])
})

test('misses a port that was listed, whatever its case, and trusts a list that fails', async () => {
  let ports: { path: string }[] | undefined = [{ path: 'com5' }]
  const list = async () => {
    if (!ports) throw new Error('the registry is busy')
    return ports
  }
  const present = listedPresence('COM5', list)
  expect(await present()).toBe(true)
  ports = undefined
  expect(await present()).toBe(true)
  ports = [{ path: 'COM3' }]
  expect(await present()).toBe(false)
})

test('has the framing it was opened with, and is not opened where the driver refuses it', async () => {
  expect((await openOn([], { framing: '7E1' })).port.framing).toBe('7E1')
  expect(await failed(openOn(['framing'], { framing: '7E1' }))).toBe('port-failed')
})

test('has no framing where no line with bits of its own is behind it', async () => {
  expect((await openOn([], { pty: true, framing: '7E1' })).port.framing).toBeUndefined()
  const modem = await openOn(['framing'], { speedless: true, framing: '7E1' })
  expect(modem.port.framing).toBeUndefined()
})

test.each([
  ['7E1', 'cs7 parenb -parodd -cstopb'],
  ['8O2', 'cs8 parenb parodd cstopb'],
  ['5N1', 'cs5 -parenb -parodd -cstopb'],
] as const)('stty is asked for %s with %s', (framing, settings) => {
  expect(framingSettings(framing).join(' ')).toBe(settings)
})
