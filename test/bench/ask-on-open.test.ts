import { expect, test } from 'vitest'
import { benchFixture } from '../support/bench-fixture'

const opened = async (path: string, askAt: boolean, ms = 12_000) => {
  const bench = await benchFixture()
  await bench.ask('port.open', { slot: 'a', path, options: { askAt } })
  await bench.clock.advance(ms)
  return {
    ...bench,
    async [Symbol.asyncDispose]() {
      await bench.end()
      expect(bench.reports).toEqual([])
    },
  }
}
const sentTo = (bench: Awaited<ReturnType<typeof opened>>) =>
  bench.entries.filter((entry) => 'dir' in entry && entry.dir === 'tx')

const textOf = ({ bytes }: { bytes: Uint8Array }) => String.fromCharCode(...bytes).trim()

test('a modem is asked AT once its port is open, and then at once how it is', async () => {
  await using bench = await opened('sim:sim7672', true, 1_000)
  expect(bench.state('a').mode).toBe('command')
  const [first, ...others] = sentTo(bench).map(textOf)
  expect(first).toBe('AT')
  expect(others).toEqual(expect.arrayContaining([...bench.state('a').poll.commands]))
  expect(others.slice(0, 2)).toEqual(['AT+CGMM', 'AT+CPIN?'])
})

test('a locked SIM is told a second after the port was opened', async () => {
  await using bench = await opened('sim:sim7672?pin=4711', true, 1_000)
  expect(bench.state('a').rungs.find(({ id }) => id === 'sim')?.state).toBe('failure')
})

test('nothing but AT is asked where polling is off', async () => {
  await using bench = await opened('sim:sim7672', false, 0)
  await bench.ask('at.poll', { slot: 'a', on: false })
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim7672', options: { askAt: true } })
  await bench.clock.advance(30_000)
  expect(sentTo(bench).map(textOf)).toEqual(['AT'])
})

test('a port that is only to be listened to is sent nothing', async () => {
  await using bench = await opened('sim:sim7672', false, 9_000)
  expect(bench.state('a').mode).toBe('unknown')
  expect(sentTo(bench)).toEqual([])
})

test('a port that is for positions is not asked', async () => {
  await using bench = await opened('sim:sim7600/nmea', true)
  expect(sentTo(bench)).toEqual([])
})

test('a modem that is off leaves the port open, and says that nobody answers', async () => {
  await using bench = await opened('sim:sim7672?boot=off', true)
  expect(bench.state('a')).toMatchObject({ port: { state: 'open' }, unresponsive: true })
})

test('a command that is typed meanwhile is answered, and a connection starts at once', async () => {
  await using bench = await opened('sim:sim7672', true, 0)
  expect(await bench.ask('at.send', { slot: 'a', text: 'AT+CSQ' })).toMatchObject({ final: 'OK' })
  await bench.ask('port.open', { slot: 'a', path: 'sim:sim7672', options: { askAt: true } })
  await bench.ask('connect.start', {
    slot: 'a',
    target: { apn: 'soracom.io', user: 'sora', password: 'sora' },
  })
  expect(await bench.verdict('a')).toMatchObject({ result: 'connected' })
})

test('closing at once ends it', async () => {
  await using bench = await opened('sim:sim7672?boot=off', true, 500)
  await bench.ask('port.close', { slot: 'a' })
  const before = sentTo(bench).length
  await bench.clock.advance(10_000)
  expect(sentTo(bench)).toHaveLength(before)
})
