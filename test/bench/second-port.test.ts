import { afterEach, expect, test } from 'vitest'
import { CallFailed } from '@contract'
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
const second = 'sim:sim7672/at2'

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(() => fixture.end())

async function connected(path: string | null = second) {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  if (path !== null) await fixture.ask('port.second', { slot: 'a', path })
  await fixture.ask('connect.start', { slot: 'a', target })
  expect((await fixture.verdict('a')).result).toBe('connected')
  expect(fixture.state('a').mode).toBe('data')
}
const rows = () =>
  fixture.events.flatMap((event) => (event.name === 'rows' ? event.value.rows : []))

test('the second AT port of the modem is offered, and none of another modem', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  expect(fixture.state('a').second).toEqual({
    offered: [
      {
        path: second,
        label: {
          en: 'SIM7672JP-MNGV (MicroCat.1): second AT port',
          ja: 'SIM7672JP-MNGV (MicroCat.1)：2 つ目の AT ポート',
        },
      },
    ],
    port: null,
  })
  await fixture.ask('port.open', { slot: 'b', path: 'sim:generic' })
  expect(fixture.state('b').second.offered).toEqual([])
})

test('terminal, polls and facts go on through it while PPP runs', async () => {
  await connected()
  expect(fixture.state('a').at).toEqual({ through: 'second', found: false, held: false })
  const before = fixture.state('a').facts.find(({ key }) => key === 'rsrp')?.atMs ?? 0
  const answer = await fixture.ask('at.send', { slot: 'a', text: 'AT+CPSI?' })
  expect(answer.lines[0]).toContain('+CPSI: LTE')
  await fixture.clock.advance(25_000)
  const after = fixture.state('a').facts.find(({ key }) => key === 'rsrp')?.atMs ?? 0
  expect(after).toBeGreaterThan(before + 10_000)
  expect(fixture.state('a')).toMatchObject({ mode: 'data', connect: { state: 'connected' } })
  const beside = rows().filter((row) => row.second)
  expect(beside.some((row) => row.text.includes('+CPSI: LTE'))).toBe(true)
  expect(beside.every((row) => row.kind !== 'ppp')).toBe(true)
  expect(rows().some((row) => row.kind === 'ppp' && !row.second)).toBe(true)
})

test('in command mode commands go through the first port', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('port.second', { slot: 'a', path: second })
  await fixture.ask('at.send', { slot: 'a', text: 'AT' })
  expect(fixture.state('a').at.through).toBe('port')
})

test('the data goes on when it is lost, commands are refused again, and it comes back by itself', async () => {
  await connected()
  await fixture.bench.slots.a.session?.second?.port.close()
  await fixture.clock.advance(10)
  expect(fixture.state('a').second.port?.state).toBe('failed')
  expect(fixture.state('a').at.through).toBeNull()
  expect(fixture.state('a').connect.state).toBe('connected')
  await fixture.ask('port.second', { slot: 'a', path: second })
  expect(fixture.state('a').at.through).toBe('second')
})

test('a modem that vanishes and returns has both ports again', async () => {
  await connected()
  fixture.simulators.control('sim:sim7672', 'unplug', 'on')
  await fixture.clock.advance(3000)
  expect(fixture.state('a')).toMatchObject({ mode: 'closed', second: { port: null } })
  fixture.simulators.control('sim:sim7672', 'unplug', 'off')
  await fixture.clock.advance(30_000)
  expect(fixture.state('a')).toMatchObject({ second: { port: { path: second, state: 'open' } } })
})

test.each([
  ['sim:sim7672', 'bad-input', 'is the port itself'],
  ['sim:generic/at2', 'port-name', 'no second AT port'],
  ['sim:sim7600', 'port-already-open', ''],
] as const)('%s cannot be the second port: %s', async (path, code, words) => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'b', path: 'sim:sim7600' })
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const failed = await fixture.ask('port.second', { slot: 'a', path }).catch((e: unknown) => e)
  expect(failed).toBeInstanceOf(CallFailed)
  expect((failed as CallFailed).error).toMatchObject({ code })
  expect((failed as CallFailed).error.detail).toContain(words)
  expect(fixture.state('a').second.port?.state).toBe('failed')
  expect(fixture.state('a').port?.state).toBe('open')
})

test('a port that does not answer AT is not used', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  fixture.simulators.control('sim:sim7672', 'hang', 'on')
  const failed = await fixture
    .ask('port.second', { slot: 'a', path: second })
    .catch((e: unknown) => e)
  expect((failed as CallFailed).error.code).toBe('port-no-at')
  expect(fixture.bench.slots.a.session?.second).toBeUndefined()
})

test('it is remembered with its first port, and given up on request', async () => {
  await connected()
  await fixture.ask('port.close', { slot: 'a' })
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  expect(fixture.state('a').second.port?.state).toBe('open')
  await fixture.ask('port.second', { slot: 'a', path: null })
  expect(fixture.state('a').second.port).toBeNull()
  await fixture.ask('port.close', { slot: 'a' })
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  expect(fixture.state('a').second.port).toBeNull()
})

test('the way back runs on the first port while the second one takes AT', async () => {
  await connected()
  const climbing = fixture.bench.handlers['mode.back']({ slot: 'a' })
  await fixture.clock.advance(50)
  expect(fixture.state('a').at.through).toBe('second')
  expect((await fixture.clock.until(climbing, 60_000)).result).toBe('command')
  expect(fixture.state('a').at.through).toBe('port')
})
