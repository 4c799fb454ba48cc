import { expect, test } from 'vitest'
import { TcpReceiver } from '@core/ip/tcp-receiver'
import { ManualClock, settle } from '../../support/manual-clock'

function receiver(mss = 1460) {
  const clock = new ManualClock()
  const acked: number[] = []
  const one: TcpReceiver = new TcpReceiver({
    clock,
    mss,
    next: 0,
    acknowledge: () => {
      acked.push(one.next)
      one.announced()
    },
    disordered: () => undefined,
    readable: () => undefined,
  })
  const take = (octets: number) => one.take(one.next, new Uint8Array(octets), false)
  return { clock, acked, one, take }
}

test('acknowledges once for all that came in one read of the line', async () => {
  const { acked, take } = receiver()
  for (let i = 0; i < 7; i++) take(1460)
  expect(acked).toEqual([])
  await settle()
  expect(acked).toEqual([7 * 1460])
})

test('acknowledges every second segment of a sender whose segments are short', async () => {
  const { acked, take } = receiver()
  for (let i = 0; i < 6; i++) {
    take(512)
    await settle()
  }
  expect(acked).toEqual([1024, 2048, 3072])
})

test('acknowledges a single segment after 40 ms, by one timer however many there were', async () => {
  const { clock, acked, take } = receiver()
  take(1460)
  await clock.advance(39)
  take(1460)
  await settle()
  expect(acked).toEqual([2920])
  take(1460)
  expect(clock.pending).toBe(1)
  // The timer of the first one looks again for the last, which has its 40 ms, too.
  await clock.advance(39)
  expect(acked).toEqual([2920])
  await clock.advance(1)
  expect(acked).toEqual([2920, 4380])
  expect(clock.pending).toBe(0)
})

test('does not hurry for messages of a few octets', async () => {
  const { clock, acked, take } = receiver()
  for (let i = 0; i < 10; i++) take(10)
  await settle()
  expect(acked).toEqual([])
  await clock.advance(40)
  expect(acked).toEqual([100])
})

test('gives all that waits at once, in order', () => {
  const { one } = receiver()
  one.take(0, Uint8Array.of(1, 2), false)
  one.take(2, Uint8Array.of(3), false)
  expect([...(one.read() ?? [])]).toEqual([1, 2, 3])
  expect(one.read()).toBeUndefined()
})
