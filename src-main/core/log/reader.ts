import type { Knowledge } from '../at/knowledge'
import type { SlotName } from '../modem/slot-state'
import { ChannelReader, type RowDraft } from './channel-reader'
import type { JournalEntry } from './journal'
import { noteText } from './note'
import type { LogRow } from './row'

export interface LogReaderOptions {
  readonly slot: SlotName
  readonly knowledge: Knowledge
  /** The number of the first row. */
  readonly firstId?: number
}

/** Turns a journal's entries into rows, live and from disk alike; the result does not depend on how reads cut the octets. */
export class LogReader {
  readonly #options: LogReaderOptions
  #nextId: number
  #channel: ChannelReader

  constructor(options: LogReaderOptions) {
    this.#options = options
    this.#nextId = options.firstId ?? 0
    this.#channel = new ChannelReader(options.knowledge)
  }

  push(entry: JournalEntry): LogRow[] {
    switch (entry.dir) {
      case 'rx':
        return this.#number(entry, this.#channel.received(entry.bytes))
      case 'tx':
        return this.#number(entry, this.#channel.sent(entry.bytes))
      case 'note':
        return this.#note(entry)
    }
  }

  /** What still waits for its line end, given up: nothing more will come. */
  end(atMs: number, monoUs: number): LogRow[] {
    return this.#number({ atMs, monoUs }, this.#channel.flush())
  }

  #note(entry: JournalEntry): LogRow[] {
    const { text, divider } = noteText(entry.bytes)
    const before = divider ? this.#channel.flush() : []
    return this.#number(entry, [
      ...before,
      { dir: 'note', kind: divider ? 'divider' : 'note', text },
    ])
  }

  #number(entry: Pick<JournalEntry, 'atMs' | 'monoUs'>, drafts: readonly RowDraft[]): LogRow[] {
    return drafts.map((draft) => ({
      ...draft,
      id: this.#nextId++,
      slot: this.#options.slot,
      atMs: entry.atMs,
      monoUs: entry.monoUs,
    }))
  }
}
