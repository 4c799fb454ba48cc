import { afterEach, expect, test, vi } from 'vitest'
import { personas } from '@catalog/modems/personas'
import { seededChance } from '@core/ports/chance'
import { SimulatedBench } from '@core/simulator/bench'
import { openAdapter } from '@platform/gpio/open-adapter'
import { openMicropython } from '@platform/micropython/bridge-port'
import { benchFixture } from '../support/bench-fixture'
import { MicropythonBoard } from '../support/micropython-board'

vi.setConfig({ testTimeout: 60_000 })

const path = 'micropython:/dev/ttyACM0'
let fixture: Awaited<ReturnType<typeof benchFixture>>
let made: MicropythonBoard
afterEach(async () => {
  await fixture.end()
  made.dispose()
})

/** A bench whose only cable leads to a MicroCat.1 with a simulated modem on its UART and pins. */
async function microcat() {
  fixture = await benchFixture()
  const { clock } = fixture
  const modem = new SimulatedBench({ clock, chance: seededChance(3), personas }).modem(
    'sim:sim7672?boot=off',
  )
  made = await MicropythonBoard.boot(clock, {
    toModem: (bytes) => void modem.port.write(bytes),
    setPin: (pin, level) => {
      if (pin === 30) modem.power.pwrkey(level)
      if (pin === 31) modem.power.reset(level)
    },
    getPin: (pin) => pin === 32 && modem.power.status(),
  })
  modem.port.onBytes((bytes) => made.fromModem(bytes))
  // One program at a time has the cable.
  let taken = 0
  const cable = async () => {
    if (taken > 0) throw new Error('the cable is taken')
    taken++
    const port = made.plug()
    port.onEnd(() => taken--)
    return port
  }
  Object.assign(fixture.bench.environment, {
    openPort: (name: string) => openMicropython(name, { openInner: cable, clock }),
    gpio: {
      open: (name: string) => openAdapter(name, { clock, serial: cable }),
      list: async () => [],
    },
  })
  return { modem, taken: () => taken }
}
const board = () => fixture.state('a').board

test('the lines of a board and the port of its modem share one cable, and hand it over', async () => {
  const { modem, taken } = await microcat()
  const lines = { power: 30, reset: 31, status: 32 }
  await fixture.ask('board.set', { slot: 'a', board: 'microcat1', adapter: path, lines })
  expect(board()).toMatchObject({ adapter: { state: 'open' }, reading: { power: 'off' } })
  expect(taken()).toBe(1)

  await fixture.ask('port.open', { slot: 'a', path })
  expect(fixture.state('a').port).toMatchObject({ state: 'open' })
  expect(board()).toMatchObject({ adapter: { state: 'open' }, reading: { power: 'off' } })
  expect(taken()).toBe(1)

  await fixture.ask('board.power', { slot: 'a', action: 'on' })
  for (let ms = 0; ms < 60_000 && board()?.sequence?.state !== 'done'; ms += 50)
    await fixture.clock.advance(50)
  expect(board()).toMatchObject({ sequence: { state: 'done', presses: 1 } })
  expect(modem.power.status()).toBe(true)

  await fixture.ask('port.close', { slot: 'a' })
  expect(board()).toMatchObject({ adapter: { state: 'closed' }, reading: { power: 'unknown' } })
  expect(taken()).toBe(0)
  expect(made.mode).toBe('friendly')
  // The lines alone again: the modem was left on.
  await fixture.ask('board.set', { slot: 'a', board: 'microcat1', adapter: path, lines })
  expect(board()).toMatchObject({ adapter: { state: 'open' }, reading: { power: 'on' } })
})

test('a port of the board brings its lines by itself; unplugged, both are gone and nothing is known', async () => {
  const { taken } = await microcat()
  await fixture.ask('port.open', { slot: 'a', path })
  expect(board()).toMatchObject({
    id: 'microcat1',
    automatic: true,
    adapter: { id: path, state: 'open' },
    reading: { power: 'off', by: 'status' },
  })
  made.unplug()
  await fixture.clock.advance(2000)
  expect(fixture.state('a').port?.state).toBe('gone')
  expect(board()).toMatchObject({ adapter: { state: 'gone' }, reading: { power: 'unknown' } })
  expect(taken()).toBe(0)
})
