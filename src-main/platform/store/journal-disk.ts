import { constants } from 'node:fs'
import { open, stat, statfs, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

export type DiskFile = Pick<FileHandle, 'read' | 'write' | 'truncate' | 'datasync' | 'close'>

/** What stands under a path: which file it is, and how long. */
export interface FileLook {
  readonly inode: string
  readonly bytes: number
}

/** The disk as a journal needs it; tests put one in that fails. */
export interface JournalDisk {
  /** For reading and writing at any place; made when it does not exist, for this user alone. */
  open(path: string): Promise<DiskFile>
  /** Undefined: nothing is there. */
  look(path: string): Promise<FileLook | undefined>
  /** Octets that this user may still write beside a file; undefined where the system does not say. */
  freeBytes(path: string): Promise<number | undefined>
}

export const nodeDisk: JournalDisk = {
  open: (path) => open(path, constants.O_RDWR | constants.O_CREAT, 0o600),
  async look(path) {
    try {
      // NTFS numbers its files with 64 bits.
      const { dev, ino, size } = await stat(path, { bigint: true })
      return { inode: `${dev}:${ino}`, bytes: Number(size) }
    } catch (error) {
      if (isMissing(error)) return undefined
      throw error
    }
  },
  async freeBytes(path) {
    try {
      const { bavail, bsize } = await statfs(dirname(path))
      return bavail * bsize
    } catch {
      // A folder that is gone, or a system that does not say: what cannot be written is told by the write itself.
      return undefined
    }
  },
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR'
}
