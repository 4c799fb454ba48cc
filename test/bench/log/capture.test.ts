import { latin1 } from '@core/bytes'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { benchFixture } from '../../support/bench-fixture'
import { soracom } from '../../support/connect-bench'

let fixture: Awaited<ReturnType<typeof benchFixture>>
beforeEach(async () => {
  fixture = await benchFixture()
})
afterEach(() => fixture.end())

const open = (path = 'sim:sim7672?auth=pap') => fixture.ask('port.open', { slot: 'a', path })
async function connect() {
  await fixture.ask('connect.start', { slot: 'a', target: { ...soracom, auth: 'pap' } })
  expect((await fixture.verdict('a')).result).toBe('connected')
}
const notes = () =>
  fixture.entries.filter(({ dir }) => dir === 'note').map(({ bytes }) => latin1(bytes))

test('writes what is said on the port while it happens, without the password', async () => {
  await open()
  const started = await fixture.ask('net.capture', { slot: 'a', on: true })
  expect(started).toMatchObject({ on: true, way: 'pipe', redact: true })
  expect(started.command).toContain('wireshark -k -i')
  await connect()
  const text = latin1(fixture.captures.last)
  expect(text).toContain('ATD*99')
  expect(text).toContain('a ppp')
  expect(text).toContain('xxxx')
  expect(text).not.toContain('\x04sora\x04sora')
  await fixture.clock.advance(1_000)
  expect(fixture.state('a').net.capture.packets).toBeGreaterThan(50)
  expect(fixture.state('a').net.capture.bytes).toBe(fixture.captures.last.length)
  expect(fixture.state('b').net.capture.on).toBe(false)
})

test('leaves the password readable only when it is told to, and says so in the log', async () => {
  await open()
  await fixture.ask('net.capture', { slot: 'a', on: true, redact: false })
  await connect()
  expect(latin1(fixture.captures.last)).toContain('\x04sora\x04sora')
  expect(notes().join()).toContain('with readable passwords')
})

test('ends with a word in the log, and starts anew with a file of its own', async () => {
  await open()
  await fixture.ask('net.capture', { slot: 'a', on: true, way: 'file' })
  await fixture.ask('net.capture', { slot: 'a', on: true, way: 'file', language: 'ja' })
  expect(fixture.captures.all.map(({ closed }) => closed)).toEqual([true, false])
  const off = await fixture.ask('net.capture', { slot: 'a', on: false })
  expect(off).toMatchObject({ on: false, path: '/data/captures/slot-a.file' })
  const size = fixture.captures.last.length
  await fixture.ask('at.send', { slot: 'a', text: 'AT' })
  expect(fixture.captures.last.length).toBe(size)
  expect(notes().filter((text) => text.includes('Capture off'))).toHaveLength(2)
})

test('begins with a whole capture again for each reader', async () => {
  await open()
  await fixture.ask('net.capture', { slot: 'a', on: true })
  await connect()
  const [one] = fixture.captures.all
  one?.parts.splice(0)
  one?.parts.push(one.options.head())
  await fixture.ask('net.ping', { slot: 'a', host: 'pong.soracom.io', count: 1 })
  // The names of the interfaces are told again, as a reader that just came needs them.
  expect(latin1(fixture.captures.last)).toContain('a ppp')
})
