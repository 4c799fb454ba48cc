import { countedOctets } from '../at/counted'
import { parseFinal } from '../at/final'
import type { Line, LineBuffer } from '../at/line-buffer'
import type { Pending } from '../at/pending'
import { latin1 } from '../bytes'
import type { RowDraft } from './draft'
import { cancelledPayload } from './listener-words'
import type { Listener } from './listener'

const LF = 0x0a
const SUB = '\x1a'
const ESC = '\x1b'
/** The longest piece one row shows. */
const mostOctets = 4096

interface Coming {
  readonly header: string
  left: number
  skipLf: boolean
}
interface Going {
  readonly entry: Pending
  /** Octets still to be written, where the command counted them. */
  left: number | undefined
  text: string
}

/** What is content and not lines: what a header counted, and what was written after a prompt. */
export class Payloads {
  readonly #listener: Listener
  readonly #rx: LineBuffer
  readonly #tx: LineBuffer
  #coming: Coming | undefined
  #going: Going | undefined

  constructor(listener: Listener, rx: LineBuffer, tx: LineBuffer) {
    this.#listener = listener
    this.#rx = rx
    this.#tx = tx
  }

  /** Octets are still to come that a header counted. */
  get counting(): boolean {
    return this.#coming !== undefined
  }
  /** What is sent now is content, until its end. */
  get giving(): boolean {
    return this.#going !== undefined
  }

  get busy(): boolean {
    return this.#coming !== undefined || this.#going !== undefined
  }

  /** A line was heard: the octets behind it may be counted. */
  heard(row: RowDraft, line: Line): void {
    if (row.dir !== 'rx' || !['answer', 'unsolicited', 'unknown'].includes(row.kind)) return
    const count = line.end === 'none' ? undefined : countedOctets(line.text)
    if (count !== undefined)
      this.#coming = { header: line.text, left: count, skipLf: line.end === 'cr' }
  }

  /** The next prompt or piece of content that came; undefined when lines are next. */
  received(): RowDraft[] | undefined {
    return this.#coming ? this.#piece(this.#coming) : this.#prompt()
  }

  /** The next piece of content that was sent; undefined when it is not whole, or lines are next. */
  sent(): RowDraft[] | undefined {
    const going = this.#going
    if (!going) return undefined
    // The command ended without its content: what is sent now is the next command.
    if (!this.#listener.has(going.entry)) {
      this.#going = undefined
      return going.text === '' ? undefined : [this.#given(going, going.text)]
    }
    return going.left === undefined ? this.#untilEnd(going) : this.#untilCount(going, going.left)
  }

  /** A command is sent: what was still counted will not come. */
  asked(): void {
    this.#coming = undefined
  }

  /**
   * A log of lines may have lost octets of the content: a result behind an empty line ends it, and what there is of it
   * comes back.
   */
  lostBefore(line: string): RowDraft[] {
    const coming = this.#coming
    if (!coming || coming.left <= line.length || !parseFinal(line)) return []
    this.#coming = undefined
    const text = latin1(this.#rx.rest()).replace(/[\r\n]+$/, '')
    return text === '' ? [] : [{ dir: 'rx', kind: 'payload', text, header: coming.header }]
  }

  flush(): RowDraft[] {
    const going = this.#going
    this.#coming = this.#going = undefined
    return going && going.text !== '' ? [this.#given(going, going.text)] : []
  }

  #piece(coming: Coming): RowDraft[] | undefined {
    if (coming.skipLf && this.#rx.first === LF) this.#rx.take(1)
    if (this.#rx.length > 0) coming.skipLf = false
    const size = Math.min(coming.left, mostOctets)
    const bytes = this.#rx.take(size)
    if (!bytes) return undefined
    coming.left -= size
    if (coming.left === 0) this.#coming = undefined
    return [{ dir: 'rx', kind: 'payload', text: latin1(bytes), header: coming.header }]
  }

  #prompt(): RowDraft[] | undefined {
    const entry = this.#listener.waiting
    const line = entry && this.#rx.takePrompt(entry.promptText)
    if (!entry || !line) return undefined
    entry.prompt = 'given'
    const counted = entry.promptText === '> ' && /\+Q?CM(GS|GW|GC)/i.test(entry.command)
    const count = counted ? undefined : Number(/(\d+)\D*$/.exec(entry.command)?.[1] ?? NaN)
    const left = count !== undefined && count > 0 ? count : undefined
    this.#going = { entry, left, text: '' }
    return [{ dir: 'rx', kind: 'prompt', text: line.text, command: entry.command }]
  }

  #untilEnd(going: Going): RowDraft[] | undefined {
    const bytes = this.#tx.rest()
    if (bytes.length === 0) return undefined
    const text = latin1(bytes)
    const end = text.search(/[\x1a\x1b]/)
    going.text += end < 0 ? text : text.slice(0, end)
    if (end < 0) return undefined
    this.#going = undefined
    this.#tx.feed(bytes.subarray(end + 1))
    if (going.entry.echoed) this.#listener.expectPayloadEcho(going.text)
    const row = this.#given(going, going.text + (text[end] === ESC ? '' : SUB))
    return [text[end] === ESC ? { ...row, explanation: cancelledPayload } : row]
  }

  #untilCount(going: Going, left: number): RowDraft[] | undefined {
    const size = Math.min(left, mostOctets)
    const bytes = this.#tx.take(size)
    if (!bytes) return undefined
    going.left = left - size
    if (going.left === 0) this.#going = undefined
    return [this.#given(going, latin1(bytes))]
  }

  #given({ entry }: { entry: Pending }, text: string): RowDraft {
    return { dir: 'tx', kind: 'payload', text, command: entry.command, header: entry.command }
  }
}
