import { rename, rm, truncate } from 'node:fs/promises'
import { nodeDisk, type DiskFile, type JournalDisk } from '@platform/store/journal-disk'

type Failure = 'full' | 'read-only' | 'sync'

const texts = {
  full: 'ENOSPC: no space left on device, write',
  'read-only': 'EROFS: read-only file system, write',
  sync: 'EIO: i/o error, fdatasync',
}

/** The disk of this computer, on which writing can be made to fail: at once, or half-way through a piece. */
export class FailingDisk implements JournalDisk {
  fails: Failure | undefined
  /** With `full`: octets that still fit. */
  room = 0
  free: number | undefined = 10_000_000_000
  readonly opened: string[] = []

  async open(path: string): Promise<DiskFile> {
    if (this.fails === 'read-only') throw new Error(texts['read-only'])
    this.opened.push(path)
    return this.#failing(await nodeDisk.open(path))
  }
  look = nodeDisk.look
  freeBytes = async () => this.free

  /** What a person, or a program that clears up, may do to a file. */
  async harm(path: string, how: 'deleted' | 'emptied' | 'halved' | 'moved', bytes = 0) {
    if (how === 'deleted') await rm(path)
    else if (how === 'moved') await rename(path, `${path}.moved`)
    else await truncate(path, how === 'emptied' ? 0 : Math.floor(bytes / 2))
  }

  #failing(file: DiskFile): DiskFile {
    const write = async (bytes: Uint8Array, offset: number, length: number, position: number) => {
      if (this.fails === 'read-only') throw new Error(texts['read-only'])
      if (this.fails !== 'full') return file.write(bytes, offset, length, position)
      const fits = Math.min(length, this.room)
      if (fits === 0) throw new Error(texts.full)
      this.room -= fits
      return file.write(bytes, offset, fits, position)
    }
    const datasync = () =>
      this.fails === 'sync' ? Promise.reject(new Error(texts.sync)) : file.datasync()
    return {
      read: file.read.bind(file),
      truncate: (length) => file.truncate(length),
      close: () => file.close(),
      datasync,
      // Journals write octets at a place, which is the one form of `write` that is needed.
      write: write as DiskFile['write'],
    }
  }
}
