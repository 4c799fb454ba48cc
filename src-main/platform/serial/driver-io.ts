import { readFileSync } from 'node:fs'
import type { Binding, Watch } from './binding'
import { PolledIo } from './polled-io'
import { SlicedIo } from './sliced-io'

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

/** Where the system tells when a descriptor has octets or room, they are moved without a thread that waits for each. */
export function driverIo(binding: Binding): DriverIo {
  const { fd, poller } = binding
  return poller && fd !== null && neverBlocks(fd)
    ? new PolledIo(fd, poller satisfies Watch)
    : new SlicedIo(binding)
}

/** O_NONBLOCK of <asm-generic/fcntl.h>. */
const nonBlocking = 0o4000

/** Linux tells the flags of a descriptor. One that blocks would stop the whole program, so it is looked at, not believed. */
function neverBlocks(fd: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    const info = readFileSync(`/proc/self/fdinfo/${fd}`, 'utf8')
    return (parseInt(/^flags:\s*([0-7]+)/m.exec(info)?.[1] ?? '0', 8) & nonBlocking) !== 0
  } catch {
    // Without /proc nobody knows; the other way works everywhere.
    return false
  }
}
