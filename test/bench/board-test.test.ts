import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { benchFixture } from '../support/bench-fixture'

const example = (name: string) =>
  readFileSync(
    resolve(import.meta.dirname, `../../resources/examples/board-test-${name}.yaml`),
    'utf8',
  )

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(() => fixture.end())

const now = () => {
  const { a } = fixture.bench.tests.states
  if (!a) throw new Error('no test was started')
  return a
}
/** Runs the clock until the test on slot A has ended. */
async function ended(text: string, serial = '', port?: string) {
  const where = port === undefined ? {} : { port }
  await fixture.ask('test.start', { slot: 'a', text, serial, ...where })
  for (let passed = 0; passed < 3_600_000; passed += 100) {
    await fixture.clock.advance(100)
    if (now().state !== 'running') return now()
  }
  throw new Error('the test did not end')
}
/** The first step that failed, and why. */
const failure = () => {
  const step = now().steps.find(({ state }) => state === 'failed')
  return step ? `${step.name}: ${step.words.en}` : undefined
}
const plan = (steps: string, more = '') =>
  `name: t\nport: sim:sim7672?speed=fast\npreset: soracom\n${more}steps:\n${steps}`

test.each(['microcat1', '3gpi'])(
  'the example for %s passes on the simulator, and its record is kept with the ICCID masked',
  async (name) => {
    fixture = await benchFixture()
    const end = await ended(example(name), 'A0001')
    expect(failure()).toBeUndefined()
    expect(end).toMatchObject({ state: 'passed', serial: 'A0001', plan: name })
    expect(end.unit.iccid).toMatch(/^89\d\d•+\d\d$/)
    expect(end.journal).not.toBeNull()
    const batch = await fixture.ask('test.batch', { plan: name })
    expect(batch).toMatchObject({ boards: 1, passed: 1, yieldPct: 100 })
    expect(fixture.files[`units-${name}.jsonl`]).not.toMatch(/\d{18}/)
    expect(fixture.reports).toEqual([])
  },
)

/** What is planted in the simulated modem, and the step that must fail with these words. */
const planted: readonly (readonly [knobs: string, expected: RegExp])[] = [
  ['nosim=1', /^SIM: The modem sees no SIM\. .*SIM not inserted/],
  ['pin=4321', /^SIM: The SIM asks for its PIN\. .*SIM PIN/],
  ['reject=11', /^registered: The network refused the SIM\. .*\+CEREG: \d,3/],
  ['lose-cells=on', /^registered: The step did not come to its end .*1 min 5 s/],
  ['slow-attach=3600', /^registered: The step did not come to its end .*1 min 5 s/],
  ['signal=-118', /^RSRP: Lowest RSRP -118 dBm; wanted: at least -105 dBm/],
  ['supply=3.45', /^supply: Lowest 3\.45 V; wanted: at least 3\.5 V/],
  ['hang=on', /^AT answers: The modem did not answer in time/],
  ['loss=0.6', /^DNS: The step did not come to its end .*8\.0 s/],
]

test.each(planted)(
  'with %s planted the right step fails with the right words',
  async (knobs, expected) => {
    fixture = await benchFixture()
    await ended(example('microcat1').replace('speed=fast', `speed=fast&${knobs}`))
    expect(failure()).toMatch(expected)
  },
)

test('a port that cannot be opened is the reason, and not the board that it would have brought', async () => {
  fixture = await benchFixture()
  await ended(plan('  - { name: on, power: { do: on } }\n'), '', 'sim:sim7672?operator=1')
  expect(failure()).toMatch(/^on: .*operator/)
})

test('a board that is on already is no proof of switching it on', async () => {
  fixture = await benchFixture()
  await ended(plan('  - { name: on, power: { do: on } }\n'))
  expect(failure()).toMatch(/was on already.*power: \{ do: off \}/)
})

test('power cycles, a message to itself, a macro, a page and the throughput are measured', async () => {
  fixture = await benchFixture()
  const end = await ended(
    plan(`
  - { name: cycles, cycles: { count: 3, within: 20s } }
  - { name: sms, sms: { number: "+423660000000430" } }
  - { name: macro, macro: { text: "AT+CSQ\\nexpect +CSQ: *" } }
  - { name: ppp, ppp: {} }
  - { name: page, http: { url: "http://ip.example/dual" } }
  - { name: down, throughput: { url: "http://speed.example/bytes/1000000", for: 2s, min: 0.01 } }
`),
  )
  expect(failure()).toBeUndefined()
  expect(end.steps.map(({ words }) => words.en)).toEqual([
    expect.stringMatching(/^Cycles 3; Slowest \d+\.\d+ s\.$/),
    expect.stringMatching(/^There and back \d+(\.\d+)? s\.$/),
    'Refused commands 0.',
    expect.stringMatching(/^Time /),
    'Status 200.',
    expect.stringMatching(/^Throughput \d+(\.\d+)? Mbit\/s\.$/),
  ])
})

test('a question waits for its answer, which is kept; a wrong one fails the step', async () => {
  fixture = await benchFixture()
  const text = plan('  - { name: LED, ask: { question: "Is the LED green?" } }\n')
  await fixture.ask('test.start', { slot: 'a', text, serial: '7' })
  await fixture.clock.advance(1000)
  expect(now().question).toEqual({ step: 'LED', question: 'Is the LED green?' })
  await expect(
    fixture.ask('test.answer', { slot: 'a', step: 'other', answer: 'yes' }),
  ).rejects.toMatchObject({ error: { code: 'test-no-question' } })
  await fixture.ask('test.answer', { slot: 'a', step: 'LED', answer: 'no' })
  await fixture.clock.advance(5000)
  expect(failure()).toBe('LED: Answer no; wanted: yes.')
})

test('an IMEI that another board had before fails; the same board may be tested again', async () => {
  fixture = await benchFixture()
  const text = plan('  - { name: IMEI, imei: {} }\n')
  expect(await ended(text, '1')).toMatchObject({ state: 'passed' })
  expect(await ended(text, '1')).toMatchObject({ state: 'passed' })
  expect(await ended(text)).toMatchObject({ state: 'passed' })
  expect(await ended(text, '2')).toMatchObject({ state: 'failed' })
  expect(failure()).toMatch(/Other units with it 1; wanted: at most 0/)
  expect(await fixture.ask('test.batch', { plan: 't' })).toMatchObject({ boards: 3, passed: 2 })
})

test('a test that is stopped switches the board off all the same', async () => {
  fixture = await benchFixture()
  const text = plan(`
  - { name: wait, rsrp: { min: -140, for: 10m } }
  - { name: never, at: { send: AT } }
  - { name: off, power: { do: off }, always: true }
`)
  await fixture.ask('test.start', { slot: 'a', text })
  await fixture.clock.advance(20_000)
  await fixture.ask('test.stop', { slot: 'a' })
  expect(now().state).toBe('stopped')
  expect(now().steps.map(({ state }) => state)).toEqual(['failed', 'skipped', 'passed'])
})

test('two serials never share the files of their results', async () => {
  fixture = await benchFixture()
  const names: string[] = []
  for (const serial of ['A/1', 'A 1', 'A_1', '試験一', '試験二', '../x']) {
    await ended(plan('  - { name: AT, at: { send: AT } }\n'), serial)
    names.push(
      (await fixture.ask('test.report', { slot: 'a', format: 'junit', language: 'en' })).name,
    )
  }
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).not.toMatch(/[/\\ ]/)
})
