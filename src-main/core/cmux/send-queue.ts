import { Fault } from '../fault'
import { octetsWait } from './words'

interface Waiting {
  readonly bytes: Uint8Array
  at: number
  readonly resolve: () => void
  readonly reject: (error: Fault) => void
}

/** Most that may wait to be sent; a sender that awaits its writes never comes near. */
const mostOctets = 4 * 1024 * 1024

/** What was written to a channel and has not left yet. A write resolves when the real port has taken its last octet. */
export class SendQueue {
  readonly #label: string
  #waiting: Waiting[] = []
  #octets = 0
  /** Handed to the port, which has not taken them yet. */
  #leaving = new Set<Waiting>()

  constructor(label: string) {
    this.#label = label
  }

  /** Octets that wait to be sent. */
  get octets(): number {
    return this.#octets
  }
  /** Nothing is left to be handed to the port. */
  get empty(): boolean {
    return this.#waiting.length === 0
  }
  /** Something was written that the real port has not taken yet. */
  get sending(): boolean {
    return this.#waiting.length + this.#leaving.size > 0
  }

  /** Rejects with `cmux-full`, or with what `fail` said. */
  add(bytes: Uint8Array): Promise<void> {
    if (this.#octets + bytes.length > mostOctets)
      return Promise.reject(new Fault('cmux-full', octetsWait(this.#label, this.#octets)))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, at: 0, resolve, reject })
      this.#octets += bytes.length
    })
  }

  /**
   * As much as one frame takes: the end of one write and the start of the next travel together. `taken` is there where a
   * write ends in it, and is to be called once the port has taken the frame.
   */
  take(room: number): { readonly info: readonly Uint8Array[]; readonly taken?: () => void } {
    const info: Uint8Array[] = []
    const ended: Waiting[] = []
    for (;;) {
      const head = this.#waiting[0]
      if (!head || (room === 0 && info.length > 0)) break
      const part = head.bytes.subarray(head.at, head.at + room)
      head.at += part.length
      room -= part.length
      info.push(part)
      this.#octets -= part.length
      if (head.at < head.bytes.length) break
      this.#waiting.shift()
      this.#leaving.add(head)
      ended.push(head)
    }
    return ended.length === 0 ? { info } : { info, taken: () => this.#left(ended) }
  }

  /** What still waits, or has not been taken, will not be. */
  fail(fault: Fault): void {
    for (const waiting of [...this.#leaving, ...this.#waiting.splice(0)]) waiting.reject(fault)
    this.#leaving.clear()
    this.#octets = 0
  }

  #left(all: readonly Waiting[]): void {
    for (const waiting of all) {
      this.#leaving.delete(waiting)
      waiting.resolve()
    }
  }
}
