/** What libuv's poll of node-serialport is asked for. */
export const watched = { readable: 1, writable: 2 } as const

/** Tells when a descriptor has octets or room: once for each time it was asked for, all that is wanted together. */
export interface Watch {
  on(event: 'readable' | 'writable', listener: (error: Error | null) => void): unknown
  poll(events: number): void
}

/**
 * node-serialport's own handle, as far as it is used here: the stream on top of it would hide errors and read on after an
 * unplug. Written out, since its packages do not resolve their types for bundlers.
 */
export interface Binding {
  /** A file descriptor, or a handle on Windows; null after close. */
  readonly fd: number | null
  /** On Linux and macOS. */
  readonly poller?: Watch
  read(buffer: Buffer, offset: number, length: number): Promise<{ bytesRead: number }>
  write(buffer: Buffer): Promise<void>
  update(options: { baudRate: number }): Promise<void>
  set(outputs: { brk: boolean; dtr: boolean; rts: boolean }): Promise<void>
  get(): Promise<{ cts: boolean; dsr: boolean; dcd: boolean }>
  /** What the driver has set; rejects on macOS, which does not tell. */
  getBaudRate(): Promise<{ baudRate: number }>
  flush(): Promise<void>
  close(): Promise<void>
}

/** What stty can work on; the number Windows has in its place is a handle. */
export function descriptorOf(binding: Binding): number | undefined {
  return process.platform === 'win32' ? undefined : (binding.fd ?? undefined)
}

/** A chip divides its clock: speeds this near to each other understand each other. */
const nearEnough = 0.03

export const isNear = (actual: number, wanted: number): boolean =>
  Math.abs(actual - wanted) <= wanted * nearEnough

/** What the driver really set; undefined where it does not tell (macOS). */
export async function actualSpeed(binding: Binding): Promise<number | undefined> {
  const told = await binding.getBaudRate().catch(() => undefined)
  return told !== undefined && told.baudRate > 0 ? told.baudRate : undefined
}
