import { stat } from 'node:fs/promises'
import { listSerial } from './system-ports'

/** Says whether the device that was there at the start is still there. Never rejects. */
export type Presence = () => Promise<boolean>

/**
 * On POSIX systems the node itself: a pulled cable removes it, a link moved to another pty changes it. Windows has no
 * nodes, so its list is asked.
 */
export async function presenceOf(path: string): Promise<Presence> {
  if (process.platform === 'win32') return listedPresence(path, () => listSerial())
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

/**
 * By the list of the system's ports. A port that was never in it may still work (com0com, some drivers of Bluetooth and of
 * virtual machines are not listed): its absence says nothing. Neither does a list that fails.
 */
export function listedPresence(
  path: string,
  list: () => Promise<readonly { readonly path: string }[]>,
): Presence {
  let wasListed = false
  const look = async () => {
    const ports = await list().catch(() => undefined)
    if (!ports) return true
    const listed = ports.some((port) => port.path.toUpperCase() === path.toUpperCase())
    wasListed ||= listed
    return listed || !wasListed
  }
  void look()
  return look
}
