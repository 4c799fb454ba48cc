import { Duplex } from 'node:stream'
import type { ByteStream } from '@core/ports/stream'

/** A stream of ours as one of Node's. What broke it is kept: the layers of Node above tell it in their own words. */
export class Carrier extends Duplex {
  readonly #coming: Promise<ByteStream>
  #stream: ByteStream | undefined
  /** Why the stream below broke; undefined while it has not. */
  broke: unknown
  #reading = false

  /** A stream that is still being made is waited for; what it fails with, this one fails with. */
  constructor(stream: ByteStream | Promise<ByteStream>) {
    super({ allowHalfOpen: true })
    this.#coming = Promise.resolve(stream)
  }

  override _construct(done: (error?: Error | null) => void): void {
    this.#coming.then(
      (stream) => {
        this.#stream = stream
        done()
      },
      (error: unknown) => {
        this.broke ??= error
        done(asError(error))
      },
    )
  }

  override _read(): void {
    if (this.#reading || !this.#stream) return
    this.#reading = true
    this.#stream.read().then(
      (chunk) => {
        this.#reading = false
        this.push(chunk ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length) : null)
      },
      (error: unknown) => this.#break(error),
    )
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    if (!this.#stream) return done(new Error('not open'))
    this.#stream.write(chunk).then(
      () => done(),
      (error: unknown) => {
        this.broke ??= error
        done(asError(error))
      },
    )
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#stream?.end()
    done()
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    // Both sides ended in order: what is left of the connection ends by itself.
    if (error || !this.writableFinished || !this.readableEnded) this.#abort()
    done(error)
  }

  /** One that is still being made is cut when it is there. */
  #abort(): void {
    if (this.#stream) this.#stream.abort()
    else
      this.#coming.then(
        (stream) => stream.abort(),
        () => undefined,
      )
  }

  #break(error: unknown): void {
    this.broke ??= error
    this.destroy(asError(error))
  }
}

export const asError = (error: unknown) =>
  error instanceof Error ? error : new Error(String(error))
