import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { Fault, faultCode } from '@core/fault'
import type { DriverIo } from '@platform/serial/driver-io'
import { Outlet } from '@platform/serial/outlet'

/** A driver that has room for so many octets until it is emptied. */
class Tank implements DriverIo {
  readonly most = 16
  busy: Promise<number> | undefined
  readonly given: string[] = []
  room: number
  #wake: { resolve(taken: number): void; reject(error: unknown): void } | undefined
  constructor(room = Infinity) {
    this.room = room
  }
  give(bytes: Uint8Array): number {
    const taken = Math.min(this.room, bytes.length)
    this.room -= taken
    this.given.push(latin1(bytes.subarray(0, taken)))
    if (taken < bytes.length)
      this.busy = new Promise((resolve, reject) => (this.#wake = { resolve, reject }))
    return taken
  }
  empty(room: number, tookLate = 0): void {
    this.room = room
    this.busy = undefined
    this.#wake?.resolve(tookLate)
  }
  breaks(error: Error): void {
    this.#wake?.reject(error)
  }
  listen(): void {}
  stop(): void {}
}

const limitMs = 5000
function outletOn(io: DriverIo) {
  const seen: unknown[] = []
  const outlet: Outlet = new Outlet({
    label: 'port',
    io,
    limitMs: () => limitMs,
    failed: async (error) => {
      seen.push(error)
      outlet.end()
    },
    endFault: (cause) => new Fault('port-closed', undefined, { cause }),
  })
  return { outlet, seen, write: (text: string) => outcome(outlet.write(bytesOf(text))) }
}

const outcome = (write: Promise<void>) =>
  write.then(
    () => 'taken',
    (error: unknown) => `${faultCode(error)} ${error instanceof Error ? error.message : ''}`,
  )

describe('an outlet', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('hands over together what was asked for in one turn, as far as the driver takes it at once', async () => {
    const io = new Tank()
    const { write } = outletOn(io)
    const writes = ['AT', '+CSQ', '\r', 'twelve octets'].map(write)
    expect(await Promise.all(writes)).toEqual(['taken', 'taken', 'taken', 'taken'])
    expect(io.given).toEqual(['AT+CSQ\r', 'twelve octets'])
  })

  test('resolves each write once its last octet was taken, in order', async () => {
    const io = new Tank(5)
    const { write } = outletOn(io)
    const order: string[] = []
    const writes = ['abc', 'def', 'ghi'].map(async (text) => {
      await write(text)
      order.push(text)
    })
    await vi.advanceTimersByTimeAsync(1)
    expect(order).toEqual(['abc'])
    io.empty(100)
    await Promise.all(writes)
    expect(order).toEqual(['abc', 'def', 'ghi'])
    expect(io.given.join('')).toBe('abcdefghi')
  })

  test('gives up all that waits when nothing is taken in time, and says how much was', async () => {
    const io = new Tank(2)
    const { outlet, write } = outletOn(io)
    const [first, second] = [write('abc'), write('d')]
    await vi.advanceTimersByTimeAsync(limitMs - 1)
    expect(outlet.stuck).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(outlet.stuck).toBe(true)
    expect(await first).toMatch(/^port-stuck .*took 2 of 3 bytes/)
    expect(await second).toMatch(/^port-stuck .*took 0 of 1 bytes/)
    // What was given up never leaves.
    io.empty(100)
    expect(await write('new')).toBe('taken')
    expect(io.given).toEqual(['ab', 'new'])
    expect(outlet.stuck).toBe(false)
  })

  test('counts octets that the driver took too late to nobody', async () => {
    const io = new Tank(0)
    const { write } = outletOn(io)
    const lost = write('given up')
    await vi.advanceTimersByTimeAsync(limitMs)
    expect(await lost).toMatch(/^port-stuck/)
    const next = write('next')
    await vi.advanceTimersByTimeAsync(1)
    io.empty(100, 8)
    expect(await next).toBe('taken')
    expect(io.given).toEqual(['', 'next'])
  })

  test('takes a write that is asked for as soon as another was given up', async () => {
    const io = new Tank(0)
    const { outlet } = outletOn(io)
    const again = outlet.write(bytesOf('first')).catch(async () => outlet.write(bytesOf('second')))
    await vi.advanceTimersByTimeAsync(limitMs)
    io.empty(100)
    expect(await outcome(again)).toBe('taken')
    expect(io.given).toEqual(['', 'second'])
  })

  test('rejects what waits when the port ends, and what comes later', async () => {
    const { outlet, write } = outletOn(new Tank(0))
    const waiting = write('abc')
    await vi.advanceTimersByTimeAsync(1)
    outlet.end()
    expect(await waiting).toMatch(/^port-closed/)
    expect(await write('later')).toMatch(/^port-closed/)
  })

  test('tells what the driver said, and rejects what waits', async () => {
    const io = new Tank(1)
    const { seen, write } = outletOn(io)
    const waiting = write('abc')
    await vi.advanceTimersByTimeAsync(1)
    const error = new Error('EIO: i/o error, write')
    io.breaks(error)
    expect(await waiting).toMatch(/^port-closed/)
    expect(seen).toEqual([error])
  })
})
