import { afterEach, expect, test } from 'vitest'
import { mistakeText } from '@contract'
import { benchFixture } from '../../support/bench-fixture'

type Fixture = Awaited<ReturnType<typeof benchFixture>>
let fixture: Fixture
afterEach(() => fixture.end())

interface Posted {
  readonly url: string
  readonly body: { readonly state: string; readonly alert: string; readonly text: string }
}
const modem = 'sim:sim7672'

/** Rules on a bench with a modem in slot A; what is posted, and the statuses with which it is answered, 204 when none is left. */
async function benchWith(alerts: readonly object[], statuses: number[] = []): Promise<Posted[]> {
  const posted: Posted[] = []
  fixture = await benchFixture(
    1,
    {},
    {
      postJson: async (url, body) => {
        posted.push({ url, body: JSON.parse(body) as Posted['body'] })
        return { status: statuses.shift() ?? 204 }
      },
    },
  )
  await fixture.ask('port.open', { slot: 'a', path: modem, options: { askAt: true } })
  await fixture.ask('alerts.add', { text: JSON.stringify({ alerts }) })
  await fixture.clock.advance(30_000)
  return posted
}
const turn = (knob: string, value?: string) => fixture.simulators.control(modem, knob, value)
const told = () =>
  fixture.events.flatMap((event) =>
    event.name === 'alert'
      ? [`${event.value.slot} ${event.value.kind}: ${event.value.words.en}`]
      : [],
  )
const raised = async () =>
  (await fixture.ask('alerts.list', undefined)).raised.map(({ name, slot }) => `${name} ${slot}`)
const journal = () => fixture.entries.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
const wait = (seconds: number) => fixture.clock.advance(seconds * 1000)

test('a value beyond its limit for long enough, and over when it is on the good side of its way back', async () => {
  const when = { value: 'rsrp_dbm', below: -110, back: -100, for: '30s' }
  await benchWith([{ name: 'weak', when, again: '1m' }])
  turn('signal', '-112')
  await wait(25)
  expect(await raised()).toEqual([])
  await wait(35)
  expect(await raised()).toEqual(['weak a'])
  turn('signal', '-105')
  await wait(120)
  expect(await raised()).toEqual(['weak a'])
  turn('signal', '-80')
  await wait(20)
  expect(told()).toEqual([
    'a raised: Alert "weak": RSRP below -110 dBm for 30 s.',
    'a cleared: Alert "weak" is over.',
  ])
  expect(fixture.bench.figures().alerts).toEqual([
    { name: 'weak', slot: 'a', count: 1, raised: false },
    { name: 'weak', slot: 'b', count: 0, raised: false },
  ])
  expect(journal()).toContain('Alert "weak": RSRP below')
})

test.each([
  ['sim-missing', 'remove-sim', 'on', 'off'],
  ['port-gone', 'unplug', 'on', 'off'],
  ['not-registered', 'lose-cells', 'on', 'off'],
] as const)('the state %s', async (state, knob, on, off) => {
  await benchWith([{ name: 'x', slot: 'a', when: { state, for: 10 }, again: 10 }])
  turn(knob, on)
  await wait(90)
  expect(await raised()).toEqual(['x a'])
  turn(knob, off)
  await wait(180)
  expect(await raised()).toEqual([])
})

test('a lost connection is one that nobody ended', async () => {
  await benchWith([{ name: 'lost', slot: 'a', when: { state: 'link-lost', for: 5 } }])
  const connect = async () => {
    await fixture.ask('connect.start', {
      slot: 'a',
      target: { apn: 'soracom.io', user: 'sora', password: 'sora' },
    })
    await fixture.verdict('a')
  }
  await connect()
  await fixture.ask('connect.disconnect', { slot: 'a' })
  await wait(60)
  expect(told()).toEqual([])
  await connect()
  turn('cut-session')
  await wait(60)
  expect(await raised()).toEqual(['lost a'])
  await connect()
  await wait(1)
  expect(await raised()).toEqual([])
})

