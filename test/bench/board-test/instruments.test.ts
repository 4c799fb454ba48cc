import { afterEach, expect, test } from 'vitest'
import { Fault } from '@core/fault'
import { benchFixture } from '../../support/bench-fixture'
import { MemoryPort } from '../../support/memory-port'
import { bytesOf, latin1 } from '@core/bytes'

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(() => fixture.end())

const plan = (steps: string, meter = 'port: sim:meter, ask: "MEAS:CURR?"') => `name: t
port: sim:sim7672?speed=fast
preset: soracom
instruments:
  meter: { ${meter} }
stop: never
steps:
${steps}`

async function ended(text: string, port?: string, slot: 'a' | 'b' = 'a') {
  await fixture.ask('test.start', { slot, text, ...(port === undefined ? {} : { port }) })
  for (let passed = 0; passed < 3_600_000; passed += 250) {
    await fixture.clock.advance(250)
    const now = fixture.bench.tests.states[slot]
    if (now && now.state !== 'running') return now
  }
  throw new Error('the test did not end')
}
const words = (end: Awaited<ReturnType<typeof ended>>) => end.steps.map((step) => step.words.en)

const idle =
  '  - { name: registered, registered: {} }\n  - { name: idle, current: { instrument: meter, max: 18, peak: 30, for: 3s } }\n'

test('the current of a board is what the instrument in its supply tells, in mA', async () => {
  fixture = await benchFixture()
  const end = await ended(
    plan(`${idle}
  - { name: attach, current: { instrument: meter, max: 120, during: attach, every: 100ms } }
  - { name: volts, measure: { instrument: meter, ask: 'MEAS:VOLT?', min: 3.5, max: 4.2, unit: V } }
  - { name: off, power: { do: off } }
  - { name: leakage, current: { instrument: meter, max: 0.05, for: 1s } }
`),
  )
  expect(words(end)).toEqual([
    expect.stringMatching(/^Time /),
    expect.stringMatching(/^Mean 1[34]\.\d+ mA; Highest 14(\.\d+)? mA\.$/),
    expect.stringMatching(/^Mean \d+(\.\d+)? mA; Highest \d+(\.\d+)? mA\.$/),
    expect.stringMatching(/^Value 3\.\d+ V\.$/),
    expect.stringMatching(/^Time /),
    expect.stringMatching(/^Mean 0\.02 mA; Highest 0\.02 mA\.$/),
  ])
  expect(end.state).toBe('passed')
})

test('with a leak planted the step that measures the current fails, with value and limit', async () => {
  fixture = await benchFixture()
  const end = await ended(plan(idle), 'sim:sim7672?speed=fast&leak=6')
  expect(end.state).toBe('failed')
  expect(words(end)[1]).toMatch(/^Mean (19|20)\.\d+ mA; wanted: at most 18 mA\.$/)
})

/** A port whose answers the test gives. */
function answering(answer: (line: string) => string | undefined) {
  const port = new MemoryPort('meter')
  const write = port.write.bind(port)
  port.write = async (bytes) => {
    await write(bytes)
    const said = answer(latin1(bytes))
    if (said !== undefined) void Promise.resolve().then(() => port.deliver(bytesOf(said)))
  }
  return port
}
async function withMeter(open: () => Promise<MemoryPort>, meter: string) {
  fixture = await benchFixture(
    1,
    {},
    {
      openPort: (path) => (path === 'meter' ? open() : fixture.simulators.open(path)),
    },
  )
  return ended(plan('  - { name: x, measure: { instrument: meter, max: 1 } }\n', meter))
}

test.each([
  [
    'says nothing',
    () => undefined,
    /did not answer\. meter said nothing to "READ\?" for 2\.0 s\.$/,
  ],
  ['says no number', () => 'ERR\r\n', /is no value\. meter said "ERR" to "READ\?"; a line/],
  ['says half a line', () => '1.2', /meter said "1\.2" to "READ\?"; a line/],
  ['is beyond its range', () => '+9.90000000E+37\n', /beyond the range/],
])('an instrument that %s is the rig, and no verdict of the board', async (_, answer, why) => {
  const end = await withMeter(async () => answering(answer), 'port: meter, ask: READ?, within: 2s')
  expect(end.state).toBe('error')
  expect(words(end)[0]).toMatch(why)
})

test('an instrument whose port cannot be opened is the rig', async () => {
  const end = await withMeter(() => Promise.reject(new Fault('port-not-found')), 'port: meter')
  expect(end).toMatchObject({ state: 'error', steps: [{ fault: 'port-not-found' }] })
})

test('an instrument that speaks by itself, echoes, ends lines otherwise and has its number in words is read', async () => {
  const asked: string[] = []
  const echoing = answering((line) => {
    asked.push(line)
    return line.startsWith('VAL') ? `VAL1?\r\nrange 7: 0.25 A\r` : undefined
  })
  const end = await withMeter(
    async () => echoing,
    `port: meter, start: ['*RST', 'SYST:REM'], ask: VAL1?, end: cr, value: 'range \\d: (\\S+) A'`,
  )
  expect(asked).toEqual(['*RST\r', 'SYST:REM\r', 'VAL1?\r'])
  expect(words(end)).toEqual(['Value 0.25.'])
  expect(echoing.open).toBe(false)
})

test('two boards at once take turns on an instrument that they share', async () => {
  fixture = await benchFixture()
  const text = plan('  - { name: x, current: { instrument: meter, max: 200, for: 4s } }\n')
  await fixture.ask('test.start', { slot: 'b', text, port: 'sim:sim7672#2?speed=fast' })
  const a = await ended(text)
  await fixture.clock.advance(10_000)
  expect(a.state).toBe('passed')
  expect(fixture.bench.tests.states.b?.state).toBe('passed')
  // Nobody has it open any more.
  const again = await ended(text)
  expect(again.state).toBe('passed')
})
