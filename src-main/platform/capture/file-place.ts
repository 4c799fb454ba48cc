import { open } from 'node:fs/promises'
import type { CapturePlace } from './capture-place'
import { quoted } from './quoted'

/** A new file; rejects with the system's error when it cannot be made, or is there already. */
export async function filePlace(path: string): Promise<CapturePlace> {
  const file = await open(path, 'wx', 0o600)
  return {
    path,
    command: `wireshark ${quoted(path)}`,
    readers: 'one',
    next: async () => ({
      write: (bytes) => file.appendFile(bytes),
      close: () => file.close(),
    }),
    remove: async () => undefined,
  }
}
