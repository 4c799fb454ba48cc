import { constants } from 'node:fs'
import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { concat } from '@core/bytes'
import { Fault } from '@core/fault'
import {
  encodeEntry,
  journalHeader,
  maxRecordBytes,
  recordHead,
  recordsOf,
  type JournalDamage,
  type JournalEntry,
} from '@core/log/journal'
import type { Cancel, Clock } from '@core/ports/clock'
import { nodeClock } from '../clock/node-clock'
import { storeFault } from './store-fault'
import { lockJournal } from './journal-lock'
import { indexEvery, readRecords, scanJournal } from './journal-scan'

// Written soon, since a killed program loses what it did not write; forced to disk once a second, since only a power
// cut loses what the system has.
const writeAfterMs = 200
const syncEveryMs = 1000
const retryMs = 1000

/** A journal on disk, open for appending and reading. Entries are on disk within a second. */
export class JournalFile {
  readonly path: string
  /** What opening found at the end or in the middle of an existing journal; a torn end was cut off. */
  readonly recovered: JournalDamage
  readonly #file: FileHandle
  readonly #clock: Clock
  readonly #unlock: () => Promise<void>
  readonly #index: number[]
  readonly #faults = new Set<(fault: Fault | undefined) => void>()
  #records: number
  /** Octets in the file. */
  #written: number
  /** Octets in the file and on their way to it. */
  #size: number
  #pending: Uint8Array[] = []
  #writing: Cancel | undefined
  #syncing: Cancel | undefined
  #work: Promise<void> = Promise.resolve()
  #syncedMs: number
  #unsynced = false
  #fault: Fault | undefined
  #closed = false

  private constructor(parts: {
    path: string
    file: FileHandle
    clock: Clock
    unlock: () => Promise<void>
    index: number[]
    records: number
    end: number
    recovered: JournalDamage
  }) {
    this.path = parts.path
    this.recovered = parts.recovered
    this.#file = parts.file
    this.#clock = parts.clock
    this.#unlock = parts.unlock
    this.#index = parts.index
    this.#records = parts.records
    this.#written = parts.end
    this.#size = parts.end
    this.#syncedMs = parts.clock.monotonicUs() / 1000
  }

  /**
   * Opens a journal, or starts one. After a crash the torn end is cut off and a note says how much it was.
   * Rejects with `Fault`: journal-in-use, journal-format, store-failed.
   */
  static async open(path: string, clock: Clock = nodeClock): Promise<JournalFile> {
    const unlock = await lockAt(path)
    let file: FileHandle | undefined
    try {
      file = await openFile(path)
      const { tornBytes, damagedBytes, index, records, end } = await scanJournal(file, path)
      await file.truncate(end)
      if (end === 0) await file.write(journalHeader, 0, journalHeader.length, 0)
      const journal = new JournalFile({
        path,
        file,
        clock,
        unlock,
        index,
        records,
        end: Math.max(end, journalHeader.length),
        recovered: { tornBytes, damagedBytes },
      })
      if (tornBytes > 0 && end > 0) journal.#noteTorn(tornBytes)
      return journal
    } catch (error) {
      await file?.close()
      await unlock()
      throw storeFault(error, path)
    }
  }

  /** Octets of the file, with those about to be written. */
  get size(): number {
    return this.#size
  }

  /** Records so far; the next one has this number. */
  get count(): number {
    return this.#records
  }

  /** Why the last write failed; undefined while all is well. */
  get fault(): Fault | undefined {
    return this.#fault
  }

  /** Called when writing starts to fail, and with undefined when it works again. */
  onFault(listener: (fault: Fault | undefined) => void): () => void {
    this.#faults.add(listener)
    return () => this.#faults.delete(listener)
  }