test('a pattern fits rows of the modem, never the row that tells it; identifiers are masked', async () => {
  await benchWith([{ name: 'imei', slot: 'a', when: { pattern: '/imei|490154203237518/' } }])
  await fixture.ask('log.note', { slot: 'a', text: 'IMEI 490154203237518 came back' })
  await wait(1)
  expect(told()).toHaveLength(1)
  expect(told()[0]).toMatch(/^a raised: Alert "imei": IMEI .*IMEI-1.* came back/)
  expect(told()[0]?.replace('/imei|490154203237518/', '')).not.toContain('490154203237518')
})

test('a webhook is posted when it is raised and when it is over; its login and path are never told', async () => {
  const webhook = 'https://me:geheim@hooks.example.com/T0/secret-path?key=1'
  const rule = { name: 'gone', slot: 'a', when: { state: 'port-gone' }, do: { webhook } }
  const posted = await benchWith([rule], [500, 429])
  turn('unplug', 'on')
  await wait(60)
  turn('unplug', 'off')
  await wait(60)
  expect(posted.map(({ url, body }) => `${url} ${body.alert} ${body.state}`)).toEqual([
    ...['raised', 'raised', 'raised', 'cleared'].map((state) => `${webhook} gone ${state}`),
  ])
  expect(told()).toContain('a done: Alert "gone": https://hooks.example.com/… took it (HTTP 204).')
  const seen = JSON.stringify([
    fixture.events,
    await fixture.ask('alerts.list', undefined),
    journal(),
  ])
  expect(seen).not.toMatch(/geheim|secret-path/)
})

test('a webhook that is refused is posted once, one without an answer three times, and both are said', async () => {
  const rule = (name: string) => ({
    ...{ name, slot: 'a', when: { state: 'port-gone' } },
    do: { notice: false, webhook: `http://hooks.example.com/${name}` },
  })
  const posted = await benchWith([rule('one')], [404, 500, 502, 503])
  const [, first] = await fixture.ask('alerts.try', { name: 'one', slot: 'a' })
  expect(first?.words.en).toContain('after one try: it answered HTTP 404.')
  const [, second] = await fixture.ask('alerts.try', { name: 'one', slot: 'a' })
  expect(second).toMatchObject({ kind: 'failed', notice: false })
  expect(second?.words.ja).toContain('（3 回試行）：HTTP 503 が返りました')
  expect(posted).toHaveLength(4)
})

test('a macro runs where nobody is at work on the slot, and it is said where somebody is', async () => {
  const rule = {
    name: 'm',
    slot: 'a',
    when: { pattern: 'go on' },
    again: 10,
    do: { macro: 'information' },
  }
  await benchWith([rule])
  await fixture.ask('log.note', { slot: 'a', text: 'go on' })
  expect(told().at(-1)).toBe('a done: Alert "m" started the macro "Information list".')
  await wait(60)
  await fixture.ask('connect.start', {
    slot: 'a',
    target: { apn: 'soracom.io', user: 'sora', password: 'sora' },
  })
  await fixture.ask('log.note', { slot: 'a', text: 'go on' })
  expect(told().at(-1)).toContain('did not start the macro "information": the slot is connecting.')
})

test('rules are kept with the webhook sealed, and one given back as it was told stays', async () => {
  const files: Record<string, string> = {}
  const keyring = {
    seal: async (text: string) => Buffer.from(text).toString('base64'),
    open: async (text: string) => Buffer.from(text, 'base64').toString(),
  }
  fixture = await benchFixture(1, files, { keyring })
  const webhook = 'https://hooks.example.com/secret-path'
  const rule = { name: 'w', when: { state: 'port-gone' as const, for: '1m30s' }, do: { webhook } }
  await fixture.ask('alerts.save', { rule })
  const { rules } = await fixture.ask('alerts.list', undefined)
  expect(rules[0]).toMatchObject({
    when: { for: 90 },
    do: { webhook: 'https://hooks.example.com/…' },
  })
  const { words: _words, ...shown } = rules[0] ?? { words: '' }
  await fixture.ask('alerts.save', { rule: { ...shown, name: 'renamed' } as never, was: 'w' })
  expect(files['alerts.json']).not.toContain('secret-path')
  const sealed = JSON.parse(files['alerts.json'] ?? '') as { name: string; sealedWebhook: string }[]
  expect(sealed.map(({ name }) => name)).toEqual(['renamed'])
  expect(await keyring.open(sealed[0]?.sealedWebhook ?? '')).toBe(webhook)
})

