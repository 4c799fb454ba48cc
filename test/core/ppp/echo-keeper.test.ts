import { EchoKeeper } from '@core/ppp/echo-keeper'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../../support/manual-clock'

function keeper(intervalMs = 30_000) {
  const clock = new ManualClock()
  const said: string[] = []
  const echo = new EchoKeeper({
    clock,
    intervalMs,
    failures: 4,
    send: () => said.push('?'),
    dead: (unanswered) => said.push(`dead after ${unanswered}`),
  })
  return { clock, said, echo }
}

describe('whether the peer is there', () => {
  test('is asked every 30 s, and nothing follows from silence that was never broken', async () => {
    const { clock, said, echo } = keeper()
    echo.start()
    await clock.advance(29_999)
    expect(said).toEqual([])
    await clock.advance(1)
    expect(said).toEqual(['?'])
    await clock.advance(10 * 30_000)
    expect(said).toEqual(Array(11).fill('?'))
  })
  test('after one answer four silent ones are enough', async () => {
    const { clock, said, echo } = keeper()
    echo.start()
    await clock.advance(60_000)
    echo.answered()
    await clock.advance(4 * 30_000 + 29_999)
    expect(said).toEqual(Array(6).fill('?'))
    await clock.advance(1)
    expect([said.at(-1), said.length, clock.pending]).toEqual(['dead after 4', 7, 0])
  })
  test('another answer counts anew', async () => {
    const { clock, said, echo } = keeper()
    echo.start()
    echo.answered()
    await clock.advance(4 * 30_000)
    echo.answered()
    await clock.advance(4 * 30_000)
    expect(said).toEqual(Array(8).fill('?'))
  })
  test('a new beginning counts anew, but remembers that it answers, and asks once', async () => {
    const { clock, said, echo } = keeper()
    echo.start()
    echo.answered()
    await clock.advance(3 * 30_000)
    echo.start()
    expect(clock.pending).toBe(1)
    await clock.advance(4 * 30_000)
    expect(said).toEqual(Array(7).fill('?'))
    await clock.advance(30_000)
    expect(said.at(-1)).toBe('dead after 4')
  })
  test('is not asked without an interval, and no more after the end', async () => {
    const none = keeper(0)
    none.echo.start()
    expect(none.clock.pending).toBe(0)
    const { clock, said, echo } = keeper(1)
    echo.start()
    echo.stop()
    expect(clock.pending).toBe(0)
    await clock.advance(60_000)
    expect(said).toEqual([])
  })
})
