import { dirname } from 'node:path'
import type { Fault } from '@core/fault'
import type { JournalEntry } from '@core/log/journal'
import type { Cancel, Clock } from '@core/ports/clock'
import type { JournalPart } from '@core/ports/journal-part'
import type { StoreTrouble } from '@core/ports/store'
import type { Words } from '@core/words'
import { nodeClock } from '../clock/node-clock'
import { nodeDisk, type JournalDisk } from './journal-disk'
import { JournalFile, type JournalWatch } from './journal-file'
import { newJournalPath } from './journal-files'
import { readAcross } from './journal-parts'
import { KeptPart } from './kept-part'
import {
  begunWords,
  continuedWords,
  failedTrouble,
  gapWords,
  goneTrouble,
  spaceTrouble,
} from './journal-words'
import { PendingEntries } from './pending-entries'
import { storeFault } from './store-fault'

export interface RunJournalListener {
  /** All that is wrong now; empty: all is well. */
  troubles(list: readonly StoreTrouble[]): void
  /** Something is missing in the journal from here on: to be written into it. */
  missing(words: Words): void
  /** The next entry, of this number, begins a file that is to be understood by itself: what divides the log is to be written at once. */
  goesOn(words: Words, entry: number): void
}

interface Options {
  readonly clock: Clock
  readonly disk: JournalDisk
  /** What is kept in memory while the disk takes nothing. */
  readonly pendingBytes?: number
  /** After so many octets another file is begun. */
  readonly partBytes: number
}

/** Small enough that old parts can be removed and packed while the program goes on for months. */
const partBytes = 64 * 1024 * 1024
/** Another file is begun in a pause, so that no answer and no frame is cut in two; at the latest at so many times that size. */
const pauseMs = 200
const atTheLatest = 1.25

const lowBytes = 200_000_000
/** Above this it is well again: not at every octet that comes and goes. */
const enoughBytes = 250_000_000
const lookEveryMs = 10_000
const againMs = 1000

interface Part<File = JournalFile | KeptPart> {
  /** The number of its first entry. */
  readonly first: number
  /** That of the entry from which on it can be understood without those before. */
  readonly seam: number
  file: File
}

/**
 * The journal of one run of the program: files of some size, one after the other. Another one is also begun where one is deleted,
 * replaced or cut short while it is written; what that still holds can be read on.
 */
export class RunJournal {
  readonly #folder: string
  readonly #options: Options
  #newest: Part<JournalFile> | undefined
  /** Those before it. */
  readonly #before: Part[] = []
  readonly #listeners = new Set<RunJournalListener>()
  readonly #troubles = new Map<StoreTrouble['kind'], StoreTrouble>()
  #fault: Fault | undefined
  /** Memory is full, too. */
  #missing = false
  /** All that came is in its files, and they stand under their names. */
  #whole = true
  #planned: Cancel | undefined
  #again: Cancel | undefined
  #beginning: Promise<void> | undefined
  #pause: Cancel | undefined
  #closed = false

  private constructor(folder: string, options: Options) {
    this.#folder = folder
    this.#options = options
  }

  /** Rejects with `Fault('store-failed')`. */
  static async open(folder: string, options: Partial<Options> = {}): Promise<RunJournal> {
    const usual = { clock: nodeClock, disk: nodeDisk, partBytes }
    const journal = new RunJournal(folder, { ...usual, ...options })
    journal.#newest = { first: 0, seam: 0, file: await journal.#newFile() }
    await journal.#lookAtSpace()
    return journal
  }

  get file(): string {
    return this.#last.file.path
  }
  /** Octets of that file on the disk. */
  get bytes(): number {
    return this.#last.file.size
  }
  get count(): number {
    const { first, file } = this.#last
    return first + file.count
  }

  /** Let go of; what closing itself still tells is taken. */
  get closed(): boolean {
    return this.#last.file.closed
  }

