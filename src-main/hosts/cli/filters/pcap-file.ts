import type { FileHandle } from 'node:fs/promises'
import { knowledge } from '@catalog/decoders'
import { Fault } from '@core/fault'
import { PcapngWriter } from '@core/log/pcapng'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import type { Language } from '@core/words'
import { fileFault } from '../../file-fault'
import { openNew } from '../../result-file'

export interface PcapOptions {
  readonly language: Language
  /** Hide passwords, and in the AT text what identifies somebody. */
  readonly redact: boolean
}

export function pcapWriter({ language, redact }: PcapOptions): PcapngWriter {
  return new PcapngWriter({
    language,
    ...(redact ? { redactor: new Redactor({ knowledge }) } : {}),
  })
}

/** A capture written while it happens: to a file, a named pipe, or `-` for standard output. */
export class PcapFile {
  readonly #file: FileHandle | undefined
  readonly #path: string
  readonly #writer: PcapngWriter
  #writing: Promise<void> = Promise.resolve()
  #failure: Fault | undefined

  private constructor(file: FileHandle | undefined, path: string, options: PcapOptions) {
    this.#file = file
    this.#path = path
    this.#writer = pcapWriter(options)
    this.#put(this.#writer.head())
  }

  /** A named pipe is waited for until somebody reads it. Rejects with `output-exists` where there is a file. */
  static async create(path: string, options: PcapOptions): Promise<PcapFile> {
    if (path === '-') return new PcapFile(undefined, path, options)
    return new PcapFile(await openNew(`--pcap ${path}`, path), path, options)
  }

  /** What passed, as the bench recorded it. */
  add(rows: readonly LogRow[]): void {
    for (const row of rows) this.#put(this.#writer.row(row))
  }

  /** Writes what is left. Rejects with `Fault('bad-input')` when not all of it could be written. */
  async close(): Promise<void> {
    await this.#writing
    await this.#file?.close()
    if (this.#failure) throw this.#failure
  }

  #put(bytes: Uint8Array): void {
    if (bytes.length === 0 || this.#failure) return
    this.#writing = this.#writing
      .then(() => (this.#failure ? undefined : this.#write(bytes)))
      .catch((error: unknown) => {
        // Wireshark was closed, or the disk is full: the connection goes on, and it is said at the end.
        this.#failure ??= failed(this.#path, error)
      })
  }

  async #write(bytes: Uint8Array): Promise<void> {
    if (this.#file) return this.#file.appendFile(bytes)
    await new Promise<void>((resolve, reject) => {
      process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))
    })
  }
}

function failed(path: string, error: unknown): Fault {
  return fileFault(`--pcap ${path}`, error)
}
