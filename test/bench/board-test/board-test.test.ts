import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { faultKnobs } from '@core/simulator/fault-rows'
import { benchFixture } from '../../support/bench-fixture'

const example = (name: string) =>
  readFileSync(
    resolve(import.meta.dirname, `../../../resources/examples/board-test-${name}.yaml`),
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
  for (let passed = 0; passed < 3_600_000; passed += 500) {
    await fixture.clock.advance(500)
    if (now().state !== 'running') return now()
  }
  throw new Error('the test did not end')
}
/** The first step that failed, and why. */
const failure = () => {
  const step = now().steps.find(({ state }) => state === 'failed' || state === 'error')
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

const late =
  /^registered: The step did not come to its end .*: 1 min 0 s\. \d+ s: searching\. .*The modem last said "\+C\w+: /
const gone = /^\w+: The port vanished\./
const linkEnded =
  /^ping: Loss \d+(\.\d+)? %; wanted: at most 10 % \(the link ended after \d+ of 30\)/
/** What is planted in the simulated modem from the start, and the step that must fail with these words; undefined: none. */
const planted: readonly (readonly [knobs: string, expected: RegExp | undefined])[] = [
  ['nosim=1', /^SIM: The modem sees no SIM\. \+CME ERROR: SIM not inserted\. Limit 30\.0 s\.$/],
  ['remove-sim=on', /^SIM: The modem sees no SIM\. /],
  ['pin=4321', /^SIM: The SIM asks for its PIN\. .*SIM PIN/],
  [
    'reject=11',
    /^registered: The network refused the SIM\. PLMN not allowed \(cause 11\)\. After \d+ s: refused by the network \(state 3\)\..*\+CEREG: 3,3.* Limit 1 min 0 s\.$/,
  ],
  ['lose-cells=on', late],
  ['slow-attach=3600', late],
  ['signal=-118', /^RSRP: Lowest RSRP -118 dBm; wanted: at least -105 dBm/],
  ['supply=3.45', /^supply: Lowest 3\.45 V; wanted: at least 3\.5 V/],
  [
    'hang=on',
    /^AT answers: The modem did not answer in time\. AT, for 45\.0 s\. The modem last said/,
  ],
  ['echo-only=on', /^AT answers: The modem did not answer in time\. AT, for 45\.0 s\. /],
  // AT is answered sooner or later; what comes broken is shown.
  ['noise=0.05', /^model: Model SIM7w72JP-MNGV; wanted: /],
  ['cut-power=on', /^power on: .*: 42\.0 s\. The modem has said nothing\./],
  ['unplug=on', /^power on: There is no such port\. .* is unplugged/],
  ['pdp-type=ipv6', /^PPP: .*IPv6 only allowed/],
  ['loss=0.6', /^DNS: The step did not come to its end .*: 8\.0 s/],
  ['latency=4000', /^DNS: The step did not come to its end .*: 8\.0 s/],
  // What a board of this plan stands: its steps do not look at it (planted-faults.test.ts has plans that do), or the network gives it another way.
  ['idle-cut=20', undefined],
  ['roaming=roaming', undefined],
  ['auth=pap', undefined],
  ['pdp-type=both', undefined],
  ['mux=basic', undefined],
  ['mux-late=on', undefined],
  ['mux-silent=on', undefined],
  ['temperature=90', undefined],
  // The plan has no instrument; instruments.test.ts has.
  ['leak=5', undefined],
  ['operator=44010', undefined],
  ['cell=39683665', undefined],
  ['walk=8', undefined],
  ['gnss-weak=on', undefined],
  ['files-full=on', undefined],
  ['broker=away', undefined],
  ['gnss-antenna=on', undefined],
  ['path-mtu=1400', undefined],
  ['path-silent=on', undefined],
  ['this-computer=on', undefined],
  // Its power key wakes it, as it would switch it on.
  ['sleep=on', undefined],
]

test.each(planted)(
  'with %s planted the right step fails with the right words',
  async (knobs, expected) => {
    fixture = await benchFixture()
    await ended(example('microcat1').replace('speed=fast', `speed=fast&${knobs}`))
    if (expected) expect(failure()).toMatch(expected)
    else expect(failure()).toBeUndefined()
  },
)

const twoLong = plan(
  `
  - { name: signal, rsrp: { min: -140, for: 30s } }
  - { name: PPP, ppp: {} }
  - { name: ping, ping: { host: pong.soracom.io, count: 30, maxLoss: 10 } }
`,
  'stop: never\n',
)
/** What happens to the modem in the middle of a step, and what comes of it; undefined: a board stands it. */
const happens: readonly (readonly [
  act: string,
  value: string | undefined,
  during: string,
  expected: RegExp | undefined,
])[] = [
  ['crash', undefined, 'ping', linkEnded],
  ['press-pwrkey', undefined, 'ping', linkEnded],
  ['press-reset', undefined, 'ping', linkEnded],
  ['brown-out', undefined, 'ping', linkEnded],
  ['cut-session', undefined, 'ping', linkEnded],
  ['cut-power', 'on', 'ping', linkEnded],
  ['hang', 'on', 'ping', /^ping: Loss \d+(\.\d+)? %; wanted: at most 10 %\.$/],
  ['unplug', 'on', 'ping', gone],
  ['re-enumerate', undefined, 'ping', gone],
  [
    'press-pwrkey',
    undefined,
    'signal',
    /^signal: The modem did not answer in time\. AT\+C\w+\??: nothing in 5 s/,
  ],
  [
    'cut-power',
    'on',
    'signal',
    /^signal: The modem did not answer in time\. AT\+C\w+\??: nothing in 5 s/,
  ],
  [
    'sleep',
    'on',
    'signal',
    /^signal: The modem did not answer in time\. AT\+C\w+\??: nothing in 5 s/,
  ],
  ['remove-sim', 'on', 'signal', /^signal: Lowest RSRP: the modem told no value/],
  ['re-enumerate', undefined, 'signal', gone],
  ['unplug', 'on', 'signal', gone],
  ['sms', 'hello', 'signal', undefined],
]

test.each(happens)('%s %s during %s makes it what it is', async (act, value, during, expected) => {
  fixture = await benchFixture()
  await fixture.ask('test.start', { slot: 'a', text: twoLong, serial: '' })
  const runs = () => now().steps.some(({ name, state }) => name === during && state === 'running')
  while (!runs()) await fixture.clock.advance(100)
  await fixture.clock.advance(5000)
  fixture.simulators.control('sim:sim7672', act, value)
  while (now().state === 'running') await fixture.clock.advance(500)
  if (!expected) return expect(failure()).toBeUndefined()
  expect(failure()).toMatch(expected)
  expect(now().state).toBe(expected === gone ? 'error' : 'failed')
})

test('every fault that the simulator has is in these tables', () => {
  const tried = [
    ...planted.map(([knob]) => knob.replace(/=.*/, '')),
    ...happens.map(([act]) => act),
  ]
  expect(faultKnobs.map(({ id }) => id).filter((id) => !tried.includes(id))).toEqual([])
})

test('a port that cannot be opened is the reason, and not the board that it would have brought', async () => {
  fixture = await benchFixture()
  await ended(plan('  - { name: on, power: { do: on } }\n'), '', 'sim:sim7672?operator=1')
  expect(failure()).toMatch(/^on: .*operator/)
  expect(now().state).toBe('error')
})

test('a board that is on already is no proof of switching it on', async () => {
  fixture = await benchFixture()
  await ended(plan('  - { name: on, power: { do: on } }\n'))
  expect(failure()).toMatch(/was on already/)
  expect(now().steps[0]?.fault).toBe('test-was-on')
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
  - { name: datagrams, udpEcho: { host: echo.example, count: 3, every: 100ms, maxTime: 2s } }
  - { name: sensor, coap: { url: "coap://coap.example/hello" } }
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
    expect.stringMatching(/^Loss 0 %; Mean \d+(\.\d+)? ms\.$/),
    'Code 2.05.',
    expect.stringMatching(/^Throughput \d+(\.\d+)? Mbit\/s\.$/),
  ])
})

