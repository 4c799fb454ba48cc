import { concat } from '../bytes'
import { fcs8 } from './fcs'
import { controlOf, coversInfo, FLAG, type Bit, type CmuxFrame } from './frame'

/** Why octets after a flag are not a frame. */
export type Rejection =
  | 'address'
  | 'control'
  | 'too-long'
  | 'too-short'
  | 'escape'
  | 'fcs'
  | 'no-closing-flag'
  | 'timeout'

/**
 * What a piece of the stream turned out to be, in order. `outside` octets belong to no frame: `damaged` ones follow the
 * flag of a rejected frame, the others are text of a modem that does not multiplex, or noise. `flags` are fill or wake-up:
 * `run` counts the flags that stand together so far.
 */
export type CmuxEvent =
  | { readonly kind: 'frame'; readonly frame: CmuxFrame }
  | { readonly kind: 'rejected'; readonly reason: Rejection }
  | { readonly kind: 'outside'; readonly bytes: Uint8Array; readonly damaged: boolean }
  | { readonly kind: 'flags'; readonly run: number }

/** Octets to frames, of either option. */
export interface FrameDecoder {
  /** A frame has begun and is not complete: whoever owns a clock calls `expire` when nothing more comes. */
  readonly waiting: boolean
  push(bytes: Uint8Array): CmuxEvent[]
  /** No octet came for the inter-octet time (or ever will): an unfinished frame is wrong. */
  expire(): CmuxEvent[]
}

type Reading =
  | { frame: CmuxFrame; end: number }
  | { wrong: Exclude<Rejection, 'timeout'>; judged: number }
  | 'more'

/** The longest information field accepted unless told otherwise: A76xx send 1500. */
export const defaultMaxInfo = 1540

/** Enough to tell the length of a frame by. */
const headOctets = 8
const none = new Uint8Array()

/** What a line of text is made of; the header of a real frame always holds an octet that is not. */
export function textual(octet: number): boolean {
  return octet === 10 || octet === 13 || (octet >= 32 && octet < 127)
}

/**
 * Octets to frames by the length field, as 27.010 5.2.6.1 and experience ask: one flag may close a frame and open the
 * next, and anything wrong drops only its opening flag, so that good frames swallowed by a damaged length come back.
 * The frames do not depend on how reads cut the stream.
 */
export class CmuxDecoder implements FrameDecoder {
  readonly maxInfo: number
  #held: Uint8Array = new Uint8Array()
  /** The first held octet is a flag that may open a frame. */
  #opened = false
  #damaged = false
  #run = 0

  constructor(maxInfo = defaultMaxInfo) {
    this.maxInfo = Math.max(maxInfo, defaultMaxInfo)
  }

  /** A frame has begun and is not complete: whoever owns a clock calls `expire` when nothing more comes. */
  get waiting(): boolean {
    return this.#opened && this.#held.length > 1
  }

