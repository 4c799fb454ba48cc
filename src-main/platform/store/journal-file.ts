import { dirname } from 'node:path'
import { Fault } from '@core/fault'
import {
  journalHeader,
  maxRecordBytes,
  recordHead,
  type JournalDamage,
  type JournalEntry,
} from '@core/log/journal'
import type { Cancel, Clock } from '@core/ports/clock'
import { nodeClock } from '../clock/node-clock'
import { nodeDisk, type DiskFile, type JournalDisk } from './journal-disk'
import { lockJournal } from './journal-lock'
import { indexEvery, readRecords, scanJournal } from './journal-scan'
import { goneWords } from './journal-words'
import { KeptPart } from './kept-part'
import { PendingEntries, type JournalGap } from './pending-entries'
import { storeFault } from './store-fault'
import { makeFolder } from './make-folder'
import { journalClosed } from './words'

// Written soon, since a killed program loses what it did not write; forced to disk once a second, since only a power
// cut loses what the system has.
const writeAfterMs = 200
const syncEveryMs = 1000
const retryMs = 1000

/** Who is told how writing goes. */
export interface JournalWatch {
  /** Writing starts to fail, or fails otherwise than before; undefined: it works again. */
  fault?(fault: Fault | undefined): void
  /** Memory is full, too: what comes from here on is missing. */
  gapBegins?(): void
  /** All that was kept is written, and this is missing. */
  gapEnds?(gap: JournalGap): void
}

export interface JournalOptions {
  readonly clock?: Clock
  readonly disk?: JournalDisk
  readonly watch?: JournalWatch
  readonly pending?: PendingEntries
}

/** A journal on disk, open for appending and reading. Entries are on disk within a second. */
export class JournalFile {
  readonly path: string
  /** What opening found at the end or in the middle of an existing journal; a torn end was cut off. */
  readonly recovered: JournalDamage
  readonly #file: DiskFile
  readonly #disk: JournalDisk
  /** Which file on the disk it is: another one may come to stand under its name. */
  readonly #inode: string
  readonly #clock: Clock
  readonly #watch: JournalWatch
  readonly #unlock: () => Promise<void>
  readonly #index: number[]
  readonly #pending: PendingEntries
  /** Records in the file and on their way to it. */
  #records: number
  /** Octets in the file. */
  #written: number
  #writing: Cancel | undefined
  #syncing: Cancel | undefined
  #work: Promise<void> = Promise.resolve()
  #syncedMs: number
  #unsynced = false
  /** They need the file for as long as they take. */
  readonly #reads = new Set<Promise<unknown>>()
  #fault: Fault | undefined
  /** `handed`: another file took over; it can be read. */
  #state: 'open' | 'handed' | 'closing' | 'closed' = 'open'

  private constructor(parts: {
    path: string
    file: DiskFile
    disk: JournalDisk
    inode: string
    clock: Clock
    watch: JournalWatch
    pending: PendingEntries
    unlock: () => Promise<void>
    index: number[]
    records: number
    end: number
    recovered: JournalDamage
  }) {
    this.path = parts.path
    this.recovered = parts.recovered
    this.#file = parts.file
    this.#disk = parts.disk
    this.#inode = parts.inode
    this.#clock = parts.clock
    this.#watch = parts.watch
    this.#pending = parts.pending
    this.#unlock = parts.unlock
    this.#index = parts.index
    this.#records = parts.records
    this.#written = parts.end
    this.#syncedMs = parts.clock.monotonicUs() / 1000
  }

