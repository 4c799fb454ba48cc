import type { Knowledge } from '@core/at/knowledge'
import type { JournalEntry } from '@core/log/journal'
import { markBytes, noteBytes } from '@core/log/note'
import { LogReader } from '@core/log/reader'
import type { LogRow } from '@core/log/row'
import type { SlotName } from '@core/modem/slot-names'
import type { SlotState } from '@contract'
import type { Cancel } from '@core/ports/clock'
import type { Words } from '@core/words'
import { ClockSteps } from './clock-steps'
import type { Environment, Journal } from '@bench/environment'

interface Options {
  readonly slot: SlotName
  readonly environment: Environment
  readonly knowledge: Knowledge
  /** The journal of this run, opened at first need. */
  readonly journal: () => Promise<Journal>
  readonly onRows: (rows: readonly LogRow[]) => void
  readonly onGrown: (journal: SlotState['journal']) => void
}

const sizeEveryMs = 1000

/** Keeps every octet of a slot: into the journal first, then as rows for whoever looks. */
export class Recorder {
  readonly #options: Options
  readonly #reader: LogReader
  readonly #clockSteps = new ClockSteps()
  #journal: Journal | undefined
  #sizePlanned: Cancel | undefined
  #stopped = false
  readonly #seams = new Map<number, number>()
  /** What came before there was a journal. */
  #early: JournalEntry[] = []

  constructor(options: Options) {
    this.#options = options
    const { slot, knowledge } = options
    this.#reader = new LogReader({ slot, knowledge, lazily: true })
  }

  get journal(): Journal | undefined {
    return this.#journal
  }

  /** The number of this slot's first row from an entry on that divides the log (`goesOn`); 0 for the first entry. */
  rowAt(entry: number): number {
    return this.#seams.get(entry) ?? 0
  }

  /** From here on everything is kept. */
  async start(): Promise<void> {
    const journal = await this.#options.journal()
    this.#journal = journal
    for (const entry of this.#early.splice(0)) this.#write(journal, entry)
    this.#tellSize()
  }
  bytes(dir: 'rx' | 'tx', bytes: Uint8Array): void {
    this.#append(dir, bytes)
  }
  /** What passes through the second AT port. */
  secondBytes(dir: 'rx' | 'tx', bytes: Uint8Array): void {
    this.#append(dir, bytes, true)
  }
  /** What the program did or saw; in both languages where it has them. */
  note(text: string | Words): void {
    this.#append('note', noteBytes(text))
  }
  /** What a person wrote into the log; it is kept without a port too. */
  async comment(text: string): Promise<void> {
    await this.start()
    this.#append('note', markBytes('comment', text))
  }
  /** A bookmark on the row of that number, or its removal. */
  bookmark(rowId: number, on: boolean, text: string): void {
    this.#append('note', markBytes(on ? 'bookmark' : 'unmarked', text, rowId))
  }
  divider(text: string | Words): void {
    this.#append('note', noteBytes(text, true))
  }
  /** The journal goes on in another file, which may outlive those before: what comes is read as from a port that was just opened. */
  goesOn(words: Words, entry: number): void {
    const rows = this.#keep({ ...this.#now(), dir: 'note', bytes: noteBytes(words, true) })
    const row = rows.at(-1)
    if (row) this.#seams.set(entry, row.id)
  }
  #append(dir: JournalEntry['dir'], bytes: Uint8Array, second = false): void {
    const { clock } = this.#options.environment
    const moment = this.#now()
    const stepped = this.#clockSteps.look(moment)
    if (stepped) this.#keep({ ...moment, dir: 'note', bytes: noteBytes(stepped) })
    this.#keep({ ...moment, dir, bytes, ...(second ? { second: true as const } : {}) })
    if (this.#stopped) return
    this.#sizePlanned ??= clock.schedule(sizeEveryMs, () => {
      this.#sizePlanned = undefined
      this.#tellSize()
    })
  }
  /** The size of the journal is told no more. What comes late is kept as long as the journal takes it. */
  stop(): void {
    this.#stopped = true
    this.#sizePlanned?.()
    this.#sizePlanned = undefined
    this.#tellSize()
  }
  #now(): Pick<JournalEntry, 'slot' | 'atMs' | 'monoUs'> {
    const { clock } = this.#options.environment
    return { slot: this.#options.slot, atMs: clock.nowMs(), monoUs: clock.monotonicUs() }
  }
  #keep(entry: JournalEntry): readonly LogRow[] {
    if (this.#journal) this.#write(this.#journal, entry)
    else this.#early.push(entry)
    const rows = this.#reader.push(entry)
    this.#options.onRows(rows)
    return rows
  }
  /** What is told after the end of the bench, as by a port that ends late, has no place in the journal; who looks sees it. */
  #write(journal: Journal, entry: JournalEntry): void {
    if (!journal.closed) journal.append(entry)
  }
  #tellSize(): void {
    const journal = this.#journal
    if (journal) this.#options.onGrown({ file: journal.file, bytes: journal.bytes })
  }
}
