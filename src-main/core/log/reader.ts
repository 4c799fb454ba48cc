import type { Explanation, Knowledge } from '../at/knowledge'
import { bytesOf } from '../bytes'
import type { SlotName } from '../modem/slot-names'
import type { Words } from '../words'
import { ChannelReader } from './channel-reader'
import type { RowDraft } from './draft'
import { Explanations } from './explanations'
import type { JournalEntry } from './journal'
import { MuxReader } from './mux-reader'
import { noteText } from './note'
import { saidFailed, saidFine, untilClosed } from './listener-words'
import type { LogRow, Timed } from './row'

export interface LogReaderOptions {
  readonly slot: SlotName
  readonly knowledge: Knowledge
  /** The number of the next row, where several readers share them. */
  readonly ids?: { next: number }
  /** What is known of the times, for logs recorded elsewhere. */
  readonly timed?: Timed
  /** The name of the port, where a log holds several. */
  readonly port?: string | undefined
  /** Which of several modems, where a log tells of them one after the other. */
  readonly unit?: string | undefined
  /** What came is explained when somebody looks: a port may say more than anybody reads. */
  readonly lazily?: boolean
}

/** After so long a line that has begun will not go on. */
const silenceUs = 5_000_000

/** Turns a journal's entries into rows, live and from disk alike; the result does not depend on how reads cut the octets. */
export class LogReader {
  readonly #slot: SlotName
  readonly #explanations: Explanations
  readonly #channel: ChannelReader
  /** What is said on the second AT port is an exchange of its own. */
  #second: ChannelReader | undefined
  #timed: Timed | undefined
  #mux: MuxReader | undefined
  readonly #ids: { next: number }
  readonly #port: string | undefined
  readonly #unit: string | undefined
  #lastUs: number | undefined

  constructor(options: LogReaderOptions) {
    this.#slot = options.slot
    this.#timed = options.timed
    this.#ids = options.ids ?? { next: 0 }
    this.#port = options.port
    this.#unit = options.unit
    this.#explanations = new Explanations(options.knowledge, options.lazily)
    this.#channel = new ChannelReader(this.#explanations, this.#hasTimes)
  }

  readonly #hasTimes = () => this.#timed !== 'none'

  /** What is known of the times from here on. */
  set timed(timed: Timed | undefined) {
    this.#timed = timed
  }

  /** How far its clock is ahead of UTC from here on, where the log says so. */
  zoneMin: number | undefined

