import { AsyncLocalStorage } from 'node:async_hooks'
import { constants, openSync, closeSync, writeSync, mkdtempSync, rmSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bytesOf, latin1 } from '@core/bytes'
import { watched, type Watch } from '@platform/serial/binding'
import { driverIo } from '@platform/serial/driver-io-of'
import { PolledIo } from '@platform/serial/polled-io'
import { SlicedIo } from '@platform/serial/sliced-io'
import { Driver } from '../../support/driver'

type Event = 'readable' | 'writable'

/** libuv's poll as the test wants it: it says what it is told to. */
class SaidWatch implements Watch {
  readonly asked: number[] = []
  readonly #listeners: Record<Event, (error: Error | null) => void> = {
    readable: () => undefined,
    writable: () => undefined,
  }
  on(event: Event, listener: (error: Error | null) => void): void {
    this.#listeners[event] = listener
  }
  poll(events: number): void {
    this.asked.push(events)
  }
  says(event: Event, error: Error | null = null): void {
    this.#listeners[event](error)
  }
}

const both = watched.readable | watched.writable

// A named pipe is the descriptor that every test may have; Windows has none, and never comes here.
describe.skipIf(process.platform === 'win32')('reads and writes without a thread', () => {
  let folder: string
  let pipe: string
  let near: number
  let opened: number[] = []
  const open = (flags: number) => {
    const fd = openSync(pipe, flags | constants.O_NONBLOCK)
    opened.push(fd)
    return fd
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'modem-bench-fifo-'))
    pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    near = open(constants.O_RDWR)
  })
  afterEach(() => {
    for (const fd of opened) closeSync(fd)
    opened = []
    rmSync(folder, { recursive: true })
  })

  test('an addon calls back in the context in which the port was opened', () => {
    const context = new AsyncLocalStorage<string>()
    const watch = new SaidWatch()
    const io = context.run('opened here', () => new PolledIo(near, watch))
    const contexts: unknown[] = []
    io.listen(
      () => contexts.push(context.getStore()),
      (error) => {
        throw error
      },
    )
    writeSync(near, 'OK')
    watch.says('readable')
    expect(contexts).toEqual(['opened here'])
  })

  function heardOn(watch: SaidWatch) {
    const heard: Uint8Array[] = []
    const errors: unknown[] = []
    const io = new PolledIo(near, watch)
    io.listen(
      (bytes) => heard.push(bytes),
      (error) => errors.push(error),
    )
    return { io, heard, errors }
  }

  test('hands on what came, each time for its own listener', () => {
    const watch = new SaidWatch()
    const { heard } = heardOn(watch)
    for (const text of ['RING', 'x'.repeat(3000), 'y'.repeat(3000)]) {
      writeSync(near, bytesOf(text))
      watch.says('readable')
    }
    expect(heard.map(latin1)).toEqual(['RING', 'x'.repeat(3000), 'y'.repeat(3000)])
    // Whoever keeps one of them may write into it.
    heard[1]?.fill(0)
    expect(latin1(heard[2] ?? new Uint8Array())).toBe('y'.repeat(3000))
    expect(heard[0]?.buffer.byteLength).toBe(4)
  })

  test('takes a false alarm for what it is, and listens on', () => {
    const watch = new SaidWatch()
    const { heard, errors } = heardOn(watch)
    watch.says('readable')
    expect([heard, errors]).toEqual([[], []])
    expect(watch.asked.at(-1)).toBe(watched.readable)
  })

  test('asks for octets and room together, since the poll forgets what it is not asked again', async () => {
    const watch = new SaidWatch()
    const { io, heard } = heardOn(watch)
    let given = 0
    while (io.busy === undefined) given += io.give(new Uint8Array(io.most))
    expect(watch.asked.at(-1)).toBe(both)
    watch.says('readable')
    expect(watch.asked.at(-1)).toBe(both)
    watch.says('writable')
    expect(await io.busy).toBeUndefined()
    expect(watch.asked.at(-1)).toBe(watched.readable)
    for (let before = -1; before !== heard.length;) {
      before = heard.length
      watch.says('readable')
    }
    expect(heard.reduce((sum, { length }) => sum + length, 0)).toBe(given)
  })

  test('tells an error of the poll to who reads and to who writes', async () => {
    const watch = new SaidWatch()
    const { io, errors } = heardOn(watch)
    while (io.busy === undefined) io.give(new Uint8Array(io.most))
    const error = new Error('EBADF')
    const { busy } = io
    watch.says('readable', error)
    watch.says('writable', error)
    expect(errors).toEqual([error])
    await expect(busy).rejects.toBe(error)
  })

  test('touches nothing after it was stopped', () => {
    const watch = new SaidWatch()
    const { io, heard } = heardOn(watch)
    writeSync(near, bytesOf('late'))
    const { length } = watch.asked
    io.stop()
    watch.says('readable')
    expect(heard).toEqual([])
    expect(watch.asked).toHaveLength(length)
  })

  test.runIf(process.platform === 'linux')(
    'is the way of a descriptor that never blocks alone',
    () => {
      const over = (fd: number) => Object.assign(new Driver([]), { fd, poller: new SaidWatch() })
      expect(driverIo(over(near))).toBeInstanceOf(PolledIo)
      const blocking = openSync(pipe, constants.O_RDWR)
      opened.push(blocking)
      expect(driverIo(over(blocking))).toBeInstanceOf(SlicedIo)
      expect(driverIo(new Driver([]))).toBeInstanceOf(SlicedIo)
    },
  )
})
