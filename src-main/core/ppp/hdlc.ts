import { concat } from '../bytes'
import { Slab } from '../slab'
import { goodFcs, initialFcs, runFcs } from './fcs16'
import { escapeOctet, flag } from './hdlc-encode'
import { hasWords, isText, isTextOctet, trailingText } from './line-text'

export { encodeFrame, type EncodeOptions } from './hdlc-encode'
export { fcs16 } from './fcs16'

export type RejectReason = 'fcs' | 'abort' | 'runt' | 'too-long'

export type HdlcItem =
  /** `bytes`: unescaped, from address or protocol to the end of the information. `raw`: as it was on the line, without flags. */
  | { kind: 'frame'; bytes: Uint8Array; fcs: number; raw: Uint8Array }
  | { kind: 'rejected'; reason: RejectReason; bytes: Uint8Array }
  /** What the modem wrote between frames: `CONNECT 115200`, `NO CARRIER`, with its line ends. */
  | { kind: 'text'; bytes: Uint8Array }

export interface HdlcOptions {
  /** Receive ACCM: raw control octets whose bit is set are line noise and dropped. Default 0: nothing is dropped. */
  rxAccm?: number
  /** Longest piece between flags, unescaped octets. Default 1600 (MRU 1500 + 100). */
  maxLength?: number
}

/** Splits what comes from the line into frames, text and what is neither. The result does not depend on how reads cut it. */
export class HdlcDecoder {
  readonly #rxAccm: number
  readonly #maxRaw: number
  readonly #maxLength: number
  #parts: Uint8Array[] = []
  #length = 0
  /** The piece under way has only text octets so far. */
  #textual = true
  /** The start of this piece was too long and is gone: it cannot be a frame any more. */
  #torn = false

  constructor(options: HdlcOptions = {}) {
    this.#rxAccm = options.rxAccm ?? 0
    this.#maxLength = options.maxLength ?? 1600
    this.#maxRaw = this.#maxLength * 2
  }

  /** Keeps the array: what comes out of it may be windows into it. */
  feed(bytes: Uint8Array): HdlcItem[] {
    const items: HdlcItem[] = []
    let at = 0
    while (at < bytes.length) {
      const end = bytes.indexOf(flag, at)
      this.#extend(bytes.subarray(at, end < 0 ? bytes.length : end), items)
      if (end < 0) break
      this.#close(items)
      at = end + 1
    }
    return items
  }

  get pendingLength(): number {
    return this.#length
  }

  /** The piece under way: what came since the last flag or the last line of text. */
  pending(): Uint8Array {
    return concat(this.#parts)
  }

  /** Takes the piece under way out as text, if it is text or ends in it: for a line that fell silent, or ended. */
  flushText(): HdlcItem[] {
    const piece = this.pending()
    // A frame with a one-octet protocol that has not ended yet; `!`, of IPv4, begins no line of text.
    if (piece[0] === 0x21 || (ipVersionOf(piece) === 6 && !isText(piece))) return []
    const items = notAFrame(piece, 'fcs', true)
    if (!items.some((item) => item.kind === 'text')) return []
    this.#restart(false)
    return items
  }

  #extend(bytes: Uint8Array, items: HdlcItem[]): void {
    while (bytes.length > 0) {
      const room = this.#maxRaw - this.#length
      const head = bytes.subarray(0, room)
      bytes = bytes.subarray(room)
      const rest = this.#textual ? this.#takeLines(head, items) : head
      if (rest.length > 0) this.#parts.push(rest)
      this.#length += rest.length
      if (this.#length === this.#maxRaw) this.#tear(items)
    }
  }

  #tear(items: HdlcItem[]): void {
    const whole = this.pending()
    items.push(
      isText(whole)
        ? { kind: 'text', bytes: whole }
        : { kind: 'rejected', reason: 'too-long', bytes: whole },
    )
    this.#restart(true)
  }