  push(entry: JournalEntry): LogRow[] {
    const rows = this.#silence(entry)
    switch (entry.dir) {
      case 'rx':
      case 'tx':
        rows.push(...this.#number(entry, this.#drafts(entry, entry.dir)))
        return rows
      case 'note':
        rows.push(...this.#note(entry))
        return rows
    }
  }

  /** A whole line, for logs that have lines and no octets; the same as its octets. */
  line(dir: 'rx' | 'tx', text: string, adjacent: boolean, atMs: number, monoUs: number): LogRow[] {
    const before = this.#silence({ atMs, monoUs })
    const rows = this.#mux ? undefined : this.#channel.line(dir, text, adjacent, monoUs)
    const drafts =
      rows ?? this.#bytes(dir, bytesOf(dir === 'tx' ? `${text}\r` : `${text}\r\n`), monoUs)
    const numbered = this.#number({ atMs, monoUs }, drafts)
    return before.length > 0 ? [...before, ...numbered] : numbered
  }

  /** A program's own word stands for the result, which is not in the log. */
  told(text: string, result: 'OK' | 'ERROR' | 'TIMEOUT', atMs: number, monoUs: number): LogRow[] {
    if (result === 'TIMEOUT') return this.#number({ atMs, monoUs }, this.#channel.gaveUp(text))
    const explanation = result === 'OK' ? saidFine : saidFailed
    const passed = this.#number({ atMs, monoUs }, this.#channel.passedBy())
    const rows = this.line('rx', result, true, atMs, monoUs).map((row): LogRow =>
      row.kind === 'final' && row.text === result
        ? { ...row, dir: 'note', text, explanation }
        : row,
    )
    return [...passed, ...rows]
  }

  /** A line that is no exchange with a modem, of a log recorded elsewhere. */
  text(text: string, atMs: number, monoUs: number): LogRow[] {
    if (timeOut.test(text)) this.#channel.timedOut(monoUs)
    const left = hostStarts.test(text) ? this.#channel.abandoned() : []
    return this.#number({ atMs, monoUs }, [...left, { dir: 'note', kind: 'text', text }])
  }
  /** A row somebody else made: a frame a program logged in words. */
  row(row: RowDraft, atMs: number, monoUs: number): LogRow[] {
    return this.#number({ atMs, monoUs }, [row])
  }

  /** What still waits for its line end, given up: nothing more will come. `oneWay`: only what was sent was recorded. */
  end(atMs: number, monoUs: number, oneWay = false): LogRow[] {
    const unanswered = oneWay ? [] : this.#channel.ended(monoUs)
    return this.#number({ atMs, monoUs }, [...this.#flush(monoUs), ...unanswered])
  }

  /** Another recording begins: nothing in it answers what was asked before. */
  abandon(atMs: number, monoUs: number): LogRow[] {
    return this.#number({ atMs, monoUs }, this.#channel.abandoned())
  }

  #drafts({ bytes, monoUs, second }: JournalEntry, dir: 'rx' | 'tx'): RowDraft[] {
    if (!second) return this.#bytes(dir, bytes, monoUs)
    this.#second ??= new ChannelReader(this.#explanations, this.#hasTimes)
    const read =
      dir === 'rx' ? this.#second.received(bytes, monoUs) : this.#second.sent(bytes, monoUs)
    return read.map(ofSecond)
  }

  #bytes(dir: 'rx' | 'tx', bytes: Uint8Array, nowUs: number): RowDraft[] {
    if (this.#mux) return this.#muxed(this.#mux, dir, bytes, nowUs)
    const rows =
      dir === 'rx' ? this.#channel.received(bytes, nowUs) : this.#channel.sent(bytes, nowUs)
    const option = this.#channel.multiplexed
    if (!option) return rows
    this.#mux = new MuxReader(option, this.#explanations, (side, outside, atUs) =>
      side === 'rx' ? this.#channel.received(outside, atUs) : this.#channel.sent(outside, atUs),
    )
    return [...rows, ...this.#muxed(this.#mux, dir, this.#channel.takeRest(dir), nowUs)]
  }

  #muxed(mux: MuxReader, dir: 'rx' | 'tx', bytes: Uint8Array, nowUs: number): RowDraft[] {
    const { rows, rest } = mux.push(dir, bytes, nowUs)
    // Text outside of frames that ends a command: the modem left the multiplexer.
    const left = rows.some((row) => row.kind === 'final' && row.channel === undefined)
    if (!mux.ended && !left) return rows
    this.#mux = undefined
    return [...rows, ...mux.flush(nowUs), ...(rest.length > 0 ? this.#bytes(dir, rest, nowUs) : [])]
  }

  #silence(entry: Pick<JournalEntry, 'atMs' | 'monoUs'>): LogRow[] {
    const last = this.#lastUs ?? entry.monoUs
    this.#lastUs = entry.monoUs
    if (entry.monoUs - last < silenceUs) return []
    const rows = [
      ...this.#channel.silent(entry.monoUs),
      ...(this.#mux?.silent(entry.monoUs) ?? []),
      ...(this.#second?.silent(entry.monoUs) ?? []).map(ofSecond),
    ]
    return this.#number(entry, rows)
  }

  #note(entry: JournalEntry): LogRow[] {
    const { text, divider, words, ...own } = noteText(entry.bytes)
    const before = divider
      ? [...this.#channel.ended(entry.monoUs, untilClosed), ...this.#flush(entry.monoUs)]
      : []
    const kind = divider ? 'divider' : 'note'
    const said = words ? { explanation: noteExplanation(words) } : {}
    return this.#number(entry, [...before, { dir: 'note', kind, text, ...own, ...said }])
  }

  #flush(nowUs: number): RowDraft[] {
    const inside = this.#mux?.flush(nowUs) ?? []
    this.#mux = undefined
    const second = this.#second?.flush(nowUs) ?? []
    this.#second = undefined
    return [...inside, ...this.#channel.flush(nowUs), ...second.map(ofSecond)]
  }

  #number(
    { atMs, monoUs }: Pick<JournalEntry, 'atMs' | 'monoUs'>,
    drafts: readonly RowDraft[],
  ): LogRow[] {
    for (const draft of drafts) this.#place(draft, atMs, monoUs)
    return drafts as LogRow[]
  }

  /** The draft itself becomes the row: nobody else has it, and a log has millions. */
  #place(draft: RowDraft, atMs: number, monoUs: number): void {
    const row = draft as Numbered
    row.id = this.#ids.next++
    row.slot = this.#slot
    row.atMs = atMs
    row.monoUs = monoUs
    if (this.#timed !== undefined) row.timed = this.#timed
    if (this.zoneMin !== undefined) row.zoneMin = this.zoneMin
    if (this.#port !== undefined) row.port = this.#port
    if (this.#unit !== undefined) row.unit = this.#unit
  }
}

/** A board's boot loader (ESP-IDF) or its system (Zephyr): what its program had asked before is answered to nobody. */
const hostStarts = /\brst:0x[0-9a-f]{1,2} \(|\*{3} Booting (?:Zephyr|nRF)/

const timeOut = /\btime(?:d[ -]?out|-?out)\b|\btimed? out\b/i

type Numbered = Omit<RowDraft, 'port' | 'unit'> & {
  -readonly [part in 'id' | 'slot' | 'atMs' | 'monoUs']: LogRow[part]
} & {
  timed?: Timed
  zoneMin?: number
  port?: string
  unit?: string
}

const ofSecond = (row: RowDraft): RowDraft => ({ ...row, second: true })

/** A note of the program says the same in both languages; a view shows the one of its reader. */
export const noteExplanation = (words: Words): Explanation => ({
  name: '',
  facts: {},
  words,
  severity: 'fine',
  secrets: [],
})
