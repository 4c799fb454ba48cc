import { expect, test } from 'vitest'
import type { SimulatedModem } from '@core/simulator/modem'
import { quoted, seenIn } from '@core/words'
import { benchFixture } from '../../support/bench-fixture'

type Fixture = Awaited<ReturnType<typeof benchFixture>>

interface Case {
  readonly what: string
  /** Settings of the triggers; every other one is off. */
  readonly on: string
  readonly trigger: string
  readonly evidence: RegExp
  /** AT beside PPP on slot A. */
  readonly cmux: boolean
  act(fixture: Fixture, modem: SimulatedModem): void | Promise<unknown>
}

const knob =
  (id: string, value?: string) =>
  ({ simulators }: Fixture): void =>
    simulators.control('sim:sim7672', id, value)

const health = (kind: string, target: string) =>
  `health: { on: true, kind: ${kind}, target: '${target}', every: 2s, timeout: 1s, failures: 2, of: 3 }`

const cases: readonly Case[] = [
  {
    what: 'the network ends the session: PPP goes down',
    on: 'linkLost: true',
    trigger: 'link-lost',
    evidence: /Terminate-Request|NO CARRIER|PPPD/,
    cmux: false,
    act: knob('cut-session'),
  },
  {
    what: 'DCD falls on the bare port and PPP says nothing',
    on: 'linkLost: true',
    trigger: 'link-lost',
    evidence: /DCD/,
    cmux: false,
    act: (_fixture, modem) => modem.calls.hangUp(),
  },
  {
    what: 'DV falls on the CMUX channel of the call and PPP says nothing',
    on: 'linkLost: true',
    trigger: 'link-lost',
    evidence: /DV/,
    cmux: true,
    act: (_fixture, modem) => modem.calls.hangUp(),
  },
  {
    what: '+CGEV comes on the AT channel of CMUX and PPP says nothing',
    on: 'linkLost: true',
    trigger: 'link-lost',
    evidence: /^\+CGEV: NW PDN DEACT 1$/,
    cmux: true,
    act: (_fixture, modem) => modem.say('+CGEV: NW PDN DEACT 1'),
  },
  {
    what: 'the CMUX channel of the call is closed by DISC',
    on: 'linkLost: true',
    trigger: 'link-lost',
    evidence: /cmux 1 was closed/,
    cmux: true,
    act: ({ bench }) => bench.slots.a.needSession().discChannel('data'),
  },
  {
    what: 'the port vanishes',
    on: 'portGone: true',
    trigger: 'port-gone',
    evidence: /sim:sim7672/,
    cmux: false,
    act: knob('unplug', 'on'),
  },
  {
    what: 'registration is lost for longer than allowed',
    on: 'registrationLost: { on: true, for: 5s }',
    trigger: 'registration-lost',
    evidence: /not registered for \d+ s/,
    cmux: true,
    act: knob('lose-cells', 'on'),
  },
  {
    what: 'the signal is below its limit for longer than allowed',
    on: 'signal: { on: true, below: -115, for: 20s }',
    trigger: 'signal-low',
    evidence: /-12\d dBm, below -115 dBm for \d+ s/,
    cmux: true,
    act: knob('signal', '-125'),
  },
  ...(
    [
      ['ping', 'pong.soracom.io'],
      ['dns', 'pong.soracom.io'],
      ['http', 'http://ip.example/'],
      ['udp-echo', 'echo.example'],
      ['coap', 'coap://coap.example'],
    ] as const
  ).map(([kind, target]) => ({
    what: `two of three checks by ${kind} fail`,
    on: health(kind, target),
    trigger: 'health-failed',
    evidence: /ms\)$/,
    cmux: false,
    act: knob('loss', '1'),
  })),
]

const everyOff = [
  'linkLost: false',
  'portGone: false',
  'registrationLost: { on: false }',
  'health: { on: false }',
  'signal: { on: false }',
]

