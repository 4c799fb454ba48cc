import type { Knowledge } from '../../at/knowledge'
import type { SlotName } from '../../modem/slot-state'
import { LogReader } from '../reader'
import type { JournalEntry } from '../journal'
import { isMoment } from '../moment'
import type { LogRow, Timed } from '../row'
import { octetsOf } from './event-octets'
import type { ImportEvent, LogFormat, LogParser, Stamp } from './format'
import { detectFormat, isOwn } from './formats'
import { LineSplitter } from './line-splitter'
import { withoutRemark } from './remark'
import { besideRow } from './manager-says'
import { type RawLine, type Unwrapper, unwrapperOf } from './wrap/wrapping'

const linesToJudge = 400
const charsToJudge = 65_536
const dayMs = 86_400_000

export interface LogImportOptions {
  readonly knowledge: Knowledge
  readonly slot?: SlotName
  /** Known by who asks; otherwise found out from the first lines. */
  readonly format?: LogFormat
  /** Hears the octets that passed, as far as the log says them. */
  readonly onOctets?: (octets: Pick<JournalEntry, 'slot' | 'dir' | 'bytes'>) => void
}

/** A log recorded elsewhere, as text cut anywhere; rows out. What it holds does not grow with the log. */
export class LogImport {
  readonly #knowledge: Knowledge
  readonly #slot: SlotName
  readonly #onOctets: LogImportOptions['onOctets']
  readonly #splitter = new LineSplitter()
  readonly #readers = new Map<string, LogReader>()
  #format: LogFormat | undefined
  #parser: LogParser | undefined
  /** Lines held back until the format is known. */
  #first: RawLine[] | undefined = []
  #firstChars = 0
  /** What was put around the lines on their way here. */
  #unwrapper: Unwrapper | undefined
  /** The ports from which the log holds something that came; others may have been recorded one way. */
  readonly #heard = new Set<string>()
  readonly #ids = { next: 0 }
  #lastMs = 0
  #timed: Timed | undefined = 'none'
  #zoneMin: number | undefined
  #days = 0
  #exchanges = 0

  constructor(options: LogImportOptions) {
    this.#knowledge = options.knowledge
    this.#slot = options.slot ?? 'a'
    this.#onOctets = options.onOctets
    if (options.format) this.#begin(options.format)
  }

  /** The format, once it is known. */
  get format(): LogFormat | undefined {
    return this.#format
  }
  /** How many stretches of an exchange with a modem were found; 0 means that this is no log of one. */
  get exchanges(): number {
    return this.#exchanges
  }

  push(text: string): LogRow[] {
    const rows: LogRow[] = []
    this.#splitter.push(text, (line, end) => this.#line(line, end, rows))
    return rows
  }

  end(): LogRow[] {
    const rows: LogRow[] = []
    this.#splitter.finish((line, end) => this.#line(line, end, rows))
    this.#judge(rows)
    for (const [line, end] of this.#unwrapper?.finish() ?? []) this.#parse(line, end, rows)
    for (const event of this.#parser?.finish() ?? []) this.#take(event, rows)
    for (const [port, reader] of this.#readers)
      add(reader.end(this.#lastMs, this.#lastMs * 1000, !this.#heard.has(port)), rows)
    return rows
  }

  #begin(format: LogFormat, first?: readonly string[]): void {
    this.#format = format
    this.#parser = format.parser((command) => this.#knowledge.endings(command), first)
    this.#first = undefined
  }

  #line(line: string, end: string, rows: LogRow[]): void {
    if (!this.#first) return this.#read(line, end, rows)
    this.#first.push([line, end])
    this.#firstChars += line.length
    if (this.#first.length >= linesToJudge || this.#firstChars >= charsToJudge) this.#judge(rows)
  }

  #judge(rows: LogRow[]): void {
    const first = this.#first
    if (!first) return
    const lines = first.map(([line]) => line)
    if (!isOwn(lines)) this.#unwrapper = unwrapperOf(lines)
    const inside = this.#unwrapper ? unwrapped(lines) : lines
    this.#begin(detectFormat(inside), inside)
    for (const [line, end] of first) this.#read(line, end, rows)
  }

  #read(line: string, end: string, rows: LogRow[]): void {
    if (!this.#unwrapper) return this.#parse(line, end, rows)
    for (const [inside, insideEnd] of this.#unwrapper.line(line, end))
      this.#parse(inside, insideEnd, rows)
  }

  #parse(line: string, end: string, rows: LogRow[]): void {
    const [said, remark] = withoutRemark(line)
    for (const event of this.#parser?.line(said, end) ?? []) this.#take(event, rows)
    if (remark !== undefined) this.#take({ kind: 'text', text: remark }, rows)
  }

  #take(event: ImportEvent, rows: LogRow[]): void {
    const { reader, atMs } = this.#readerAt(event)
    if ((event.kind === 'bytes' || event.kind === 'line') && event.dir === 'rx')
      this.#heard.add(event.port ?? '')
    const monoUs = atMs * 1000
    this.#onOctets?.(octetsOf(event, this.#slot))
    switch (event.kind) {
      case 'bytes': {
        this.#exchanges++
        const { dir, bytes, slot = this.#slot } = event
        return add(reader.push({ slot, dir, atMs, monoUs, bytes }), rows)
      }
      case 'line': {
        this.#exchanges++
        const { dir, text, adjacent } = event
        return add(reader.line(dir, text, adjacent, atMs, monoUs), rows)
      }
      case 'text': {
        const row = besideRow(event.text, this.#exchanges > 0)
        if (row) this.#exchanges++
        return add(
          row ? reader.row(row, atMs, monoUs) : reader.text(event.text, atMs, monoUs),
          rows,
        )
      }
      case 'row':
        this.#exchanges++
        return add(reader.row(event.row, atMs, monoUs), rows)
    }
  }

  #readerAt({ port = '', slot = this.#slot, stamp }: ImportEvent): {
    reader: LogReader
    atMs: number
  } {
    let reader = this.#readers.get(port)
    if (!reader) {
      reader = new LogReader({
        slot,
        knowledge: this.#knowledge,
        ids: this.#ids,
      })
      this.#readers.set(port, reader)
    }
    if (stamp) {
      this.#timed = stamp.timed
      this.#zoneMin = stamp.zoneMin
    }
    reader.timed = this.#timed
    reader.zoneMin = this.#zoneMin
    return { reader, atMs: this.#time(stamp) }
  }

  /** Without a time a line has that of the one before. A clock of the day that runs backwards began a new day. */
  #time(stamp: Stamp | undefined): number {
    if (!stamp || !isMoment(stamp.ms)) return this.#lastMs
    let ms = stamp.ms
    if (stamp.timed === 'day') {
      if (ms + this.#days < this.#lastMs - dayMs / 2) this.#days += dayMs
      ms += this.#days
    }
    this.#lastMs = ms
    return ms
  }
}

/** The first lines as they will be read; by an unwrapper of its own, since one holds lines back. */
function unwrapped(lines: readonly string[]): string[] {
  const unwrapper = unwrapperOf(lines)
  if (!unwrapper) return [...lines]
  const inside = lines.flatMap((line) => [...unwrapper.line(line, '\n')])
  return [...inside, ...unwrapper.finish()].map(([line]) => line)
}

function add(rows: readonly LogRow[], all: LogRow[]): void {
  for (const row of rows) all.push(row)
}
