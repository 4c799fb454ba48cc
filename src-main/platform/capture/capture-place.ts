/** Who takes the octets: a file, or whoever has opened the pipe. */
export interface CaptureReader {
  /** Rejects when the reader is gone or the disk is full. */
  write(bytes: Uint8Array, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

/** Where a capture can be read. */
export interface CapturePlace {
  readonly path: string
  readonly command: string
  /** When one reader has gone another may come. */
  readonly readers: 'one' | 'many'
  /** Waits for a reader; rejects only when the signal is aborted or there can never be one. */
  next(signal: AbortSignal): Promise<CaptureReader>
  remove(): Promise<void>
}
