import { expect, test } from 'vitest'
import { CallFailed } from '@contract'
import { benchFixture } from '../support/bench-fixture'
import { MemoryPort } from '../support/memory-port'

test('names the settings an earlier program left in a modem, and puts them back', async () => {
  const { ask, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('at.send', { slot: 'a', text: 'AT+CEREG=2' })
  await ask('at.send', { slot: 'a', text: 'AT+IFC=2,2' })
  const found = await ask('modem.leftovers', { slot: 'a' })
  expect(found.map((one) => one.id)).toEqual(['cereg', 'flow'])
  const done = await ask('modem.restore', { slot: 'a' })
  expect(done.map(({ command, ok }) => [command, ok])).toEqual([
    ['AT+CEREG=0', true],
    ['AT+IFC=0,0', true],
  ])
  expect(await ask('modem.leftovers', { slot: 'a' })).toEqual([])
  await end()
})

test('leaves flow control alone where the port uses it, too', async () => {
  const { ask, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672', options: { rtscts: true } })
  await ask('at.send', { slot: 'a', text: 'AT+IFC=2,2' })
  expect(await ask('modem.leftovers', { slot: 'a' })).toEqual([])
  await end()
})

test('tries the ports a person names, and says which one is open already', async () => {
  const { ask, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const paths = ['sim:sim7672', 'sim:sim5320']
  const results = await ask('ports.probe', { paths })
  expect(results.map(({ path, found }) => [path, found])).toEqual([
    ['sim:sim7672', 'cannot open'],
    ['sim:sim5320', 'at'],
  ])
  await end()
})

test('closes a port though ModemManager does not answer: nothing is asked of it that nobody wants to know', async () => {
  const silent = () => new Promise<never>(() => undefined)
  const given: string[] = []
  const { ask, end } = await benchFixture(
    1,
    {},
    {
      modemManager: {
        look: silent,
        take: silent,
        release: async (path) => void given.push(path),
        releaseAll: async () => undefined,
      },
    },
  )
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('port.close', { slot: 'a' })
  expect(given).toEqual(['sim:sim7672'])
  await end()
})

test('a port without a line of its own opens without the framing that was asked for, and says so', async () => {
  const { ask, events, state, end } = await benchFixture()
  const options = { framing: '7E1' as const }
  await ask('port.open', { slot: 'a', path: 'sim:sim7672', options })
  expect(state('a').port).toMatchObject({ state: 'open' })
  expect(state('a').port).not.toHaveProperty('framing')
  const told = events.flatMap((event) => (event.name === 'told' ? [event.value.words.en] : []))
  expect(told.join()).toContain('7E1 was not set')
  await expect(
    ask('port.open', { slot: 'a', path: 'sim:sim7672', options: { framing: '9N1' as never } }),
  ).rejects.toThrow('options.framing: expected one of 8N1')
  await end()
})

test('a port with one tells it in its state and in the line of the log that opens it', async () => {
  const [host] = MemoryPort.pair()
  const framed = Object.assign(host, { framing: '7E1' as const })
  const { ask, events, state, clock, end } = await benchFixture(
    1,
    {},
    { openPort: async () => framed },
  )
  await ask('port.open', { slot: 'a', path: 'tcp:bench:2000', options: { framing: '7E1' } })
  expect(state('a').port?.framing).toBe('7E1')
  await clock.advance(100)
  const rows = events.flatMap((event) => (event.name === 'rows' ? event.value.rows : []))
  expect(JSON.stringify(rows)).toContain('tcp:bench:2000 opened, 115200 baud, 7E1')
  await end()
})

test('an open port whose modem speaks at another speed finds it, and AT goes on there', async () => {
  const { ask, state, events, clock, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('at.send', { slot: 'a', text: 'AT+IPR=57600' })
  const result = await ask('port.findSpeed', { slot: 'a' })
  expect(result).toMatchObject({ found: 'at', baudRate: 57_600 })
  expect(result.speeds?.map(({ baudRate, clean }) => [baudRate, clean])).toEqual([
    [115_200, false],
    [9600, false],
    [57_600, true],
  ])
  expect(state('a').port?.baudRate).toBe(57_600)
  expect(await ask('at.send', { slot: 'a', text: 'AT' })).toMatchObject({ ok: true })
  await clock.advance(100)
  const rows = events.flatMap((event) => (event.name === 'rows' ? event.value.rows : []))
  expect(JSON.stringify(rows)).toContain('57600 bit/s: Answers AT')
  await end()
})

test('a search for the speed that is given up, or in vain, ends at the speed the port had', async () => {
  const { ask, client, state, clock, simulators, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await ask('at.send', { slot: 'a', text: 'AT+IPR=2400' })
  const given = client.call('port.findSpeed', { slot: 'a' }).then(
    () => 'done',
    (error: unknown) => (error instanceof CallFailed ? error.error.code : error),
  )
  await clock.advance(4000)
  await client.call('at.cancel', { slot: 'a' })
  expect(await given).toBe('at-cancelled')
  expect(state('a').port?.baudRate).toBe(115_200)
  simulators.control('sim:sim7672', 'hang', 'on')
  const silent = await ask('port.findSpeed', { slot: 'a' })
  expect(silent).not.toHaveProperty('baudRate')
  expect(silent.words.en).toContain('No speed of 12 answers AT')
  expect(state('a').port?.baudRate).toBe(115_200)
  await end()
})

test('nothing is sent to a port that is not for AT, whatever its speed', async () => {
  const { ask, events, end } = await benchFixture()
  await ask('port.open', { slot: 'a', path: 'sim:sim7600/nmea' })
  await expect(ask('port.findSpeed', { slot: 'a' })).rejects.toThrow('port for something else')
  const sent = events.flatMap((event) => (event.name === 'bytes' ? event.value : []))
  expect(sent.filter(({ dir }) => dir === 'tx')).toEqual([])
  await end()
})
