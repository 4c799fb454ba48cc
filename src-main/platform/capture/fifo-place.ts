import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { CapturePlace, CaptureReader } from './capture-place'
import { quoted } from './quoted'

const lookMs = 200
const fullMs = 20

/** A named pipe of Linux or macOS. Opened without blocking, since a thread that waits for a reader could not be called back. */
export async function fifoPlace(path: string): Promise<CapturePlace> {
  await rm(path, { force: true })
  await promisify(execFile)('mkfifo', ['-m', '600', path])
  return {
    path,
    command: `wireshark -k -i ${quoted(path)}`,
    readers: 'many',
    async next(signal) {
      for (;;) {
        const file = await opened(path)
        if (file) return readerOf(file)
        await wait(lookMs, undefined, { signal })
      }
    },
    remove: () => rm(path, { force: true }),
  }
}

/** Undefined while nobody reads. */
async function opened(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch (error) {
    if (isCode(error, 'ENXIO')) return undefined
    throw error
  }
}

function readerOf(file: FileHandle): CaptureReader {
  return {
    async write(bytes, signal) {
      for (let at = 0; at < bytes.length;) {
        try {
          at += (await file.write(bytes, at)).bytesWritten
        } catch (error) {
          // The pipe is full: its reader is behind.
          if (!isCode(error, 'EAGAIN')) throw error
          await wait(fullMs, undefined, { signal })
        }
      }
    },
    close: () => file.close(),
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
