import { open, type FileHandle } from 'node:fs/promises'
import { knowledge } from '@catalog/decoders'
import { Fault } from '@core/fault'
import { textWriter } from '@core/log/formats/text'
import { noteBytes } from '@core/log/note'
import { LogReader } from '@core/log/reader'
import { Redactor } from '@core/log/redact'
import type { LogRow } from '@core/log/row'
import { quoted, type Language, type Words } from '@core/words'
import { nodeClock } from '@platform/clock/node-clock'
import { fileFault } from '../../file-fault'

export interface LogFileOptions {
  readonly language: Language
  /** Put names in the place of IMEI, IMSI, ICCID, numbers and passwords. */
  readonly redact: boolean
}

/** The exchange with what each line means, written while it happens. */
export class LogFile {
  readonly #file: FileHandle
  readonly #path: string
  readonly #reader = new LogReader({ slot: 'a', knowledge })
  readonly #redactor: Redactor | undefined
  readonly #writer
  #writing: Promise<void> = Promise.resolve()
  #failure: Fault | undefined

  private constructor(file: FileHandle, path: string, { language, redact }: LogFileOptions) {
    this.#file = file
    this.#path = path
    this.#redactor = redact ? new Redactor({ knowledge }) : undefined
    const utcOffsetMin = -new Date(nodeClock.nowMs()).getTimezoneOffset()
    this.#writer = textWriter({ language, utcOffsetMin })
  }

  /** Rejects with `output-exists` where there is a file: a log of the last try is not written over. */
  static async create(path: string, options: LogFileOptions): Promise<LogFile> {
    try {
      return new LogFile(await open(path, 'wx'), path, options)
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
        throw new Fault('output-exists', quoted(`--log ${path}`), { cause: error })
      throw failed(path, error)
    }
  }

  /** What the bench recorded of the exchange, and says of it. */
  add(rows: readonly LogRow[]): void {
    this.#write(rows)
  }

  /** What the command itself says of the exchange. */
  note(words: Words): void {
    const time = { atMs: nodeClock.nowMs(), monoUs: nodeClock.monotonicUs() }
    this.#write(
      this.#reader.push({ slot: 'a', dir: 'note', ...time, bytes: noteBytes(words, true) }),
    )
  }

  /** Writes what is left. Rejects with `Fault('bad-input')` when the file could not take it all. */
  async close(): Promise<void> {
    await this.#writing
    await this.#file.close()
    if (this.#failure) throw this.#failure
  }

  #write(rows: readonly LogRow[]): void {
    if (rows.length === 0) return
    const text = rows
      .map((row) => this.#writer.row(this.#redactor ? this.#redactor.row(row) : row))
      .join('')
    this.#writing = this.#writing
      .then(() => this.#file.appendFile(text))
      .catch((error: unknown) => {
        // A full disk must not end the connection the log is of; it is said at the end.
        this.#failure ??= failed(this.#path, error)
      })
  }
}

const failed = (path: string, error: unknown): Fault => fileFault(`--log ${path}`, error)
