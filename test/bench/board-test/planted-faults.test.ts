import { afterEach, expect, test } from 'vitest'
import { benchFixture } from '../../support/bench-fixture'

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(() => fixture.end())

/** Faults that a usual board stands: a plan that looks at them finds each by a step and in words of its own. */
const found: readonly (readonly [knob: string, steps: string, words: RegExp])[] = [
  [
    'roaming=home',
    "roams, at: { send: AT+CEREG?, expect: ': \\d,5' }",
    /^roams: The answer is not what the plan expects\. AT\+CEREG\? → \+CEREG: 0,1/,
  ],
  [
    'operator=44020',
    "operator, at: { send: AT+COPS?, expect: '44010' }",
    /^operator: .*\+COPS: 0,2,"44020"/,
  ],
  ['cell=39683665', 'cell, at: { send: AT+CPSI?, expect: "39683652" }', /^cell: .*39683665/],
  [
    'temperature=90',
    "temperature, at: { send: AT+CPMUTEMP, value: '(-?\\d+)', max: 85, unit: °C }",
    /^temperature: Value 90 °C; wanted: at most 85 °C\.$/,
  ],
  [
    'walk=20',
    'steady, rsrp: { min: -85, for: 60s }',
    /^steady: Lowest RSRP -\d+ dBm; wanted: at least -85 dBm/,
  ],
  [
    'files-full=on',
    "room, at: { send: AT+FSMEM, value: '\\(\\d+,(\\d+)\\)', max: 3000000 }",
    /^room: Value \d+; wanted: at most 3000000\.$/,
  ],
  [
    'broker=away',
    'broker, macro: { text: "AT+CMQTTSTART\\nexpect +CMQTTSTART: 0 within 20s\\nAT+CMQTTACCQ=0,\\"a\\"\\nAT+CMQTTCONNECT=0,\\"tcp://broker.example:1883\\",60,1\\nexpect +CMQTTCONNECT: 0,0 within 60s" }',
    /^broker: .*\+CMQTTCONNECT: 0,0/,
  ],
]

async function ended(text: string) {
  await fixture.ask('test.start', { slot: 'a', text, serial: '' })
  for (let passed = 0; passed < 3_600_000; passed += 500) {
    await fixture.clock.advance(500)
    const { a } = fixture.bench.tests.states
    if (a && a.state !== 'running') return a
  }
  throw new Error('the test did not end')
}
const failure = ({ steps }: Awaited<ReturnType<typeof ended>>) => {
  const step = steps.find(({ state }) => state === 'failed' || state === 'error')
  return step && `${step.name}: ${step.words.en}`
}
const plan = (knob: string, steps: string, connect: string) => `name: t
port: sim:sim7672?speed=fast${knob === '' ? '' : `&${knob}`}
connect: { apn: soracom.io, user: sora, password: sora${connect} }
steps:
  - { name: registered, registered: {} }
  - { name: ${steps} }
`

test.each(found)(
  'with %s planted the step that looks at it fails, and without it passes',
  async (knob, steps, words) => {
    fixture = await benchFixture()
    expect.soft(failure(await ended(plan(knob, steps, '')))).toMatch(words)
    await fixture.end()
    fixture = await benchFixture()
    expect.soft(failure(await ended(plan('', steps, '')))).toBeUndefined()
  },
)

const onLink: readonly (readonly [knob: string, connect: string, steps: string, words: RegExp])[] =
  [
    [
      'idle-cut=1',
      ', cmux: true',
      'rest, rsrp: { min: -140, for: 120s } }\n  - { name: ping, ping: { host: pong.soracom.io, count: 5 }',
      /^ping: There is no IP link over this modem/,
    ],
    [
      'auth=pap',
      ', auth: chap',
      'ping, ping: { host: pong.soracom.io }',
      /^PPP: The two sides find no common way to authenticate/,
    ],
    [
      'path-silent=on&path-mtu=600',
      '',
      "page, http: { url: 'http://speed.example/bytes/100000' }",
      /^page: The other side does not answer over TCP\. .*longer than 60000 ms/,
    ],
    [
      'mux-silent=on',
      ', cmux: true',
      'ping, ping: { host: pong.soracom.io }',
      /^PPP: The modem does not answer in the multiplexer\./,
    ],
  ]
test.each(onLink)(
  'with %s planted and %s a step over the link fails',
  async (knob, connect, steps, words) => {
    fixture = await benchFixture()
    const on = (one: string) => plan(one, `PPP, ppp: {} }\n  - { name: ${steps}`, connect)
    expect.soft(failure(await ended(on(knob)))).toMatch(words)
    await fixture.end()
    fixture = await benchFixture()
    expect.soft(failure(await ended(on('')))).toBeUndefined()
  },
)
