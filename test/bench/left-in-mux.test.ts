import { describe, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { encodeFrame, type FrameOption } from '@core/cmux/frame'
import { benchFixture } from '../support/bench-fixture'

const target = { apn: 'soracom.io', user: 'sora', password: 'sora', pingHost: 'pong.soracom.io' }

/** A bench whose simulated modem another program has left in the multiplexer; the modem says nothing by itself. */
async function benchWithMux(option: FrameOption, options: { askAt?: boolean } = {}) {
  const path = 'sim:sim7672?mux=both'
  const bench = await benchFixture()
  const port = await bench.simulators.open(path)
  let heard = ''
  port.onBytes((bytes) => (heard += latin1(bytes)))
  await port.write(bytesOf(`AT+CMUX=${option === 'basic' ? 0 : 1}\r`))
  await bench.clock.advance(500)
  await port.write(encodeFrame({ dlci: 0, cr: 1, control: 'SABM', pf: 1 }, option))
  await bench.clock.advance(500)
  expect(heard).toMatch(/OK\r\n.*\x03\x73/s)
  await port.close()
  expect(bench.simulators.modem(path).muxed).toBe(true)
  await bench.ask('port.open', { slot: 'a', path, options })
  const openedUs = bench.clock.monotonicUs()
  return {
    ...bench,
    path,
    sinceMs: () => (bench.clock.monotonicUs() - openedUs) / 1000,
    async [Symbol.asyncDispose]() {
      await bench.end()
      expect(bench.reports).toEqual([])
    },
  }
}

describe.each(['basic', 'advanced'] as const)(
  'a port behind which the modem sits in the multiplexer, %s option, opened in a slot',
  (option) => {
    test.each(['AT', 'AT+COPS=?'])('answers %s that is typed', async (text) => {
      await using bench = await benchWithMux(option)
      const asked = bench.ask('at.send', { slot: 'a', text })
      const answer = await asked
      expect(answer).toMatchObject({ final: 'OK' })
      expect(bench.state('a').mode).toBe('command')
      expect(bench.simulators.modem(bench.path).muxed).toBe(false)
    })

    test('is brought back when the port is opened, without anybody having typed', async () => {
      await using bench = await benchWithMux(option, { askAt: true })
      while (bench.state('a').mode === 'unknown' && bench.sinceMs() < 60_000)
        await bench.clock.advance(100)
      expect(bench.state('a').mode).toBe('command')
      expect(bench.sinceMs()).toBeLessThan(10_000)
      expect(bench.simulators.modem(bench.path).muxed).toBe(false)
    })

    test('is found within 10 s', async () => {
      await using bench = await benchWithMux(option)
      await bench.ask('at.send', { slot: 'a', text: 'AT' })
      expect(bench.sinceMs()).toBeLessThan(10_000)
    })

    test('runs a macro at once', async () => {
      await using bench = await benchWithMux(option)
      await bench.ask('macros.run', { slot: 'a', id: 'information', values: {} })
      while (bench.state('a').macro?.state === 'running' && bench.sinceMs() < 60_000)
        await bench.clock.advance(100)
      expect(bench.state('a').macro).toMatchObject({ state: 'done', refused: 0 })
    })

    test('tells what was left in the modem', async () => {
      await using bench = await benchWithMux(option)
      expect(await bench.ask('modem.leftovers', { slot: 'a' })).toEqual([])
    })

    test('connects as the wizard asks for it, with and without the multiplexer', async () => {
      for (const cmux of [false, true] as const) {
        await using bench = await benchWithMux(option)
        await bench.ask('connect.start', { slot: 'a', target: { ...target, cmux } })
        expect(await bench.verdict('a')).toMatchObject({ result: 'connected' })
        const step = bench.state('a').connect.steps.find(({ id }) => id === 'port')
        expect(step?.ms).toBeLessThan(10_000)
      }
    })
  },
)