function config(on: string, cmux: boolean): string {
  const name = on.split(':')[0] ?? ''
  const triggers = [...everyOff.filter((line) => !line.startsWith(name)), on]
  const connect = `connect: { apn: soracom.io, user: sora, password: sora, cmux: ${cmux} }`
  return `slots:
  a: { port: 'sim:sim7672', ${connect} }
  b: { port: 'sim:sim5320', preset: soracom }
failover:
  mode: hot
  limits: { stay: 10s }
  triggers:
${triggers.map((line) => `    ${line}`).join('\n')}
`
}

async function running(text: string): Promise<Fixture & { modem: SimulatedModem }> {
  const fixture = await benchFixture()
  await fixture.ask('failover.start', { text })
  await fixture.clock.advance(90_000)
  const state = await fixture.ask('failover.state', undefined)
  expect(state).toMatchObject({ state: 'on', active: 'a', slots: { b: { ready: true } } })
  const modem = fixture.simulators.modem('sim:sim7672')
  return { ...fixture, modem }
}

test.each(cases)('switches when $what', async ({ what, on, cmux, trigger, evidence, act }) => {
  const fixture = await running(config(on, cmux))
  await fixture.clock.until(Promise.resolve(act(fixture, fixture.modem)))
  await fixture.clock.advance(60_000)
  const rows = fixture.bench.failover.state?.decisions ?? []
  const row = rows.find((one) => one.kind === 'switch')
  expect(row, JSON.stringify(rows.map(({ words }) => words.en))).toMatchObject({
    from: 'a',
    to: 'b',
    trigger,
    result: 'done',
  })
  expect(seenIn(row?.evidence.at(-1) ?? quoted(''), 'en')).toMatch(evidence)
  expect(row?.phases.map(({ phase }) => phase)).toContain('detect')
  expect(row?.ms).toBeGreaterThanOrEqual(0)
  // What was done by a fault that is over is made good by itself.
  await fixture.clock.advance(120_000)
  const lasts = /vanishes|registration|signal|checks/.test(what)
  if (!lasts) expect(fixture.bench.failover.state?.slots.a.ready).toBe(true)
  expect(fixture.reports).toEqual([])
  await fixture.end()
})

test.each(cases)('stays when $what and the trigger is off', async ({ on, cmux, act }) => {
  const off = everyOff.find((line) => line.startsWith(on.split(':')[0] ?? '')) ?? ''
  const fixture = await running(config(off, cmux))
  await fixture.clock.until(Promise.resolve(act(fixture, fixture.modem)))
  await fixture.clock.advance(60_000)
  const moved = fixture.bench.failover.state?.decisions.filter(({ kind }) => kind === 'switch')
  expect(moved).toEqual([])
  await fixture.end()
})

