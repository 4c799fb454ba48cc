import { CallFailed, type Words } from '@contract'
import { faultCode, Fault } from '@core/fault'
import type { SeenLine } from '@core/words'
import { checkLines } from '@platform/gpio/check-lines'
import { parseAdapterName } from '@platform/gpio/adapter-name'
import { micropythonName } from '@platform/micropython/wiring'
import { parsePortName } from '@platform/serial/port-name'
import { afterEach, expect, test } from 'vitest'
import { benchFixture } from '../support/bench-fixture'
import { soracom } from '../support/connect-bench'

let fixture: Awaited<ReturnType<typeof benchFixture>>
afterEach(async () => {
  await fixture.end()
})

/** What a person types is the same in both languages. */
const command = /modem-bench [a-z]+ [a-z]+/g
/** Three English words in a row; names, units and what a server says are shorter. */
const sentence = /\b[A-Za-z]?[a-z]{2,}(?: [a-z]{2,}){2,}/

/** What a Japanese reader sees of a call: its failure, or its answer and the lines below it. */
async function japanese(call: Promise<unknown>): Promise<readonly string[]> {
  const texts = (list: readonly (Words | undefined)[]) => list.flatMap((one) => one?.ja ?? [])
  try {
    const { words, lines = [] } = (await call) as { words: Words; lines?: readonly SeenLine[] }
    return texts([words, ...lines.map((line) => (typeof line === 'string' ? undefined : line))])
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error
    const { said, detail, meaning, tries } = error.error
    return [said?.ja ?? detail, ...texts([meaning, ...tries])]
  }
}

const english = async (call: Promise<unknown>) =>
  (await japanese(call)).filter((text) => sentence.test(text.replaceAll(command, '')))

async function online() {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672' })
  await fixture.ask('connect.start', { slot: 'a', target: soracom })
  expect((await fixture.verdict('a')).result).toBe('connected')
}

test('the tools over a link answer a Japanese reader without an English sentence', async () => {
  fixture = await benchFixture()
  expect(await english(fixture.ask('net.ping', { slot: 'a', host: '8.8.8.8' }))).toEqual([])
  await fixture.end()
  await online()
  const calls = [
    () => fixture.ask('net.ping', { slot: 'a', host: 'pong.soracom.io', count: 2 }),
    () => fixture.ask('net.ping', { slot: 'a', host: '192.0.2.99', count: 1 }),
    () => fixture.ask('net.ping', { slot: 'a', host: '300.1.1.1' }),
    () => fixture.ask('net.ping', { slot: 'a', host: 'fe80::1' }),
    () => fixture.ask('net.ping', { slot: 'a', host: 'no host at all' }),
    () => fixture.ask('net.ping', { slot: 'a', host: '8.8.8.8', count: -1 }),
    () => fixture.ask('net.http', { slot: 'a', url: 'https://ip.example/' }),
    () => fixture.ask('net.dns', { slot: 'a', name: 'no.such.name.example' }),
    () => fixture.ask('net.dns', { slot: 'a', name: 'pong.soracom.io', server: 'nowhere' }),
    () => fixture.ask('net.http', { slot: 'a', url: 'http://ip.example/' }),
    () => fixture.ask('net.http', { slot: 'a', url: 'http://metadata.soracom.io/nothing' }),
    () => fixture.ask('net.http', { slot: 'a', url: 'http://192.0.2.99/' }),
    () => fixture.ask('net.traceroute', { slot: 'a', host: '8.8.8.8' }),
    () => fixture.ask('net.ntp', { slot: 'a', host: 'ntp.soracom.io' }),
    () => fixture.ask('net.ntp', { slot: 'a', host: '192.0.2.99' }),
    () => fixture.ask('net.throughput', { slot: 'a', url: 'http://192.0.2.99/', seconds: 1 }),
    () => fixture.ask('net.mtu', { slot: 'a', host: '8.8.8.8' }),
    () => fixture.ask('net.resolvers', { slot: 'a', names: ['soracom.io'], rounds: 1 }),
    () =>
      fixture.ask('net.natTimeout', {
        slot: 'a',
        stunHost: 'stun.example',
        tcpHost: 'example.com',
        tcpPort: 80,
        mostSeconds: 30,
      }),
    () => fixture.ask('net.iperf3', { slot: 'a', host: 'example.com' }),
    () => fixture.ask('net.udpEcho', { slot: 'a', host: 'echo.example', count: 2 }),
    () => fixture.ask('net.udpEcho', { slot: 'a', host: 'echo.example', port: 9, count: 1 }),
    () => fixture.ask('net.udpEcho', { slot: 'a', host: '192.0.2.99', count: 1 }),
    () => fixture.ask('net.coap', { slot: 'a', url: 'coap://coap.example/', count: 2 }),
    () => fixture.ask('net.coap', { slot: 'a', url: 'coap://coap.example/none', count: 1 }),
    () => fixture.ask('net.coap', { slot: 'a', url: 'coap://echo.example/', count: 1 }),
    () => fixture.ask('net.coap', { slot: 'a', url: 'coap://echo.example:9', count: 1 }),
    () => fixture.ask('net.coap', { slot: 'a', url: 'coaps://coap.example/' }),
    () => fixture.ask('net.soracom', { slot: 'a', what: 'funnel', by: 'udp', body: '{"a":' }),
    () => fixture.ask('net.soracom', { slot: 'a', what: 'pong', by: 'udp' }),
    () => fixture.ask('net.mtu', { slot: 'a', host: '192.0.2.99' }),
    () => fixture.ask('net.bufferbloat', { slot: 'a', url: 'http://192.0.2.99/', seconds: 1 }),
  ]
  for (const call of calls) expect(await english(call())).toEqual([])
})

