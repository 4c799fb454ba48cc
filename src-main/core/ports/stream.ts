import type { Fault } from '../fault'

export interface Endpoint {
  readonly address: string
  readonly port: number
}

/** Octets in both directions, each in order: a TCP connection, or what is carried over one. */
export interface ByteStream {
  readonly remote: Endpoint
  /** Octets that went out so far, as the connection below counts them. */
  readonly counters: { readonly bytesOut: number }
  /** Of these, those that the other side has not acknowledged. */
  readonly unacknowledged: number
  /** The next octets; undefined at the end. Rejects when the stream broke. */
  read(signal?: AbortSignal): Promise<Uint8Array | undefined>
  /** Resolves when all octets are accepted for sending. */
  write(data: Uint8Array, signal?: AbortSignal): Promise<void>
  /** No more octets from here; reading goes on. */
  end(): void
  /** Cuts the stream at once. */
  abort(fault?: Fault): void
}
