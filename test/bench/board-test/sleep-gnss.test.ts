import { afterEach, expect, test } from 'vitest'
import { benchFixture } from '../../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(() => fixture.end())

async function ended(steps: string, port: string, act?: (passedMs: number) => void) {
  fixture = await benchFixture()
  const text = `name: t\nport: ${port}\npreset: soracom\nstop: never\nsteps:\n${steps}`
  await fixture.ask('test.start', { slot: 'a', text })
  for (let passed = 0; passed < 3_600_000; passed += 500) {
    await fixture.clock.advance(500)
    act?.(passed)
    const now = fixture.bench.tests.states.a
    if (now && now.state !== 'running') return now
  }
  throw new Error('the test did not end')
}
const words = ({ steps }: Awaited<ReturnType<typeof ended>>) => steps.map((step) => step.words.en)

const asleep =
  '  - { name: registered, registered: {} }\n  - { name: sleep, sleep: { psm: { active: 60s, tau: 1h }, within: 2m } }\n'

test('a modem falls asleep by PSM, takes next to nothing, is woken by its key and keeps no PSM', async () => {
  const end = await ended(
    `${asleep}  - { name: current, current: { instrument: meter, max: 0.05, for: 5s } }
  - { name: wake, wake: { within: 30s } }
  - { name: PSM is off, at: { send: 'AT+CPSMS?', expect: '^\\+CPSMS: 0' } }
instruments: { meter: { port: 'sim:meter?of=generic', ask: READ? } }
`,
    'sim:generic?speed=fast',
  )
  expect(words(end)).toEqual([
    expect.stringMatching(/^Time /),
    expect.stringMatching(/^Asleep after \d+(\.\d+)? s\.$/),
    expect.stringMatching(/^Mean 0\.005 mA/),
    expect.stringMatching(/^Awake after \d+(\.\d+)? s\.$/),
    'The modem answered as expected.',
  ])
  expect(end.state).toBe('passed')
})

test('a modem that is woken by its own clock is waited for, and PSM may be kept', async () => {
  const end = await ended(
    `  - { name: registered, registered: {} }
  - { name: sleep, sleep: { psm: { active: 60s, tau: 10m } } }
  - { name: wake, wake: { by: at, within: 30m, psm: keep } }
  - { name: PSM is on, at: { send: 'AT+CPSMS?', expect: '^\\+CPSMS: 1' } }
`,
    'sim:generic?speed=fast',
  )
  expect(end.state).toBe('passed')
})

test('a modem that has no PSM, or that does not fall asleep, fails its step with what was seen', async () => {
  const refused = await ended(asleep, 'sim:sim7672?speed=fast')
  expect(words(refused)[1]).toMatch(/AT\+CPSMS=1,,,"\d{8}","\d{8}" → ERROR/)
  await fixture.end()
  const awake = await ended(
    '  - { name: sleep, sleep: { within: 20s } }\n',
    'sim:generic?speed=fast',
  )
  expect(words(awake)[0]).toMatch(/^The modem did not fall asleep in the time it has: 20\.0 s\. /)
})

test('a modem in PSM that hears no AT fails wake after the time of the plan', async () => {
  const end = await ended(
    `${asleep}  - { name: wake, wake: { by: at, within: 30s } }\n`,
    'sim:generic?speed=fast',
  )
  expect(words(end)[2]).toMatch(/^The modem did not wake in the time it has; .*: 30\.0 s\. /)
  expect(end.steps[2]).toMatchObject({ fault: 'test-asleep' })
  expect(end.steps[2]?.ms).toBeLessThan(32_000)
})

test('a modem that is awake is no proof of waking it', async () => {
  const end = await ended('  - { name: wake, wake: {} }\n', 'sim:generic?speed=fast')
  expect(words(end)[0]).toMatch(/was awake already/)
  expect(end.steps[0]?.fault).toBe('test-was-awake')
})

const gnss = '  - { name: GNSS, gnss: { cn0: 30, satellites: 4, fix: 2m } }\n'

test('satellites are heard and a position is found', async () => {
  const end = await ended(gnss, 'sim:sim7672?speed=fast')
  expect(words(end)).toEqual([
    expect.stringMatching(/^C\/N0 of satellite 4 \d+ dB-Hz; First fix \d+(\.\d+)? s\.$/),
  ])
  expect(end.state).toBe('passed')
})

test.each([
  ['gnss-weak', /^C\/N0 of satellite 4( \d+ dB-Hz; wanted: at least 30 dB-Hz|: the modem told no)/],
  ['gnss-antenna', /^C\/N0 of satellite 4: the modem told no value/],
])('with %s planted too little is heard', async (knob, expected) => {
  const end = await ended(gnss, `sim:sim7672?speed=fast&${knob}=on`)
  expect(end.state).toBe('failed')
  expect(words(end)[0]).toMatch(expected)
})
