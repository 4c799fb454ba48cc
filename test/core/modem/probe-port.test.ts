import { describe, expect, test } from 'vitest'
import { bytesOf, concat, latin1 } from '@core/bytes'
import { Fault } from '@core/fault'
import { classifyPort, probePort, probePorts } from '@core/modem/probe-port'
import type { PortInfo } from '@core/ports/port-info'
import { linkFrames } from './probe-samples'
import { connectBench } from '../../support/connect-bench'
import { ManualClock } from '../../support/manual-clock'
import { MemoryPort } from '../../support/memory-port'
import { quoted } from '@core/words'

const serial: PortInfo = {
  path: '/dev/ttyUSB2',
  label: quoted('x'),
  kind: 'serial',
  role: 'unknown',
  use: 'maybe',
}

/** Something on the other side that says one thing by itself and answers what it gets. */
function device(
  clock: ManualClock,
  says: Uint8Array | string,
  answer: (text: string, baudRate: number) => string,
) {
  const sent: { text: string; baudRate: number }[] = []
  let open = 0
  let most = 0
  return {
    sent,
    most: () => most,
    open: async (_path: string, baudRate: number) => {
      const [host, far] = MemoryPort.pair()
      most = Math.max(most, ++open)
      host.onEnd(() => open--)
      far.onBytes((bytes) => {
        sent.push({ text: latin1(bytes), baudRate })
        const text = answer(latin1(bytes), baudRate)
        if (text !== '') void far.write(bytesOf(text))
      })
      const first = typeof says === 'string' ? bytesOf(says) : says
      if (first.length > 0) clock.schedule(50, () => void far.write(first))
      return host
    },
  }
}

test.each([
  ['$GPGGA,092750.000,5321.6802,N*76\r\n', 'nmea'],
  [linkFrames.lcp, 'ppp'],
  [linkFrames.diag, 'diag'],
  ['login: ', 'text'],
  ['', 'nothing'],
] as const)('knows what a port says by itself: %j is %s', (heard, found) => {
  expect(classifyPort(typeof heard === 'string' ? bytesOf(heard) : heard, false)).toBe(found)
})

test.each([
  ['AT\r\r\nOK\r\n', 'at'],
  ['AT\r\r\n+CME ERROR: 10\r\n', 'at'],
  ['AT\rAT\r', 'echo only'],
  ['RDY\r\n', 'text'],
] as const)('after AT was sent, %j is %s', (heard, found) => {
  expect(classifyPort(bytesOf(heard), true)).toBe(found)
})

test('finds the AT port, at the speed it speaks', async () => {
  const clock = new ManualClock()
  const modem = device(clock, '', (text, baudRate) =>
    baudRate === 9600 ? `${text}\r\nOK\r\n` : '',
  )
  const result = await clock.until(probePort('/dev/ttyUSB2', { clock, open: modem.open }))
  expect(result).toMatchObject({ found: 'at', baudRate: 9600 })
  const asked = modem.sent.filter(({ text }) => text === 'AT\r')
  expect(asked.map((one) => one.baudRate)).toEqual([
    ...Array.from({ length: 5 }, () => 115_200),
    ...Array.from({ length: 3 }, () => 57_600),
    9600,
  ])
})

describe('a modem that an earlier program left in the multiplexer', () => {
  test.each(['', '?mux=advanced'])('is found by its close-down (sim7672%s)', async (options) => {
    const bench = await connectBench(`sim:sim7672${options}`)
    await bench.connect({ cmux: true, pingHost: '' })
    await bench.killAndReopen()
    await bench.session.port.close()
    const { clock } = bench
    const startUs = clock.monotonicUs()
    const open = () => bench.simulated.open(`sim:sim7672${options}`)
    const result = await clock.until(probePort('sim:sim7672', { clock, open }), 60_000)
    expect(result).toMatchObject({ found: 'at', baudRate: 115_200 })
    expect(result.words.en).toContain('left the multiplexer on')
    expect(clock.monotonicUs() - startUs).toBeLessThan(10_000_000)
    expect(bench.modem.muxed).toBe(false)
  })

  test('its close-down goes to no port that is for something else', async () => {
    const clock = new ManualClock()
    const modem = device(clock, '', () => '')
    const port: PortInfo = { ...serial, role: 'audio', use: 'maybe' }
    const [result] = await clock.until(probePorts([port], { clock, open: modem.open }), 60_000)
    expect(result).toMatchObject({ found: 'nothing' })
    expect(new Set(modem.sent.map(({ text }) => text))).toEqual(new Set(['AT\r']))
  })

  test('its close-down goes to no port that has said something', async () => {
    const clock = new ManualClock()
    const modem = device(clock, 'login: ', () => '')
    const [result] = await clock.until(probePorts([serial], { clock, open: modem.open }), 60_000)
    expect(result).toMatchObject({ found: 'text' })
    expect(new Set(modem.sent.map(({ text }) => text))).toEqual(new Set(['AT\r']))
  })
})

