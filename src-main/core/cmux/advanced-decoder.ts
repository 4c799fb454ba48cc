import { concat } from '../bytes'
import type { CmuxEvent, FrameDecoder, Rejection } from './decoder'
import { bit, textual } from './decoder'
import { fcs8 } from './fcs'
import { ADVANCED_FLAG, controlOf, coversInfo, ESCAPE, ESCAPED_BIT, type CmuxFrame } from './frame'

/** Address, control and check. */
const leastOctets = 3

const CR = 13
const LF = 10

/**
 * Octets to frames in the advanced option (27.010 5.2.7): a frame is what stands between two flags, so a damaged one ends
 * with itself and hides nothing. One flag may close a frame and open the next. The frames do not depend on how reads cut
 * the stream.
 */
export class AdvancedDecoder implements FrameDecoder {
  readonly #mostPlain: number
  /** Since the last flag, as they came. */
  #held: Uint8Array = new Uint8Array()
  #opened = false
  /** What comes up to the next flag is the rest of a frame that was given up. */
  #spoilt = false
  #run = 0

  constructor(maxInfo: number) {
    this.#mostPlain = maxInfo + leastOctets
  }

  get waiting(): boolean {
    return this.#opened && this.#held.length > 0
  }

  push(bytes: Uint8Array): CmuxEvent[] {
    const events: CmuxEvent[] = []
    let at = 0
    for (;;) {
      const flag = bytes.indexOf(ADVANCED_FLAG, at)
      const part = bytes.subarray(at, flag < 0 ? bytes.length : flag)
      this.#held = this.#held.length === 0 ? part.slice() : concat([this.#held, part])
      this.#takeText(events)
      if (flag < 0) break
      this.#atFlag(events)
      at = flag + 1
    }
    // Each octet may have been escaped.
    if (!this.#opened || this.#held.length > 2 * this.#mostPlain) this.#giveUp('too-long', events)
    return events
  }

  expire(): CmuxEvent[] {
    const events: CmuxEvent[] = []
    this.#giveUp('timeout', events)
    return events
  }

  #atFlag(events: CmuxEvent[]): void {
    const held = this.#held
    this.#held = new Uint8Array()
    if (held.length === 0) {
      this.#run += 1
      if (this.#opened && this.#run > 1) events.push({ kind: 'flags', run: this.#run })
    } else {
      const read = this.#opened ? readFrame(held, this.#mostPlain) : 'address'
      if (typeof read === 'object') events.push({ kind: 'frame', frame: read })
      else this.#drop(held, read, events)
      // The flag that closes a frame may open the next.
      this.#run = typeof read === 'object' ? 0 : 1
    }
    this.#opened = true
    this.#spoilt = false
  }

  /** Lines right behind a flag are a modem that left the multiplexer: no flag will ever end them. */
  #takeText(events: CmuxEvent[]): void {
    const [address = 1, control] = this.#held
    const noFrame = !isAddress(address) || (control !== undefined && !controlOf(control))
    if (!this.#opened || !noFrame) return
    const other = this.#held.findIndex((octet) => !textual(octet))
    const text = other < 0 ? this.#held : this.#held.subarray(0, other)
    const end = Math.max(text.lastIndexOf(CR), text.lastIndexOf(LF)) + 1
    if (end === 0) return
    events.push({ kind: 'outside', bytes: this.#held.subarray(0, end), damaged: false })
    this.#held = this.#held.subarray(end)
    this.#opened = false
    this.#run = 0
  }

  #giveUp(reason: Rejection, events: CmuxEvent[]): void {
    if (this.#held.length > 0) this.#drop(this.#held, reason, events)
    this.#held = new Uint8Array()
    this.#spoilt ||= this.#opened
    this.#opened = false
    this.#run = 0
  }

  /** Text between flags is a modem that left the multiplexer, not a damaged frame. */
  #drop(held: Uint8Array, reason: Rejection, events: CmuxEvent[]): void {
    const damaged = (this.#opened || this.#spoilt) && !held.every(textual)
    if (damaged && this.#opened) events.push({ kind: 'rejected', reason })
    events.push({ kind: 'outside', bytes: held, damaged })
  }
}

/** A frame of PPP between the same flags has none: FF would be DLCI 63, which is reserved. */
function isAddress(octet: number): boolean {
  return (octet & 1) === 1 && octet >> 2 <= 61
}

/** The frame between two flags, or what is wrong with it. */
function readFrame(held: Uint8Array, mostPlain: number): CmuxFrame | Rejection {
  const plain = unescaped(held)
  if (!plain) return 'escape'
  if (plain.length < leastOctets) return 'too-short'
  if (plain.length > mostPlain) return 'too-long'
  const address = plain[0] ?? 0
  const control = plain[1] ?? 0
  const name = controlOf(control)
  if (!isAddress(address)) return 'address'
  if (!name) return 'control'
  const end = plain.length - 1
  const fcs = plain[end] ?? 0
  if (fcs !== fcs8(plain, 0, coversInfo(name) ? end : 2)) return 'fcs'
  return {
    dlci: address >> 2,
    cr: bit(address & 2),
    control: name,
    pf: bit(control & 0x10),
    info: plain.subarray(2, end),
    wide: false,
    fcs,
  }
}

/** Undefined where the escape octet is the last: such a frame was given up by its sender. */
function unescaped(held: Uint8Array): Uint8Array | undefined {
  if (!held.includes(ESCAPE)) return held
  if (held.at(-1) === ESCAPE) return undefined
  const plain = new Uint8Array(held.length)
  let length = 0
  for (let at = 0; at < held.length; at++) {
    const octet = held[at] ?? 0
    plain[length++] = octet === ESCAPE ? (held[++at] ?? 0) ^ ESCAPED_BIT : octet
  }
  return plain.subarray(0, length)
}