  append(entry: JournalEntry): void {
    this.#last.file.append(entry)
    this.#lookLater()
    if (this.bytes >= this.#options.partBytes) this.#goOnSoon()
  }

  /** The first entry from which on everything is still there: old files may be removed while this goes on. */
  async kept(): Promise<number> {
    let from = this.#last.seam
    for (const { seam, file } of this.#before.toReversed()) {
      if (file instanceof KeptPart && !(await file.isThere())) break
      from = seam
    }
    return from
  }

  /** Entries `from` to `to`, `to` not included; fewer where a file was cut short or removed. */
  read(from: number, to: number): Promise<JournalEntry[]> {
    return readAcross([...this.#before, this.#last], from, to)
  }

  /** Where others read the same, all that came until now; undefined where not all of it is on the disk. */
  async parts(): Promise<readonly JournalPart[] | undefined> {
    await this.#beginning
    const newest = this.#last
    const kept = await this.kept()
    const written = await newest.file.written()
    // Another one was begun meanwhile, which may be for something that went away.
    if (newest !== this.#last) return this.parts()
    if (!written || !this.#whole) return undefined
    const before = this.#before.filter(({ seam }) => seam >= kept)
    const parts = before.flatMap(({ file, ...place }) =>
      file instanceof KeptPart ? [{ ...place, ...file.told }] : [],
    )
    const { first, seam } = newest
    return parts.length < before.length ? undefined : [...parts, { first, seam, ...written }]
  }

  /** Told at once what is wrong already. Returns the way to stop listening. */
  listen(listener: RunJournalListener): () => void {
    this.#listeners.add(listener)
    if (this.#troubles.size > 0) listener.troubles([...this.#troubles.values()])
    return () => this.#listeners.delete(listener)
  }

  /** Rejects when what is left cannot be written. */
  async close(): Promise<void> {
    // A file that went away in the last moment is followed by another one still; other failures are told by the closing.
    await this.#last.file.flush().catch(() => undefined)
    await this.#beginning
    this.#closed = true
    this.#planned?.()
    this.#again?.()
    this.#pause?.()
    const open = [...this.#before, this.#last].flatMap(({ file }) =>
      file instanceof JournalFile ? [file.close()] : [],
    )
    for (const one of await Promise.allSettled(open))
      if (one.status === 'rejected') throw one.reason
  }

  get #last(): Part<JournalFile> {
    if (!this.#newest) throw new Error('a journal has a file from its opening on')
    return this.#newest
  }

  #newFile(): Promise<JournalFile> {
    const { clock, disk, pendingBytes } = this.#options
    return JournalFile.open(newJournalPath(this.#folder, clock.nowMs()), {
      clock,
      disk,
      watch: this.#watch(),
      pending: new PendingEntries(pendingBytes),
    })
  }

  #watch(): JournalWatch {
    return {
      fault: (fault) => {
        this.#fault = fault
        this.#failing()
        if (fault?.code !== 'journal-gone') return
        this.#whole = false
        this.#begin(fault)
      },
      gapBegins: () => {
        this.#missing = true
        this.#whole = false
        this.#failing()
      },
      gapEnds: (gap) => {
        this.#missing = false
        this.#tellMissing(gapWords(gap))
      },
    }
  }

  /** Another file in the place of one that is gone; tried again for as long as it takes. */
  #begin(gone: Fault): void {
    if (this.#closed) return
    this.#beginning ??= this.#takeOver(gone)
      .catch((error: unknown) => {
        this.#fault = storeFault(error, this.#folder)
        this.#failing()
        this.#again = this.#options.clock.schedule(againMs, () => this.#begin(gone))
      })
      .finally(() => {
        this.#beginning = undefined
      })
  }

  async #takeOver(gone: Fault): Promise<void> {
    const file = await this.#newFile()
    await this.#handOver(file)
    this.#fault = undefined
    this.#troubles.set('gone', goneTrouble(gone, file.path))
    this.#failing()
    this.#tellMissing(begunWords(gone, file.path))
  }

  /** What comes from here on goes into another file, and what was not written yet. */
  async #handOver(to: JournalFile, begun?: (entry: number) => void): Promise<void> {
    const full = this.#last
    await full.file.handOver((left) => {
      const next = full.first + full.file.count
      this.#before.push({ ...full })
      to.adopt(left)
      const seam = next + to.count
      this.#newest = { first: next, seam, file: to }
      begun?.(seam)
    })
  }

  /** The next file, in the next pause of what is said, or when this one is much too large. */
  #goOnSoon(): void {
    if (this.#closed || this.#beginning) return
    this.#pause?.()
    if (this.bytes >= this.#options.partBytes * atTheLatest) this.#goOn()
    else this.#pause = this.#options.clock.schedule(pauseMs, () => this.#goOn())
  }

  #goOn(): void {
    this.#pause?.()
    this.#pause = undefined
    // Where no file can be begun, this one goes on: the next entry tries again.
    this.#beginning ??= this.#nextPart()
      .catch((error: unknown) => {
        this.#fault = storeFault(error, this.#folder)
        this.#failing()
      })
      .finally(() => {
        this.#beginning = undefined
      })
  }

  async #nextPart(): Promise<void> {
    const file = await this.#newFile()
    await this.#last.file.flush().catch(() => undefined)
    const full = this.#last.file
    const words = continuedWords(full.path)
    await this.#handOver(file, (entry) => {
      for (const listener of [...this.#listeners]) listener.goesOn(words, entry)
    })
    const part = this.#before.at(-1)
    if (part) part.file = full.asKept()
    await full.close()
  }

  #failing(): void {
    if (this.#fault) this.#troubles.set('failed', failedTrouble(this.#fault, this.#missing))
    else this.#troubles.delete('failed')
    this.#tell()
  }

  #lookLater(): void {
    if (this.#closed) return
    this.#planned ??= this.#options.clock.schedule(lookEveryMs, () => {
      this.#planned = undefined
      void this.#lookAtSpace()
    })
  }

  async #lookAtSpace(): Promise<void> {
    const free = await this.#options.disk.freeBytes(this.file)
    const before = this.#troubles.get('space')
    if (free !== undefined && free < (before ? enoughBytes : lowBytes))
      this.#troubles.set('space', spaceTrouble(free, dirname(this.file)))
    else this.#troubles.delete('space')
    if (before?.words.en !== this.#troubles.get('space')?.words.en) this.#tell()
    if (this.#troubles.has('space')) this.#lookLater()
  }

  #tell(): void {
    const list = [...this.#troubles.values()]
    for (const listener of [...this.#listeners]) listener.troubles(list)
  }
  #tellMissing(words: Words): void {
    for (const listener of [...this.#listeners]) listener.missing(words)
  }
}
