import type { Binding } from './binding'
import type { DriverIo } from './driver-io'

// What may still leave after a write was given up, should the other side wake up.
const sliceBytes = 4096
const readBytes = 65536

/** By node-serialport's own reads and writes: Windows and macOS. */
export class SlicedIo implements DriverIo {
  readonly most = sliceBytes
  busy: Promise<number> | undefined
  readonly #binding: Binding
  #stopped = false

  constructor(binding: Binding) {
    this.#binding = binding
  }

  give(bytes: Uint8Array): number {
    const { length } = bytes
    // A copy, since the driver keeps it until it has taken it all.
    this.busy = this.#binding.write(Buffer.from(bytes)).then(() => {
      this.busy = undefined
      return length
    })
    return 0
  }

  listen(take: (bytes: Uint8Array) => void, failed: (error: unknown) => void): void {
    void this.#listen(take).catch(failed)
  }

  async #listen(take: (bytes: Uint8Array) => void): Promise<void> {
    const buffer = Buffer.allocUnsafe(readBytes)
    for (let under = this.#read(buffer); !this.#stopped;) {
      const count = await under
      const bytes = count === 0 ? undefined : new Uint8Array(buffer.subarray(0, count))
      // The next read is under way while the listeners work on this one.
      under = this.#read(buffer)
      // What it says is heard once it is waited for.
      under.catch(() => undefined)
      if (bytes && !this.#stopped) take(bytes)
    }
  }

  async #read(buffer: Buffer): Promise<number> {
    return (await this.#binding.read(buffer, 0, readBytes)).bytesRead
  }

  stop(): void {
    this.#stopped = true
  }
}