test('an answer that is quoted, and a number that was caught, give nobody away', async () => {
  fixture = await benchFixture()
  const end = await ended(
    plan(
      `
  - { name: imei, at: { send: AT+CGSN, expect: "^x$" } }
  - { name: imsi, at: { send: AT+CIMI, expect: "^x$" } }
  - { name: login, at: { send: 'AT+CGAUTH=1,2,"hunter2pw","alice"', expect: "^x$" } }
  - { name: value, at: { send: AT+CGSN, value: '(\\d{15})', min: 1 } }
  - { name: signal, at: { send: AT+CSQ, expect: "^x$" } }
`,
      'stop: never\n',
    ),
  )
  const told = JSON.stringify(end.steps)
  expect(told).not.toMatch(/869850000004430|901310000000430|hunter2pw|alice/)
  expect(end.steps.map(({ words }) => words.en)).toEqual([
    expect.stringContaining('AT+CGSN → IMEI-1 | OK'),
    expect.stringContaining('AT+CIMI → IMSI-1 | OK'),
    expect.stringContaining('AT+CGAUTH=1,2,"PASSWORD-1","PASSWORD-2" → OK'),
    expect.stringContaining('8698•'),
    expect.stringMatching(/AT\+CSQ → \+CSQ: \d+,99 \| OK/),
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
  expect(failure()).toMatch(
    /Other units with it 1; wanted: at most 0 \(1 \d{4}-\d\d-\d\dT\d\d:\d\dZ; a simulated modem keeps/,
  )
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
  expect(now().steps.map(({ state }) => state)).toEqual(['error', 'skipped', 'passed'])
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

test('the label keeps the IMEI as the plan wants its record, whatever printer it is for', async () => {
  fixture = await benchFixture()
  const steps = '  - { name: IMEI, imei: { unseen: false } }\n'
  const labels = async (text: string) => {
    const { unit } = await ended(text, 'L^1')
    const both = (['label', 'zpl'] as const).map((format) =>
      fixture.ask('test.report', { slot: 'a', format, language: 'ja' }),
    )
    return { imei: unit.imei ?? '', both: await Promise.all(both) }
  }
  const whole = await labels(plan(steps))
  const masked = await labels(`${plan(steps)}keep: { imei: masked }\n`)
  expect(whole.imei).toMatch(/^\d{15}$/)
  expect(masked.imei).not.toBe(whole.imei)
  for (const { imei, both } of [whole, masked])
    for (const { text } of both) expect(text).toContain(`IMEI ${imei}`)
  for (const { text } of masked.both) expect(text).not.toContain(whole.imei)
  expect(whole.both.map(({ name }) => name.replace(/^.*L/, 'L'))).toEqual([
    'L%5E1-label.txt',
    'L%5E1.zpl',
  ])
  expect(whole.both[0]?.text).toMatch(/^L\^1\n合格\n/)
})

const oneAt = plan('  - { name: AT, at: { send: AT } }\n')

test('a data folder that takes no record is the rig, and the verdict of the board is said all the same', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })
  const store = { read: async () => undefined, write: () => Promise.reject(full) }
  fixture = await benchFixture(1, {}, { records: store })
  const end = await ended(oneAt, '1')
  expect(end).toMatchObject({ state: 'error', steps: [{ state: 'passed' }, { state: 'error' }] })
  expect(failure()).toMatch(/The board passed, but its record .*: the disk is full\.$/)
  const { text } = await fixture.ask('test.report', { slot: 'a', format: 'junit', language: 'en' })
  expect(text).toMatch(/failures="0" errors="1"[^]*<error message="[^"]*disk is full/)
})

test('a board is not judged where the port goes, and the yield does not count it', async () => {
  fixture = await benchFixture()
  const text = plan('  - { name: wait, rsrp: { min: -140, for: 10m } }\n')
  await fixture.ask('test.start', { slot: 'a', text, serial: '1' })
  await fixture.clock.advance(20_000)
  fixture.simulators.control('sim:sim7672', 'unplug')
  await fixture.clock.advance(120_000)
  expect(now()).toMatchObject({
    state: 'error',
    steps: [{ state: 'error', fault: expect.stringMatching(/^port-/) }],
  })
  expect(await fixture.ask('test.batch', { plan: 't' })).toMatchObject({ boards: 0, passed: 0 })
})

test('a question that nobody was asked is no failure of the board', async () => {
  fixture = await benchFixture()
  const text = plan('  - { name: LED, ask: { question: "Is the LED green?" } }\n')
  await fixture.ask('test.start', { slot: 'a', text })
  await fixture.clock.advance(1000)
  await fixture.ask('test.answer', { slot: 'a', step: 'LED', answer: 'none' })
  await fixture.clock.advance(1000)
  expect(now()).toMatchObject({ state: 'error', steps: [{ fault: 'test-nobody' }] })
})

test('lines of the record that cannot be read are counted, and left as they are', async () => {
  const spoilt = '{"plan":"t","ser\nnothing\n'
  fixture = await benchFixture(1, { 'units-t.jsonl': spoilt })
  await ended(oneAt, '1')
  expect(await fixture.ask('test.batch', { plan: 't' })).toMatchObject({ boards: 1, spoilt: 2 })
  expect(fixture.files['units-t.jsonl']).toContain(spoilt)
})
