import { open, readFile, type FileHandle } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { keepBeside } from '@core/keep-beside'
import { fileStore } from '../store/file-store'
import { asError } from '../tls/carrier'

/** A message that has to arrive, if it takes a night. */
export interface Queued {
  readonly topic: string
  readonly text: string
}

export interface SpoolOptions {
  /** Of messages that wait; what comes beyond is counted as lost. */
  readonly mostBytes: number
  /** The file takes nothing any more, and why (what waits is in memory all the same), or it does again; each change once. */
  readonly onDisk: (failed: Error | undefined) => void
  /** So many messages that had not arrived cannot be read any more; the file as it was is kept under this name beside it. */
  readonly onSpoilt: (count: number, beside: string) => void
}

interface Entry extends Queued {
  readonly bytes: number
}

/** Delivered messages stay in the file up to this many, so that it is not written anew for each. */
const mostDelivered = 10_000

/**
 * Messages for a broker, kept on the disk until it has taken them, in their order. The file has a line a message (`+` and JSON) and
 * lines that tell how many of them were delivered (`=12`); a last line cut short by a power failure counts for nothing. After a kill
 * what was delivered and not yet noted is sent once more, as QoS 1 allows.
 */
export class Spool {
  readonly #path: string
  #file: FileHandle
  readonly #mostBytes: number
  readonly #onDisk: SpoolOptions['onDisk']
  readonly #waiting: Entry[]
  #bytes: number
  #delivered = 0
  /** Not in the file yet. */
  readonly #lines: string[] = []
  #lost = 0
  #work: Promise<void> = Promise.resolve()
  #failed: Error | undefined

  private constructor(
    path: string,
    file: FileHandle,
    { mostBytes, onDisk }: SpoolOptions,
    waiting: Entry[],
  ) {
    this.#path = path
    this.#file = file
    this.#mostBytes = mostBytes
    this.#onDisk = onDisk
    this.#waiting = waiting
    this.#bytes = waiting.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  /** Rejects as the file system does. */
  static async open(path: string, options: SpoolOptions): Promise<Spool> {
    const text = await readFile(path, 'utf8').catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
      throw error
    })
    const { waiting, spoilt } = entriesIn(text)
    if (spoilt > 0) {
      const beside = await keepBeside(fileStore(dirname(path)), basename(path), text)
      options.onSpoilt(spoilt, beside)
    }
    // Begun anew, so that neither a torn line nor a count of what was delivered meets what is added.
    return new Spool(path, await written(path, waiting), options, waiting)
  }

  get waiting(): number {
    return this.#waiting.length
  }
  get first(): Queued | undefined {
    return this.#waiting[0]
  }
  /** How many found no room since this was asked last. */
  takeLost(): number {
    const lost = this.#lost
    this.#lost = 0
    return lost
  }

  add({ topic, text }: Queued): void {
    const line = lineOf({ topic, text })
    const bytes = Buffer.byteLength(line)
    if (this.#bytes + bytes > this.#mostBytes) {
      this.#lost++
      return
    }
    this.#waiting.push({ topic, text, bytes })
    this.#bytes += bytes
    this.#lines.push(line)
    this.#write()
  }
  /** The first one has arrived. */
  delivered(): void {
    const entry = this.#waiting.shift()
    if (!entry) return
    this.#bytes -= entry.bytes
    this.#lines.push(`=${++this.#delivered}\n`)
    this.#write()
  }
  /** Resolves when the file has what there is. */
  settled(): Promise<void> {
    return this.#work
  }
  async close(): Promise<void> {
    await this.#work
    await this.#file.close()
  }

  #write(): void {
    this.#work = this.#work
      .then(() => this.#bringUp())
      .then(
        () => this.#is(undefined),
        (error: unknown) => this.#is(asError(error)),
      )
  }
  /** What has come since the last time goes into the file, or all that waits where that is better or the last time failed. */
  async #bringUp(): Promise<void> {
    if (this.#lines.length === 0 && !this.#failed) return
    const lines = this.#lines.splice(0)
    if (this.#waiting.length === 0) {
      this.#delivered = 0
      return this.#file.truncate(0)
    }
    if (!this.#failed && this.#delivered < mostDelivered)
      return this.#file.appendFile(lines.join(''))
    this.#delivered = 0
    const before = this.#file
    this.#file = await written(this.#path, [...this.#waiting])
    await before.close()
  }
  #is(failed: Error | undefined): void {
    const before = this.#failed
    this.#failed = failed
    if (before?.message !== failed?.message) this.#onDisk(failed)
  }
}

const lineOf = ({ topic, text }: Queued) => `+${JSON.stringify([topic, text])}\n`

/** A file with these messages, whole or not at all, open to be added to. */
async function written(path: string, waiting: readonly Entry[]): Promise<FileHandle> {
  await writeFileAtomic(path, waiting.map(lineOf).join(''), { mode: 0o600 })
  return open(path, 'a')
}

/** A message whose line was spoilt keeps its place, or the count of what was delivered would take a good one with it. */
function entriesIn(text: string): { readonly waiting: Entry[]; readonly spoilt: number } {
  let delivered = 0
  const all: (Entry | undefined)[] = []
  for (const line of text.split('\n').slice(0, -1)) {
    if (/^=\d+$/.test(line)) delivered = Number(line.slice(1))
    else if (!/^(=.*)?$/.test(line)) all.push(line.startsWith('+') ? entryIn(line) : undefined)
  }
  const left = all.slice(delivered)
  const waiting = left.filter((entry) => entry !== undefined)
  return { waiting, spoilt: left.length - waiting.length }
}

function entryIn(line: string): Entry | undefined {
  let read: unknown
  try {
    read = JSON.parse(line.slice(1))
  } catch {
    // Spoilt: the others are still good.
    return undefined
  }
  if (!Array.isArray(read)) return undefined
  const [topic, text]: unknown[] = read
  if (typeof topic !== 'string' || typeof text !== 'string') return undefined
  return { topic, text, bytes: Buffer.byteLength(line) + 1 }
}
