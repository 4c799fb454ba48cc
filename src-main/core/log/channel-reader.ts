import { LineBuffer, type Line } from '../at/line-buffer'
import type { Final } from '../at/final'
import { concat, latin1 } from '../bytes'
import type { Words } from '../words'
import type { FrameOption } from '../cmux/frame'
import { HdlcDecoder } from '../ppp/hdlc'
import type { RowDraft } from './draft'
import type { Explanations } from './explanations'
import { Listener } from './listener'
import { PacketTalk } from './packet-talk'
import { Payloads } from './payloads'
import { pppRow } from './ppp-rows'

const LF = 0x0a
const flag = 0x7e
/** Octets that begin a line of text never, but a PPP frame: FF 03, LCP, PAP, CHAP, IPCP, IP without header. */
const pppHeads = ['\xff', '\x80', '\xc0', '\xc2', '!E', '}\xdf'].map((head) => `~${head}`)
/** A multiplexer frame on one of the first channels, or its wake-up flags; of the advanced option with what it is, as its flag is PPP's. */
const muxAddresses = [...'\x01\x03\x05\x07\x09\x0b\x0d\x0f\x11\x13']
/** AT, the escape sequence, or the flag of a multiplexer: esp_modem writes all three to find out how a modem listens. */
const behindFrames = /^[\r\n]{0,2}[Aa+]|^\xf9/

const muxHeads: { readonly [option in FrameOption]: readonly string[] } = {
  basic: [...muxAddresses, '\xf9'].map((head) => `\xf9${head}`),
  advanced: ['~', '~~', '~~~', '~~~~', '~~~~~'].flatMap((flags) =>
    muxAddresses.flatMap((address) =>
      [...'\x3f\x73\x1f\x53\xef\xff'].map((control) => `${flags}${address}${control}`),
    ),
  ),
}

const callEnd =
  /^(NO CARRIER|BUSY|NO ANSWER|NO DIAL ?TONE|ERROR|\+CME ERROR.*|\+PPPD: DISCONNECTED|RDY|\*ATREADY: 1)$/
const plainLine = /^[\x20-\x7d]{1,4096}$/
const empty = new Uint8Array()

/**
 * Reads one channel's two directions as a person would: commands, their echoes and answers, what comes unasked, prompts and
 * payloads, and after CONNECT the frames of PPP, until the modem says that the call is over.
 */
export class ChannelReader {
  readonly #listener: Listener
  readonly #payloads: Payloads
  readonly #rx = new LineBuffer()
  readonly #tx = new LineBuffer()
  #rxFrames: HdlcDecoder | undefined
  #txFrames: HdlcDecoder | undefined
  readonly #talk = new PacketTalk()
  #escaping = false
  #mux: FrameOption | undefined

  /** `hasTimes`: false while nothing is known of when the lines came. */
  constructor(explanations: Explanations, hasTimes: () => boolean = () => true) {
    const ended = (command: string | undefined, final: Final) => this.#ended(command, final)
    this.#listener = new Listener(explanations, ended, hasTimes)
    this.#payloads = new Payloads(this.#listener, this.#rx, this.#tx)
  }