  /** Keeps the array: what comes out of it are windows into it. */
  push(bytes: Uint8Array): CmuxEvent[] {
    const events: CmuxEvent[] = []
    for (let rest = bytes; rest.length > 0;) {
      const begun = this.#held.length > 0
      const part = begun ? rest.subarray(0, this.#missing()) : rest
      this.#held = begun ? concat([this.#held, part]) : part
      events.push(...this.#scan(false))
      rest = rest.subarray(part.length)
      // What is held now came whole with this read: the rest of it needs no copy.
      if (rest.length === 0 || this.#held.length > part.length) continue
      rest = bytes.subarray(bytes.length - rest.length - this.#held.length)
      this.#held = none
    }
    return events
  }

  /** How many octets the frame that has begun still needs, as far as it can be told. */
  #missing(): number {
    const short = this.#held[3]
    const high = this.#held[4]
    if (!this.#opened || short === undefined || high === undefined) return headOctets
    const wide = !(short & 1)
    const length = wide ? (short >> 1) | (high << 7) : short >> 1
    if (length > this.maxInfo) return headOctets
    return Math.max(headOctets, (wide ? 7 : 6) + length - this.#held.length)
  }

  /** No octet came for the inter-octet time (or ever will): an unfinished frame is wrong, what it hid is looked at again. */
  expire(): CmuxEvent[] {
    const events = this.#scan(true)
    this.#damaged = false
    return events
  }

  #scan(expired: boolean): CmuxEvent[] {
    const events: CmuxEvent[] = []
    let at = 0
    for (;;) {
      if (!this.#opened) {
        at = this.#hunt(at, events)
        if (!this.#opened) break
      }
      at = this.#skipFlags(at, events)
      if (at + 1 >= this.#held.length) break
      const reading = this.#read(at)
      if (reading === 'more' && !expired) break
      at = this.#take(at, reading, events)
    }
    this.#held = this.#held.subarray(at)
    return events
  }

  /** The position of the next flag; what lies before it is outside. */
  #hunt(at: number, events: CmuxEvent[]): number {
    const flag = this.#held.indexOf(FLAG, at)
    const end = flag < 0 ? this.#held.length : flag
    if (end > at)
      events.push({ kind: 'outside', bytes: this.#held.slice(at, end), damaged: this.#damaged })
    if (flag >= 0) {
      this.#opened = true
      this.#damaged = false
      this.#run = 1
    }
    return end
  }

  #skipFlags(at: number, events: CmuxEvent[]): number {
    const from = at
    while (this.#held[at + 1] === FLAG) at++
    if (at > from) {
      this.#run += at - from
      events.push({ kind: 'flags', run: this.#run })
    }
    return at
  }

  #take(at: number, reading: Reading, events: CmuxEvent[]): number {
    if (reading !== 'more' && 'frame' in reading) {
      events.push({ kind: 'frame', frame: reading.frame })
      this.#run = 0
      return reading.end
    }
    this.#opened = false
    this.#run = 0
    const reason = reading === 'more' ? 'timeout' : reading.wrong
    const judged = reading === 'more' ? this.#held.length : reading.judged
    // Text right behind a flag is a modem that left the multiplexer, not a damaged frame.
    this.#damaged = !this.#held.subarray(at + 1, at + 1 + judged).every(textual)
    if (this.#damaged) events.push({ kind: 'rejected', reason })
    return at + 1
  }

  /** The frame whose opening flag is at `at`, what is wrong with it, or `more` when its end has not come yet. */
  #read(at: number): Reading {
    const address = this.#held[at + 1]
    const control = this.#held[at + 2]
    const short = this.#held[at + 3]
    if (address === undefined) return 'more'
    if (!(address & 1)) return { wrong: 'address', judged: 1 }
    if (control === undefined) return 'more'
    const name = controlOf(control)
    if (!name) return { wrong: 'control', judged: 2 }
    if (short === undefined) return 'more'
    const wide = !(short & 1)
    const high = wide ? this.#held[at + 4] : 0
    if (high === undefined) return 'more'
    const length = (short >> 1) | (high << 7)
    if (length > this.maxInfo) return { wrong: 'too-long', judged: 4 }
    const info = at + (wide ? 5 : 4)
    const end = info + length + 1
    if (end >= this.#held.length) return 'more'
    const fcs = this.#held[end - 1] ?? 0
    if (fcs !== fcs8(this.#held, at + 1, coversInfo(name) ? end - 1 : info))
      return { wrong: 'fcs', judged: end - at - 1 }
    if (this.#held[end] !== FLAG) return { wrong: 'no-closing-flag', judged: end - at }
    const frame: CmuxFrame = {
      dlci: address >> 2,
      cr: bit(address & 2),
      control: name,
      pf: bit(control & 0x10),
      info: this.#held.subarray(info, info + length),
      wide,
      fcs,
    }
    return { frame, end }
  }
}

export function bit(value: number): Bit {
  return value ? 1 : 0
}
