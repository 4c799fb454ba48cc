import { expect, test, vi } from 'vitest'
import { knowledge } from '@catalog/decoders'
import { modemProfiles } from '@catalog/modems'
import { personas } from '@catalog/modems/personas'
import { bytesOf, concat, sameBytes } from '@core/bytes'
import { runConnect } from '@core/connect/run'
import { faultCode } from '@core/fault'
import { ModemSession } from '@core/modem/session'
import type { PortEnd } from '@core/ports/byte-port'
import { seededChance } from '@core/ports/chance'
import { SimulatedBench } from '@core/simulator/bench'
import type { Words } from '@core/words'
import { openMicropython, type MicropythonPort } from '@platform/micropython/bridge-port'
import { soracom, stepOf } from '../../support/connect-bench'
import { ManualClock } from '../../support/manual-clock'
import { MicropythonBoard } from '../../support/micropython-board'

// The interpreter does in seconds of a busy computer what a board does in milliseconds.
vi.setConfig({ testTimeout: 60_000 })

const name = 'micropython:/dev/ttyACM0'

/** A board whose UART ends in a list, unless a modem is joined to it. */
async function board(clock: ManualClock) {
  const toModem: Uint8Array[] = []
  const pins = new Map<number, boolean>()
  const edges: { pin: number; level: boolean; atMs: number }[] = []
  const made = await MicropythonBoard.boot(clock, {
    toModem: (bytes) => toModem.push(bytes),
    setPin: (pin, level) => {
      if (pins.get(pin) !== level) edges.push({ pin, level, atMs: clock.nowMs() - clock.startMs })
      pins.set(pin, level)
    },
    getPin: (pin) => pins.get(pin) ?? false,
  })
  return { made, toModem, pins, edges }
}

async function opened(clock: ManualClock, made: MicropythonBoard, typed = name) {
  const inner = made.plug()
  const opening = openMicropython(typed, { openInner: async () => inner, clock })
  const port = await clock.until(opening, 60_000)
  const notes: Words[] = []
  const ends: PortEnd[] = []
  const read: Uint8Array[] = []
  port.onNote((words) => notes.push(words))
  port.onEnd((end) => ends.push(end))
  port.onBytes((bytes) => read.push(bytes))
  return { port, inner, notes, ends, read: () => concat(read) }
}

async function close(clock: ManualClock, port: MicropythonPort, made: MicropythonBoard) {
  await clock.until(port.close(), 60_000)
  made.dispose()
}

test('carries octets to the modem and back through the script a real MicroPython runs', async () => {
  const clock = new ManualClock()
  const { made, toModem } = await board(clock)
  const { port, read } = await opened(clock, made)
  await port.write(bytesOf('AT\r'))
  await clock.advance(10)
  expect(toModem).toEqual([bytesOf('AT\r')])
  made.fromModem(bytesOf('AT\r\r\nOK\r\n'))
  await clock.advance(10)
  expect(read()).toEqual(bytesOf('AT\r\r\nOK\r\n'))
  expect(made.uart).toEqual({ baudRate: 115_200, flow: 0 })
  await close(clock, port, made)
  expect(made.mode).toBe('friendly')
})

/** A modem of the simulator on the board's UART and pins, all on one clock. */
async function modemBoard(clock: ManualClock) {
  const simulated = new SimulatedBench({ clock, chance: seededChance(3), personas })
  const modem = simulated.modem('sim:sim7672?boot=off')
  const wire = modem.port
  const made = await MicropythonBoard.boot(clock, {
    toModem: (bytes) => void wire.write(bytes),
    setPin: (pin, level) => {
      if (pin === 30) modem.power.pwrkey(level)
      if (pin === 31) modem.power.reset(level)
    },
    getPin: (pin) => pin === 32 && modem.power.status(),
  })
  wire.onBytes((bytes) => made.fromModem(bytes))
  return { modem, made, simulated }
}

