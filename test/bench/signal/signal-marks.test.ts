import { expect, test } from 'vitest'
import { benchFixture } from '../../support/bench-fixture'

const soracom = { apn: 'soracom.io', user: 'sora', password: 'sora', pingHost: 'pong.soracom.io' }
type Fixture = Awaited<ReturnType<typeof benchFixture>>
const kindsOf = (fixture: Fixture) => fixture.bench.marks.marks.events.map((event) => event.kind)

async function connected(): Promise<Fixture> {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  expect((await fixture.verdict('a')).result).toBe('connected')
  return fixture
}

test('marks the port, the registration, the cell and the connection as they happen', async () => {
  const fixture = await connected()
  const kinds = kindsOf(fixture)
  for (const kind of ['port', 'registration', 'cell', 'connected'] as const)
    expect(kinds).toContain(kind)
  await fixture.ask('connect.disconnect', { slot: 'a' })
  expect(kindsOf(fixture).at(-1)).toBe('disconnected')
  await fixture.end()
})

test('a mark stands at a line of the log', async () => {
  const fixture = await connected()
  const { events } = await fixture.ask('signal.marks', undefined)
  const { rows } = await fixture.ask('log.page', { filter: {}, count: 5000 })
  const moments = new Set(rows.map((row) => row.monoUs))
  const cell = events.find((event) => event.kind === 'cell')
  expect(cell && moments.has(cell.monoUs)).toBe(true)
  await fixture.end()
})

test('counts the time on a cell, and ends it with the port', async () => {
  const fixture = await connected()
  const [stay] = fixture.bench.marks.marks.cells
  expect(stay).toMatchObject({ slot: 'a', toMs: null, access: 'LTE' })
  expect(stay?.rsrp?.min).toBeLessThan(0)
  await fixture.ask('port.close', { slot: 'a' })
  expect(fixture.bench.marks.marks.cells.at(-1)?.toMs).toBeGreaterThan(stay?.fromMs ?? 0)
  await fixture.end()
})

test('echoes of a ping become latency and loss in the charts', async () => {
  const fixture = await connected()
  const ping = { slot: 'a', host: 'pong.soracom.io', count: 3 } as const
  await fixture.ask('net.ping', ping)
  const samples = await fixture.ask('signal.history', {})
  const echoes = samples.filter((sample) => sample.lossPercent !== undefined)
  expect(echoes.map((echo) => echo.lossPercent)).toEqual([0, 0, 0])
  expect(echoes.every((echo) => (echo.latencyMs ?? 0) > 0)).toBe(true)
  await fixture.end()
})

test('the same fault again and again is one mark', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('at.send', { slot: 'a', text: 'AT+CMEE=2' })
  fixture.simulators.control('sim:sim7672', 'remove-sim', 'on')
  for (let n = 0; n < 3; n++) await fixture.ask('at.send', { slot: 'a', text: 'AT+CPIN?' })
  const faults = fixture.bench.marks.marks.events.filter((event) => event.kind === 'fault')
  expect(new Set(faults.map((fault) => fault.words.en)).size).toBe(faults.length)
  expect(faults.length).toBeGreaterThan(0)
  await fixture.end()
})

test('a scan lists the operators with their state', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('at.send', { slot: 'a', text: 'AT+CFUN=1' })
  await fixture.clock.advance(20_000)
  const { operators } = await fixture.ask('operators.scan', { slot: 'a' })
  expect(operators.length).toBeGreaterThan(1)
  expect(operators.find((one) => one.state === 'current')?.numeric).toMatch(/^\d{5}$/)
  await fixture.end()
})

test('what a modem does not know of the questions that every modem is asked is no fault on the time line; another refusal is', async () => {
  const fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim5320' })
  const faults = () => kindsOf(fixture).filter((kind) => kind === 'fault')
  const ask = (text: string) => fixture.ask('at.send', { slot: 'a', text })
  expect((await ask('AT+CEREG?')).final).toBe('ERROR')
  await ask('AT+CMEE=2')
  expect((await ask('AT+CEREG?')).final).not.toBe('OK')
  for (const question of ['AT+CESQ', 'AT+CPSMS?']) expect((await ask(question)).ok).toBe(false)
  expect(faults()).toEqual([])
  expect((await ask('AT+NOSUCH?')).ok).toBe(false)
  expect(faults()).toHaveLength(1)
  await fixture.end()
})
