import { readFileSync } from 'node:fs'
import type { DriverIo } from './driver-io'
import type { Binding, Watch } from './binding'
import { PolledIo } from './polled-io'
import { SlicedIo } from './sliced-io'

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
