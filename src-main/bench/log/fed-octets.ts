/** The octets of a file as they arrive; whoever sends them learns when there is room for more. */
export class FedOctets {
  readonly parts: Uint8Array[] = []
  #ended = false
  #wake: () => void = () => undefined
  #asked: () => void = () => undefined

  push(octets: Uint8Array, last: boolean): void {
    this.parts.push(octets)
    this.#ended ||= last
    this.#wake()
  }

  /** Until the reader has taken all that came and asks for more. */
  async taken(): Promise<void> {
    await new Promise<void>((resolve) => (this.#asked = resolve))
  }

  /** For the one reader: it waits for what has not come yet. */
  async *stream(): AsyncGenerator<Uint8Array> {
    for (let at = 0; ; at++) {
      while (at >= this.parts.length) {
        if (this.#ended) return
        const more = new Promise<void>((resolve) => (this.#wake = resolve))
        this.#asked()
        await more
      }
      const part = this.parts[at]
      if (part) yield part
    }
  }
}