test('a rule that cannot be read is kept beside and said, and the others apply', async () => {
  const rules = [
    { name: 'fine', when: { state: 'port-gone' } },
    { name: 'odd', when: { state: 'ill' } },
  ]
  const text = JSON.stringify(rules)
  fixture = await benchFixture(1, { 'alerts.json': text })
  expect((await fixture.ask('alerts.list', undefined)).rules.map(({ name }) => name)).toEqual([
    'fine',
  ])
  expect(fixture.files['alerts.json.unreadable']).toBe(text)
  expect(fixture.bench.snapshot().store[0]?.words.en).toContain('alerts.json: 1 of its entries')
})

test('what a person has dismissed is told again only after it has ended', async () => {
  await benchWith([{ name: 'x', slot: 'a', when: { mode: 'command', for: 1 }, again: 10 }])
  expect(await raised()).toEqual(['x a'])
  await fixture.ask('alerts.dismiss', { name: 'x', slot: 'a' })
  await wait(60)
  expect(await raised()).toEqual([])
  expect(told().at(-1)).toBe('a cleared: Alert "x" was dismissed by hand.')
})

const mistakes = [
  ['alerts: []', /^p:1:1: alerts: must be at least 1 entry$/],
  ['alerts:\n  - { name: x, when: {} }', /^p:2:16: alerts\.1\.when: says nothing to watch/],
  [
    'alerts:\n  - { name: x, when: { state: gone } }',
    /alerts\.1\.when\.state: expected one of link-lost/,
  ],
  ['alerts:\n  - { name: x, when: { value: rsrp_dbm } }', /when\.value: a value needs a limit/],
  ['alerts:\n  - { name: x, when: { pattern: "/(/" } }', /when\.pattern: missing closing \)/],
  [
    'alerts:\n  - { name: x, when: { pattern: x, for: 3 } }',
    /when\.for: a row of the log lasts no time/,
  ],
  ['alerts:\n  - { name: x, when: { mode: data, below: 3 } }', /when\.below: belongs to a value/],
  [
    'alerts:\n  - { name: x, when: { value: rsrp_dbm, below: -110, back: -115 } }',
    /when\.back: must not be below the limit/,
  ],
  [
    'alerts:\n  - { name: x, when: { value: rsrp_dbm, below: -110, above: -80 } }',
    /when\.above: a rule has one limit/,
  ],
  [
    'alerts:\n  - { name: x, when: { value: ping_loss_percent, above: 150 } }',
    /when\.above: is never reached: expected a percentage/,
  ],
  [
    'alerts:\n  - { name: x, when: { mode: data }, do: { notice: false } }',
    /alerts\.1\.do: the rule would do nothing/,
  ],
  // What stands behind a rule that cannot be read is looked at, too.
  [
    'alerts:\n  - { name: x, when: { state: gone } }\n  - { name: y, when: { mode: data, below: 3 } }\n  - { name: y, when: { mode: data } }',
    /alerts\.1\.when\.state[^]*alerts\.2\.when\.below[^]*alerts\.3\.name: another alert/,
  ],
  [
    'alerts:\n  - { name: x, when: { mode: data }, do: { webhook: "ftp://x/" } }',
    /do\.webhook: must be an http/,
  ],
  [
    'alerts:\n  - { name: x, when: { mode: data }, do: { macro: nope } }',
    /there is no macro "nope"; there are/,
  ],
  [
    'alerts:\n  - { name: x, when: { mode: data } }\n  - { name: x, when: { mode: cmux }, agian: 3 }',
    /^p:3:\d+: alerts\.2\.agian: there is no setting "agian" here/,
  ],
] as const
test('each mistake in a file is named by its line, column and key', async () => {
  fixture = await benchFixture()
  for (const [text, expected] of mistakes) {
    const read = await fixture.ask('alerts.read', { text })
    expect(read.rules).toBeNull()
    expect(read.mistakes.map((one) => mistakeText(one, 'p')).join('\n')).toMatch(expected)
  }
})