  /** Text is handed on line by line, since after NO CARRIER no flag ever comes. Returns what is left. */
  #takeLines(bytes: Uint8Array, items: HdlcItem[]): Uint8Array {
    let from = 0
    for (let i = 0; i < bytes.length; i++) {
      const octet = bytes[i] ?? 0
      if (!isTextOctet(octet)) {
        this.#textual = false
        break
      }
      if (octet !== 0x0a) continue
      if (this.#maySayIp(bytes.subarray(from), i - from)) continue
      const line = concat([...this.#parts, bytes.subarray(from, i + 1)])
      if (!hasWords(line)) continue
      items.push({ kind: 'text', bytes: line })
      this.#restart(false)
      from = i + 1
    }
    return bytes.subarray(from)
  }

  /**
   * With a one-octet protocol IP begins as text may: IPv4 with `!` and 4xh, IPv6 with `W` and 6xh. Behind them stand the type of
   * service or the flow label, which may hold a line feed. It ends no line then: the length of the packet, at the latest, is no text.
   */
  #maySayIp(bytes: Uint8Array, feedAt: number): boolean {
    const at = this.#length + feedAt
    if (at >= ipLengthAt[6]) return false
    const version = ipVersionOf(concat([...this.#parts, bytes.subarray(0, feedAt)]))
    return version !== undefined && at < ipLengthAt[version]
  }

  #close(items: HdlcItem[]): void {
    if (this.#length === 0) {
      this.#restart(false)
      return
    }
    const piece = this.#parts.length === 1 ? (this.#parts[0] ?? new Uint8Array()) : this.pending()
    const torn = this.#torn
    this.#restart(false)
    items.push(...(torn ? notAFrame(piece, 'too-long') : this.#judge(piece)))
  }

  #judge(piece: Uint8Array): HdlcItem[] {
    // RFC 1662 4.2: an escape right before the flag takes the frame back.
    if (piece[piece.length - 1] === escapeOctet) return notAFrame(piece, 'abort')
    const bytes = this.#unescape(piece)
    if (bytes.length < 4) return notAFrame(piece, 'runt')
    if (runFcs(initialFcs, bytes) !== goodFcs) return notAFrame(piece, 'fcs')
    if (bytes.length > this.#maxLength)
      return [{ kind: 'rejected', reason: 'too-long', bytes: piece }]
    const end = bytes.length - 2
    const fcs = (bytes[end] ?? 0) | ((bytes[end + 1] ?? 0) << 8)
    return [{ kind: 'frame', bytes: bytes.subarray(0, end), fcs, raw: piece }]
  }

  #unescape(piece: Uint8Array): Uint8Array {
    if (this.#rxAccm === 0) return withoutEscapes(piece)
    const out = new Uint8Array(piece.length)
    let at = 0
    let escaped = false
    for (let i = 0; i < piece.length; i++) {
      const octet = piece[i] ?? 0
      if (octet < 0x20 && ((this.#rxAccm >>> octet) & 1) === 1) continue
      if (octet === escapeOctet && !escaped) {
        escaped = true
        continue
      }
      out[at++] = escaped ? octet ^ 0x20 : octet
      escaped = false
    }
    return out.subarray(0, at)
  }

  #restart(torn: boolean): void {
    this.#parts = []
    this.#length = 0
    this.#textual = true
    this.#torn = torn
  }
}

/** Where the length stands in a packet behind one octet of protocol; more than 1535 octets, and it would begin as text. */
const ipLengthAt = { 4: 3, 6: 5 } as const

/** Of the packet that a piece may be, behind one octet of protocol. */
function ipVersionOf([protocol, first = 0]: Uint8Array): 4 | 6 | undefined {
  if (protocol === 0x21 && first >> 4 === 4) return 4
  return protocol === 0x57 && first >> 4 === 6 ? 6 : undefined
}

const slab = new Slab()

/** Escapes are few: what stands between them is copied as a whole. */
function withoutEscapes(piece: Uint8Array): Uint8Array {
  let escape = piece.indexOf(escapeOctet)
  if (escape < 0) return piece
  const out = slab.room(piece.length)
  let from = 0
  let at = 0
  while (escape >= 0) {
    out.set(piece.subarray(from, escape), at)
    at += escape - from
    // The octet behind it is data whatever it is, an escape too; none stands behind the last.
    out[at++] = (piece[escape + 1] ?? 0) ^ 0x20
    from = escape + 2
    escape = piece.indexOf(escapeOctet, from)
  }
  out.set(piece.subarray(from), at)
  return slab.keep(at + piece.length - from)
}

/** A piece that is no frame: text, rejected octets, or rejected octets with a modem's line behind them. */
function notAFrame(piece: Uint8Array, reason: RejectReason, loose = false): HdlcItem[] {
  if (isText(piece) && (loose ? hasWords(piece) : true)) return [{ kind: 'text', bytes: piece }]
  const start = trailingText(piece)
  if (start === undefined) return [{ kind: 'rejected', reason, bytes: piece }]
  return [
    { kind: 'rejected', reason, bytes: piece.subarray(0, start) },
    { kind: 'text', bytes: piece.subarray(start) },
  ]
}
