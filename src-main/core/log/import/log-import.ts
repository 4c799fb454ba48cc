import type { Knowledge } from '../../at/knowledge'
import type { SlotName } from '../../modem/slot-names'
import { exportCut } from '../cut-words'
import type { RowDraft } from '../draft'
import { LogReader, noteExplanation } from '../reader'
import type { JournalEntry } from '../journal'
import { isMoment } from '../moment'
import type { LogRow, Timed } from '../row'
import { octetsOf } from './event-octets'
import { FirstPrompt } from './first-prompt'
import type { ImportEvent, LogFormat, LogParser, Stamp } from './format'
import { isOwnFormat } from './formats'
import { LineSplitter } from './line-splitter'
import { withoutRemark } from './remark'
import { besideRow } from './manager-says'
import { isBetween, passagesOf, type Passage, type Shape } from './passages'
import { Units } from './units'
import type { RawLine, Unwrapper } from './wrap/wrapping'

const linesToJudge = 400
const charsToJudge = 65_536
/** So often the same sentence is asked about, and of so many it is known how often. */
const mostVain = 3
const mostSentences = 64
const dayMs = 86_400_000
const byteOrderMark = /^\ufeff/

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
  #begun = false
  readonly #readers = new Map<string, LogReader>()
  #format: LogFormat | undefined
  #parser: LogParser | undefined
  /** Lines held back until the format is known. */
  #first: RawLine[] | undefined = []
  #firstChars = 0
  /** What was put around the lines on their way here. */
  #unwrapper: Unwrapper | undefined
  /** That of the passage which is read; undefined where the format was given. */
  #shape: Shape | undefined
  /** How often no other passage began, and so many lines are not looked at for that. */
  #vain = 0
  #unasked = 0
  /** Sentences since this passage began, and how often each was asked about in vain. */
  readonly #sentences = new Map<string, number>()
  /** Somebody wrote to others since the last exchange. */
  #seam = false
  /** The modem of which this stretch tells, where the log tells of several. */
  #unit: string | undefined
  readonly #units = new Units()
  /** The ports from which the log holds something that came; others may have been recorded one way. */
  readonly #heard = new Set<string>()
  readonly #firstPrompt = new FirstPrompt()
  readonly #ids = { next: 0 }
  #lastMs = 0
  #timed: Timed | undefined = 'none'
  #zoneMin: number | undefined
  #days = 0
  #exchanges = 0
  /** Whether the latest line came to its end. */
  #lastEnd: 'open' | 'whole' = 'whole'

  constructor(options: LogImportOptions) {
    this.#knowledge = options.knowledge
    this.#slot = options.slot ?? 'a'
    this.#onOctets = options.onOctets
    if (!options.format) return
    this.#first = undefined
    this.#begin(options.format)
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
    const begun = this.#begun ? text : text.replace(byteOrderMark, '')
    this.#begun ||= text !== ''
    this.#splitter.push(begun, (line, end) => this.#line(line, end, rows))
    return rows
  }

  end(): LogRow[] {
    const rows: LogRow[] = []
    this.#splitter.finish((line, end) => this.#line(line, end, rows))
    this.#judge(rows)
    const last = this.#lastEnd
    this.#finish(rows)
    // Our own exports end with a line end; a paste of others may well not.
    if (last === 'open' && this.#format && isOwnFormat(this.#format)) this.#saysCut(rows)
    return rows
  }

  #saysCut(rows: LogRow[]): void {
    const slot = rows.at(-1)?.slot ?? this.#slot
    const reader = new LogReader({ slot, knowledge: this.#knowledge, ids: this.#ids })
    reader.timed = this.#timed
    const row: RowDraft = {
      dir: 'note',
      kind: 'divider',
      text: exportCut.en,
      explanation: noteExplanation(exportCut),
    }
    add(reader.row(row, this.#lastMs, this.#lastMs * 1000), rows)
  }

  /** All that was held back, and what waits for an answer that this recording does not show. */
  #finish(rows: LogRow[]): void {
    for (const [line, end] of this.#unwrapper?.finish() ?? []) this.#parse(line, end, rows)
    for (const event of this.#parser?.finish() ?? []) this.#take(event, rows)
    for (const event of this.#firstPrompt.finish()) this.#took(event, rows)
    this.#closeReaders(rows)
  }

  #closeReaders(rows: LogRow[]): void {
    for (const [port, reader] of this.#readers)
      add(reader.end(this.#lastMs, this.#lastMs * 1000, !this.#heard.has(port)), rows)
    this.#readers.clear()
    this.#heard.clear()
  }

  /** Somebody writes to others between what was recorded. */
  #said(text: string, rows: LogRow[]): void {
    this.#take({ kind: 'text', text }, rows)
    this.#seam = true
  }

  /** A recording that goes on with a command is another: nothing in it answers what was asked before. */
  #sewn(event: ImportEvent, rows: LogRow[]): void {
    if (event.kind === 'text' || event.kind === 'told' || event.kind === 'row') return
    this.#seam = false
    if (event.dir === 'rx') return
    for (const reader of this.#readers.values())
      add(reader.abandon(this.#lastMs, this.#lastMs * 1000), rows)
  }

  readonly #endings = (command: string) => this.#knowledge.endings(command)

  #begin(format: LogFormat, first?: readonly string[]): void {
    this.#format ??= format
    this.#parser = format.parser(this.#endings, first)
  }

  #line(line: string, end: string, rows: LogRow[]): void {
    this.#lastEnd = end === '' && !/<\/html>\s*$/.test(line) ? 'open' : 'whole'
    if (!this.#first && this.#maybeAnother(line)) this.#first = []
    if (!this.#first) return this.#read(line, end, rows)
    this.#first.push([line, end])
    this.#firstChars += line.length
    if (this.#first.length >= linesToJudge || this.#firstChars >= charsToJudge) this.#judge(rows)
  }

  /** Behind what somebody writes to others another tool's lines may begin; whose program writes sentences is asked ever less. */
  #maybeAnother(line: string): boolean {
    if (!this.#shape || isOwnFormat(this.#shape.format)) return false
    if (this.#unasked-- > 0 || !isBetween(line)) return false
    this.#unasked = this.#vain * linesToJudge
    return !this.#isPrinted(line)
  }

  /** What comes again and again a program prints, such as a banner at each start; nobody writes it to others. */
  #isPrinted(sentence: string): boolean {
    const before = this.#sentences.get(sentence) ?? 0
    if (before >= mostVain) return true
    if (this.#sentences.size >= mostSentences) this.#sentences.clear()
    this.#sentences.set(sentence, before + 1)
    return false
  }

  #judge(rows: LogRow[]): void {
    const first = this.#first
    if (!first) return
    this.#first = undefined
    this.#firstChars = 0
    const lines = first.map(([line]) => line)
    let at = 0
    this.#vain++
    const passages = passagesOf(lines, this.#endings, this.#shape)
    const units = this.#unitsOf(passages, lines)
    for (const [index, passage] of passages.entries()) {
      this.#passage(passage, units[index], rows)
      for (const [line, end] of first.slice(at, at + passage.count)) {
        if (passage.between) this.#said(line, rows)
        else this.#read(line, end, rows)
      }
      at += passage.count
    }
  }

  /** The modem of each passage; what somebody writes to others is of the one before. */
  #unitsOf(passages: readonly Passage[], lines: readonly string[]): (string | undefined)[] {
    const stretches: string[][] = []
    let at = 0
    let open = false
    const places = passages.map(({ count, between }) => {
      if (!between && !open) stretches.push([])
      open = !between
      if (open) stretches.at(-1)?.push(...lines.slice(at, at + count))
      at += count
      return Math.max(0, stretches.length - 1)
    })
    const units = this.#units.of(stretches)
    return places.map((place) => units[place] ?? this.#unit)
  }

  /** What another tool recorded: nothing of it answers what was asked before. */
  #passage({ shape }: Passage, unit: string | undefined, rows: LogRow[]): void {
    if (shape === this.#shape && unit === this.#unit) return
    if (this.#shape) this.#finish(rows)
    if (this.#shape && shape !== this.#shape) {
      this.#timed = 'none'
      this.#zoneMin = undefined
      this.#vain = 0
    }
    this.#unit = unit
    this.#shape = shape
    this.#unwrapper = shape.unwrapper()
    this.#begin(shape.format, shape.inside)
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
    for (const known of this.#firstPrompt.take(event)) this.#took(known, rows)
  }

  #took(event: ImportEvent, rows: LogRow[]): void {
    if (this.#seam) this.#sewn(event, rows)
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
      case 'told':
        this.#exchanges++
        this.#heard.add(event.port ?? '')
        return add(reader.told(event.text, event.result, atMs, monoUs), rows)
      case 'row':
        this.#exchanges++
        return add(reader.row(event.row, atMs, monoUs), rows)
    }
  }

  #readerAt({ port = '', slot = this.#slot, stamp, portName, unit = this.#unit }: ImportEvent): {
    reader: LogReader
    atMs: number
  } {
    let reader = this.#readers.get(port)
    if (!reader) {
      reader = new LogReader({
        slot,
        knowledge: this.#knowledge,
        ids: this.#ids,
        port: portName,
        unit,
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

function add(rows: readonly LogRow[], all: LogRow[]): void {
  for (const row of rows) all.push(row)
}
