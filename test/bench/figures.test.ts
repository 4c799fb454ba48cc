import { expect, test } from 'vitest'
import { benchFixture } from '../support/bench-fixture'

const soracom = { apn: 'soracom.io', user: 'sora', password: 'sora', pingHost: 'pong.soracom.io' }

test('a bench in numbers: what a slot is, what it measures, and how often something has happened', async () => {
  const { ask, verdict, end, bench } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  for (let time = 1; time <= 2; time++) {
    await ask('connect.start', { slot: 'a', target: soracom })
    expect((await verdict('a')).result).toBe('connected')
    await ask('net.ping', { slot: 'a', host: 'pong.soracom.io', count: 2 })
    await ask('connect.disconnect', { slot: 'a' })
  }
  const { slots, failover } = await ask('figures.read', undefined)
  expect(failover).toBeNull()
  const [a, b] = slots
  expect(a).toMatchObject({
    slot: 'a',
    port: 'sim:sim7672',
    portState: 'open',
    modem: 'SIM7672',
    model: 'SIM7672JP-MNGV',
    mode: 'command',
    registrationStat: 5,
    registered: true,
    access: 'LTE',
    band: 'LTE B28',
    connectedMs: null,
    verdicts: [{ result: 'connected', reason: '', count: 2 }],
    lastVerdict: { result: 'connected', reason: '' },
  })
  expect(a?.measured.rsrpDbm).toBeLessThan(-40)
  // The check of a connection pings, too.
  expect(a?.counted).toMatchObject({
    registrations: 1,
    registrationLosses: 0,
    connections: 2,
    connectionEnds: 2,
    portLosses: 0,
    pingsLost: 0,
  })
  expect(a?.counted.pings).toBeGreaterThanOrEqual(4)
  expect(a?.counted.pingSeconds).toBeGreaterThan(0)
  expect(b).toMatchObject({ slot: 'b', port: '', portState: 'closed', verdicts: [] })
  // Nothing that tells whose SIM it is.
  const known = bench.slots.a.state.facts.filter(({ secret }) => secret)
  expect(known.map(({ key }) => key)).toEqual(expect.arrayContaining(['imei', 'imsi', 'iccid']))
  for (const { value } of known) expect(JSON.stringify(slots)).not.toContain(value)
  await end()
})

test('octets go on counting over connections, and a failure counts under its reason', async () => {
  const { ask, verdict, clock, end } = await benchFixture()
  await ask('port.open', { slot: 'b', path: 'sim:sim7672' })
  const octets = async () => {
    const { slots } = await ask('figures.read', undefined)
    return slots[1]?.counted.rxBytes ?? 0
  }
  const after: number[] = []
  for (let time = 1; time <= 2; time++) {
    await ask('connect.start', { slot: 'b', target: soracom })
    await verdict('b')
    await ask('net.ping', { slot: 'b', host: 'pong.soracom.io', count: 3 })
    await clock.advance(2000)
    after.push(await octets())
    await ask('connect.disconnect', { slot: 'b' })
  }
  const [first = 0, second = 0] = after
  // Three answers to pings of 56 octets, twice.
  expect(first).toBeGreaterThanOrEqual(3 * 84)
  expect(second).toBeGreaterThanOrEqual(2 * first * 0.9)
  await ask('connect.start', { slot: 'b', target: { ...soracom, password: 'wrong' } })
  const { reason } = await verdict('b')
  const { slots } = await ask('figures.read', undefined)
  expect(slots[1]?.verdicts).toContainEqual({ result: 'failed', reason, count: 1 })
  await end()
})

test('a port that vanishes is counted once', async () => {
  const { ask, clock, simulators, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  simulators.control('sim:sim7672', 'unplug', 'on')
  await clock.advance(5000)
  const { slots } = await ask('figures.read', undefined)
  expect(slots[0]).toMatchObject({ portState: 'gone', counted: { portLosses: 1 } })
  await end()
})
