/** Octets in and out of an open port, by the way its system offers. */
export interface DriverIo {
  /** The most octets that `give` is handed at once. */
  readonly most: number
  /** Undefined: octets are taken now. Else resolves when they are again, with how many were taken meanwhile; rejects with what the driver said. */
  readonly busy: Promise<number> | undefined
  /** Hands octets over; how many the driver took at once. Throws what the driver said. */
  give(bytes: Uint8Array): number
  /** Hands on what comes, until a read fails or `stop`; the arrays belong to the listener. */
  listen(take: (bytes: Uint8Array) => void, failed: (error: unknown) => void): void
  /** Nothing is touched any more: the port is about to be closed. */
  stop(): void
}
