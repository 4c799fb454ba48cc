import { open, type FileHandle } from 'node:fs/promises'
import { knowledge } from '@catalog/decoders'
import { Fault } from '@core/fault'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import type { Language } from '@core/words'
import { nodeClock } from '@platform/clock/node-clock'

/** The exchange with what each line means, written while it happens. */
export class LogFile {
  readonly #file: FileHandle
  readonly #language: Language
  readonly #reader = new LogReader({ slot: 'a', knowledge })
  #writing: Promise<void> = Promise.resolve()

  private constructor(file: FileHandle, language: Language) {
    this.#file = file
    this.#language = language
  }
  static async create(path: string, language: Language): Promise<LogFile> {
    try {
      return new LogFile(await open(path, 'w'), language)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new Fault('bad-input', `--log ${path}: ${reason}`, { cause: error })
    }
  }
  add(dir: 'rx' | 'tx', bytes: Uint8Array): void {
    const rows = this.#reader.push({
      slot: 'a',
      dir,
      atMs: nodeClock.nowMs(),
      monoUs: nodeClock.monotonicUs(),
      bytes,
    })
    if (rows.length === 0) return
    const text = rows.map((row) => this.#text(row)).join('')
    this.#writing = this.#writing.then(() => this.#file.appendFile(text))
  }
  async close(): Promise<void> {
    await this.#writing
    await this.#file.close()
  }
  #text(row: LogRow): string {
    const words = row.explanation ? `# ${row.explanation.words[this.#language]}\n` : ''
    return `${words}${row.text}\n`
  }
}
