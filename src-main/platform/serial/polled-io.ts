import { AsyncResource } from 'node:async_hooks'
import { readSync, writeSync } from 'node:fs'
import { Slab } from '@core/slab'
import { watched, type Watch } from './binding'
import type { DriverIo } from './driver-io'

/** A terminal of Linux takes no more at once (pty 8 KiB, UART 4 KiB, USB less): more would be gathered again for the next write. */
const mostOctets = 16_384
/** N_TTY of Linux hands out as much at once. */
const leastRoom = 4096
/** What is shorter gets memory of its own: an answer that is kept must not keep all the others. */
const shortOctets = 1024
const hungUpMs = 100

/**
 * Reads and writes of the main thread on a descriptor that never blocks, whenever the system says that there are octets or room.
 * A read or write of node-serialport goes to a thread and back instead, each, and twice where the driver is empty or full.
 */
export class PolledIo implements DriverIo {
  readonly most = mostOctets
  busy: Promise<number> | undefined
  readonly #fd: number
  readonly #watch: Watch
  #watched = 0
  #take: (bytes: Uint8Array) => void = () => undefined
  #failed: (error: unknown) => void = () => undefined
  readonly #slab = new Slab()
  #hasRoom: { resolve(taken: number): void; reject(error: unknown): void } | undefined
  #again: NodeJS.Timeout | undefined
  #stopped = false

  constructor(fd: number, watch: Watch) {
    this.#fd = fd
    this.#watch = watch
    // Node's own calls come back in the context they were made in (AsyncLocalStorage); those of an addon do not by themselves.
    watch.on(
      'readable',
      AsyncResource.bind((error: Error | null) => this.#readable(error)),
    )
    watch.on(
      'writable',
      AsyncResource.bind((error: Error | null) => this.#writable(error)),
    )
  }

  give(bytes: Uint8Array): number {
    const taken = this.#write(bytes)
    if (taken === bytes.length) return taken
    this.busy = new Promise((resolve, reject) => {
      this.#hasRoom = { resolve, reject }
    })
    this.#look(this.#watched | watched.writable)
    return taken
  }

  #write(bytes: Uint8Array): number {
    try {
      return writeSync(this.#fd, bytes)
    } catch (error) {
      if (isNothing(error)) return 0
      throw error
    }
  }

  listen(take: (bytes: Uint8Array) => void, failed: (error: unknown) => void): void {
    this.#take = take
    this.#failed = failed
    this.#look(this.#watched | watched.readable)
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#again)
  }

  /** All that is waited for, each time: libuv forgets what is not asked for again. A watch that was ended must not be asked. */
  #look(events: number): void {
    this.#watched = events
    if (!this.#stopped) this.#watch.poll(events)
  }

  #writable(error: Error | null): void {
    const waiting = this.#hasRoom
    if (!waiting) return
    this.#hasRoom = undefined
    if (error) return waiting.reject(error)
    this.busy = undefined
    this.#look(this.#watched & ~watched.writable)
    waiting.resolve(0)
  }

  #readable(error: Error | null): void {
    if (this.#stopped || (this.#watched & watched.readable) === 0) return
    if (error) return this.#readFailed(error)
    try {
      const bytes = this.#read()
      // A terminal that was hung up is readable and empty for ever; whoever looks for the device ends it.
      if (bytes?.length === 0) return this.#restAwhile()
      this.#look(this.#watched)
      if (bytes) this.#take(bytes)
    } catch (failure) {
      this.#readFailed(failure)
    }
  }

  #readFailed(error: unknown): void {
    this.#look(this.#watched & ~watched.readable)
    this.#failed(error)
  }

  #restAwhile(): void {
    this.#look(this.#watched & ~watched.readable)
    this.#again = setTimeout(() => this.#look(this.#watched | watched.readable), hungUpMs)
  }

  /** What has come; undefined where it was a false alarm. */
  #read(): Uint8Array | undefined {
    const room = this.#slab.room(leastRoom)
    let count
    try {
      count = readSync(this.#fd, room, 0, room.length, null)
    } catch (error) {
      if (isNothing(error)) return undefined
      throw error
    }
    return count <= shortOctets ? room.slice(0, count) : this.#slab.keep(count)
  }
}

const nothing = new Set(['EAGAIN', 'EWOULDBLOCK', 'EINTR'])

/** The driver has no octets, or no room, now. */
function isNothing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && nothing.has(String(error.code))
}
