/** Where a live capture goes: a file that stays, or a named pipe that Wireshark reads while it happens. */
export const captureWays = ['pipe', 'file'] as const
export type CaptureWay = (typeof captureWays)[number]

export interface CaptureOptions {
  readonly way: CaptureWay
  /** A part of the file's name. */
  readonly name: string
  /** The start of a capture; asked for again for each reader of a pipe, and after octets had to be given up. */
  head(): Uint8Array
  /** A reader came or went, or it failed. */
  onChange(): void
}

/** A capture under way. What is written is kept in line until it is taken. */
export interface CaptureSink {
  readonly path: string
  /** The line that opens it in Wireshark on that computer. */
  readonly command: string
  /** Nobody reads the pipe at the moment. */
  readonly waiting: boolean
  /** Octets that file or reader have taken. */
  readonly bytes: number
  /** Blocks given up because the reader was too slow or did not come. */
  readonly lost: number
  /** The system's words for why it ended. */
  readonly failure: string | null
  /** One or more whole blocks. */
  write(blocks: Uint8Array): void
  /** Writes what is left, for two seconds at most, and takes the pipe away. */
  close(): Promise<void>
}

/** Rejects with Fault('capture-open') when the file or the pipe cannot be made. */
export type OpenCapture = (options: CaptureOptions) => Promise<CaptureSink>

/** The capture of a slot. */
export interface CaptureState {
  readonly on: boolean
  readonly way: CaptureWay
  /** Passwords and what identifies somebody are masked. */
  readonly redact: boolean
  /** Kept after it was turned off, so that a file can still be found; null before the first. */
  readonly path: string | null
  readonly command: string | null
  readonly waiting: boolean
  readonly packets: number
  readonly bytes: number
  readonly lost: number
  readonly failure: string | null
}

export const noCapture: CaptureState = {
  on: false,
  way: 'pipe',
  redact: true,
  path: null,
  command: null,
  waiting: false,
  packets: 0,
  bytes: 0,
  lost: 0,
  failure: null,
}