  /** From here on the octets belong to the multiplexer; `takeRest` has those that came already. */
  get multiplexed(): FrameOption | undefined {
    return this.#mux
  }
  takeRest(dir: 'rx' | 'tx'): Uint8Array {
    this.#mux = undefined
    return (dir === 'rx' ? this.#rx : this.#tx).rest()
  }

  received(bytes: Uint8Array, nowUs: number): RowDraft[] {
    return this.#rxFrames ? this.#receivedData(bytes, nowUs) : this.#receivedText(bytes, nowUs)
  }

  sent(bytes: Uint8Array, nowUs: number): RowDraft[] {
    return this.#txFrames ? this.#sentData(bytes, nowUs) : this.#sentText(bytes, nowUs)
  }

  /** A whole line at once; undefined where its octets must be looked at: content, frames, the rest of another line. */
  line(dir: 'rx' | 'tx', text: string, adjacent: boolean, nowUs: number): RowDraft[] | undefined {
    const lost = dir === 'rx' && !adjacent ? this.#payloads.lostBefore(text) : []
    if (this.#rxFrames || this.#txFrames || this.#payloads.busy || !plainLine.test(text))
      return undefined
    if (dir === 'tx') {
      if (this.#tx.unterminated !== '') return undefined
      this.#payloads.asked()
      return this.#listener.sent(text, nowUs)
    }
    if (this.#rx.unterminated !== '' || this.#listener.waiting) return undefined
    // Only empty lines wait; the line's own flag says of them what matters.
    if (this.#rx.length > 0) this.#rx.rest()
    const line: Line = { text, raw: empty, end: 'lf', continued: false, adjacent }
    const heard = this.#listener.line(line, nowUs)
    const rows = lost.length > 0 ? [...lost, ...heard] : heard
    for (const row of rows) this.#payloads.heard(row, line)
    return rows
  }

  /** The line fell silent: a line that has begun is shown as it is, unless somebody is typing. */
  silent(nowUs: number): RowDraft[] {
    if (this.#tx.unterminated !== '') return []
    if (!this.#rxFrames) return this.#unfinished(this.#rx, nowUs)
    return this.#rxFrames.flushText().flatMap((item) => this.#item(item, nowUs))
  }

  /** What was asked and not answered when the log ended. */
  ended(nowUs: number, until?: Words): RowDraft[] {
    return this.#rxFrames ? [] : this.#listener.ended(nowUs, until)
  }

  /** Another recording begins. */
  abandoned(): RowDraft[] {
    return this.#listener.abandoned()
  }

  /** The program that recorded it says what came of the newest command. */
  passedBy(): RowDraft[] {
    return this.#listener.passedBy()
  }

  /** The program that recorded it says, beside the newest command, that it waited in vain for its answer. */
  gaveUp(word: string): RowDraft[] {
    return this.#listener.gaveUp(word)
  }

  /** The program that recorded it says that it waited in vain. */
  timedOut(nowUs: number): void {
    this.#listener.timedOut(nowUs)
  }

  /** What still waits for its end, given up: the port has closed. */
  flush(nowUs: number): RowDraft[] {
    const rows = (this.#rxFrames?.flushText() ?? []).flatMap((item) => this.#item(item, nowUs))
    rows.push(...this.#payloads.flush())
    rows.push(...this.#unfinished(this.#rx, nowUs))
    const typed = this.#tx.takeUnterminated()
    if (typed) rows.push({ dir: 'tx', kind: 'command', text: typed.text, unfinished: true })
    this.#listener.restart()
    this.#rxFrames = this.#txFrames = undefined
    this.#escaping = false
    return rows
  }

  #unfinished(buffer: LineBuffer, nowUs: number): RowDraft[] {
    const rest = buffer.takeUnterminated()
    if (!rest) return []
    return this.#listener
      .line({ ...rest, end: 'none' }, nowUs)
      .map((row) => ({ ...row, unfinished: true }))
  }

  #receivedText(bytes: Uint8Array, nowUs: number): RowDraft[] {
    this.#rx.feed(bytes)
    const rows: RowDraft[] = []
    for (;;) {
      const taken = this.#payloads.received()
      if (taken) {
        rows.push(...taken)
        continue
      }
      if (this.#payloads.counting) return rows
      const head = takeAny(this.#rx, this.#txFrames ? ['~'] : pppHeads)
      if (head) return [...rows, ...this.#beginData(head.raw, nowUs)]
      if (this.#takeMuxHead(this.#rx)) return rows
      const line = this.#rx.next()
      if (!line) return rows
      rows.push(...this.#receivedLine(line, nowUs))
      if (this.#mux) return rows
      if (this.#rxFrames) return [...rows, ...this.#receivedData(this.#rx.rest(), nowUs)]
    }
  }

  #receivedLine(line: Line, nowUs: number): RowDraft[] {
    // Opened in the middle of a frame: the next one begins behind its flag.
    const inside = line.text.search(/~\xff[\x03}]/)
    if (inside >= 0) return this.#beginData(line.raw, nowUs)
    const rows = this.#listener.line(line, nowUs)
    for (const row of rows) this.#payloads.heard(row, line)
    return rows
  }

  #beginData(first: Uint8Array, nowUs: number): RowDraft[] {
    this.#rxFrames = new HdlcDecoder()
    return this.#receivedData(concat([first, this.#rx.rest()]), nowUs)
  }

  /** A multiplexer that was left on by another program needs no AT+CMUX to be seen. */
  #takeMuxHead(buffer: LineBuffer): boolean {
    for (const option of ['basic', 'advanced'] as const) {
      const head = takeAny(buffer, muxHeads[option])
      if (!head) continue
      const rest = buffer.rest()
      buffer.feed(concat([head.raw, rest]))
      this.#mux = option
      return true
    }
    return false
  }

  /** Up to each line end by itself, since behind NO CARRIER there is text again. */
  #receivedData(bytes: Uint8Array, nowUs: number): RowDraft[] {
    const rows: RowDraft[] = []
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf(LF, at) + 1 || bytes.length
      const items = this.#rxFrames?.feed(bytes.subarray(at, end)) ?? []
      for (const item of items) rows.push(...this.#item(item, nowUs))
      at = end
      if (!this.#rxFrames) return [...rows, ...this.#receivedText(bytes.subarray(at), nowUs)]
    }
    return rows
  }

  #item(item: ReturnType<HdlcDecoder['feed']>[number], nowUs: number): RowDraft[] {
    if (item.kind !== 'text') return [pppRow(item, 'rx', this.#talk, nowUs)]
    const rows: RowDraft[] = []
    this.#rx.feed(item.bytes)
    for (let line = this.#rx.next(); line; line = this.#rx.next())
      rows.push(...this.#textInData(line, nowUs))
    const rest = this.#rx.takeUnterminated()
    if (rest) rows.push(...this.#textInData(rest, nowUs))
    return rows
  }

  #textInData(line: Line, nowUs: number): RowDraft[] {
    const rows = this.#listener.line(line, nowUs)
    // In data mode nobody echoes and no command is answered: a modem that does listens to AT again.
    const answered = rows.some(
      (row) => row.command !== undefined && (row.kind === 'echo' || row.kind === 'final'),
    )
    if ((answered && !line.text.startsWith('CONNECT')) || callEnd.test(line.text))
      this.#rxFrames = undefined
    return rows
  }

  #sentText(bytes: Uint8Array, nowUs: number): RowDraft[] {
    this.#tx.feed(bytes)
    const rows: RowDraft[] = []
    for (;;) {
      const payload = this.#payloads.sent()
      if (payload) {
        rows.push(...payload)
        continue
      }
      if (this.#payloads.giving) return rows
      const escape = takeAny(this.#tx, ['+++']) ?? takeAny(this.#tx, ['~+++'])
      if (escape) {
        this.#escaping = true
        rows.push(...this.#listener.sent('+++', nowUs))
        continue
      }
      const head = takeAny(this.#tx, this.#rxFrames ? ['~'] : [...pppHeads, '~}'])
      if (head) {
        this.#txFrames = new HdlcDecoder()
        return [...rows, ...this.#sentData(concat([head.raw, this.#tx.rest()]), nowUs)]
      }
      if (this.#takeMuxHead(this.#tx)) return rows
      const line = this.#tx.next()
      if (!line) return rows
      if (line.text === '') continue
      this.#payloads.asked()
      rows.push(...this.#listener.sent(line.text, nowUs))
    }
  }

  /** Frame by frame: where one ends, a person or a program may write something else instead of the next. */
  #sentData(bytes: Uint8Array, nowUs: number): RowDraft[] {
    const rows: RowDraft[] = []
    for (let at = 0; at < bytes.length;) {
      const frames = this.#txFrames
      if (!frames) break
      if (frames.pendingLength === 0 && behindFrames.test(latin1(bytes.subarray(at, at + 4)))) {
        this.#txFrames = undefined
        return [...rows, ...this.#sentText(bytes.subarray(at), nowUs)]
      }
      const end = bytes.indexOf(flag, at) + 1 || bytes.length
      for (const item of frames.feed(bytes.subarray(at, end)))
        rows.push(
          item.kind === 'text'
            ? { dir: 'tx', kind: 'noise', text: latin1(item.bytes) }
            : pppRow(item, 'tx', this.#talk, nowUs),
        )
      at = end
    }
    return rows
  }

  #ended(command: string | undefined, final: Final): void {
    if (final.kind === 'connect') {
      this.#rxFrames = new HdlcDecoder()
      this.#txFrames = undefined
    } else if (this.#escaping && final.kind === 'ok') this.#rxFrames = undefined
    this.#escaping = false
    const asked = final.kind === 'ok' ? /^AT\+CMUX=(\d)/i.exec(command ?? '') : null
    if (asked) this.#mux = asked[1] === '1' ? 'advanced' : 'basic'
  }
}

/** Takes what the waiting text begins with, if it is one of these; longer ones first where they begin alike. */
function takeAny(buffer: LineBuffer, starts: readonly string[]): Line | undefined {
  // All of them begin alike, and most lines do not.
  if (buffer.lead !== starts[0]?.charCodeAt(0)) return undefined
  for (const start of starts) {
    const line = buffer.takePrompt(start)
    if (line) return line
  }
  return undefined
}