test.each([
  ['GPS', '$GPRMC,092750.000,A*43\r\n', 'nmea'],
  ['DIAG', linkFrames.diag, 'diag'],
  ['a call in progress', linkFrames.lcp, 'ppp'],
])('sends nothing to %s', async (_name, says, found) => {
  const clock = new ManualClock()
  const other = device(clock, says, () => '')
  const options = { clock, open: other.open, baudRates: [115_200] }
  const result = await clock.until(probePort('/dev/ttyUSB1', options))
  expect(result.found).toBe(found)
  expect(other.sent).toEqual([])
})

test('opens one port at a time, and none that the table or a holder forbids', async () => {
  const clock = new ManualClock()
  const modem = device(clock, '', (text) => `${text}\r\nOK\r\n`)
  const opened: string[] = []
  const ports: PortInfo[] = [
    { ...serial, path: 'diag', role: 'diag', use: 'no' },
    { ...serial, path: 'gps', role: 'gps' },
    { ...serial, path: 'held', holder: { pid: 7, program: 'pppd' } },
    { ...serial, path: 'repl', role: 'repl' },
    { ...serial, path: 'one', role: 'at' },
    { ...serial, path: 'two', role: 'at' },
    { ...serial, path: 'gone', role: 'at' },
  ]
  const probing = probePorts(ports, {
    clock,
    open: async (path, baudRate) => {
      opened.push(path)
      if (path === 'gone') throw new Fault('port-not-found', quoted(path))
      return modem.open(path, baudRate)
    },
  })
  const results = await clock.until(probing)
  expect(results.map((result) => result.found)).toEqual([
    ...Array.from({ length: 4 }, () => 'left alone'),
    'at',
    'at',
    'cannot open',
  ])
  expect(results[2]?.words.en).toContain('pppd (pid 7)')
  expect(opened).toEqual(['one', 'two', 'gone'])
  expect(modem.most()).toBe(1)
})

test('keeps what was seen, however it was cut', () => {
  const whole = bytesOf('AT\r\r\nOK\r\n')
  for (let cut = 0; cut <= whole.length; cut++)
    expect(classifyPort(concat([whole.slice(0, cut), whole.slice(cut)]), true)).toBe('at')
})

test('searches the speed that answers AT without noise, and tells what came at each', async () => {
  const clock = new ManualClock()
  const modem = device(clock, '', (text, baudRate) => {
    if (baudRate === 57_600) return `${text}\r\nOK\r\n`
    // Near enough for an answer, and too far for a clean one.
    return baudRate === 9600 ? `\u00fe${text}\r\nOK\r\n` : ''
  })
  const [result] = await clock.until(
    probePorts([serial], { clock, open: modem.open, baudSearch: true }),
  )
  expect(result).toMatchObject({ found: 'at', baudRate: 57_600 })
  expect(result?.speeds?.map(({ baudRate, found, clean }) => [baudRate, found, clean])).toEqual([
    [115_200, 'nothing', false],
    [9600, 'at', false],
    [57_600, 'at', true],
  ])
  expect(modem.sent.every(({ text }) => text === 'AT\r')).toBe(true)
})

test('a search that finds noise or nothing says so, and what to look at', async () => {
  const clock = new ManualClock()
  const search = async (answer: (text: string, baudRate: number) => string) => {
    const modem = device(clock, '', answer)
    const options = { clock, open: modem.open, baudSearch: true }
    const [result] = await clock.until(probePorts([serial], options), 60_000)
    return result
  }
  const noisy = await search((text, baudRate) =>
    baudRate === 300 ? `\u00fe${text}\r\nOK\r\n` : '',
  )
  expect(noisy).toMatchObject({ found: 'at', baudRate: 300 })
  expect(noisy?.words.en).toContain('with noise')
  const silent = await search(() => '')
  expect(silent).toMatchObject({ found: 'nothing' })
  expect(silent?.words.en).toContain('No speed of 12 answers AT')
  expect(silent).not.toHaveProperty('baudRate')
})
