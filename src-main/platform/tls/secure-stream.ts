import type { TLSSocket } from 'node:tls'
import { Fault } from '@core/fault'
import { Gate } from '@core/ip/gate'
import type { ByteStream } from '@core/ports/stream'
import type { TlsFacts, TlsStream } from '@core/ports/tls'
import type { Carrier } from './carrier'
import { handshakeFault } from './handshake-fault'

/** A finished TLS connection as a stream of ours. Its counters are the carrier's: what the modem carries. */
export class SecureStream implements TlsStream {
  readonly facts: TlsFacts
  readonly #socket: TLSSocket
  readonly #carrier: ByteStream
  readonly #readable = new Gate()
  #ended = false
  #fault: Fault | undefined

  constructor(socket: TLSSocket, below: Carrier, carrier: ByteStream, facts: TlsFacts) {
    this.#socket = socket
    this.#carrier = carrier
    this.facts = facts
    const open = () => this.#readable.open()
    socket.on('readable', open)
    socket.on('end', () => {
      this.#ended = true
      open()
    })
    socket.on('error', (error) => {
      // A server of TLS 1.3 refuses a client without a certificate only after the handshake.
      this.#fault ??= handshakeFault(error, below.broke, facts.serverName)
      open()
    })
    socket.on('close', () => {
      this.#ended = true
      open()
    })
  }

  get remote() {
    return this.#carrier.remote
  }
  get counters() {
    return this.#carrier.counters
  }
  get unacknowledged() {
    return this.#carrier.unacknowledged
  }

  async read(signal?: AbortSignal): Promise<Uint8Array | undefined> {
    for (;;) {
      const chunk: unknown = this.#socket.read()
      if (chunk instanceof Uint8Array) return chunk
      if (this.#fault) throw this.#fault
      if (this.#ended) return undefined
      await this.#readable.wait(signal)
    }
  }

  async write(data: Uint8Array, signal?: AbortSignal): Promise<void> {
    if (this.#fault) throw this.#fault
    if (this.#socket.destroyed || this.#socket.writableEnded) throw new Fault('tcp-closed')
    const written = new Gate()
    let done = false
    this.#socket.write(data, () => {
      done = true
      written.open()
    })
    while (!done) await written.wait(signal)
    if (this.#fault) throw this.#fault
  }

  end(): void {
    this.#socket.end()
  }

  abort(fault?: Fault): void {
    this.#fault ??= fault ?? new Fault('tcp-closed')
    this.#socket.destroy()
    this.#readable.open()
  }
}