  /** Takes an entry and returns the number of its first record. Never waits; throws `Fault('store-failed')` after close. */
  append(entry: JournalEntry): number {
    if (this.#closed) throw new Fault('store-failed', `${this.path} is closed.`)
    const first = this.#records
    const bytes = encodeEntry(entry)
    for (let piece = 0; piece < recordsOf(entry.bytes.length); piece++) {
      const place = this.#size + piece * (recordHead + maxRecordBytes)
      if (this.#records % indexEvery === 0) this.#index.push(place)
      this.#records++
    }
    this.#pending.push(bytes)
    this.#size += bytes.length
    this.#later(writeAfterMs)
    return first
  }

  /** The entries of records `from` to `from + count - 1`, as far as there are any. Reads only that part of the file. */
  async read(from: number, count: number): Promise<JournalEntry[]> {
    await this.#run(() => this.#write())
    const wanted = Math.min(count, this.#records - from)
    const start = this.#index[Math.floor(from / indexEvery)]
    if (from < 0 || wanted <= 0 || start === undefined) return []
    return readRecords(this.#file, start, from % indexEvery, wanted)
  }

  /** Resolves when everything appended so far is on the disk. */
  flush(): Promise<void> {
    return this.#run(() => this.#sync())
  }

  /** Writes what is left and lets the file go; later calls do nothing. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#writing?.()
    this.#syncing?.()
    await this.#run(() => this.#sync()).finally(async () => {
      await this.#file.close()
      await this.#unlock()
    })
  }

  #noteTorn(tornBytes: number): void {
    const text = `The program ended in the middle of a record: ${tornBytes} octets of it were cut off.`
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const clock = this.#clock
    const [atMs, monoUs] = [clock.nowMs(), clock.monotonicUs()]
    this.append({ slot: 'a', dir: 'note', atMs, monoUs, bytes })
  }

  /** Writes what is pending after `ms`, unless that is planned already. */
  #later(ms: number): void {
    if (this.#closed) return
    this.#writing ??= this.#clock.schedule(ms, () => {
      this.#writing = undefined
      // A failure is said through onFault; the entries are kept and tried again.
      this.#run(() => this.#write()).then(
        () => this.#syncLater(),
        () => this.#later(retryMs),
      )
    })
  }

  #syncLater(): void {
    if (this.#closed || !this.#unsynced) return
    const sinceMs = this.#clock.monotonicUs() / 1000 - this.#syncedMs
    this.#syncing ??= this.#clock.schedule(Math.max(0, syncEveryMs - sinceMs), () => {
      this.#syncing = undefined
      this.#run(() => this.#sync()).catch(() => this.#later(retryMs))
    })
  }

  /** One file operation after the other; what fails is told to `onFault`. */
  #run(work: () => Promise<void>): Promise<void> {
    const run = this.#work.then(work).then(
      () => this.#report(undefined),
      (error: unknown) => {
        const fault = storeFault(error, this.path)
        this.#report(fault)
        throw fault
      },
    )
    this.#work = run.catch(() => undefined)
    return run
  }

  /** At a fixed place, so that a retry after a full disk overwrites what was written by half. */
  async #write(): Promise<void> {
    const taken = this.#pending.length
    if (taken === 0) return
    const bytes = concat(this.#pending.slice(0, taken))
    for (let done = 0; done < bytes.length;) {
      const left = bytes.length - done
      const { bytesWritten } = await this.#file.write(bytes, done, left, this.#written + done)
      done += bytesWritten
    }
    this.#pending.splice(0, taken)
    this.#written += bytes.length
    this.#unsynced = true
  }

  async #sync(): Promise<void> {
    await this.#write()
    if (!this.#unsynced) return
    await this.#file.datasync()
    this.#unsynced = false
    this.#syncedMs = this.#clock.monotonicUs() / 1000
  }

  #report(fault: Fault | undefined): void {
    if (fault?.message === this.#fault?.message) return
    this.#fault = fault
    for (const listener of [...this.#faults]) listener(fault)
  }
}

async function lockAt(path: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    return await lockJournal(path)
  } catch (error) {
    throw storeFault(error, path)
  }
}

/** Reading and writing at any place; made when it does not exist, for this user alone. */
function openFile(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDWR | constants.O_CREAT, 0o600)
}
