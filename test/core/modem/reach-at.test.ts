import { describe, expect, test } from 'vitest'
import { latin1 } from '@core/bytes'
import { Fault, faultCode } from '@core/fault'
import { connectBench } from '../../support/connect-bench'

/** A modem that an earlier program, killed since, left in the multiplexer with a call; nobody has said anything. */
async function leftInMux(options = '') {
  const bench = await connectBench(`sim:sim7672${options}`)
  await bench.connect({ cmux: true, pingHost: '' })
  await bench.killAndReopen()
  expect(bench.modem.muxed).toBe(true)
  const from = bench.wire.length
  const sent = () =>
    bench.wire
      .slice(from)
      .filter(({ dir }) => dir === 'tx')
      .map(({ bytes }) => latin1(bytes))
  return { ...bench, session: bench.session, sent }
}

describe.each(['', '?mux=advanced', '?mux-late=on'])(
  'a silent modem in the multiplexer (sim7672%s)',
  (options) => {
    test.each(['AT', 'AT+CSQ', 'AT+COPS=?'])(
      'answers %s, sent once, within 10 s',
      async (command) => {
        const bench = await leftInMux(options)
        const startUs = bench.clock.monotonicUs()
        let beganMs = 0
        bench.session.on((event) => {
          if (event.kind === 'mode' && event.mode === 'command')
            beganMs = (bench.clock.monotonicUs() - startUs) / 1000
        })
        const reply = await bench.clock.until(bench.session.ask(command), 300_000)
        expect(reply.ok).toBe(true)
        expect(beganMs).toBeGreaterThan(0)
        expect(beganMs).toBeLessThan(10_000)
        if (command !== 'AT')
          expect(bench.sent().filter((text) => text.startsWith(command))).toHaveLength(1)
        await bench.close()
      },
    )
  },
)

test('several commands at once wait for one search', async () => {
  const bench = await leftInMux()
  const replies = ['AT+CSQ', 'AT+CREG?', 'AT+CPIN?'].map((command) => bench.session.ask(command))
  for (const reply of await bench.clock.until(Promise.all(replies), 60_000))
    expect(reply.ok).toBe(true)
  expect(bench.sent().filter((text) => text.includes('\xc3\x01'))).toHaveLength(1)
  await bench.close()
})

test('who gives up leaves the search to the others', async () => {
  const bench = await leftInMux()
  const abort = new AbortController()
  const first = bench.session.ask('AT+CSQ', { signal: abort.signal }).catch(faultCode)
  const second = bench.session.ask('AT+CREG?')
  await bench.clock.advance(1000)
  abort.abort(new Fault('at-cancelled'))
  expect(await bench.clock.until(first, 1000)).toBe('at-cancelled')
  expect((await bench.clock.until(second, 60_000)).ok).toBe(true)
  await bench.close()
})

test('a modem that is off is looked for once, and the command is sent all the same', async () => {
  const bench = await connectBench('sim:sim7672')
  bench.modem.faults.hang(true)
  const took = async () => {
    const startUs = bench.clock.monotonicUs()
    const asked = bench.session.ask('AT+CSQ', { timeoutMs: 2000 }).catch(faultCode)
    expect(await bench.clock.until(asked, 60_000)).toBe('at-timeout')
    return (bench.clock.monotonicUs() - startUs) / 1000
  }
  expect(await took()).toBeLessThan(12_000)
  expect(await took()).toBeLessThan(4000)
  await bench.close()
})
