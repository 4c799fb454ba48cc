import { afterEach, describe, expect, test } from 'vitest'
import { paced } from '@bench/slot/slot-raw'
import { CallFailed, may } from '@contract'
import { bytesOf, latin1 } from '@core/bytes'
import { benchFixture } from '../support/bench-fixture'
import { MemoryPort } from '../support/memory-port'

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(() => fixture.end())

const octets = (text: string) => ({ slot: 'a' as const, base64: btoa(text) })
const heard = () =>
  fixture.events
    .flatMap((event) => (event.name === 'bytes' ? event.value : []))
    .map(({ dir, text }) => (dir === 'tx' ? `>${text}` : text))
    .join('')
const sent = () =>
  fixture.events
    .flatMap((event) => (event.name === 'bytes' ? event.value : []))
    .map(({ dir, text }) => (dir === 'tx' ? text : ''))
    .join('')

test('keys go to the modem as they are, and are a line of the log once it is ended', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  for (const key of 'ATI\r') await fixture.ask('raw.write', octets(key))
  await fixture.clock.advance(1000)
  expect(heard()).toContain('SIM7672')
  const rows = fixture.events.flatMap((event) => (event.name === 'rows' ? event.value.rows : []))
  expect(rows.filter(({ dir }) => dir === 'tx').map(({ text }) => text)).toContain('ATI')
})

test('a prompt that keys led to is filled and ended by keys', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('raw.write', octets('AT+CMGF=1\r'))
  await fixture.clock.advance(500)
  await fixture.ask('raw.write', octets('AT+CMGW="+81901"\r'))
  await fixture.clock.advance(500)
  await fixture.ask('raw.write', octets('hello\u001a'))
  await fixture.clock.advance(2000)
  expect(heard()).toMatch(/\+CMGW: \d+/)
  expect(fixture.state('a').prompt).toBeNull()
})

test('no poll goes into a line that is being typed', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('at.send', { slot: 'a', text: 'ATI' })
  await fixture.ask('raw.write', octets('AT+C'))
  await fixture.clock.advance(20_000)
  expect(sent()).toMatch(/AT\+C$/)
  await fixture.ask('raw.write', octets('SQ\r'))
  await fixture.clock.advance(20_000)
  expect(heard()).toContain('+CSQ: ')
  // Polls go on behind it.
  expect(sent()).toMatch(/AT\+CSQ\r[^]*AT\+/)
})

test('results of what was typed are no sign of answers out of step: nothing is asked by itself', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  fixture.bench.slots.a.poller.set(false)
  for (const line of ['AT\r', 'AT\r', 'ATI\r', 'AT+CSQ\r']) {
    await fixture.ask('raw.write', octets(line))
    await fixture.clock.advance(1000)
  }
  expect(sent()).toBe('AT\rAT\rATI\rAT+CSQ\r')
})

test('a call that was dialled by keys is seen, and no key goes into it', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('at.send', { slot: 'a', text: 'AT' })
  expect(fixture.state('a').mode).toBe('command')
  await fixture.ask('at.send', { slot: 'a', text: 'AT+CGDCONT=1,"IP","soracom.io"' })
  await fixture.clock.advance(60_000)
  await fixture.ask('raw.write', octets('ATD*99#\r'))
  await fixture.clock.advance(10_000)
  expect(heard()).toContain('CONNECT')
  expect(fixture.state('a')).toMatchObject({ mode: 'data', at: { found: true } })
  await expect(fixture.ask('raw.write', octets('A'))).rejects.toThrow('PPP has the port')
})

test('a paste keeps its pace, and what is left of it is stopped', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  const paste = fixture.client.call('raw.write', {
    ...octets('AT\rATI\rAT+CSQ\r'),
    linePauseMs: 1000,
  })
  const failed = paste.then(
    () => 'done',
    (error: unknown) => (error instanceof CallFailed ? error.error.code : error),
  )
  await fixture.clock.advance(1500)
  expect(sent()).toBe('AT\rATI\r')
  await fixture.client.call('raw.stop', { slot: 'a' })
  expect(await failed).toBe('at-cancelled')
  await fixture.clock.advance(5000)
  expect(sent()).not.toContain('AT+CSQ\r')
})

describe('keys are refused, in words,', () => {
  test('from who may only look', async () => {
    fixture = await benchFixture()
    for (const name of ['raw.write', 'raw.stop', 'raw.break'])
      expect([name, may('read', name), may('use', name)]).toEqual([name, false, true])
  })
  test('where PPP has the port', async () => {
    fixture = await benchFixture()
    await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
    const target = {
      apn: 'soracom.io',
      user: 'sora',
      password: 'sora',
      auth: 'auto',
      pdpType: 'IP',
      cid: 1,
      pingHost: '',
    } as const
    await fixture.ask('connect.start', { slot: 'a', target })
    await expect(fixture.ask('raw.write', octets('A'))).rejects.toMatchObject({
      error: { code: 'connect-running' },
    })
    await fixture.verdict('a')
    const before = sent()
    await expect(fixture.ask('raw.write', octets('typed by hand'))).rejects.toThrow(
      'PPP has the port',
    )
    expect(sent().slice(before.length)).not.toContain('typed by hand')
  })
  test('without a port, and a break where the port has none', async () => {
    fixture = await benchFixture()
    await expect(fixture.ask('raw.write', octets('A'))).rejects.toThrow('no open port')
    await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
    await expect(fixture.ask('raw.break', { slot: 'a' })).rejects.toThrow('cannot send a break')
  })
})

test('a break is sent by the port that has one', async () => {
  const [host] = MemoryPort.pair()
  const broken: number[] = []
  const port = Object.assign(host, { sendBreak: async (ms: number) => void broken.push(ms) })
  fixture = await benchFixture(1, {}, { openPort: async () => port })
  await fixture.ask('port.open', { slot: 'a', path: 'tcp:bench:2000' })
  await fixture.ask('raw.break', { slot: 'a', ms: 300 })
  expect(broken).toEqual([300])
})

test.each([
  ['a\rb\r\nc\n', { linePauseMs: 50 }, ['a\r 50', 'b\r\n 50', 'c\n 0']],
  ['abc', { linePauseMs: 0 }, ['abc 0']],
  ['abc', { linePauseMs: 0, octetsPerSecond: 10 }, ['a 100', 'b 100', 'c 0']],
  ['abcde', { linePauseMs: 0, octetsPerSecond: 200 }, ['ab 10', 'cd 10', 'e 0']],
  ['a\rb', { linePauseMs: 50, octetsPerSecond: 10 }, ['a 100', '\r 150', 'b 0']],
] as const)('%j at %j goes out as %j', async (text, pace, pieces) => {
  fixture = await benchFixture()
  const told = paced(bytesOf(text), pace).map(({ piece, waitMs }) => `${latin1(piece)} ${waitMs}`)
  expect(told).toEqual(pieces)
})
