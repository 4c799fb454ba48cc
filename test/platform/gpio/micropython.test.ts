import { expect, test, vi } from 'vitest'
import { faultCode } from '@core/fault'
import type { LineConfig } from '@core/ports/gpio-adapter'
import { LineAdapter } from '@platform/gpio/line-adapter'
import { micropythonDriver } from '@platform/gpio/adapters/micropython'
import { openMicropython } from '@platform/micropython/bridge-port'
import { ManualClock } from '../../support/manual-clock'
import { MicropythonBoard } from '../../support/micropython-board'

vi.setConfig({ testTimeout: 60_000 })

const power: LineConfig = {
  name: 'power',
  pin: 17,
  dir: 'out',
  activeLow: true,
  drive: 'open-drain',
  onOpen: 'inactive',
}
const status: LineConfig = {
  name: 'status',
  pin: 22,
  dir: 'in',
  activeLow: false,
  drive: 'push-pull',
  onOpen: 'inactive',
}

async function pico(clock: ManualClock) {
  const pins = new Map<number, boolean>()
  const edges: [number, boolean][] = []
  const board = await MicropythonBoard.boot(clock, {
    toModem: () => undefined,
    setPin: (pin, level) => {
      if (pins.get(pin) !== level) edges.push([pin, level])
      pins.set(pin, level)
    },
    getPin: (pin) => pins.get(pin) ?? false,
  })
  return { board, pins, edges }
}

test('drives the pins of a Pico over its raw REPL, and the pulse is timed there', async () => {
  const clock = new ManualClock()
  const { board, pins, edges } = await pico(clock)
  const options = { clock, openInner: async () => board.plug() }
  const driver = await clock.until(micropythonDriver('micropython:pico', 'pico', options))
  const adapter = new LineAdapter(driver, clock)
  await clock.until(adapter.open([power, status]))
  expect(edges).toEqual([[17, true]])

  const length = await clock.until(adapter.pulse('power', 20))
  expect(length.askedMs).toBe(20)
  expect(length.actualMs).toBeGreaterThanOrEqual(19)
  expect(edges).toEqual([
    [17, true],
    [17, false],
    [17, true],
  ])
  expect(await clock.until(adapter.read('status'))).toBe(false)
  pins.set(22, true)
  expect(await clock.until(adapter.read('status'))).toBe(true)

  await clock.until(adapter.close())
  expect(board.mode).toBe('friendly')
  expect(pins.get(17)).toBe(true)
  board.dispose()
})

test('leaves a program on the board alone', async () => {
  const clock = new ManualClock()
  const { board } = await pico(clock)
  board.startProgram()
  const options = { clock, openInner: async () => board.plug() }
  const opening = micropythonDriver('micropython:pico', 'pico', options)
  expect(await clock.until(opening.catch(faultCode))).toBe('micropython-running')
  board.dispose()
})

test('reaches the lines through the bridge where the modem is already spoken to', async () => {
  const clock = new ManualClock()
  const { board, edges } = await pico(clock)
  const port = await clock.until(
    openMicropython('micropython:/dev/ttyACM0', { openInner: async () => board.plug(), clock }),
  )
  const driver = await micropythonDriver('micropython:/dev/ttyACM0', '/dev/ttyACM0', {
    clock,
    openInner: () => Promise.reject(new Error('the port is open already')),
  })
  const adapter = new LineAdapter(driver, clock)
  const line: LineConfig = { ...power, pin: 30, activeLow: false, drive: 'push-pull' }
  await clock.until(adapter.open([line]))
  expect((await clock.until(adapter.pulse('power', 1000))).actualMs).toBeGreaterThanOrEqual(1000)
  expect(edges.filter(([pin]) => pin === 30)).toEqual([
    [30, false],
    [30, true],
    [30, false],
  ])
  const gone = new Promise((resolve) => adapter.on('gone', resolve))
  board.unplug()
  expect(faultCode(await gone)).toBe('adapter-gone')
  expect(port.power.power?.pin).toBe(30)
  board.dispose()
})