  /**
   * Opens a journal, or starts one. After a crash the torn end is cut off and a note says how much it was.
   * Rejects with `Fault`: journal-in-use, journal-format, store-failed.
   */
  static async open(path: string, options: JournalOptions = {}): Promise<JournalFile> {
    const { clock = nodeClock, disk = nodeDisk, watch = {} } = options
    const unlock = await lockAt(path)
    let file: DiskFile | undefined
    try {
      file = await disk.open(path)
      const { tornBytes, damagedBytes, index, records, end } = await scanJournal(file, path)
      await file.truncate(end)
      if (end === 0) await writeAll(file, journalHeader, 0)
      const journal = new JournalFile({
        path,
        file,
        disk,
        inode: (await disk.look(path))?.inode ?? '',
        clock,
        watch,
        pending: options.pending ?? new PendingEntries(),
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

  /** Octets in the file. */
  get size(): number {
    return this.#written
  }

  /** Records so far; the next one has this number. */
  get count(): number {
    return this.#records
  }

  /** Let go of: nothing can be appended any more. */
  get closed(): boolean {
    return this.#state === 'closed'
  }

  /** Why the last write failed; undefined while all is well. */
  get fault(): Fault | undefined {
    return this.#fault
  }

  /**
   * Takes an entry and returns the number of its first record. Never waits: what the disk does not take is kept as far as
   * there is room, and then counted as missing. Throws `Fault('store-failed')` after close.
   */
  append(entry: JournalEntry): number {
    if (this.#state === 'closed') throw new Fault('store-failed', journalClosed(this.path))
    const first = this.#records
    const place = this.#written + this.#pending.bytes
    const whole = this.#pending.gap === undefined
    this.#counted(place, this.#pending.add(entry))
    if (whole && this.#pending.gap) this.#watch.gapBegins?.()
    this.#later(writeAfterMs)
    return first
  }

  /**
   * The entries of records `from` to `from + count - 1`, as far as there are any. Reads only that part of the file, and from
   * memory what the disk did not take.
   */
  async read(from: number, count: number): Promise<JournalEntry[]> {
    // A disk that takes nothing was told to whoever watches, and is tried again.
    await this.#run(() => this.#write()).catch(() => undefined)
    const onDisk = this.#records - this.#pending.records
    const start = this.#index[Math.floor(from / indexEvery)]
    if (from < 0 || count <= 0 || start === undefined) return []
    const pending = this.#pending.read(from - onDisk, from - onDisk + count)
    const wanted = Math.min(count, onDisk - from)
    if (wanted <= 0) return pending
    const end = this.#written
    const reading = readRecords(this.#file, { start, end }, from % indexEvery, wanted)
    this.#reads.add(reading)
    try {
      return [...(await reading), ...pending]
    } finally {
      this.#reads.delete(reading)
    }
  }

  /** Resolves when everything appended so far is on the disk. */
  flush(): Promise<void> {
    return this.#run(() => this.#sync())
  }

  /** Writes what is left and lets the file go; later calls do nothing. */
  async close(): Promise<void> {
    if (this.#state === 'closing' || this.#state === 'closed') return
    this.#end('closing')
    try {
      await this.#run(() => this.#sync())
      // What closed a gap has been told by now, and said in the journal.
      await this.#run(() => this.#sync())
    } finally {
      this.#state = 'closed'
      await Promise.allSettled(this.#reads)
      await this.#file.close()
      await this.#unlock()
    }
  }

  /** What it holds, for whoever reads it once it is closed. */
  asKept(): KeptPart {
    return new KeptPart(this.#onDisk)
  }

  /** What can be read by others once all that came until now is written; undefined where the disk does not take it. */
  async written(): Promise<KeptPart['told'] | undefined> {
    await this.#run(() => this.#write()).catch(() => undefined)
    return this.#fault || this.#pending.gap ? undefined : this.#onDisk
  }

  get #onDisk(): KeptPart['told'] {
    const records = this.#records - this.#pending.records
    const index = this.#index.slice(0, Math.ceil(records / indexEvery))
    return { path: this.path, size: this.#written, index, records }
  }

  /** Writes no more, but can be read: another file takes over what was not written yet. */
  async handOver(take: (left: ReturnType<PendingEntries['takeAll']>) => void): Promise<void> {
    // No write begins any more: who talks without a pause would have another one begun each time.
    this.#end('handed')
    for (let work; work !== this.#work;) await (work = this.#work)
    this.#records -= this.#pending.records
    // What is gone is not made safe any more.
    if (this.#fault) this.#unsynced = false
    take(this.#pending.takeAll())
  }

  /** Takes over what another file did not write. */
  adopt(left: ReturnType<PendingEntries['takeAll']>): void {
    for (const piece of left.pieces) {
      this.#counted(this.#written + this.#pending.bytes, piece.records)
      this.#pending.adopt({ pieces: [piece], gap: undefined })
    }
    this.#pending.adopt({ pieces: [], gap: left.gap })
    this.#later(writeAfterMs)
  }

  #counted(place: number, records: number): void {
    for (let piece = 0; piece < records; piece++) {
      if (this.#records % indexEvery === 0)
        this.#index.push(place + piece * (recordHead + maxRecordBytes))
      this.#records++
    }
  }

  #noteTorn(tornBytes: number): void {
    const text = `The program ended in the middle of a record: ${tornBytes} octets of it were cut off.`
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0))
    const clock = this.#clock
    const [atMs, monoUs] = [clock.nowMs(), clock.monotonicUs()]
    this.append({ slot: 'a', dir: 'note', atMs, monoUs, bytes })
  }

  #end(state: 'handed' | 'closing'): void {
    this.#state = state
    this.#writing?.()
    this.#syncing?.()
  }

  /** Writes what is pending after `ms`, unless that is planned already. */
  #later(ms: number): void {
    if (this.#state !== 'open') return
    this.#writing ??= this.#clock.schedule(ms, () => {
      this.#writing = undefined
      // A failure is told to whoever watches; the entries are kept and tried again, and all of it is synced then.
      this.#run(() => (this.#fault ? this.#sync() : this.#write())).then(
        () => this.#syncLater(),
        () => this.#later(retryMs),
      )
    })
  }

  #syncLater(): void {
    if (this.#state !== 'open' || !this.#unsynced) return
    const sinceMs = this.#clock.monotonicUs() / 1000 - this.#syncedMs
    this.#syncing ??= this.#clock.schedule(Math.max(0, syncEveryMs - sinceMs), () => {
      this.#syncing = undefined
      this.#run(() => this.#sync()).catch(() => this.#later(retryMs))
    })
  }

  /** One file operation after the other; what fails is told. */
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
    if (this.#pending.bytes > 0 || this.#pending.gap) await this.#stillThere()
    for (let next = this.#pending.next(); next; next = this.#pending.next()) {
      await writeAll(this.#file, next.bytes, this.#written)
      next.done()
      this.#written += next.bytes.length
      this.#unsynced = true
    }
    const gap = this.#pending.closeGap()
    if (gap) this.#watch.gapEnds?.(gap)
  }

  /** A file without a name takes octets as before, and is gone with the program; one cut short would get a hole. */
  async #stillThere(): Promise<void> {
    const found = await this.#disk.look(this.path)
    if (!found) throw new Fault('journal-gone', goneWords(this.path, 'deleted'))
    if (found.inode !== this.#inode)
      throw new Fault('journal-gone', goneWords(this.path, 'replaced'))
    if (found.bytes < this.#written)
      throw new Fault('journal-gone', goneWords(this.path, 'cut', this.#written - found.bytes))
  }

  async #sync(): Promise<void> {
    await this.#write()
    if (!this.#unsynced) return
    await this.#file.datasync()
    this.#unsynced = false
    this.#syncedMs = this.#clock.monotonicUs() / 1000
  }

  #report(fault: Fault | undefined): void {
    if (this.#state === 'handed' || fault?.message === this.#fault?.message) return
    this.#fault = fault
    this.#watch.fault?.(fault)
  }
}

async function writeAll(file: DiskFile, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done)
    done += bytesWritten
  }
}

async function lockAt(path: string): Promise<() => Promise<void>> {
  try {
    await makeFolder(dirname(path), 0o700)
    return await lockJournal(path)
  } catch (error) {
    throw storeFault(error, path)
  }
}