test('switches the modem on, connects it with PPP as far as a ping, and switches it off', async () => {
  const clock = new ManualClock()
  const { made, simulated } = await modemBoard(clock)
  const { port } = await opened(clock, made)
  const seen: boolean[] = []
  port.onStatus((active) => seen.push(active))
  expect(port.status).toBe(false)

  const { power } = port.power
  if (!power) throw new Error('no power line')
  const length = await clock.until(power.pulse(1000), 30_000)
  expect(length.askedMs).toBe(1000)
  expect(length.actualMs).toBeGreaterThanOrEqual(1000)
  expect(length.actualMs).toBeLessThan(1003)
  await clock.advance(20_000)
  expect(port.status).toBe(true)

  const session = new ModemSession({
    port,
    clock,
    chance: seededChance(4),
    tap: () => undefined,
  })
  const end = await clock.until(
    runConnect({
      session,
      target: soracom,
      clock,
      knowledge,
      profiles: modemProfiles,
      signal: new AbortController().signal,
      onState: () => undefined,
    }),
    900_000,
    20,
  )
  expect(end.verdict?.result).toBe('connected')
  expect(stepOf(end, 'ping')?.state).toBe('ok')
  await clock.until(session.hangUp(), 60_000)

  await clock.until(power.pulse(3000), 30_000)
  await clock.advance(15_000)
  expect(port.status).toBe(false)
  expect(seen).toEqual([true, false])
  await clock.until(session.close(), 60_000)
  made.dispose()
  simulated.dispose()
})

test('carries a megabyte of all octets in both directions at once, none changed', async () => {
  const clock = new ManualClock()
  const { made, toModem } = await board(clock)
  made.turnsPerMs = 64
  const { port, read } = await opened(clock, made)
  const sent = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i * 31 + (i >> 8)) & 0xff)
  made.fromModem(sent.map((octet) => octet ^ 0x55))
  await clock.until(port.write(sent), 200_000, 5)
  await clock.advance(200)
  expect(made.unread).toBe(0)
  expect(sameBytes(concat(toModem), sent)).toBe(true)
  expect(
    sameBytes(
      read(),
      sent.map((octet) => octet ^ 0x55),
    ),
  ).toBe(true)
  expect(made.interrupts).toBe(0)
  await close(clock, port, made)
})

test('passes Ctrl-A, Ctrl-C and Ctrl-D on as data, and stays', async () => {
  const clock = new ManualClock()
  const { made, toModem } = await board(clock)
  const { port, read } = await opened(clock, made)
  const keys = Uint8Array.of(1, 2, 3, 4, 5, 0x1e, 0x1f, 3, 3, 0x7e, 0x7d)
  await port.write(keys)
  made.fromModem(keys)
  await clock.advance(20)
  expect(concat(toModem)).toEqual(keys)
  expect(read()).toEqual(keys)
  expect(made.interrupts).toBe(0)
  await close(clock, port, made)
})

test('starts the bridge again after somebody pressed Ctrl-C, and says what may be lost', async () => {
  const clock = new ManualClock()
  const { made, toModem } = await board(clock)
  const { port, notes, ends } = await opened(clock, made)
  made.press('\x03')
  await clock.advance(5000)
  expect(notes.map((words) => words.en)).toEqual([
    expect.stringContaining('stopped and started again'),
  ])
  await port.write(bytesOf('AT\r'))
  await clock.advance(10)
  expect(toModem).toEqual([bytesOf('AT\r')])
  expect(ends).toEqual([])
  await close(clock, port, made)
})

test('survives a soft reset of the board', async () => {
  const clock = new ManualClock()
  const { made, toModem } = await board(clock)
  const { port, ends } = await opened(clock, made)
  made.press('\x03\x04')
  await made.restarted
  await clock.advance(20_000)
  expect(ends).toEqual([])
  await port.write(bytesOf('AT\r'))
  await clock.advance(10)
  expect(toModem).toEqual([bytesOf('AT\r')])
  await close(clock, port, made)
})

test('gives up when something stops the bridge again and again', async () => {
  const clock = new ManualClock()
  const { made } = await board(clock)
  const { ends } = await opened(clock, made)
  for (let times = 0; times < 4; times++) {
    made.press('\x03')
    await clock.advance(5000)
  }
  expect(ends).toEqual([
    { reason: 'failed', detail: expect.stringContaining('stopped again and again') },
  ])
  made.dispose()
})

