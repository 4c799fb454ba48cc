import { concat } from '../bytes'
import { classifyBytes, firstTalk, mayBeginFrame, type ByteClass } from '../cmux/classify'

/** Enough for the longest frame of a multiplexer. */
const mostOctets = 2048

/** What comes on a port while nobody knows who speaks on it. */
export class FirstTalk {
  /** The newest octets, as they came: a port that talks without a pause comes here with each read. */
  #pieces: Uint8Array[] = []
  #length = 0
  /** How many octets came since the last that may begin a frame. */
  #plain = mostOctets

  /** The newest octets; says so as soon as they can only be PPP or the multiplexer. */
  hear(bytes: Uint8Array): 'ppp' | 'cmux' | undefined {
    this.#keep(bytes)
    this.#plain = mayBeginFrame(bytes) ? 0 : this.#plain + bytes.length
    return this.#plain < mostOctets ? firstTalk(this.#heard()) : undefined
  }
  /** The best guess at what was heard so far. */
  get kind(): ByteClass {
    return classifyBytes(this.#heard())
  }
  forget(): void {
    this.#pieces = []
    this.#length = 0
    this.#plain = mostOctets
  }

  #keep(bytes: Uint8Array): void {
    this.#pieces.push(bytes)
    this.#length += bytes.length
    let old = 0
    for (const { length } of this.#pieces) {
      if (this.#length - length < mostOctets) break
      this.#length -= length
      old++
    }
    if (old > 0) this.#pieces.splice(0, old)
  }
  #heard(): Uint8Array {
    return concat(this.#pieces).slice(-mostOctets)
  }
}