test('a ping prints its lines in both languages', async () => {
  await online()
  const ping = { slot: 'a', host: 'pong.soracom.io', count: 2 } as const
  expect((await fixture.ask('net.ping', ping)).lines).toContainEqual({
    en: 'pong.soracom.io (100.127.100.127): 2 sent, 2 received, 0 % lost',
    ja: 'pong.soracom.io (100.127.100.127)：送信 2、受信 2、損失 0 %',
  })
})

test('a modem that does not follow its key, and one whose STATUS tells nothing, say so in Japanese', async () => {
  fixture = await benchFixture()
  await fixture.ask('port.open', { slot: 'a', path: 'sim:sim7672?boot=off' })
  fixture.simulators.modem('sim:sim7672').power.pwrkey = () => undefined
  await fixture.ask('board.power', { slot: 'a', action: 'on' })
  for (let passed = 0; passed < 300_000; passed += 50) {
    await fixture.clock.advance(50)
    if (fixture.state('a').board?.sequence?.state !== 'running') break
  }
  const sequence = fixture.state('a').board?.sequence
  expect(sequence?.state).toBe('failed')
  const texts = (sequence?.entries ?? []).map(({ words }) => words.ja)
  expect(texts.filter((text) => sentence.test(text))).toEqual([])
  expect(texts.join()).toContain('のままです')
})

test('a board, a line or an adapter that does not fit is refused in Japanese', async () => {
  fixture = await benchFixture()
  const set = (board: string, adapter: string) =>
    fixture.ask('board.set', { slot: 'a', board, adapter, lines: {} })
  expect(await english(set('5gpi', 'sim:sim7672'))).toEqual([])
  expect(await english(set('4gpi', 'parallel:1'))).toEqual([])
  const line = fixture.ask('board.line', { slot: 'b', line: 'power', active: true })
  expect(await english(line)).toEqual([])
})

test('names and wirings that cannot be read are refused in Japanese', async () => {
  fixture = await benchFixture()
  const caps = {
    lines: [{ pin: 1, in: true, out: true }],
    openDrain: 'none',
    pushPull: true,
  } as unknown as Parameters<typeof checkLines>[0]
  const line = { name: 'power', pin: 1, dir: 'out', drive: 'open-drain', activeLow: true }
  const refusals: readonly (() => unknown)[] = [
    () => parseAdapterName('parallel:1'),
    () => parseAdapterName('numato:'),
    () => parsePortName('tcp:nowhere', 'linux'),
    () => parsePortName('', 'linux'),
    () => parsePortName('LPT1', 'win32'),
    () => micropythonName('micropython:/dev/ttyACM0?tx=999'),
    () => micropythonName('micropython:/dev/ttyACM0?colour=1'),
    () => checkLines(caps, [line as never], 'sim'),
    () => checkLines(caps, [{ ...line, pin: 9 } as never], 'sim'),
  ]
  for (const refused of refusals) {
    let fault: unknown
    try {
      refused()
    } catch (error) {
      fault = error
    }
    expect(faultCode(fault)).toBeDefined()
    if (fault instanceof Fault) expect(fault.said.ja).not.toMatch(sentence)
    if (fault instanceof Fault) expect(fault.said.ja).not.toBe(fault.said.en)
  }
})
