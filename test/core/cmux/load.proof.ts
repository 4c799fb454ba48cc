import { describe, expect, test } from 'vitest'
import type { BytePort } from '@core/ports/byte-port'
import { ask, loaded } from './loaded'

/** Octets that say where they belong, so that a lost or a swapped one shows. */
function piece(at: number, length: number): Uint8Array {
  return new Uint8Array(length).map((_, i) => ((at + i) * 31 + ((at + i) >> 8)) & 0xff)
}

/** Sends so many octets, one write after the other, as PPP does. */
async function pour(port: BytePort, total: number): Promise<void> {
  for (let at = 0; at < total; at += 1500) await port.write(piece(at, Math.min(1500, total - at)))
}

/** Checks what arrives against what was sent. */
function gauge(port: BytePort) {
  const state = { octets: 0, wrong: 0 }
  port.onBytes((bytes) => {
    const expected = piece(state.octets, bytes.length)
    for (let i = 0; i < bytes.length; i++) if (bytes[i] !== expected[i]) state.wrong++
    state.octets += bytes.length
  })
  return state
}

describe('full load at 921600 baud', () => {
  test.each([
    [1500, 10_000_000],
    [31, 500_000],
  ])(
    'N1 %i: %i octets each way arrive whole, and AT is answered within 100 ms',
    async (n1, total) => {
      const { clock, data, at, farData } = await loaded(n1)
      const down = gauge(data)
      const up = gauge(farData)
      let moving = true
      const moved = Promise.all([pour(farData, total), pour(data, total)]).then(
        () => (moving = false),
      )
      const asked = ask(clock, at, 500, () => moving)
      await clock.until(moved, 600_000, 250)
      const tookMs = await clock.until(asked)
      await clock.advance(100)
      expect(down).toEqual({ octets: total, wrong: 0 })
      expect(up).toEqual({ octets: total, wrong: 0 })
      expect(tookMs.length).toBeGreaterThan(10)
      expect(Math.max(...tookMs)).toBeLessThan(100)
    },
  )

  test('the line is used: 1 MB takes hardly longer than its frames need', async () => {
    const { clock, data, farData } = await loaded(1500)
    const down = gauge(data)
    const fromUs = clock.monotonicUs()
    await clock.until(pour(farData, 1_000_000), 600_000, 10)
    await clock.advance(20)
    expect(down.octets).toBe(1_000_000)
    const seconds = (clock.monotonicUs() - fromUs) / 1e6
    expect(1_000_000 / seconds / 92_160).toBeGreaterThan(0.97)
  })

  test('three channels at once get a third each', async () => {
    const { clock, computer, modem, data } = await loaded(127)
    const others = [
      await clock.until(computer.openChannel(3)),
      await clock.until(computer.openChannel(4)),
    ]
    const gauges = [1, 3, 4].map((dlci) => {
      const port = modem.channels.find((channel) => channel.dlci === dlci)
      if (!port) throw new Error(`no channel ${dlci}`)
      return gauge(port)
    })
    const all = [data, ...others].map((port) => pour(port, 200_000))
    await clock.advance(3000)
    const shares = gauges.map(({ octets }) => octets)
    expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(3000)
    await clock.until(Promise.all(all))
  })
})
