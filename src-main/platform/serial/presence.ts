import { stat } from 'node:fs/promises'
import { SerialPort } from 'serialport'

/** Says whether the device that was there at the start is still there. Never rejects. */
export type Presence = () => Promise<boolean>

/**
 * On POSIX systems the node itself: a pulled cable removes it, a link moved to another pty changes it. Windows has no
 * nodes, so its list is asked.
 */
export async function presenceOf(path: string): Promise<Presence> {
  if (process.platform === 'win32') return () => isListed(path)
  const first = await nodeOf(path)
  return async () => {
    const now = await nodeOf(path)
    return now !== undefined && now === first
  }
}

async function nodeOf(path: string): Promise<string | undefined> {
  const node = await stat(path).catch(() => undefined)
  return node && `${node.dev}:${node.ino}:${node.rdev}`
}

/** A list that fails says nothing about the port. */
async function isListed(path: string): Promise<boolean> {
  const ports = await SerialPort.list().catch(() => undefined)
  return ports?.some((port) => port.path.toUpperCase() === path.toUpperCase()) ?? true
}
