import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import type { JournalEntry } from '@core/log/journal'
import type { JournalPart } from '@core/ports/journal-part'
import { indexEvery, readRecords, type Readable } from './journal-scan'
import { packedSuffix } from './journal-files'

type Part = Pick<JournalPart, 'path' | 'size' | 'index' | 'records'>

/**
 * A part of a journal that is written no more: read from the disk when somebody asks, so that packing and removing old journals
 * need not ask whoever still runs.
 */
export class KeptPart {
  readonly #part: Part
  /** Of a packed one: pages are asked for one after the other. */
  #unpacked: Promise<Readable> | undefined

  constructor(part: Part) {
    this.#part = part
  }

  get path(): string {
    return this.#part.path
  }
  get size(): number {
    return this.#part.size
  }
  get count(): number {
    return this.#part.records
  }
  /** What is told of it to whoever reads it elsewhere. */
  get told(): Part {
    return this.#part
  }
  /** What was packed stays unpacked in memory until this. */
  rest(): void {
    this.#unpacked = undefined
  }

  /** Whether it is still there. */
  async isThere(): Promise<boolean> {
    const looks = [this.path, packedPath(this.path)].map((path) => found(stat(path)))
    return (await Promise.all(looks)).some((look) => look !== undefined)
  }

  /** The entries of records `from` to `from + count - 1`; none once it was removed. Rejects where the disk does. */
  async read(from: number, count: number): Promise<JournalEntry[]> {
    const start = this.#part.index[Math.floor(from / indexEvery)]
    const wanted = Math.min(count, this.#part.records - from)
    if (from < 0 || wanted <= 0 || start === undefined) return []
    const file = await this.#open()
    if (!file) return []
    try {
      return await readRecords(file, { start, end: this.#part.size }, from % indexEvery, wanted)
    } finally {
      await file.close()
    }
  }

  async #open(): Promise<(Readable & { close(): Promise<void> }) | undefined> {
    const plain = await found(open(this.path, 'r'))
    if (plain) return plain
    const packed = packedPath(this.path)
    if (!(await found(stat(packed)))) {
      this.rest()
      return undefined
    }
    this.#unpacked ??= unpack(packed)
    const { read } = await this.#unpacked
    return { read, close: async () => undefined }
  }
}

const packedPath = (path: string) => path.replace(/\.journal$/, packedSuffix)

async function unpack(path: string): Promise<Readable> {
  const source = createReadStream(path)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  const whole = await buffer(source.pipe(gunzip))
  return {
    async read(into, offset, length, position) {
      return { bytesRead: whole.copy(into, offset, position, position + length) }
    },
  }
}

async function found<T>(opening: Promise<T>): Promise<T | undefined> {
  try {
    return await opening
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
