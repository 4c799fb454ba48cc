import { afterEach, beforeEach, expect, test } from 'vitest'
import { Beat } from '@bench/slot/beat'
import { Poller } from '@bench/slot/poller'
import { benchFixture } from '../../support/bench-fixture'

let bench: Awaited<ReturnType<typeof benchFixture>>
beforeEach(async () => {
  bench = await benchFixture()
})
afterEach(() => bench.end())

const poll = () => bench.state('a').poll
/** What was sent since, without what anybody typed. */
async function sentWithin(ms: number): Promise<readonly string[]> {
  const before = bench.entries.length
  await bench.clock.advance(ms)
  return bench.entries
    .slice(before)
    .filter(({ dir }) => dir === 'tx')
    .map(({ bytes }) => String.fromCharCode(...bytes).trim())
}

test('asks only questions, and nothing before the modem has answered somebody', async () => {
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  expect(await sentWithin(60_000)).toEqual([])
  await bench.ask('at.send', { slot: 'a', text: 'AT' })
  const sent = await sentWithin(11_000)
  expect(sent.length).toBeGreaterThan(2)
  for (const command of sent) expect(command).toMatch(/^AT\+[A-Z]+\??$/)
})

test('a modem that somebody asked who it is gets its own questions', async () => {
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim5320' })
  expect(poll().commands).toContain('AT+CEREG?')
  await bench.ask('at.send', { slot: 'a', text: 'ATI' })
  expect(bench.state('a').modem?.id).toBe('sim5320')
  expect(poll().commands).toEqual(['AT+CPIN?', 'AT+CGREG?', 'AT+CSQ', 'AT+CPSI?', 'AT+CBC'])
})

test('a modem that nobody asked is asked which model it is, once, and then its own questions', async () => {
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim5320' })
  await bench.ask('at.send', { slot: 'a', text: 'AT' })
  expect(await sentWithin(11_000)).toEqual(
    expect.arrayContaining(['AT+CGMM', 'AT+CPIN?', 'AT+CGREG?', 'AT+CPSI?']),
  )
  expect(bench.state('a').modem?.id).toBe('sim5320')
  expect(await sentWithin(60_000)).not.toContain('AT+CGMM')
})

test('asks for the SIM until it is ready: one that wants its PIN is told before anybody connects', async () => {
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim7672?pin=4711' })
  await bench.ask('at.send', { slot: 'a', text: 'AT' })
  expect(await sentWithin(11_000)).toContain('AT+CPIN?')
  const sim = bench.state('a').rungs.find(({ id }) => id === 'sim')
  expect(sim?.state).toBe('failure')
  expect(bench.state('a').facts.find(({ key }) => key === 'sim')?.value).toBe('SIM PIN')
  await bench.ask('at.send', { slot: 'a', text: 'AT+CPIN="4711"' })
  await bench.clock.advance(21_000)
  expect(await sentWithin(30_000)).not.toContain('AT+CPIN?')
  expect(poll().commands).not.toContain('AT+CPIN?')
})

test('drops what the modem does not know, with its answer', async () => {
  await bench.ask('port.open', { slot: 'a', path: 'sim:sara-r4' })
  await bench.ask('at.send', { slot: 'a', text: 'AT+CMEE=0' })
  await bench.clock.advance(31_000)
  expect(poll().refused).toEqual([{ command: 'AT+CBC', answer: 'ERROR' }])
  expect(poll().commands).not.toContain('AT+CBC')
  expect(await sentWithin(30_000)).not.toContain('AT+CBC')
})

test('goes on to the next registration command in the same round', async () => {
  const asked: string[] = []
  const session = {
    mode: 'command',
    way: { through: 'a' },
    at: { engine: { state: 'idle' } },
    async ask(command: string) {
      asked.push(command)
      return { final: command !== 'AT+CEREG?' ? { kind: 'ok' } : { kind: 'error', text: 'ERROR' } }
    },
  }
  const poller = new Poller({
    clock: bench.clock,
    beat: new Beat(bench.clock),
    session: () => session,
    profile: () => ({ registration: ['+CEREG', '+CREG'], signal: ['AT+CSQ'], supply: [] }),
    ...{ busy: () => false, isNamed: () => true, simReady: () => true },
    ...{ onRound: () => () => undefined, onChange: () => undefined },
  } as unknown as ConstructorParameters<typeof Poller>[0])
  poller.start()
  await bench.clock.advance(21_000)
  poller.stop()
  // An ERROR may be a modem that is busy: the second one is not.
  expect(asked).toEqual(['AT+CEREG?', 'AT+CSQ', 'AT+CEREG?', 'AT+CREG?', 'AT+CSQ'])
})

test('says at once that a modem names a command as not supported', async () => {
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim5320' })
  await bench.ask('at.send', { slot: 'a', text: 'AT+CMEE=2' })
  await bench.clock.advance(11_000)
  expect(poll().refused.map(({ command }) => command)).not.toContain('AT+CSQ')
})

test('asks again by a click, and after a restart', async () => {
  await bench.ask('port.open', { slot: 'a', path: 'sim:sara-r4' })
  await bench.ask('at.send', { slot: 'a', text: 'AT+CMEE=0' })
  await bench.clock.advance(31_000)
  expect(poll().refused).toHaveLength(1)
  await bench.ask('at.pollAgain', { slot: 'a', command: 'AT+CBC' })
  expect(poll().refused).toHaveLength(0)
  expect(await sentWithin(11_000)).toContain('AT+CBC')
  bench.simulators.control('sim:sara-r4', 'crash')
  await bench.clock.advance(9_000)
  expect(poll().refused).toEqual([])
})

test('is off in one call, and then nothing is sent', async () => {
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await bench.ask('at.send', { slot: 'a', text: 'AT' })
  await bench.ask('at.poll', { slot: 'a', on: false })
  expect(await sentWithin(60_000)).toEqual([])
  await bench.ask('at.poll', { slot: 'a', on: true, intervalMs: 1_000 })
  expect((await sentWithin(3_500)).length).toBeGreaterThan(6)
})
