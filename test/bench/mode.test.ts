import { afterEach, expect, test } from 'vitest'
import { CallFailed } from '@contract'
import { latin1 } from '@core/bytes'
import { benchFixture } from '../support/bench-fixture'

const target = {
  apn: 'soracom.io',
  user: 'sora',
  password: 'sora',
  auth: 'auto',
  pdpType: 'IP',
  cid: 1,
  pingHost: '',
} as const

const open = { baudRate: 115_200, rtscts: false, dtr: true, rts: true }

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(() => fixture.end())

/** Slot A on a modem that another program left with a call open; nothing of ours is on the port yet. */
async function leftConnected(cmux: boolean) {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target: { ...target, cmux } })
  expect((await fixture.verdict('a')).result).toBe('connected')
  // As a crash does: the port is gone, and nobody says goodbye.
  await fixture.bench.slots.a.session?.port.close()
  await fixture.ask('port.close', { slot: 'a' })
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const from = fixture.entries.length
  return () =>
    fixture.entries
      .slice(from)
      .filter(({ dir }) => dir === 'tx')
      .map(({ bytes }) => latin1(bytes))
}

test.each([
  [false, 'data'],
  [true, 'cmux'],
] as const)(
  'a modem left with its call open (multiplexer: %s) is never asked in AT',
  async (cmux, mode) => {
    const sent = await leftConnected(cmux)
    // The network asks for a sign of life every 30 s; polls are due every 10 s.
    await fixture.clock.advance(31_000)
    expect(fixture.state('a')).toMatchObject({ mode, at: { through: null, found: true } })
    const failed = await fixture
      .ask('at.send', { slot: 'a', text: 'AT+CSQ' })
      .catch((e: unknown) => e)
    expect(failed).toBeInstanceOf(CallFailed)
    expect((failed as CallFailed).error.code).toBe('at-not-command-mode')
    expect((failed as CallFailed).error.said?.ja).toContain('何も送信していません')
    expect(sent()).toEqual([])
    const back = await fixture.ask('mode.back', { slot: 'a' })
    expect(back.result).toBe('command')
    expect(fixture.state('a')).toMatchObject({
      mode: 'command',
      at: { through: 'port', found: false },
    })
    expect(fixture.state('a').back?.steps.length).toBe(back.steps.length)
    const notes = fixture.entries
      .filter(({ dir }) => dir === 'note')
      .map(({ bytes }) => latin1(bytes))
    for (const step of back.steps)
      expect(notes.some((note) => note.includes(step.words.en))).toBe(true)
    expect((await fixture.ask('at.send', { slot: 'a', text: 'AT+CSQ' })).ok).toBe(true)
  },
)

test('a line typed right after opening waits for what a modem left in data mode says first', async () => {
  const sent = await leftConnected(false)
  while (fixture.state('a').mode !== 'data') await fixture.clock.advance(10)
  // The next sign of life is asked for 30 s later: the port is opened anew a moment before.
  await fixture.clock.advance(29_850)
  await fixture.bench.slots.a.close()
  await fixture.bench.slots.a.open('sim:sim7672', open)
  const failed = await fixture.ask('at.send', { slot: 'a', text: 'ATI' }).catch((e: unknown) => e)
  expect((failed as CallFailed).error.code).toBe('at-not-command-mode')
  expect(sent()).toEqual([])
})

test('a modem that nothing brings back is switched off and on by its board, from the offer', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  fixture.simulators.control('sim:sim7672', 'hang', 'on')
  const back = await fixture.ask('mode.back', { slot: 'a' })
  expect(back).toMatchObject({ running: false, result: 'none' })
  expect(back.steps.at(-1)?.rung).toBe('power')
  expect(fixture.state('a').board?.can).toMatchObject({ off: true, on: true })
  fixture.simulators.control('sim:sim7672', 'hang', 'off')
  await fixture.ask('mode.powerCycle', { slot: 'a' })
  await fixture.clock.advance(90_000)
  expect(fixture.state('a').board?.sequence).toMatchObject({ action: 'on', state: 'done' })
  expect((await fixture.ask('at.send', { slot: 'a', text: 'AT' })).ok).toBe(true)
  expect(fixture.state('a').mode).toBe('command')
})

test('the way back is cancelled by a person, and leaves a stated mode', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672?noanswer=1' })
  const climbing = fixture.bench.handlers['mode.back']({ slot: 'a' }).catch((e: unknown) => e)
  await fixture.clock.advance(10_000)
  expect(fixture.state('a').back?.running).toBe(true)
  await fixture.ask('mode.cancel', { slot: 'a' })
  await fixture.clock.until(climbing, 30_000)
  expect(fixture.state('a').back).toMatchObject({ running: false, result: null })
  expect(fixture.state('a').mode).toBe('unknown')
})

test('a connection that is taken back to command mode by a person is no trouble', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target })
  await fixture.verdict('a')
  await fixture.ask('mode.back', { slot: 'a' })
  expect(fixture.state('a')).toMatchObject({ connect: { state: 'idle' }, ip: null })
  expect(fixture.state('a').rungs.some(({ state }) => state === 'failure')).toBe(false)
})

test('AT is brought to a port that was left in the multiplexer; one in a call is left alone', async () => {
  await leftConnected(true)
  await fixture.clock.advance(31_000)
  expect(fixture.state('a').mode).toBe('cmux')
  await fixture.ask('at.reach', { slot: 'a' })
  expect(fixture.state('a').mode).toBe('command')
  await fixture.end()

  const sent = await leftConnected(false)
  await fixture.clock.advance(31_000)
  const failed = await fixture.ask('at.reach', { slot: 'a' }).catch((e: unknown) => e)
  const { code, said } = (failed as CallFailed).error
  expect(code).toBe('at-not-command-mode')
  expect(said?.en).toMatch(/speaks PPP.*No command was sent/)
  expect(said?.ja).toMatch(/PPP で動作中/)
  expect(sent()).toEqual([])
})

test('a port opened without the board it brings has none, and lists no other ports', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672', offerBoard: false })
  expect(fixture.state('a')).toMatchObject({ board: null, second: { offered: [] } })
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  expect(fixture.state('a').board?.automatic).toBe(true)
})
