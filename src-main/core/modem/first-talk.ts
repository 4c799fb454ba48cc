import { concat } from '../bytes'
import { classifyBytes, firstTalk, type ByteClass } from '../cmux/classify'

/** Enough for the longest frame of a multiplexer. */
const mostOctets = 2048

/** What comes on a port while nobody knows who speaks on it. */
export class FirstTalk {
  #heard = new Uint8Array()

  /** The newest octets; says so as soon as they can only be PPP or the multiplexer. */
  hear(bytes: Uint8Array): 'ppp' | 'cmux' | undefined {
    this.#heard = concat([this.#heard, bytes]).slice(-mostOctets)
    return firstTalk(this.#heard)
  }
  /** The best guess at what was heard so far. */
  get kind(): ByteClass {
    return classifyBytes(this.#heard)
  }
  forget(): void {
    this.#heard = new Uint8Array()
  }
}