test('ends as gone when the cable is pulled in the middle of a write and a pulse', async () => {
  const clock = new ManualClock()
  const { made, edges } = await board(clock)
  const { port, ends } = await opened(clock, made)
  const { power } = port.power
  made.uartTakes = 0
  const writing = port.write(new Uint8Array(10_000)).catch(faultCode)
  const pulsing = power?.pulse(3000).catch(faultCode)
  await clock.advance(1000)
  made.unplug()
  expect(await clock.until(writing)).toBe('port-gone')
  expect(await pulsing).toBe('port-gone')
  expect(ends).toEqual([expect.objectContaining({ reason: 'gone' })])
  await clock.advance(5000)
  const press = edges.filter(({ pin }) => pin === 30).slice(-2)
  expect(press.map(({ level }) => level)).toEqual([true, false])
  expect((press[1]?.atMs ?? 0) - (press[0]?.atMs ?? 0)).toBeLessThan(3005)
  await clock.advance(20_000)
  expect(made.mode).toBe('raw')
  made.dispose()
})

test('says that a program runs, and leaves it alone unless told otherwise', async () => {
  const clock = new ManualClock()
  const { made } = await board(clock)
  made.startProgram()
  const inner = made.plug()
  const opening = openMicropython(name, { openInner: async () => inner, clock })
  const error = await clock.until(opening.catch((reason: unknown) => reason))
  expect(faultCode(error)).toBe('micropython-running')
  expect(made.mode).toBe('program')
  made.dispose()
})

test('stops a program when it may, and says what closing leaves behind', async () => {
  const clock = new ManualClock()
  const { made, pins } = await board(clock)
  made.startProgram()
  pins.set(32, true)
  const inner = made.plug()
  const opening = openMicropython(`${name}?interrupt=yes`, { openInner: async () => inner, clock })
  await clock.advance(1650)
  await made.restarted
  const port = await clock.until(opening, 60_000)
  const ends: PortEnd[] = []
  port.onEnd((end) => ends.push(end))
  await close(clock, port, made)
  expect(ends).toEqual([
    {
      reason: 'closed',
      detail: expect.objectContaining({
        en: 'STATUS active: the modem stays on; the REPL is back.',
      }) as unknown,
    },
  ])
})

test('names the pin a board does not have, and gives the prompt back', async () => {
  const clock = new ManualClock()
  const { made } = await board(clock)
  const inner = made.plug()
  const typed = `${name}?uart=0&tx=99&rx=1`
  const opening = openMicropython(typed, { openInner: async () => inner, clock })
  const error = await clock.until(opening.catch((reason: unknown) => reason))
  expect(faultCode(error)).toBe('micropython-script')
  expect(String(error)).toContain('invalid pin')
  expect(made.mode).toBe('friendly')
  made.dispose()
})

test('says that the modem takes no octets when it keeps CTS low', async () => {
  const clock = new ManualClock()
  const { made } = await board(clock)
  const { port } = await opened(clock, made)
  made.uartTakes = 0
  const error = await clock.until(port.write(new Uint8Array(5000)).catch((one: unknown) => one))
  expect(faultCode(error)).toBe('port-stuck')
  expect(String(error)).toContain('took 2048 of 5000 bytes')
  made.uartTakes = 256
  await close(clock, port, made)
})

test('changes speed and flow control of the UART on the board', async () => {
  const clock = new ManualClock()
  const { made } = await board(clock)
  const { port } = await opened(clock, made)
  await clock.until(port.setBaudRate?.(460_800) ?? Promise.resolve())
  await clock.until(port.setFlowControl?.(true) ?? Promise.resolve())
  expect(made.uart).toEqual({ baudRate: 460_800, flow: 3 })
  await close(clock, port, made)
})

test('takes over from a bridge that was left behind', async () => {
  const clock = new ManualClock()
  const { made } = await board(clock)
  const first = await opened(clock, made)
  first.inner.end({ reason: 'gone' })
  expect(made.mode).toBe('bridge')
  const second = await opened(clock, made)
  await second.port.write(bytesOf('AT\r'))
  await close(clock, second.port, made)
})

test('says that a power key was found pressed, and that it was released', async () => {
  const clock = new ManualClock()
  const { made, pins } = await board(clock)
  pins.set(30, true)
  const { port, notes } = await opened(clock, made)
  expect(notes.map((words) => words.en)).toEqual([
    'power was active when the bridge started, and was released.',
  ])
  expect(pins.get(30)).toBe(false)
  await close(clock, port, made)
})
