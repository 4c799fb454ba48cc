import { latin1 } from '../bytes'
import { KnownTexts } from './known-texts'

const NUL = 0x00
const LF = 0x0a
const CR = 0x0d

/** Longest stretch kept together; SIMCom's own command buffer is 3071, answers are shorter. */
export const longestLine = 4096

/**
 * A stretch of what came in. `raw` holds every octet of it: blank octets before, the text, the CR or LF that ended it.
 * The LF of a CRLF is the first octet of the next line, since nobody can know whether it comes.
 */
export interface Line {
  /** One character an octet, without line ends and without NULs. Empty only for a long run of blank octets. */
  readonly text: string
  readonly raw: Uint8Array
  /** How it ended: by CR, by LF, cut because it was too long, or taken unterminated on request. */
  readonly end: 'cr' | 'lf' | 'cut' | 'none'
  /** True when it goes on a line that was cut. */
  readonly continued: boolean
  /** True when no empty line lies between this line and the one before. */
  readonly adjacent: boolean
}

/** Bytes in, cut anywhere; lines out, one at a time, since what follows a line may not be text (CONNECT, counted payloads). */
export class LineBuffer {
  #bytes = new Uint8Array(1024)
  #head = 0
  #tail = 0
  #scan = 0
  #body = -1
  #continued = false
  readonly #texts = new KnownTexts()

  feed(bytes: Uint8Array): void {
    this.#reserve(bytes.length)
    this.#bytes.set(bytes, this.#tail)
    this.#tail += bytes.length
  }

  /** The next whole line, or undefined while it is incomplete. Empty lines are skipped; their octets lead the next line. */
  next(): Line | undefined {
    while (this.#scan < this.#tail) {
      const byte = this.#bytes[this.#scan]
      if (this.#body < 0) {
        if (byte !== CR && byte !== LF && byte !== NUL) this.#body = this.#scan
        else if (this.#scan - this.#head >= longestLine) return this.#take(this.#scan, 'cut')
        this.#scan++
      } else if (byte === CR || byte === LF) {
        return this.#take(this.#scan + 1, byte === CR ? 'cr' : 'lf')
      } else if (this.#scan - this.#body >= longestLine) {
        return this.#take(this.#scan, 'cut')
      } else this.#scan++
    }
    return undefined
  }

  /** The text that waits for its line end. */
  get unterminated(): string {
    this.#findBody()
    return this.#body < 0 ? '' : latin1(this.#bytes.subarray(this.#body, this.#tail))
  }

  /** The first octet of the line that is coming in, behind blank ones; undefined while none of it is there. */
  get lead(): number | undefined {
    this.#findBody()
    return this.#body < 0 ? undefined : this.#bytes[this.#body]
  }

  /** Takes `text` off when the line that is coming in begins with it: a prompt has no line end. */
  takePrompt(text: string): Line | undefined {
    this.#findBody()
    if (this.#continued || this.#body < 0 || this.#tail - this.#body < text.length) return undefined
    for (let i = 0; i < text.length; i++)
      if (this.#bytes[this.#body + i] !== text.charCodeAt(i)) return undefined
    return this.#take(this.#body + text.length, 'none')
  }

  /** Takes what waits for its line end, on request; undefined when only blank octets wait. */
  takeUnterminated(): Line | undefined {
    this.#findBody()
    return this.#body < 0 ? undefined : this.#take(this.#tail, 'none')
  }

  /** How many octets wait. */
  get length(): number {
    return this.#tail - this.#head
  }

  /** The first waiting octet, or undefined. */
  get first(): number | undefined {
    return this.length > 0 ? this.#bytes[this.#head] : undefined
  }

  /** Takes exactly `count` octets as they are; undefined while fewer wait. */
  take(count: number): Uint8Array | undefined {
    if (this.length < count) return undefined
    const taken = this.#bytes.slice(this.#head, this.#head + count)
    this.#head += count
    this.#restart(false)
    return taken
  }

  /** Takes everything that waits: the octets after CONNECT. */
  rest(): Uint8Array {
    return this.take(this.length) ?? new Uint8Array(0)
  }

  #findBody(): void {
    while (this.#body < 0 && this.#scan < this.#tail) {
      const byte = this.#bytes[this.#scan]
      if (byte !== CR && byte !== LF && byte !== NUL) this.#body = this.#scan
      else this.#scan++
    }
  }

  #take(stop: number, end: Line['end']): Line {
    const raw = this.#bytes.slice(this.#head, stop)
    const lead = this.#body < 0 ? raw.length : this.#body - this.#head
    const textEnd = end === 'cr' || end === 'lf' ? raw.length - 1 : raw.length
    const line: Line = {
      text: this.#texts.ofOctets(raw, lead, textEnd, () =>
        latin1(withoutNuls(raw.subarray(lead, textEnd))),
      ),
      raw,
      end,
      continued: this.#continued,
      adjacent: lineFeeds(raw, lead) <= 1,
    }
    this.#head = stop
    this.#restart(end === 'cut' && this.#body >= 0)
    return line
  }

  #restart(continued: boolean): void {
    this.#continued = continued
    this.#scan = this.#head
    this.#body = continued ? this.#head : -1
    if (this.#head < this.#tail) return
    this.#head = this.#tail = this.#scan = 0
    if (continued) this.#body = 0
    // One burst must not hold its memory for ever.
    if (this.#bytes.length > 65536) this.#bytes = new Uint8Array(1024)
  }

  #reserve(count: number): void {
    if (this.#tail + count <= this.#bytes.length) return
    const waiting = this.length
    const room =
      waiting + count <= this.#bytes.length / 2 ? this.#bytes.length : 2 * (waiting + count)
    const bytes = room === this.#bytes.length ? this.#bytes : new Uint8Array(room)
    bytes.set(this.#bytes.subarray(this.#head, this.#tail))
    if (this.#body >= 0) this.#body -= this.#head
    this.#scan -= this.#head
    this.#head = 0
    this.#tail = waiting
    this.#bytes = bytes
  }
}

function lineFeeds(bytes: Uint8Array, end: number): number {
  let count = 0
  for (let i = 0; i < end; i++) if (bytes[i] === LF) count++
  return count
}

function withoutNuls(bytes: Uint8Array): Uint8Array {
  return bytes.includes(NUL) ? bytes.filter((byte) => byte !== NUL) : bytes
}
