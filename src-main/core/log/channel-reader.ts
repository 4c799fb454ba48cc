import type { Explanation, Knowledge } from '../at/knowledge'
import { parseFinal } from '../at/final'
import { LineBuffer } from '../at/line-buffer'
import { lineName } from '../at/line-name'
import { unsolicitedTable, type UnsolicitedTable } from '../at/unsolicited'
import { hexOf, latin1 } from '../bytes'
import { decodePppFrame } from '../ppp/decode'
import { explainFrame } from '../ppp/explain'
import { HdlcDecoder, type HdlcItem } from '../ppp/hdlc'
import type { LogRow, RowKind } from './row'

/** A row before it has a number, a slot and a time. */
export type RowDraft = Omit<LogRow, 'id' | 'slot' | 'atMs' | 'monoUs'>

const FLAG = 0x7e
const mostOutstanding = 8

/** Told of finals, so that whoever owns the channel can follow its mode: AT+CMUX answered OK. */
export type FinalListener = (command: string | undefined, line: string) => void

/**
 * Reads one channel's two directions as a person would: commands, their echoes and answers, what comes unasked, and
 * after CONNECT the frames of PPP, until the modem says that the call is over.
 */
export class ChannelReader {
  readonly #knowledge: Knowledge
  readonly #unsolicited: UnsolicitedTable = unsolicitedTable()
  readonly #onFinal: FinalListener
  #ppp = false
  #rx = new LineBuffer()
  #tx = new LineBuffer()
  #rxFrames = new HdlcDecoder()
  #txFrames = new HdlcDecoder()
  #asked: string[] = []

  constructor(knowledge: Knowledge, onFinal: FinalListener = () => undefined) {
    this.#knowledge = knowledge
    this.#onFinal = onFinal
  }

  received(bytes: Uint8Array): RowDraft[] {
    if (!this.#ppp && bytes[0] === FLAG && this.#rx.length === 0) this.#ppp = true
    return this.#ppp ? this.#receivedFrames(bytes) : this.#receivedText(bytes)
  }

  sent(bytes: Uint8Array): RowDraft[] {
    if (!this.#ppp && bytes[0] === FLAG) this.#ppp = true
    // A command typed into a line that was in data mode: the call is over for this side.
    if (this.#ppp && /^(AT|\+\+\+)/i.test(latin1(bytes.subarray(0, 3))))
      return this.#sentText(bytes)
    if (this.#ppp) return this.#frames(this.#txFrames.feed(bytes), 'tx')
    return this.#sentText(bytes)
  }

  /** What still waits for its end, given up: the port has closed. */
  flush(): RowDraft[] {
    const rows: RowDraft[] = []
    const rest = this.#rx.takeUnterminated()
    if (rest) rows.push(this.#line(rest.text))
    const typed = this.#tx.takeUnterminated()
    if (typed) rows.push(this.#command(typed.text))
    this.#asked = []
    this.#ppp = false
    return rows
  }

  #receivedText(bytes: Uint8Array): RowDraft[] {
    this.#rx.feed(bytes)
    const rows: RowDraft[] = []
    for (let line = this.#rx.next(); line; line = this.#rx.next()) {
      const row = this.#line(line.text)
      rows.push(row)
      if (row.kind === 'final' && /^CONNECT\b/.test(row.text)) {
        this.#ppp = true
        rows.push(...this.#receivedFrames(this.#rx.rest()))
      }
    }
    return rows
  }

  #sentText(bytes: Uint8Array): RowDraft[] {
    this.#tx.feed(bytes)
    const rows: RowDraft[] = []
    for (let line = this.#tx.next(); line; line = this.#tx.next())
      rows.push(this.#command(line.text))
    if (this.#tx.unterminated === '+++') {
      this.#tx.takeUnterminated()
      rows.push(this.#command('+++'))
    }
    return rows
  }

  #receivedFrames(bytes: Uint8Array): RowDraft[] {
    const rows: RowDraft[] = []
    for (const item of this.#rxFrames.feed(bytes)) {
      if (item.kind !== 'text') {
        rows.push(...this.#frames([item], 'rx'))
        continue
      }
      this.#rx.feed(item.bytes)
      for (let line = this.#rx.next(); line; line = this.#rx.next()) {
        rows.push(this.#line(line.text))
        if (/^(NO CARRIER|OK|\+PPPD: DISCONNECTED|ERROR)$/.test(line.text)) this.#ppp = false
      }
    }
    return rows
  }

  #frames(items: readonly HdlcItem[], dir: 'rx' | 'tx'): RowDraft[] {
    return items.map((item): RowDraft => {
      if (item.kind !== 'frame')
        return { dir, kind: 'noise', text: latin1(item.bytes), hex: hexOf(item.bytes) }
      const frame = decodePppFrame(item)
      const words = explainFrame(frame)
      return {
        dir,
        kind: 'ppp',
        text: [frame.protocolName, frame.codeName, frame.id === undefined ? '' : `id ${frame.id}`]
          .filter((part) => part)
          .join(' '),
        hex: hexOf(item.bytes),
        explanation: {
          name: frame.protocolName ?? 'PPP',
          facts: {},
          words,
          severity: 'fine',
          secrets: [],
        },
      }
    })
  }

  #command(text: string): RowDraft {
    this.#asked.push(text)
    if (this.#asked.length > mostOutstanding) this.#asked.shift()
    return this.#row('tx', 'command', text, this.#knowledge.command(text))
  }

  #line(text: string): RowDraft {
    const echoed = this.#asked.lastIndexOf(text)
    if (echoed >= 0) {
      // What was asked before and never answered is behind us once a later command is echoed.
      this.#asked = this.#asked.slice(echoed)
      return { dir: 'rx', kind: 'echo', text, command: text }
    }
    const command = this.#asked[0]
    const explanation = this.#knowledge.line(text, { command })
    if (parseFinal(text)) {
      this.#onFinal(command, text)
      this.#asked.shift()
      return this.#row('rx', 'final', text, explanation, command)
    }
    return this.#row('rx', this.#kindOf(text, command, explanation), text, explanation, command)
  }

  #kindOf(
    text: string,
    command: string | undefined,
    explanation: Explanation | undefined,
  ): RowKind {
    const name = lineName(text).name
    const asked = command !== undefined && name !== '' && command.toUpperCase().includes(name)
    if (asked) return 'answer'
    if (this.#unsolicited.find(text)) return 'unsolicited'
    if (command !== undefined) return 'answer'
    return explanation ? 'unsolicited' : 'unknown'
  }

  #row(
    dir: 'rx' | 'tx',
    kind: RowKind,
    text: string,
    explanation: Explanation | undefined,
    command?: string,
  ): RowDraft {
    return {
      dir,
      kind,
      text,
      ...(explanation ? { explanation } : {}),
      ...(command !== undefined && kind !== 'unsolicited' ? { command } : {}),
    }
  }
}