test('a port that vanishes is the reason, not the link that went with it, in both languages', async () => {
  const text = config('portGone: true', false).replace('linkLost: false', 'linkLost: true')
  const fixture = await running(text)
  fixture.simulators.control('sim:sim7672', 'unplug', 'on')
  await fixture.clock.advance(60_000)
  const row = fixture.bench.failover.state?.decisions.find(({ kind }) => kind === 'switch')
  expect(row).toMatchObject({ from: 'a', to: 'b', trigger: 'port-gone' })
  const said = JSON.stringify(fixture.bench.failover.state?.decisions)
  expect(said).not.toMatch(/\[object|stopped here|PPP down/)
  const seen = row?.evidence.at(-1) ?? quoted('')
  expect(seenIn(seen, 'en')).not.toBe(seenIn(seen, 'ja'))
  await fixture.end()
})

test('a person moves the traffic by hand, and it stays there', async () => {
  const fixture = await running(config('linkLost: true', false))
  await fixture.ask('failover.switch', { to: 'b' })
  await fixture.clock.advance(600_000)
  const state = fixture.bench.failover.state
  expect(state?.active).toBe('b')
  expect(state?.decisions.at(-1)).toMatchObject({ trigger: 'manual', result: 'done' })
  await fixture.end()
})

test('cold: B is off until A is cut, then A is powered off and B on, by their boards', async () => {
  const fixture = await benchFixture()
  const text = `slots:
  a: { port: 'sim:sim7672', preset: soracom, board: { id: microcat1, adapter: 'sim:sim7672' } }
  b: { port: 'sim:sim5320', preset: soracom, board: { id: 3gpi-v2, adapter: 'sim:sim5320' } }
failover: { mode: cold }
`
  await fixture.ask('failover.start', { text })
  await fixture.clock.advance(120_000)
  const power = (slot: 'a' | 'b') => fixture.state(slot).board?.reading.power
  expect([power('a'), power('b')]).toEqual(['on', 'off'])
  knob('cut-session')(fixture)
  await fixture.clock.advance(180_000)
  const row = fixture.bench.failover.state?.decisions.find(({ kind }) => kind === 'switch')
  expect(row, JSON.stringify(row)).toMatchObject({ trigger: 'link-lost', result: 'done' })
  expect(row?.phases.map(({ phase }) => phase)).toEqual([
    'detect',
    'power',
    'power',
    'boot',
    'attach',
    'ppp',
    'first byte',
  ])
  expect([power('a'), power('b')]).toEqual(['off', 'on'])
  expect(fixture.reports).toEqual([])
  await fixture.end()
})

test('warm: B is registered without a call, and makes one when A is cut', async () => {
  const fixture = await benchFixture()
  const text = `slots:
  a: { port: 'sim:sim7672', preset: soracom }
  b: { port: 'sim:sim5320', preset: soracom }
failover: { mode: warm }
`
  await fixture.ask('failover.start', { text })
  await fixture.clock.advance(90_000)
  expect(fixture.bench.slots.b.session?.upLink).toBeUndefined()
  expect(fixture.bench.failover.state?.slots.b.ready).toBe(true)
  knob('cut-session')(fixture)
  await fixture.clock.advance(60_000)
  const row = fixture.bench.failover.state?.decisions.find(({ kind }) => kind === 'switch')
  expect(row).toMatchObject({ trigger: 'link-lost', result: 'done' })
  expect(row?.phases.map(({ phase }) => phase)).toEqual(['detect', 'attach', 'ppp', 'first byte'])
  await fixture.end()
})

test('a port that cannot be opened at the start is tried until it is there', async () => {
  const fixture = await benchFixture()
  const { simulators, bench, clock } = fixture
  simulators.modem('sim:sim5320')
  simulators.control('sim:sim5320', 'unplug', 'on')
  const text = `slots:
  a: { port: 'sim:sim7672', preset: soracom }
  b: { port: 'sim:sim5320', preset: soracom }
failover: { mode: hot }
`
  await fixture.ask('failover.start', { text })
  await clock.advance(60_000)
  expect(bench.failover.state?.slots.b.ready).toBe(false)
  simulators.control('sim:sim5320', 'unplug', 'off')
  await clock.advance(180_000)
  expect(bench.failover.state?.slots.b.ready).toBe(true)
  await fixture.end()
})

test('stops and calls after so many attempts, where that is asked for', async () => {
  const fixture = await benchFixture()
  const { simulators, bench, clock } = fixture
  for (const name of ['sim:sim7672', 'sim:sim5320']) simulators.modem(name).faults.loseCells()
  const text = `slots:
  a: { port: 'sim:sim7672', preset: soracom }
  b: { port: 'sim:sim5320', preset: soracom }
failover: { mode: warm, retry: { first: 1s, longest: 5s, tries: 3 }, limits: { bring: 20s } }
`
  await fixture.ask('failover.start', { text })
  await clock.advance(300_000)
  const state = bench.failover.state
  expect(state).toMatchObject({ state: 'stopped', active: null })
  expect(state?.calls?.en).toMatch(/3 attempts in a row failed/)
  expect(state?.decisions.at(-1)).toMatchObject({ kind: 'stop' })
  await fixture.end()
})
